/// Words that point to a country: its people and adjectives, and the capital that stands for it.
package struct PlaceWords: Sendable {
  /// The ISO 3166 codes by word or phrase, in lower case: `chinese` is CN, `beijing` is CN.
  private var codes: [[UInt8]: [String]] = [:]

  /// Reads lines of a code, a kind and words, separated by tabs.
  init(_ lines: [String]) {
    for line in lines {
      let columns = line.split(separator: "\t")
      guard columns.count == 3 else { continue }
      for word in columns[2].split(separator: ",") {
        codes[Array(word.utf8.drop { $0 == 0x20 }), default: []].append(String(columns[0]))
      }
    }
  }

  /// The countries a word or phrase in lower case points to.
  package func countries(_ word: [UInt8]) -> [String] { codes[word] ?? [] }
}
