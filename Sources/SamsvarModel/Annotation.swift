/// What a highlighted stretch is.
public enum AnnotationKind: String, Sendable, CaseIterable {
  case term, value, name, word
}

/// One side of a bitext.
public enum Side: String, Sendable, CaseIterable {
  case source, target
}

/// A stretch of a segment that corresponds to a stretch on the other side.
public struct Annotation: Hashable, Sendable {
  /// The side it stands on.
  public var side: Side
  /// The segment's index in its document.
  public var segment: Int
  /// UTF-8 offsets within the segment.
  public var range: Range<Int>
  /// What it is.
  public var kind: AnnotationKind
  /// Stretches with the same number belong together.
  public var pair: Int
  /// What to say about it: a concept, a value.
  public var label: String

  /// A stretch of a segment.
  public init(
    side: Side, segment: Int, range: Range<Int>, kind: AnnotationKind, pair: Int, label: String
  ) {
    self.side = side
    self.segment = segment
    self.range = range
    self.kind = kind
    self.pair = pair
    self.label = label
  }
}
