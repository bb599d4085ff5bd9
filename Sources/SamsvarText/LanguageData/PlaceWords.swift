/// Words that point to a country or region: its people and adjectives, and the capital that stands for it.
package struct PlaceWords: Sendable {
  /// The ISO 3166 codes by word or phrase, in lower case: `chinese` is CN, `beijing` is CN.
  private var codes: [[UInt8]: [String]] = [:]
  private var capitals: Set<[UInt8]> = []
  private var people: [String: String] = [:]

  /// Reads lines of a code, a kind and words, separated by tabs.
  init(_ lines: [String]) {
    for line in lines {
      let columns = line.split(separator: "\t")
      guard columns.count == 3 else { continue }
      if columns[1] == "people" {
        people[String(columns[0])] = columns[2].split(separator: ",").first.map(String.init)
      }
      for word in columns[2].split(separator: ",") {
        let bytes = Array(word.utf8.drop { $0 == 0x20 })
        codes[bytes, default: []].append(String(columns[0]))
        if columns[1] == "capital" { capitals.insert(bytes) }
      }
    }
  }

  /// The countries a word or phrase in lower case points to.
  package func countries(_ word: [UInt8]) -> [String] { codes[word] ?? [] }

  /// Whether a word or phrase in lower case is a capital.
  package func isCapital(_ word: [UInt8]) -> Bool { capitals.contains(word) }

  /// The adjective of a country, in lower case: `norwegian` for NO.
  package func people(_ code: String) -> String? { people[code] }
}
