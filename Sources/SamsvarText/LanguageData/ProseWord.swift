/// A word of a text that tells its language.
struct ProseWord {
  /// Its letters in lower case.
  var letters: [UInt8]
  /// Whether it begins with a capital, at the start of a sentence.
  var mayBeName: Bool

  /// The words of a text in order, without the names; one with a capital counts only where a sentence may begin.
  ///
  /// - Parameter limit: The byte where reading stops, with the word there read to its end.
  /// - Complexity: O(n)
  static func all(in text: [UInt8], limit: Int) -> [ProseWord] {
    text.withUnsafeBufferPointer { text in
      var words: [ProseWord] = []
      var index = 0
      var isStart = true
      while index < min(limit, text.count) {
        let end = wordEnd(text, from: index)
        guard end > index else {
          let (scalar, length) = UTF8Scalar.decode(text, at: index)
          if endsSentence(scalar) { isStart = true }
          index += length
          continue
        }
        let isCapital = Characters.isUpper(UTF8Scalar.decode(text, at: index).0)
        if isStart || !isCapital {
          words.append(ProseWord(letters: Folding.lower(text, index..<end), mayBeName: isCapital))
        }
        isStart = false
        index = end
      }
      return words
    }
  }

  /// The end of the run of letters, with apostrophes and hyphens between them.
  private static func wordEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = start
    var index = start
    while index < text.count {
      let (scalar, length) = UTF8Scalar.decode(text, at: index)
      index += length
      if Characters.isLetter(scalar) || Characters.isMark(scalar) {
        end = index
      } else if end == start || index - length > end || !joins(scalar) {
        break
      }
    }
    return end
  }

  private static func joins(_ scalar: UInt32) -> Bool {
    scalar == 0x27 || scalar == 0x2019 || scalar == 0x2D
  }

  private static func endsSentence(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0A, 0x21, 0x2E, 0x3A, 0x3F, 0x2026: true
    default: Characters.isQuote(scalar) || Characters.isDash(scalar)
    }
  }
}
