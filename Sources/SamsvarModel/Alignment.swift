/// The kinds of bead (Gale & Church 1993, with the names of the later literature).
public enum BeadKind: String, Sendable, CaseIterable {
  /// 1-1
  case substitution
  /// 1-0: a source segment without counterpart
  case deletion
  /// 0-1: a target segment without counterpart
  case insertion
  /// m-1
  case contraction
  /// 1-n
  case expansion
  /// m-n
  case merger
}

/// Some source segments and the target segments that say the same; one side may be empty.
public struct Bead: Hashable, Sendable {
  /// Indices of source segments.
  public var source: Range<Int>
  /// Indices of target segments.
  public var target: Range<Int>
  /// How sure the alignment is of this bead, 0 to 1.
  public var confidence: Double

  /// A bead of the given segments.
  public init(source: Range<Int>, target: Range<Int>, confidence: Double = 1) {
    self.source = source
    self.target = target
    self.confidence = confidence
  }

  /// The kind, told from the numbers of segments.
  public var kind: BeadKind {
    switch (source.count, target.count) {
    case (_, 0): .deletion
    case (0, _): .insertion
    case (1, 1): .substitution
    case (_, 1): .contraction
    case (1, _): .expansion
    default: .merger
    }
  }
}

/// The beads between two documents: in order, every segment of both sides exactly once.
public struct Alignment: Hashable, Sendable {
  /// The beads in order.
  public var beads: [Bead]

  /// An alignment of the given beads.
  public init(beads: [Bead]) { self.beads = beads }

  /// Whether every segment of both sides stands in exactly one bead, in order.
  public func isComplete(sourceCount: Int, targetCount: Int) -> Bool {
    var source = 0
    var target = 0
    for bead in beads {
      guard bead.source.lowerBound == source, bead.target.lowerBound == target,
        !(bead.source.isEmpty && bead.target.isEmpty)
      else { return false }
      source = bead.source.upperBound
      target = bead.target.upperBound
    }
    return source == sourceCount && target == targetCount
  }
}

/// A summary segment and the source segments that support it.
public struct SummaryLink: Hashable, Sendable {
  /// Index of the summary segment.
  public var summary: Int
  /// Indices of the source segments, ascending; empty where none was found.
  public var sources: [Int]
  /// How sure the link is, 0 to 1.
  public var confidence: Double

  /// A link of a summary segment to source segments.
  public init(summary: Int, sources: [Int], confidence: Double) {
    self.summary = summary
    self.sources = sources
    self.confidence = confidence
  }
}
