/// Pairs the delimiters of emphasis (`*`, `_`, `~~`) as CommonMark 6.2 has it.
struct MarkdownEmphasis {
  private struct Run {
    var start: Int
    var count: Int
    var length: Int
    var mark: UInt8
    var canOpen: Bool
    var canClose: Bool
    /// Delimiters taken from the front by what they closed.
    var used = 0
    var previous: Int
    var next: Int
  }

  private var runs: [Run] = []

  /// Notes the run of delimiters at an offset and returns the offset behind it.
  mutating func add(_ bytes: [UInt8], at start: Int) -> Int {
    let mark = bytes[start]
    let count = MarkdownLine.run(bytes, mark, from: start, to: bytes.count)
    let before = Self.character(bytes, before: start)
    let after = Self.character(bytes, from: start + count)
    let isLeft = after != .space && (after != .punctuation || before != .other)
    let isRight = before != .space && (before != .punctuation || after != .other)
    let isUnderscore = mark == 0x5F
    runs.append(
      Run(
        start: start, count: count, length: count, mark: mark,
        canOpen: isLeft && (!isUnderscore || !isRight || before == .punctuation),
        canClose: isRight && (!isUnderscore || !isLeft || after == .punctuation),
        previous: runs.count - 1, next: runs.count + 1))
    return start + count
  }

  /// Calls `body` with the stretches of delimiters that open or close an emphasis.
  ///
  /// - Complexity: O(n): what found no opener is not looked for again
  mutating func pair(_ body: (_ start: Int, _ count: Int) -> Void) {
    var bottoms: [Int: Int] = [:]
    var closer = 0
    while closer < runs.count {
      guard runs[closer].canClose, runs[closer].count > 0 else {
        closer = runs[closer].next
        continue
      }
      let key = Int(runs[closer].mark) * 8 + runs[closer].length % 3 * 2
        + (runs[closer].canOpen ? 1 : 0)
      guard let opener = opener(of: closer, above: bottoms[key] ?? -1) else {
        bottoms[key] = runs[closer].previous
        if !runs[closer].canOpen { unlink(closer) }
        closer = runs[closer].next
        continue
      }
      use(opener, closer, body)
      if runs[closer].count == 0 { closer = runs[closer].next }
    }
  }

  private func opener(of closer: Int, above bottom: Int) -> Int? {
    let close = runs[closer]
    var index = close.previous
    while index > bottom {
      let open = runs[index]
      let isThree =
        (open.canClose || close.canOpen) && (open.length + close.length) % 3 == 0
        && (open.length % 3 != 0 || close.length % 3 != 0)
      let fits = close.mark != 0x7E || open.count == close.count && close.count <= 2
      if open.mark == close.mark, open.canOpen, open.count > 0, fits,
        !isThree || close.mark == 0x7E
      {
        return index
      }
      index = open.previous
    }
    return nil
  }

  private mutating func use(
    _ opener: Int, _ closer: Int, _ body: (_ start: Int, _ count: Int) -> Void
  ) {
    let count = runs[opener].count >= 2 && runs[closer].count >= 2 ? 2 : 1
    runs[opener].count -= count
    body(runs[opener].start + runs[opener].used + runs[opener].count, count)
    body(runs[closer].start + runs[closer].used, count)
    runs[closer].used += count
    runs[closer].count -= count
    // What stands between the two can pair with nothing outside.
    runs[opener].next = closer
    runs[closer].previous = opener
    if runs[opener].count == 0 { unlink(opener) }
    if runs[closer].count == 0 { unlink(closer) }
  }

  private mutating func unlink(_ index: Int) {
    let (previous, next) = (runs[index].previous, runs[index].next)
    if previous >= 0 { runs[previous].next = next }
    if next < runs.count { runs[next].previous = previous }
  }

  // MARK: - Characters

  private enum Character { case space, punctuation, other }

  private static func character(_ bytes: [UInt8], before index: Int) -> Character {
    guard index > 0 else { return .space }
    var start = index - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return character(bytes[start..<index])
  }

  private static func character(_ bytes: [UInt8], from index: Int) -> Character {
    guard index < bytes.count else { return .space }
    var end = index + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return character(bytes[index..<end])
  }

  private static func character(_ bytes: ArraySlice<UInt8>) -> Character {
    if let first = bytes.first, first < 0x80 {
      return first <= 0x20 ? .space : isASCIIPunctuation(first) ? .punctuation : .other
    }
    let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first
    if scalar?.properties.isWhitespace == true { return .space }
    switch scalar?.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .currencySymbol, .mathSymbol,
      .modifierSymbol, .otherSymbol:
      return .punctuation
    default: return .other
    }
  }

  /// Whether a byte is punctuation or a symbol of ASCII.
  static func isASCIIPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
