/// Names with digits in them.
enum Identifiers {
  /// The part that is the same in both languages, in capitals without hyphens: `CO2` of
  /// `CO2-håndtering` and `CO₂`, `COVID19` of `covid-19`.
  static func normalized(_ word: [UInt8]) -> String {
    var name = ""
    let text = String(decoding: word, as: UTF8.self).uppercased()
    for part in text.split(whereSeparator: { "-–‑".contains($0) }) {
      if !name.isEmpty, name.contains(where: \.isNumber), !part.contains(where: \.isNumber) {
        break
      }
      name += part
    }
    return String(name.map { subscripts[$0] ?? $0 })
  }

  /// Whether two names differ in a genitive ending (`Exim4s`) or in the word before the number alone, which
  /// is translated (`pakke1` and `package1`).
  ///
  /// - Parameters: Names as `normalized` gives them.
  static func isSame(_ name: String, _ other: String) -> Bool {
    let (word, number) = parts(name)
    let (otherWord, otherNumber) = parts(other)
    return number == otherNumber
      && (word == otherWord || min(word.count, otherWord.count) >= longWord)
  }

  /// The fewest letters of a word that is no code.
  private static let longWord = 4

  /// The letters before the first digit, and the rest without a genitive ending.
  private static func parts(_ name: String) -> (word: Substring, number: Substring) {
    let word = name.prefix { !$0.isNumber }
    var number = name.dropFirst(word.count)
    if number.last == "S", number.dropLast().last?.isNumber == true { number = number.dropLast() }
    return (word, number)
  }

  private static let subscripts: [Character: Character] = [
    "₀": "0", "₁": "1", "₂": "2", "₃": "3", "₄": "4", "₅": "5", "₆": "6", "₇": "7", "₈": "8",
    "₉": "9",
  ]
}

/// Roman numerals of regents, popes and wars.
enum RomanNumeral {
  /// The value of up to six letters I, V and X; nil for `I` and `X` alone, which are a word and an axis, and for
  /// other words.
  static func value(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard word.count <= 6, word.count > 1 || word.first == 0x56 else { return nil }
    var total = 0
    var last = 0
    for byte in word.reversed() {
      let value = byte == 0x49 ? 1 : byte == 0x56 ? 5 : byte == 0x58 ? 10 : 0
      guard value > 0 else { return nil }
      total += value < last ? -value : value
      last = max(last, value)
    }
    return total
  }
}
