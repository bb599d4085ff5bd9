package import SamsvarModel
package import SamsvarText

/// What engines are known to do wrong: nothing, too much, the source itself, another language.
package struct DraftSuspicion {
  private let source: LanguageTag
  private let target: LanguageTag
  private let detector: LanguageDetector?

  /// Checks for a pair of languages; without a detector the language is not told.
  package init(from source: LanguageTag, to target: LanguageTag, detector: LanguageDetector?) {
    self.source = source.base
    self.target = target.base
    self.detector = detector
  }

  /// What is suspicious about an answer, in lower case without a full stop; nil for nothing.
  package func reason(_ text: String, of original: String) -> String? {
    let words = Self.words(text)
    let own = Self.words(original)
    if words.isEmpty { return own.isEmpty ? nil : "the engine gave no text" }
    if isCopied(words, own) { return "the engine gave the source back" }
    if text.utf8.count > 60, text.utf8.count > 3 * original.utf8.count {
      return "the engine gave a text three times as long as the source"
    }
    if original.utf8.count > 60, text.utf8.count * 4 < original.utf8.count {
      return "the engine gave a text a quarter as long as the source"
    }
    if Self.repeats(words) { return "the engine says the same again and again" }
    return wrongLanguage(text, words.count)
  }

  /// Names and numbers stay as they are, and so do many short segments between Bokmål and Nynorsk.
  private func isCopied(_ words: [[UInt8]], _ own: [[UInt8]]) -> Bool {
    let isNear = source.isNorwegian && target.isNorwegian
    guard words == own else { return false }
    return words.count { $0.first.map { $0 | 0x20 >= 0x61 || $0 >= 0x80 } ?? false }
      >= (isNear ? 12 : 4)
  }

  private static func repeats(_ words: [[UInt8]]) -> Bool {
    guard words.count >= 12 else { return false }
    for length in 1...4 {
      let end = words.suffix(length)
      var start = words.count - length
      var times = 1
      while start >= length, words[(start - length)..<start].elementsEqual(end) {
        start -= length
        times += 1
      }
      if times >= 4, times * length >= 8 { return true }
    }
    return false
  }

  private func wrongLanguage(_ text: String, _ words: Int) -> String? {
    guard words >= 6, let best = detector?.detect(Array(text.utf8)).first,
      best.language.base != target
    else { return nil }
    // Short texts in Bokmål and Nynorsk look alike.
    let isNear = best.language.isNorwegian && target.isNorwegian
    guard best.share > (isNear ? 0.99 : 0.9), !isNear || words >= 12 else { return nil }
    return "the engine gave \(best.language), not \(target)"
  }

  private static func words(_ text: String) -> [[UInt8]] {
    Folding.lower(Array(text.utf8)).split { $0 <= 0x20 }.map { word in
      Array(word.filter { $0 >= 0x80 || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 &- 0x30 < 10 })
    }.filter { !$0.isEmpty }
  }
}
