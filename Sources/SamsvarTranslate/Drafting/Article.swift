/// The English indefinite article before a word that was put in.
enum Article {
  /// Makes `a` `an` or the other way round, where the word after it leaves no doubt.
  static func mend(_ bytes: inout [UInt8], before start: Int) {
    guard start >= 2, start < bytes.count, bytes[start - 1] == 0x20,
      let sound = startsWithVowel(bytes[start...])
    else { return }
    let word = bytes[..<(start - 1)].reversed().prefix { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
    let article = Array(word.reversed())
    let lower = article.map { $0 | 0x20 }
    if lower == [0x61], sound {
      bytes.insert(0x6E, at: start - 1)
    } else if lower == [0x61, 0x6E], !sound {
      bytes.remove(at: start - 2)
    }
  }

  /// Whether a word begins with the sound of a vowel; nil where spelling does not tell.
  private static func startsWithVowel(_ word: ArraySlice<UInt8>) -> Bool? {
    let digits = word.prefix { $0 &- 0x30 < 10 }
    if !digits.isEmpty {
      let text = String(decoding: digits, as: UTF8.self)
      if text.hasPrefix("8") { return true }
      return text == "11" || text == "18"
    }
    let letters = word.prefix { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }.map { $0 | 0x20 }
    // Acronyms are spelled out, and `u`, `h`, `eu`, `o` are said in more than one way.
    guard let first = letters.first, letters.count > 1,
      !word.prefix(2).allSatisfy({ $0 & 0x20 == 0 })
    else { return nil }
    switch first {
    case 0x61, 0x69: return true
    case 0x65: return letters[1] == 0x75 ? nil : true
    case 0x6F: return letters[1] == 0x6E ? nil : true
    case 0x75, 0x68: return nil
    default: return false
    }
  }
}
