import SamsvarModel

/// What TBX calls the parts of a termbase.
///
/// Source: ISO 30042:2019, the dialects TBX-Min and TBX-Basic 1.2.1 (LTAC); ISO 30042:2008 for v2.
enum TBXVocabulary {
  static let core = "urn:iso:std:iso:30042:ed-2"
  static let min = "http://www.tbxinfo.net/ns/min"
  static let basic = "http://www.tbxinfo.net/ns/basic"

  /// The pick-list value of a status.
  static func text(_ status: TermStatus) -> String {
    switch status {
    case .preferred: "preferredTerm-admn-sts"
    case .admitted: "admittedTerm-admn-sts"
    case .deprecated: "supersededTerm-admn-sts"
    case .forbidden: "deprecatedTerm-admn-sts"
    }
  }

  /// The status of a value of administrativeStatus, normativeAuthorization or usageStatus.
  static func status(_ value: String) -> TermStatus? {
    let value = value.lowercased()
    if value.hasPrefix("preferred") || value.hasPrefix("standardized") { return .preferred }
    if value.hasPrefix("admitted") || value.hasPrefix("legal") || value.hasPrefix("regulated") {
      return .admitted
    }
    if value.hasPrefix("superseded") || value.hasPrefix("obsolete") { return .deprecated }
    if value.hasPrefix("deprecated") || value.hasPrefix("notrecommended")
      || value.hasPrefix("forbidden")
    {
      return .forbidden
    }
    return nil
  }

  /// Where a data category stands in DCT: its module's prefix.
  static func prefix(_ category: String) -> String {
    ["subjectField", "administrativeStatus", "partOfSpeech"].contains(category) ? "min" : "basic"
  }

  // MARK: - Notes for what TBX has no category for

  static let doNotTranslate = "do-not-translate"
  static let caseSensitive = "case-sensitive"
  private static let match = "match: "

  /// The note of a term's hints; nil for none.
  static func note(_ hints: MatchHints) -> String? { hints.isEmpty ? nil : match + hints.text }

  /// The hints of a note; nil where it is some other note.
  static func hints(_ note: String) -> MatchHints? {
    note.hasPrefix(match) ? MatchHints(text: String(note.dropFirst(match.count))) : nil
  }

  /// The notes that hold what TBX has no category for.
  static func notes(_ concept: ConceptEntry) -> [String] {
    (concept.note.isEmpty ? [] : [concept.note])
      + (concept.isDoNotTranslate ? [doNotTranslate] : [])
      + (concept.isCaseSensitive ? [caseSensitive] : [])
  }

  /// The languages that can be written: those with a term, one section each.
  static func sections(_ concept: ConceptEntry) -> [LanguageSection] {
    concept.languages.filter { !$0.terms.isEmpty }
  }
}

/// Identifiers as XML wants them (`xs:ID`), none twice.
struct MarkupIdentifiers {
  private var used: Set<String> = []

  /// The id itself where XML allows it, else one made from it.
  mutating func identifier(_ id: String) -> String {
    let scalars = id.unicodeScalars.map { Self.isName($0) ? $0 : "_" }
    var name = String(String.UnicodeScalarView(scalars))
    if name.unicodeScalars.first.map(Self.isStart) != true { name = "c" + name }
    var unique = name
    var number = 2
    while !used.insert(unique).inserted {
      unique = "\(name)-\(number)"
      number += 1
    }
    return unique
  }

  private static func isStart(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_"
      || scalar.properties.isAlphabetic && (scalar.isASCII || scalar.value >= 0xC0)
        && scalar.value < 0x2FF0
  }

  private static func isName(_ scalar: Unicode.Scalar) -> Bool {
    isStart(scalar) || ("0"..."9").contains(scalar) || scalar == "-" || scalar == "."
  }
}
