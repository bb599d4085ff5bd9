/// Some segments of each of several texts that say the same; any text may have none.
///
///     MultitextBead(texts: [0..<1, 0..<1, 0..<2])  // nb 0, nn 0, en 0 and 1
public struct MultitextBead: Hashable, Sendable {
  /// Indices of segments, for each text in the order of the texts.
  public var texts: [Range<Int>]
  /// How sure the alignment is of this bead, 0 to 1.
  public var confidence: Double

  /// A bead of the given segments of each text.
  public init(texts: [Range<Int>], confidence: Double = 1) {
    self.texts = texts
    self.confidence = confidence
  }
}

/// The beads over several texts: in order, every segment of each text exactly once.
public struct MultitextAlignment: Hashable, Sendable {
  /// The beads in order.
  public var beads: [MultitextBead]

  /// An alignment of the given beads.
  public init(beads: [MultitextBead]) { self.beads = beads }

  /// Whether every segment of each text stands in exactly one bead, in order.
  ///
  /// - Parameter counts: The number of segments of each text.
  /// - Complexity: O(n) in the beads
  public func isComplete(counts: [Int]) -> Bool {
    var next = counts.map { _ in 0 }
    for bead in beads {
      guard bead.texts.count == counts.count, bead.texts.contains(where: { !$0.isEmpty }),
        bead.texts.map(\.lowerBound) == next
      else { return false }
      next = bead.texts.map(\.upperBound)
    }
    return next == counts
  }

  /// What the beads say of two of the texts, as an alignment of these.
  ///
  /// Beads where neither text has a segment are left out.
  ///
  /// - Complexity: O(n) in the beads
  public func alignment(of source: Int, and target: Int) -> Alignment {
    Alignment(
      beads: beads.compactMap { bead in
        guard !bead.texts[source].isEmpty || !bead.texts[target].isEmpty else { return nil }
        return Bead(
          source: bead.texts[source], target: bead.texts[target], confidence: bead.confidence)
      })
  }
}

/// Several texts that say the same in several languages, and their alignment.
public struct Multitext: Sendable {
  /// The texts, in the order they were given.
  public var documents: [Document]
  /// The beads over all of them.
  public var alignment: MultitextAlignment
  /// The text that the others were aligned with, as an index.
  public var pivot: Int

  /// Texts and the beads over them.
  public init(documents: [Document], alignment: MultitextAlignment, pivot: Int) {
    self.documents = documents
    self.alignment = alignment
    self.pivot = pivot
  }

  /// What a bead holds of one of the texts: its segments joined by one space.
  public func string(ofBead bead: Int, text: Int) -> String {
    documents[text].string(joining: alignment.beads[bead].texts[text])
  }
}
