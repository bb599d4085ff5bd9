/// The number or letter that a segment begins with: `6.2.1.`, `(3)`, `a)`, `§ 1.`, `Kapittel IV.`.
///
/// What follows it begins a sentence, and its capital says nothing.
enum SegmentLabel {
  /// The words of a segment whose capital says nothing: the first, and the first after a label.
  ///
  /// - Complexity: O(length of the label)
  static func initials(
    _ tokens: [Token], _ range: Range<Int>, _ text: [UInt8]
  ) -> (first: Int, second: Int)? {
    guard let first = word(tokens, range) else { return nil }
    if isEnumerator(tokens[first], text) {
      let after = first + 1
      let end = closing(tokens, first, text, range) ?? (hasDot(tokens[first], text) ? after : nil)
      guard let end, let second = word(tokens, end..<range.upperBound) else {
        return (first, first)
      }
      // An outline number is no word at all.
      return (hasDot(tokens[first], text) ? second : first, second)
    }
    let number = first + 1
    guard number < range.upperBound, isEnumerator(tokens[number], text),
      let end = closing(tokens, number, text, range),
      let second = word(tokens, end..<range.upperBound)
    else { return (first, first) }
    return (first, second)
  }

  /// The first token that is no mark.
  private static func word(_ tokens: [Token], _ range: Range<Int>) -> Int? {
    range.first { !tokens[$0].kind.isMark }
  }

  /// Digits, one letter, or a Roman numeral.
  private static func isEnumerator(_ token: Token, _ text: [UInt8]) -> Bool {
    if token.kind == .number || token.kind == .ordinal { return true }
    guard token.kind == .word || token.kind == .abbreviation else { return false }
    let range = text[
      token.range.last.map { text[$0] == 0x2E } == true
        ? token.range.dropLast() : token.range]
    return range.count == 1
      || range.count <= 4
        && text.withUnsafeBufferPointer {
          RomanNumeral.value($0[range.startIndex..<range.endIndex]) != nil
        }
  }

  /// The token after the dot or bracket that closes a label.
  private static func closing(
    _ tokens: [Token], _ index: Int, _ text: [UInt8], _ range: Range<Int>
  ) -> Int? {
    if text[Int(tokens[index].end) - 1] == 0x2E { return index + 1 }
    let next = index + 1
    guard next < range.upperBound, tokens[next].start == tokens[index].end,
      tokens[next].range.count == 1
    else { return nil }
    let mark = text[Int(tokens[next].start)]
    return mark == 0x2E || mark == 0x29 ? next + 1 : nil
  }

  private static func hasDot(_ token: Token, _ text: [UInt8]) -> Bool {
    (token.kind == .number || token.kind == .ordinal) && text[token.range].contains(0x2E)
  }
}
