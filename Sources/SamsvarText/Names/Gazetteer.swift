import CICU
package import SamsvarModel

/// Names of countries, cities, languages and currencies in one language, from CLDR.
///
/// `De forente arabiske emirater` and `United Arab Emirates` share the code `country:AE`, `København`
/// and `Copenhagen` the code `city:Europe/Copenhagen`.
package struct Gazetteer: Sendable {
  /// Names by their first word in lower case, the longest first.
  private var names: [[UInt8]: [(words: [[UInt8]], code: String)]] = [:]

  /// The names in a language.
  ///
  /// - Complexity: some 1,500 names; about 10 ms, so that it is made once for a run
  package init(_ language: LanguageTag) {
    for code in CLDRNames.countryCodes() {
      if let name = CLDRNames.country(code, in: language) { add(name, "country:\(code)") }
    }
    for code in Self.languages {
      if let name = CLDRNames.language(code, in: language) { add(name, "language:\(code)") }
    }
    for code in Self.currencies {
      if let name = CLDRNames.currency(code, in: language) { add(name, "currency:\(code)") }
    }
    CLDRNames.forEachCity(in: language) { zone, name in add(name, "city:\(zone)") }
    for first in names.keys { names[first]?.sort { $0.words.count > $1.words.count } }
  }

  /// Adds a name, and where CLDR writes `&` or `St.` the form of running text too: `Svalbard and Jan Mayen`.
  private mutating func add(_ name: String, _ code: String) {
    addForm(name, code)
    guard name.utf8.contains(0x26) || name.hasPrefix("St. ") else { return }
    addForm(
      name.split(separator: " ").map { $0 == "&" ? "and" : $0 == "St." ? "Saint" : $0 }
        .joined(separator: " "), code)
  }

  private mutating func addForm(_ name: String, _ code: String) {
    let words = Folding.lower(Array(name.utf8)).split(separator: 0x20).map(Array.init)
    guard let first = words.first else { return }
    names[first, default: []].append((words, code))
  }

  /// The longest name that begins with the first of some words in lower case: its code, the number
  /// of words, and whether the last one has a genitive ending (`Norges`, `Norway's`).
  ///
  /// - Parameter word: The words by their distance from the first; nil where the segment ends.
  package func match(
    _ word: (Int) -> [UInt8]?
  ) -> (code: String, count: Int, hasGenitive: Bool)? {
    guard let first = word(0) else { return nil }
    for key in Self.withoutGenitive(first) {
      for (words, code) in names[key] ?? [] {
        guard let last = match(words, word) else { continue }
        return (code, words.count, last != words[words.count - 1])
      }
    }
    return nil
  }

  /// The last word as found, where all words match.
  private func match(_ words: [[UInt8]], _ word: (Int) -> [UInt8]?) -> [UInt8]? {
    var last: [UInt8]?
    for (index, expected) in words.enumerated() {
      guard let found = word(index) else { return nil }
      last = found
      if found == expected { continue }
      guard index == words.count - 1, Self.withoutGenitive(found).contains(expected) else {
        return nil
      }
    }
    return last
  }

  /// A word, and what it is without a genitive ending.
  private static func withoutGenitive(_ word: [UInt8]) -> [[UInt8]] {
    if word.suffix(2).elementsEqual("'s".utf8) { return [word, word.dropLast(2)] }
    return word.last == 0x73 && word.count > 3 ? [word, word.dropLast()] : [word]
  }

  /// Languages of the news; CLDR knows hundreds, many of them words of their own (`Bini`, `Ga`).
  private static let languages = [
    "nb", "nn", "no", "en", "da", "sv", "fi", "is", "fo", "se", "de", "fr", "nl", "es", "pt", "it",
    "ru", "uk", "pl", "cs", "sk", "hu", "ro", "bg", "el", "tr", "ar", "fa", "he", "ur", "hi", "zh",
    "ja", "ko", "vi", "th", "so", "ti", "am", "sw", "ku", "ps", "lt", "lv", "et", "sq", "sr", "hr",
    "bs", "ta", "pa", "la",
  ]

  private static let currencies = [
    "NOK", "SEK", "DKK", "ISK", "EUR", "USD", "GBP", "CHF", "JPY", "CNY", "RUB", "PLN", "TRY",
    "CAD", "AUD", "INR",
  ]
}
