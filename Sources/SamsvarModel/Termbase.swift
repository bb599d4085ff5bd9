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

extension ConceptEntry {
  /// Adds terms to a language's section, which is made where there is none.
  public mutating func add(_ terms: [TermSection], in language: LanguageTag) {
    withSection(language) { $0.terms += terms }
  }

  /// Changes a language's section, which is made where there is none.
  public mutating func withSection(
    _ language: LanguageTag, _ change: (inout LanguageSection) -> Void
  ) {
    let index =
      languages.firstIndex { $0.language == language }
      ?? {
        languages.append(LanguageSection(language: language, terms: []))
        return languages.count - 1
      }()
    change(&languages[index])
  }
}
