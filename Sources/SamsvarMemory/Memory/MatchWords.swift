import SamsvarText

/// The words, numbers and marks of a segment, for scoring matches.
///
/// Cut by bytes and without a language's rules: hundreds of candidates are scored for one search.
package struct MatchWords {
  /// What a word is.
  package enum Kind: UInt8 { case word, number, mark }

  /// A word with its place.
  package struct Word {
    package var kind: Kind
    /// As written.
    package var text: ArraySlice<UInt8>
    /// In lower case.
    var lower: [UInt8]
  }

  /// The words in order.
  package private(set) var words: [Word] = []

  /// The words of a segment.
  ///
  /// - Complexity: O(n)
  package init(_ text: String) { self.init(normalised: SegmentKey.normalised(text)) }

  /// The words of a segment whose white space is single blanks.
  init(normalised bytes: [UInt8]) {
    var index = 0
    while index < bytes.count {
      let start = index
      let kind = Self.kind(bytes, index)
      index += Self.length(bytes[index])
      guard bytes[start] != 0x20 else { continue }
      while kind != .mark, index < bytes.count, Self.goesOn(kind, bytes, index) {
        index += Self.length(bytes[index])
      }
      index = min(index, bytes.count)
      let slice = bytes[start..<index]
      words.append(Word(kind: kind, text: slice, lower: Folding.lower(Array(slice))))
    }
  }

  private static func kind(_ bytes: [UInt8], _ index: Int) -> Kind {
    let byte = bytes[index]
    if byte &- 0x30 < 10 { return .number }
    if byte | 0x20 >= 0x61, byte | 0x20 <= 0x7A { return .word }
    // General punctuation (U+2000 to U+206F), guillemets and other marks of Latin-1.
    if byte == 0xE2, index + 1 < bytes.count, bytes[index + 1] < 0x82 { return .mark }
    if byte == 0xC2 { return .mark }
    return byte >= 0x80 ? .word : .mark
  }

  private static func goesOn(_ kind: Kind, _ bytes: [UInt8], _ index: Int) -> Bool {
    let next = Self.kind(bytes, index)
    if next == .mark {
      // `1.200` and `2,5` are one number, `19-åring` one word.
      let joins: [UInt8] = kind == .number ? [0x2E, 0x2C, 0x3A] : [0x2D, 0x27]
      return joins.contains(bytes[index]) && index + 1 < bytes.count
        && Self.kind(bytes, index + 1) == kind
    }
    return kind == .number ? next == .number : true
  }

  private static func length(_ byte: UInt8) -> Int {
    byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }
}
