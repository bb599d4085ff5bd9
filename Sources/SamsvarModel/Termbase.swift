/// The status of a term in its concept (TBX v3, ISO 30042:2019, administrativeStatus).
public enum TermStatus: String, Sendable, CaseIterable {
  case preferred, admitted, deprecated, forbidden

  /// Whether a text may use the term.
  public var isAllowed: Bool { self == .preferred || self == .admitted }
}

/// One term of a language section.
public struct TermSection: Hashable, Sendable {
  /// The term as written: `utanriksminister`.
  public var term: String
  /// Whether it may be used.
  public var status: TermStatus

  /// A term of the given status.
  public init(_ term: String, status: TermStatus = .preferred) {
    self.term = term
    self.status = status
  }
}

/// The terms of one language for a concept.
public struct LanguageSection: Hashable, Sendable {
  /// The language.
  public var language: LanguageTag
  /// The terms, in the order of the file.
  public var terms: [TermSection]

  /// The terms of a language.
  public init(language: LanguageTag, terms: [TermSection]) {
    self.language = language
    self.terms = terms
  }
}

/// A concept with its terms in several languages.
public struct ConceptEntry: Hashable, Sendable {
  /// The identifier, unique in its termbase.
  public var id: String
  /// The subject field, or an empty text.
  public var subject: String
  /// The definition, or an empty text.
  public var definition: String
  /// A remark, or an empty text.
  public var note: String
  /// Whether forms written in capitals must match in case (`US` is not `us`).
  public var isCaseSensitive: Bool
  /// Whether the target must hold the same form as the source.
  public var isDoNotTranslate: Bool
  /// The languages, in the order of the file.
  public var languages: [LanguageSection]

  /// A concept with the given parts.
  public init(
    id: String, subject: String = "", definition: String = "", note: String = "",
    isCaseSensitive: Bool = false, isDoNotTranslate: Bool = false,
    languages: [LanguageSection] = []
  ) {
    self.id = id
    self.subject = subject
    self.definition = definition
    self.note = note
    self.isCaseSensitive = isCaseSensitive
    self.isDoNotTranslate = isDoNotTranslate
    self.languages = languages
  }

  /// The terms of a language; Nynorsk falls back to Bokmål where it has none.
  public func terms(in language: LanguageTag) -> [TermSection] {
    let own = languages.first { $0.language.base == language.base }?.terms ?? []
    guard own.isEmpty, language.base == .nn else { return own }
    return languages.first { $0.language.base == .nb }?.terms ?? []
  }
}

/// A collection of concepts; its flat export is called a glossary.
public struct Termbase: Hashable, Sendable {
  /// The concepts, in the order of the file.
  public var concepts: [ConceptEntry]

  /// A termbase of the given concepts.
  public init(concepts: [ConceptEntry] = []) { self.concepts = concepts }

  /// The languages that occur, in order of first appearance.
  public var languages: [LanguageTag] {
    var seen: [LanguageTag] = []
    for section in concepts.flatMap(\.languages) where !seen.contains(section.language) {
      seen.append(section.language)
    }
    return seen
  }
}
