public import SamsvarModel

/// Puts alignments of several texts with one of them, the pivot, together to beads over all texts.
///
/// A bead of the result is the smallest that holds each bead of each alignment whole: it begins and
/// ends where all alignments have a cut in the pivot. Segments without counterpart in the pivot stand
/// between such cuts as beads of their own.
public struct AlignmentComposition {
  private let pivot: Int
  private let counts: [Int]
  private let cuts: [PivotCuts?]
  private let direct: (Int, Int) -> Alignment?

  /// A composition of alignments.
  ///
  /// - Parameters:
  ///   - pivot: The text that the others are aligned with.
  ///   - alignments: For each text its alignment with the pivot as the source; nil for the pivot.
  ///   - counts: The number of segments of each text.
  ///   - direct: An alignment of two texts that are not the pivot, the one given first as the source;
  ///     it joins what both have and the pivot lacks.
  public init(
    pivot: Int, alignments: [Alignment?], counts: [Int],
    direct: @escaping (Int, Int) -> Alignment? = { _, _ in nil }
  ) {
    self.pivot = pivot
    self.counts = counts
    self.direct = direct
    cuts = alignments.map { $0.map { PivotCuts($0, pivotCount: counts[pivot]) } }
  }

  /// The beads over all texts.
  ///
  /// - Complexity: O(n) in the segments of all texts
  public func alignment() -> MultitextAlignment {
    var beads = additions(at: 0)
    var start = 0
    for end in 0...counts[pivot] where end > 0 && cuts.allSatisfy({ $0?.isCut(end) ?? true }) {
      beads.append(bead(start..<end))
      beads += additions(at: end)
      start = end
    }
    return MultitextAlignment(beads: beads)
  }

  /// What lies between two cuts that all alignments share; as sure as its least sure part.
  private func bead(_ range: Range<Int>) -> MultitextBead {
    let texts = cuts.map { $0?.segments(of: range) ?? range }
    let confidence = cuts.compactMap { $0?.confidence(of: range) }.min() ?? 1
    return MultitextBead(texts: texts, confidence: confidence)
  }

  /// The segments that stand at a cut of the pivot and have no counterpart in it.
  private func additions(at cut: Int) -> [MultitextBead] {
    let texts = cuts.indices.filter { cuts[$0]?.additions(at: cut).isEmpty == false }
    let place = cuts.map { $0?.additionRange(at: cut).lowerBound ?? cut }
    guard texts.count == 2, let alignment = direct(texts[0], texts[1]) else {
      var place = place
      return texts.flatMap { alone($0, cuts[$0]?.additions(at: cut) ?? [], &place) }
    }
    return joined((texts[0], texts[1]), alignment, at: cut, place)
  }

  /// Additions of one text, each a bead of its own; `place` is where each text has come to.
  private func alone(_ text: Int, _ beads: [Bead], _ place: inout [Int]) -> [MultitextBead] {
    beads.map { bead in
      var texts = place.map { $0..<$0 }
      texts[text] = bead.target
      place[text] = bead.target.upperBound
      return MultitextBead(texts: texts, confidence: bead.confidence)
    }
  }

  /// Additions of two texts, joined where an alignment of these two says that they correspond.
  private func joined(
    _ texts: (Int, Int), _ alignment: Alignment, at cut: Int, _ start: [Int]
  ) -> [MultitextBead] {
    var place = start
    var result: [MultitextBead] = []
    let first = cuts[texts.0]?.additions(at: cut) ?? []
    let second = cuts[texts.1]?.additions(at: cut) ?? []
    for bead in alignment.beads where Self.isMade(bead.source, of: first) {
      guard Self.isMade(bead.target, of: second) else { continue }
      result += alone(texts.0, Self.between(place[texts.0], bead.source.lowerBound, first), &place)
      result += alone(texts.1, Self.between(place[texts.1], bead.target.lowerBound, second), &place)
      var ranges = place.map { $0..<$0 }
      ranges[texts.0] = bead.source
      ranges[texts.1] = bead.target
      place[texts.0] = bead.source.upperBound
      place[texts.1] = bead.target.upperBound
      result.append(MultitextBead(texts: ranges, confidence: bead.confidence))
    }
    result += alone(texts.0, Self.between(place[texts.0], .max, first), &place)
    return result + alone(texts.1, Self.between(place[texts.1], .max, second), &place)
  }

  /// Whether a range begins and ends where additions do.
  private static func isMade(_ range: Range<Int>, of additions: [Bead]) -> Bool {
    !range.isEmpty && additions.contains { $0.target.lowerBound == range.lowerBound }
      && additions.contains { $0.target.upperBound == range.upperBound }
  }

  private static func between(_ start: Int, _ end: Int, _ additions: [Bead]) -> [Bead] {
    additions.filter { $0.target.lowerBound >= start && $0.target.upperBound <= end }
  }
}
