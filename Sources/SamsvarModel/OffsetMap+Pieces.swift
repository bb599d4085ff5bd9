extension OffsetMap {
  /// A stretch of the derived text and the bytes of the original that stand for it.
  public struct Piece: Hashable, Sendable {
    /// The bytes of the derived text.
    public var derived: Range<Int>
    /// The bytes of the original.
    public var original: Range<Int>
    /// Whether the one was copied from the other.
    public var isCopied: Bool
  }

  /// The pieces of a stretch of the derived text, in order; what lies between them in the original was left
  /// out.
  ///
  /// - Complexity: O(log n + m) in the numbers of stretches and pieces
  public func pieces(_ range: Range<Int>) -> [Piece] {
    guard !anchors.isEmpty else {
      return range.isEmpty ? [] : [Piece(derived: range, original: range, isCopied: true)]
    }
    var result: [Piece] = []
    var number = index(of: range.lowerBound)
    while number < anchors.count, anchors[number].derived < range.upperBound {
      let anchor = anchors[number]
      let next = number + 1 < anchors.count ? anchors[number + 1] : nil
      let start = max(range.lowerBound, anchor.derived)
      let end = min(range.upperBound, next?.derived ?? range.upperBound)
      if start < end {
        let isCopied = anchor.scale == 1
        let first = isCopied ? anchor.original + start - anchor.derived : anchor.original
        let last =
          isCopied ? first + end - start : max(first, next?.original ?? first)
        result.append(Piece(derived: start..<end, original: first..<last, isCopied: isCopied))
      }
      number += 1
    }
    return result
  }
}
