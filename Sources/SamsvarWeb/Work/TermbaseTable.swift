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

/// A termbase as the CSV table of the machine interface.
struct TermbaseTable {
  let termbase: Termbase

  init(_ termbase: Termbase) { self.termbase = termbase }

  /// The table; columns that nothing needs are left out.
  var text: String {
    let concepts = termbase.concepts
    var columns: [(name: String, cell: (ConceptEntry) -> String)] = [("id", { $0.id })]
    func add(_ name: String, _ cell: @escaping (ConceptEntry) -> String) {
      if concepts.contains(where: { !cell($0).isEmpty }) { columns.append((name, cell)) }
    }
    add("subject") { $0.subject }
    add("definition") { $0.definition }
    for language in termbase.languages {
      for status in TermStatus.allCases {
        let name = status == .preferred ? "\(language)" : "\(language)_\(status.rawValue)"
        add(name) { Self.terms($0, language, status) }
      }
    }
    add("case_sensitive") { $0.isCaseSensitive ? "yes" : "" }
    add("do_not_translate") { $0.isDoNotTranslate ? "yes" : "" }
    add("note") { $0.note }
    let rows = concepts.map { concept in columns.map { Self.quoted($0.cell(concept)) } }
    return ([columns.map(\.name)] + rows).map { $0.joined(separator: ",") + "\n" }.joined()
  }

  private static func terms(
    _ concept: ConceptEntry, _ language: LanguageTag, _ status: TermStatus
  ) -> String {
    concept.languages.filter { $0.language == language }.flatMap(\.terms)
      .filter { $0.status == status }.map(\.term).joined(separator: ";")
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.contains(where: { ",\"\n\r;".contains($0) }) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}
