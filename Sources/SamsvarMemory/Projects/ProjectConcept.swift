package import SamsvarModel

/// A concept of the project's termbase, as it is kept and exported.
package struct ProjectConcept: Codable, Hashable, Sendable {
  /// A term with its language and status.
  package struct Term: Codable, Hashable, Sendable {
    package var language: String
    package var term: String
    package var status: String
    package var partOfSpeech: String?
    package var gender: String?
    package var type: String?
    /// What a text must keep to, as the bits of `MatchHints`.
    package var hints: UInt8?
    package var note: String?
    package var context: String?

    /// A term of a status.
    package init(language: String, term: String, status: String) {
      self.language = language
      self.term = term
      self.status = status
    }

    init(_ section: TermSection, language: LanguageTag) {
      self.init(
        language: language.description, term: section.term, status: section.status.rawValue)
      partOfSpeech = section.partOfSpeech?.rawValue
      gender = section.gender?.rawValue
      type = section.type?.rawValue
      hints = section.hints.isEmpty ? nil : section.hints.rawValue
      note = section.note.isEmpty ? nil : section.note
      context = section.context.isEmpty ? nil : section.context
    }

    /// The term as the termbase has it.
    var section: TermSection {
      var section = TermSection(term, status: TermStatus(rawValue: status) ?? .admitted)
      section.partOfSpeech = partOfSpeech.flatMap(TermPartOfSpeech.init(rawValue:))
      section.gender = gender.flatMap(GrammaticalGender.init(rawValue:))
      section.type = type.flatMap(TermType.init(rawValue:))
      section.hints = MatchHints(rawValue: hints ?? 0)
      section.note = note ?? ""
      section.context = context ?? ""
      return section
    }
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
      section.terms.map { Term($0, language: section.language) }
    }
  }

  /// The concept as the termbase has it.
  package var entry: ConceptEntry {
    var concept = ConceptEntry(
      id: id, subject: subject, definition: definition, note: note,
      isCaseSensitive: isCaseSensitive, isDoNotTranslate: isDoNotTranslate)
    for term in terms {
      guard let language = LanguageTag(term.language) else { continue }
      concept.add([term.section], in: language)
    }
    return concept
  }
}
