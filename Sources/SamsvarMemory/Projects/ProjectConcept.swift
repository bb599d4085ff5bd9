package import SamsvarModel

/// A concept of the project's termbase, as it is kept and exported.
package struct ProjectConcept: Codable, Hashable, Sendable {
  /// A term with its language and status.
  package struct Term: Codable, Hashable, Sendable {
    package var language: String
    package var term: String
    package var status: String
  }

  package var id: String
  package var subject: String
  package var definition: String
  package var note: String
  package var isCaseSensitive: Bool
  package var isDoNotTranslate: Bool
  package var terms: [Term]

  /// The concept of a termbase.
  package init(_ concept: ConceptEntry) {
    id = concept.id
    subject = concept.subject
    definition = concept.definition
    note = concept.note
    isCaseSensitive = concept.isCaseSensitive
    isDoNotTranslate = concept.isDoNotTranslate
    terms = concept.languages.flatMap { section in
      section.terms.map {
        Term(
          language: section.language.description, term: $0.term, status: $0.status.rawValue)
      }
    }
  }

  /// The concept as the termbase has it.
  package var entry: ConceptEntry {
    var sections: [LanguageSection] = []
    for term in terms {
      guard let language = LanguageTag(term.language) else { continue }
      let section = TermSection(
        term.term, status: TermStatus(rawValue: term.status) ?? .admitted)
      if let index = sections.firstIndex(where: { $0.language == language }) {
        sections[index].terms.append(section)
      } else {
        sections.append(LanguageSection(language: language, terms: [section]))
      }
    }
    return ConceptEntry(
      id: id, subject: subject, definition: definition, note: note,
      isCaseSensitive: isCaseSensitive, isDoNotTranslate: isDoNotTranslate, languages: sections)
  }
}
