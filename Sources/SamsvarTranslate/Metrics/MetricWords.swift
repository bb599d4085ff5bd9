/// The words of a text as Python's `str.split` finds them, on which the reference figures rest.
enum MetricWords {
  /// Whether a code point separates words: Unicode white space and the separators U+001C to U+001F.
  static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F,
      0x205F, 0x3000:
      true
    default: false
    }
  }

  /// The words, as runs of code points.
  static func words(_ text: [UInt32]) -> [ArraySlice<UInt32>] {
    text.split(whereSeparator: isSpace)
  }
}

/// Numbers for words, so that comparing two is comparing numbers.
struct MetricVocabulary {
  private var numbers: [ArraySlice<UInt32>: UInt32] = [:]

  /// The numbers of words, new ones for new words.
  mutating func numbers(_ words: [ArraySlice<UInt32>]) -> [UInt32] {
    words.map { word in
      if let number = numbers[word] { return number }
      let number = UInt32(numbers.count)
      numbers[word] = number
      return number
    }
  }
}
