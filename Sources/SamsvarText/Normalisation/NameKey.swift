import CICU

/// What the spellings of one name have in common, for matching only.
///
/// Norwegian and English newsrooms write names from other scripts in their own ways: `Gaddafi`,
/// `Qadhafi`, `Khadafi`; `Salamé`, `Salame`; `Haakon`, `Håkon`; `Tsjetsjenia` and `Chechnya` are
/// beyond it. The key drops marks, writes æ, ø, å and their two-letter forms alike, gives the
/// letters for one sound one letter and writes doubled letters once.
package enum NameKey {
  /// The key of a word in lower case: letters a to z.
  ///
  /// - Complexity: O(n)
  package static func key(_ word: [UInt8]) -> [UInt8] {
    let plain = withoutMarks(word)
    var key: [UInt8] = []
    key.reserveCapacity(plain.count)
    var index = 0
    while index < plain.count {
      let next = index + 1 < plain.count ? plain[index + 1] : 0
      let (letter, length) = sound(plain[index], next)
      index += length
      if key.last != letter { key.append(letter) }
    }
    // `h` at the end is not heard: `Abdullah`
    if key.count > 3, key.last == 0x68 { key.removeLast() }
    return key
  }

  /// One letter for the letters of one sound, and how many letters it took.
  private static func sound(_ letter: UInt8, _ next: UInt8) -> (UInt8, Int) {
    if let pair = pairs[[letter, next]] { return (pair, 2) }
    return (singles[letter] ?? letter, 1)
  }

  private static let pairs: [[UInt8]: UInt8] = table([
    "qh": "k", "gh": "k", "kh": "k", "ck": "k", "dh": "d", "th": "t", "ph": "f", "sh": "s",
    "sj": "s", "ou": "u", "oe": "o", "ae": "e", "ee": "i", "ue": "u",
  ]).reduce(into: [:]) { $0[$1.key] = $1.value }

  private static let singles: [UInt8: UInt8] = table([
    "q": "k", "g": "k", "c": "k", "z": "s", "w": "v", "y": "i", "j": "i",
  ]).reduce(into: [:]) { result, entry in
    if let letter = entry.key.first { result[letter] = entry.value }
  }

  private static func table(_ sounds: KeyValuePairs<String, String>) -> [(
    key: [UInt8], value: UInt8
  )] {
    sounds.compactMap { letters, sound in
      sound.utf8.first.map { (Array(letters.utf8), $0) }
    }
  }

  /// Letters without their marks; æ is e, ø is o, å is a; what is no letter is left out.
  private static func withoutMarks(_ word: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    word.withUnsafeBufferPointer { text in
      var index = 0
      while index < text.count {
        let (scalar, length) = UTF8Scalar.decode(text, at: index)
        index += length
        switch scalar {
        case 0x61...0x7A: plain.append(UInt8(scalar))
        case 0..<0x80: continue
        case 0xE6: plain.append(UInt8(ascii: "e"))
        case 0xF8: plain.append(UInt8(ascii: "o"))
        case 0xDF: plain.append(UInt8(ascii: "s"))
        case 0xF0, 0x111: plain.append(UInt8(ascii: "d"))
        case 0x142: plain.append(UInt8(ascii: "l"))
        default:
          if let base = base(scalar) { plain.append(base) }
        }
      }
    }
    return plain
  }

  /// The letter a to z that a character with a mark is made of.
  private static func base(_ scalar: UInt32) -> UInt8? {
    var buffer = [UInt16](repeating: 0, count: 8)
    let length = cicu_decompose(Int32(bitPattern: scalar), &buffer, 8)
    guard length > 0, (0x61...0x7A).contains(buffer[0]) else { return nil }
    return UInt8(buffer[0])
  }
}
