public import SamsvarModel
import SamsvarText

/// What pages and reports say, in English, Bokmål or Nynorsk.
///
/// The program's own words are English; the files `phrases.nb.tsv` and `phrases.nn.tsv` beside the page
/// assets translate them. A phrase that a file lacks stays English.
public struct Phrases: Sendable {
  /// The language of the phrases.
  public let language: LanguageTag
  private var exact: [String: String] = [:]
  private var patterns: [(source: [Substring], target: String)] = []

  /// The phrases in English.
  public static let english = Phrases(.en, lines: [])

  /// Phrases of lines with English, a tab and the translation; `{1}` and `{2}` are filled in.
  init(_ language: LanguageTag, lines: [Substring]) {
    self.language = language
    for line in lines where line.first != "#" {
      let columns = line.split(separator: "\t")
      guard columns.count == 2 else { continue }
      exact[String(columns[0])] = String(columns[1])
      if columns[0].contains("{1}") {
        patterns.append((Self.pieces(columns[0]), String(columns[1])))
      }
    }
  }

  /// The phrases of a language as installed: nb, nn, or English for any other.
  ///
  /// - Throws: `InputError` when the file is missing.
  public static func installed(_ language: LanguageTag) throws(InputError) -> Phrases {
    guard language.isNorwegian else { return .english }
    let name = "phrases.\(language.language).tsv"
    guard let folder = DataLocation.find("Pages", room: "SamsvarFormats") else {
      throw InputError(
        "no phrases found; set SAMSVAR_DATA to the folder that holds Pages",
        at: SourcePosition(file: name))
    }
    let text = String(decoding: try FileBytes.read("\(folder)/\(name)"), as: UTF8.self)
    return Phrases(language.base, lines: text.split(separator: "\n"))
  }

  /// All phrases by their English.
  package var all: [String: String] { exact }

  /// A phrase given in English, with what is to be filled in.
  public func callAsFunction(_ english: String, _ fillings: String...) -> String {
    Self.filled(exact[english] ?? english, fillings)
  }

  /// How many there are of something: `1 finding`, `{1} findings`.
  public func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? self("1 \(noun)") : self("{1} \(noun)s", String(number))
  }

  /// A message that is already filled in: the first pattern that fits says how to put it.
  ///
  /// - Complexity: O(patterns × length)
  public func message(_ english: String) -> String {
    if let phrase = exact[english] { return phrase }
    for (source, target) in patterns {
      if let fillings = Self.fillings(source, english) { return Self.filled(target, fillings) }
    }
    return english
  }

  /// What stands between `{1}`, `{2}` of a pattern.
  private static func pieces(_ pattern: Substring) -> [Substring] {
    var pieces: [Substring] = []
    var rest = pattern
    for number in 1...9 {
      guard let mark = rest.firstRange(of: "{\(number)}") else { break }
      pieces.append(rest[..<mark.lowerBound])
      rest = rest[mark.upperBound...]
    }
    return pieces + [rest]
  }

  private static func fillings(_ pieces: [Substring], _ text: String) -> [String]? {
    guard let first = pieces.first, let last = pieces.last, text.hasPrefix(first),
      text.hasSuffix(last), text.count >= first.count + last.count
    else { return nil }
    var fillings: [String] = []
    var rest = text.dropFirst(first.count).dropLast(last.count)
    for piece in pieces.dropFirst().dropLast() {
      guard let place = rest.firstRange(of: piece) else { return nil }
      fillings.append(String(rest[..<place.lowerBound]))
      rest = rest[place.upperBound...]
    }
    return fillings + [String(rest)]
  }

  private static func filled(_ phrase: String, _ fillings: [String]) -> String {
    var result = phrase
    for (index, filling) in fillings.enumerated() {
      guard let mark = result.firstRange(of: "{\(index + 1)}") else { continue }
      result.replaceSubrange(mark, with: filling)
    }
    return result
  }
}

extension Finding {
  /// The finding with message and reason in another language.
  public func said(_ phrases: Phrases) -> Finding {
    var copy = self
    copy.message = phrases.message(message)
    copy.reason = phrases.message(reason)
    return copy
  }
}
