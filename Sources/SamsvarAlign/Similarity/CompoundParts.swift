package import SamsvarLexicon
package import SamsvarModel
import SamsvarText

/// The two parts of a Norwegian compound, each known to the lexicon: `militær` + `avtale`.
package enum CompoundParts {
  /// The modifier and head of the first candidate that can be cut, the longest head preferred.
  package static func parts(
    _ candidates: [[UInt8]], _ lexicon: Lexicon, _ language: LanguageTag
  ) -> [[UInt8]] {
    for word in candidates where word.count >= 7 {
      if let parts = cut(word, lexicon, language) { return parts }
    }
    return []
  }

  private static func cut(
    _ word: [UInt8], _ lexicon: Lexicon, _ language: LanguageTag
  ) -> [[UInt8]]? {
    // Beyond that it is no word, and each cut is looked up.
    guard word.count <= Lemmatiser.longestCompound else { return nil }
    for split in 3...max(3, word.count - 3) where word.count - split >= 3 {
      var head = Array(word[split...])
      if head.first == 0x2D { head.removeFirst() }
      guard lexicon.contains(head, in: language) else { continue }
      let modifier = Array(word[..<split])
      for form in modifiers(modifier) where lexicon.contains(form, in: language) {
        return [form, head]
      }
    }
    return nil
  }

  /// The modifier as it stands, without a linking -s- or -e-, without a hyphen.
  private static func modifiers(_ modifier: [UInt8]) -> [[UInt8]] {
    guard let last = modifier.last, modifier.count > 3 else { return [modifier] }
    switch last {
    case 0x73, 0x65, 0x2D: return [modifier, Array(modifier.dropLast())]
    default: return [modifier]
    }
  }
}
