import Samsvar

/// A termbase with what was added elsewhere.
struct TermbaseMerge {
  /// The termbase.
  let termbase: Termbase

  /// Adds the terms and concepts of `other` that `base` lacks; a term's status is that of `other`.
  init(_ base: Termbase, with other: Termbase) {
    var result = base
    var places = Dictionary(
      base.concepts.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for concept in other.concepts {
      guard let place = places[concept.id] else {
        places[concept.id] = result.concepts.count
        result.concepts.append(concept)
        continue
      }
      Self.add(concept, to: &result.concepts[place])
    }
    termbase = result
  }

  private static func add(_ other: ConceptEntry, to concept: inout ConceptEntry) {
    for section in other.languages {
      guard let place = concept.languages.firstIndex(where: { $0.language == section.language })
      else {
        concept.languages.append(section)
        continue
      }
      for term in section.terms {
        let known = concept.languages[place].terms.firstIndex { $0.term == term.term }
        if let known {
          concept.languages[place].terms[known].status = term.status
        } else {
          concept.languages[place].terms.append(term)
        }
      }
    }
  }
}
