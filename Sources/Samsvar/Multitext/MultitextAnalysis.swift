public import SamsvarModel
public import SamsvarText

/// Several analysed texts that say the same, how they correspond, and why.
public struct MultitextAnalysis: Sendable {
  /// The texts in the order they were given.
  public let texts: [AnalysedDocument]
  /// The text that the others are aligned with, as an index.
  public let pivot: Int
  /// The beads over all texts.
  public let alignment: MultitextAlignment
  /// The alignments of each two texts that were made, the text given first as the source.
  package let pairs: [Pair]

  /// Two of the texts.
  package struct Pair: Sendable {
    package var source: Int
    package var target: Int
    package var analysis: BitextAnalysis
  }

  package init(
    texts: [AnalysedDocument], pivot: Int, alignment: MultitextAlignment, pairs: [Pair]
  ) {
    self.texts = texts
    self.pivot = pivot
    self.alignment = alignment
    self.pairs = pairs
  }

  /// The texts and beads, as the formats write them.
  public var multitext: Multitext {
    Multitext(documents: texts.map(\.document), alignment: alignment, pivot: pivot)
  }

  /// The bead that holds a segment of a text.
  ///
  /// - Complexity: O(log n) in the beads
  package func bead(of segment: Int, inText text: Int) -> Int {
    var low = 0
    var high = alignment.beads.count
    while low < high {
      let middle = (low + high) / 2
      if alignment.beads[middle].texts[text].upperBound <= segment {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}

extension Alignment {
  /// The alignment with source and target changed about.
  package var reversed: Alignment {
    Alignment(
      beads: beads.map { Bead(source: $0.target, target: $0.source, confidence: $0.confidence) })
  }

  /// How alike two texts are: the mean confidence of their segments, those without counterpart
  /// counted as none; from 0 to 1.
  package var likeness: Double {
    var sum = 0.0
    var count = 0
    for bead in beads {
      count += bead.source.count + bead.target.count
      guard !bead.source.isEmpty, !bead.target.isEmpty else { continue }
      sum += bead.confidence * Double(bead.source.count + bead.target.count)
    }
    return count == 0 ? 0 : sum / Double(count)
  }
}
