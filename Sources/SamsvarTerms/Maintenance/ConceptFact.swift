public import SamsvarModel

/// One thing a termbase says of a concept: what is compared and merged.
public enum ConceptFact: Hashable, Sendable {
  case subject, definition, note, caseSensitive, doNotTranslate
  case languageDefinition(LanguageTag)
  case languageNote(LanguageTag)
  /// That a term is there, and its status.
  case status(LanguageTag, String)
  case partOfSpeech(LanguageTag, String)
  case gender(LanguageTag, String)
  case type(LanguageTag, String)
  case hints(LanguageTag, String)
  case termNote(LanguageTag, String)
  case context(LanguageTag, String)

  /// What kind of thing it is, in words: `part of speech`.
  public var kind: String {
    switch self {
    case .subject: "subject"
    case .definition, .languageDefinition: "definition"
    case .note, .languageNote: "note"
    case .caseSensitive: "case-sensitive"
    case .doNotTranslate: "do-not-translate"
    case .status: "term"
    case .partOfSpeech: "part of speech"
    case .gender: "gender"
    case .type: "term type"
    case .hints: "match"
    case .termNote: "note of a term"
    case .context: "context"
    }
  }

  /// Both, for people: `nb "regjering" gender`; a term by itself for its status.
  var text: String {
    if case .status = self { return place }
    return place.isEmpty ? kind : "\(place) \(kind)"
  }

  /// What it is about: `nb "regjering"`, or an empty text for the concept itself.
  public var place: String {
    switch self {
    case .subject, .definition, .note, .caseSensitive, .doNotTranslate: ""
    case .languageDefinition(let language), .languageNote(let language): "\(language)"
    case .status(let language, let term), .partOfSpeech(let language, let term),
      .gender(let language, let term), .type(let language, let term),
      .hints(let language, let term), .termNote(let language, let term),
      .context(let language, let term):
      "\(language) \"\(term)\""
    }
  }
}

extension ConceptEntry {
  /// All that is said of the concept, in the order of the file; what is empty is left out.
  public var facts: [(fact: ConceptFact, value: String)] {
    var facts: [(fact: ConceptFact, value: String)] = [
      (.subject, subject), (.definition, definition), (.note, note),
      (.caseSensitive, isCaseSensitive ? "yes" : ""),
      (.doNotTranslate, isDoNotTranslate ? "yes" : ""),
    ]
    for section in languages {
      facts.append((.languageDefinition(section.language), section.definition))
      facts.append((.languageNote(section.language), section.note))
      for term in section.terms { facts += Self.facts(term, section.language) }
    }
    return facts.filter { !$0.value.isEmpty }
  }

  private static func facts(
    _ term: TermSection, _ language: LanguageTag
  ) -> [(fact: ConceptFact, value: String)] {
    [
      (.status(language, term.term), term.status.rawValue),
      (.partOfSpeech(language, term.term), term.partOfSpeech?.rawValue ?? ""),
      (.gender(language, term.term), term.gender?.rawValue ?? ""),
      (.type(language, term.term), term.type?.rawValue ?? ""),
      (.hints(language, term.term), term.hints.text),
      (.termNote(language, term.term), term.note), (.context(language, term.term), term.context),
    ]
  }

  /// Sets what is said; nil takes it away, and with its status a term.
  public mutating func set(_ fact: ConceptFact, to value: String?) {
    let text = value ?? ""
    switch fact {
    case .subject: subject = text
    case .definition: definition = text
    case .note: note = text
    case .caseSensitive: isCaseSensitive = value != nil
    case .doNotTranslate: isDoNotTranslate = value != nil
    case .languageDefinition(let language): withSection(language) { $0.definition = text }
    case .languageNote(let language): withSection(language) { $0.note = text }
    case .status(let language, let term): setStatus(of: term, language, to: value)
    case .partOfSpeech(let language, let term):
      change(term, language) { $0.partOfSpeech = TermPartOfSpeech(rawValue: text) }
    case .gender(let language, let term):
      change(term, language) { $0.gender = GrammaticalGender(rawValue: text) }
    case .type(let language, let term):
      change(term, language) { $0.type = TermType(rawValue: text) }
    case .hints(let language, let term):
      change(term, language) { $0.hints = MatchHints(text: text) ?? [] }
    case .termNote(let language, let term): change(term, language) { $0.note = text }
    case .context(let language, let term): change(term, language) { $0.context = text }
    }
  }

  private mutating func setStatus(of term: String, _ language: LanguageTag, to value: String?) {
    guard let status = value.flatMap(TermStatus.init(rawValue:)) else {
      return withSection(language) { $0.terms.removeAll { $0.term == term } }
    }
    withSection(language) { section in
      if let index = section.terms.firstIndex(where: { $0.term == term }) {
        section.terms[index].status = status
      } else {
        section.terms.append(TermSection(term, status: status))
      }
    }
  }

  private mutating func change(
    _ term: String, _ language: LanguageTag, _ change: (inout TermSection) -> Void
  ) {
    guard let section = languages.firstIndex(where: { $0.language == language }),
      let index = languages[section].terms.firstIndex(where: { $0.term == term })
    else { return }
    change(&languages[section].terms[index])
  }
}
