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
    let anchor = anchors[index(of: derived)]
    return anchor.original + anchor.scale * (derived - anchor.derived)
  }

  /// The stretch of the original that a stretch of the derived text stands for, from its first byte
  /// to the end of its last: what was left out before or behind it does not belong to it.
  ///
  /// - Complexity: O(log n) in the number of stretches
  public func original(_ range: Range<Int>) -> Range<Int> {
    let start = original(range.lowerBound)
    guard !range.isEmpty, !anchors.isEmpty else {
      return start..<max(start, original(range.upperBound))
    }
    let last = index(of: range.upperBound - 1)
    let anchor = anchors[last]
    if anchor.scale > 0 {
      return
        start..<max(start, anchor.original + anchor.scale * (range.upperBound - anchor.derived))
    }
    let next = anchors[(last + 1)...].first { $0.derived > anchor.derived }
    return start..<max(start, next?.original ?? anchor.original)
  }

  /// The first offset in the derived text that stands for this offset of the original or a later one.
  ///
  /// - Complexity: O(log n) in the number of stretches
  public func derived(_ offset: Int) -> Int {
    guard !anchors.isEmpty else { return offset }
    var low = 0
    var high = anchors.count
    while low < high {
      let middle = (low + high) / 2
      if anchors[middle].original <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return 0 }
    let anchor = anchors[low - 1]
    let inside =
      anchor.scale > 0
      ? anchor.derived + (offset - anchor.original + anchor.scale - 1) / anchor.scale
      : anchor.derived
    return low < anchors.count ? min(inside, anchors[low].derived) : inside
  }

  /// The map to the original's own original: this text was made from one that has its own map.
  ///
  /// - Complexity: O((n + m) log m) in the numbers of stretches
  public func onto(_ inner: OffsetMap) -> OffsetMap {
    guard !inner.anchors.isEmpty else { return self }
    guard !anchors.isEmpty else { return inner }
    var result: [Anchor] = []
    for (number, anchor) in anchors.enumerated() {
      let end = number + 1 < anchors.count ? anchors[number + 1].derived : Int.max
      let place = inner.index(of: anchor.original)
      let scale = inner.anchors[place].scale
      result.append(
        Anchor(
          derived: anchor.derived, original: inner.original(anchor.original),
          scale: anchor.scale * scale))
      guard anchor.scale > 0 else { continue }
      for next in inner.anchors[(place + 1)...] {
        let derived = anchor.derived + (next.derived - anchor.original) / anchor.scale
        guard derived < end else { break }
        result.append(
          Anchor(derived: derived, original: next.original, scale: anchor.scale * next.scale))
      }
    }
    return OffsetMap(anchors: result)
  }

  /// The last stretch that begins at or before a derived offset.
  func index(of derived: Int) -> Int {
    var low = 0
    var high = anchors.count
    while low < high {
      let middle = (low + high) / 2
      if anchors[middle].derived <= derived { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }
}
