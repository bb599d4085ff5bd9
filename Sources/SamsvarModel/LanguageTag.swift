/// A BCP 47 language tag, reduced to what the library distinguishes: language and region.
///
/// `no` (Norwegian, unspecified) is read as `nb`, since nearly all text so tagged is Bokmål:
/// `LanguageTag("no-NO")` equals `LanguageTag("nb-NO")`.
public struct LanguageTag: Hashable, Sendable, CustomStringConvertible {
  /// The ISO 639 language in lower case: `nn`.
  public let language: String
  /// The ISO 3166 region in upper case: `GB`, or nil.
  public let region: String?

  /// Norwegian Bokmål.
  public static let nb = LanguageTag(language: "nb", region: nil)
  /// Norwegian Nynorsk.
  public static let nn = LanguageTag(language: "nn", region: nil)
  /// English.
  public static let en = LanguageTag(language: "en", region: nil)

  private init(language: String, region: String?) {
    self.language = language
    self.region = region
  }

  /// Reads a tag such as `nb`, `nn-NO` or `en_GB`; nil unless it begins with two or three letters.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(whereSeparator: { $0 == "-" || $0 == "_" })
    guard let first = parts.first, (2...3).contains(first.utf8.count),
      first.utf8.allSatisfy({ Self.isLetter($0) })
    else { return nil }
    let code = first.lowercased()
    language = code == "no" ? "nb" : code
    region = parts.dropFirst().first {
      $0.utf8.count == 2 && $0.utf8.allSatisfy { Self.isLetter($0) }
    }.map { $0.uppercased() }
  }

  /// The tag without its region.
  public var base: LanguageTag { LanguageTag(language: language, region: nil) }

  /// Whether this is Bokmål or Nynorsk.
  public var isNorwegian: Bool { language == "nb" || language == "nn" }

  /// The tag in its written form: `en-GB`.
  public var description: String { region.map { "\(language)-\($0)" } ?? language }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
