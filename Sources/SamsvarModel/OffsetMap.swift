/// A map from byte offsets in a derived text (decoded, normalised) back to those in the original.
///
/// It is a list of stretches. Inside a stretch that was copied unchanged an offset is exact; inside
/// a replaced one (an `å` that was a letter and a ring) every offset maps to the beginning of what
/// was replaced, and the end of the stretch to its end.
public struct OffsetMap: Hashable, Sendable {
  /// One stretch: from `derived` on, offsets map to `original` on.
  public struct Anchor: Hashable, Sendable {
    /// Where the stretch begins in the derived text.
    public var derived: Int
    /// Where it begins in the original.
    public var original: Int
    /// Bytes of the original for each derived byte: 1 where copied, 2 for ASCII in UTF-16, 0
    /// where the stretch was replaced as a whole.
    public var scale: Int

    /// A stretch that begins at the two offsets.
    public init(derived: Int, original: Int, scale: Int) {
      self.derived = derived
      self.original = original
      self.scale = scale
    }
  }

  /// The stretches in ascending order; empty where the two texts are the same.
  public private(set) var anchors: [Anchor]

  /// The map of a text onto itself.
  public static let identity = OffsetMap(anchors: [])

  private init(anchors: [Anchor]) { self.anchors = anchors }

  /// A map of a text that was moved by a fixed number of bytes (a byte order mark, say).
  public init(shiftedBy bytes: Int) {
    anchors = bytes == 0 ? [] : [Anchor(derived: 0, original: bytes, scale: 1)]
  }

  /// A map of the given stretches, which must ascend in both texts and begin at derived offset 0.
  public init(stretches: [Anchor]) {
    precondition(stretches.first.map { $0.derived == 0 } ?? true)
    anchors = stretches
  }

  /// The offset in the original of an offset in the derived text.
  ///
  /// - Complexity: O(log n) in the number of stretches
  public func original(_ derived: Int) -> Int {
    guard !anchors.isEmpty else { return derived }
    var low = 0
    var high = anchors.count
    while low < high {
      let middle = (low + high) / 2
      if anchors[middle].derived <= derived { low = middle + 1 } else { high = middle }
    }
    let anchor = anchors[max(0, low - 1)]
    return anchor.original + anchor.scale * (derived - anchor.derived)
  }

  /// The stretch of the original that a stretch of the derived text stands for.
  public func original(_ range: Range<Int>) -> Range<Int> {
    let start = original(range.lowerBound)
    return start..<max(start, original(range.upperBound))
  }
}
