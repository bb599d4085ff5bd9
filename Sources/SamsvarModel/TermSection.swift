/// The status of a term in its concept (TBX v3, ISO 30042:2019, administrativeStatus).
public enum TermStatus: String, Sendable, CaseIterable {
  case preferred, admitted, deprecated, forbidden

  /// Whether a text may use the term.
  public var isAllowed: Bool { self == .preferred || self == .admitted }
}

/// What a term is in grammar (TBX-Basic, partOfSpeech).
public enum TermPartOfSpeech: String, Sendable, CaseIterable {
  case noun, verb, adjective, adverb, other
}

/// The gender of a noun (TBX-Basic, grammaticalGender).
public enum GrammaticalGender: String, Sendable, CaseIterable {
  case masculine, feminine, neuter, other
}

/// How a term is made (TBX-Basic, termType).
public enum TermType: String, Sendable, CaseIterable {
  case fullForm, acronym, abbreviation, shortForm, variant, phrase
}

/// What a text must keep to where a term is looked for in it.
public struct MatchHints: OptionSet, Hashable, Sendable {
  /// One bit a hint.
  public let rawValue: UInt8

  /// Hints of the given bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Not as a part of a compound: `rett` is not looked for in `rettsak`.
  public static let notInCompounds = MatchHints(rawValue: 1)
  /// In the listed form alone, inflected forms apart.
  public static let exactForm = MatchHints(rawValue: 2)
  /// With the listed capitals and small letters, a capital at the start of a sentence apart.
  public static let exactCase = MatchHints(rawValue: 4)

  /// The hints and what they are called in files.
  public static let names: [(name: String, hint: MatchHints)] = [
    ("not in compounds", .notInCompounds), ("exact form", .exactForm), ("exact case", .exactCase),
  ]

  /// The hints as files have them: `not in compounds, exact case`.
  public var text: String {
    Self.names.filter { contains($0.hint) }.map(\.name).joined(separator: ", ")
  }

  /// Reads what `text` writes; nil where a name is unknown.
  public init?(text: String) {
    self = []
    for part in text.lowercased().split(separator: ",") {
      let name = part.split { $0 == " " || $0 == "\u{A0}" }.joined(separator: " ")
      guard let hint = Self.names.first(where: { $0.name == name })?.hint else { return nil }
      insert(hint)
    }
  }
}

/// One term of a language section.
public struct TermSection: Hashable, Sendable {
  /// The term as written: `utanriksminister`.
  public var term: String
  /// Whether it may be used.
  public var status: TermStatus
  /// What it is in grammar, where the file says so.
  public var partOfSpeech: TermPartOfSpeech?
  /// Its gender, where the file says so.
  public var gender: GrammaticalGender?
  /// How it is made, where the file says so.
  public var type: TermType?
  /// What a text must keep to.
  public var hints: MatchHints = []
  /// A remark about the term, or an empty text.
  public var note = ""
  /// A sentence in which it stands, or an empty text.
  public var context = ""

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
  /// The definition in this language, or an empty text.
  public var definition = ""
  /// A remark in this language, or an empty text.
  public var note = ""
  /// The terms, in the order of the file.
  public var terms: [TermSection]

  /// The terms of a language.
  public init(language: LanguageTag, terms: [TermSection]) {
    self.language = language
    self.terms = terms
  }
}
