import Samsvar
import SamsvarAlign
import SamsvarMemory

/// A realignment of a bitext around the beads that stand.
struct Realignment {
  let start: RealignmentStart
  let pipeline: Pipeline

  /// The new beads.
  ///
  /// - Parameter watch: Is told how far the work is, 0 to 1; false stops it.
  /// - Throws: `InputError` when a language's data cannot be read, `CancellationError` when stopped.
  func beads(_ watch: @escaping @Sendable (Double) -> Bool) throws -> [NewBitext.Bead] {
    let others = 1..<start.sides.count
    let source = try analysed(0)
    let alignments = try others.map { side in
      let base = Double(side - 1) / Double(others.count)
      let share = 1 / Double(others.count)
      guard watch(base + 0.05 * share) else { throw CancellationError() }
      let target = try analysed(side)
      guard watch(base + 0.15 * share) else { throw CancellationError() }
      let comparison = try pipeline.aligner.compare(source, target)
      let alignment = comparison.alignment(
        keeping: try fixed(side),
        watch: SearchWatch { watch(base + (0.25 + 0.7 * $0) * share) })
      guard watch(base + 0.95 * share) else { throw CancellationError() }
      return alignment
    }
    return BeadUnion(
      alignments, counts: start.sides.map(\.count), standing: start.fixed
    ).beads
  }

  private func analysed(_ side: Int) throws(InputError) -> AnalysedDocument {
    try pipeline.analysed(
      start.sides[side], language: LanguageTag(start.languages[side]) ?? .nb, name: "")
  }

  private func fixed(_ side: Int) throws(InputError) -> FixedBeads {
    try FixedBeads(
      start.fixed.map { Bead(source: $0[0], target: $0[side]) }
        .filter { !$0.source.isEmpty || !$0.target.isEmpty },
      sourceCount: start.sides[0].count, targetCount: start.sides[side].count, file: "project")
  }
}

/// Beads of one source with several targets: where the beads of two alignments overlap in the source
/// they become one.
struct BeadUnion {
  private(set) var beads: [NewBitext.Bead] = []
  private let alignments: [Alignment]
  private var next: [Int]

  /// - Parameter standing: Beads that must not be joined with others.
  init(_ alignments: [Alignment], counts: [Int], standing: [[Range<Int>]]) {
    self.alignments = alignments
    next = [Int](repeating: 0, count: alignments.count)
    if alignments.count == 1 {
      beads = alignments[0].beads.map {
        NewBitext.Bead(sides: [$0.source, $0.target], confidence: $0.confidence)
      }
      return
    }
    while let bead = nextBead() { beads.append(bead) }
  }

  /// The next bead: all that begins at one place of the source, until every alignment ends at one place.
  private mutating func nextBead() -> NewBitext.Bead? {
    var end: Int?
    var sides = [Range<Int>?](repeating: nil, count: alignments.count + 1)
    var confidence = 1.0
    // What stands only in a target comes first, as a bead of its own.
    for (number, alignment) in alignments.enumerated() where next[number] < alignment.beads.count {
      let bead = alignment.beads[next[number]]
      guard bead.source.isEmpty else { continue }
      next[number] += 1
      sides[number + 1] = bead.target
      return Self.bead(sides, bead.confidence)
    }
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for (number, alignment) in alignments.enumerated() {
        while next[number] < alignment.beads.count {
          let bead = alignment.beads[next[number]]
          let isInside = end.map { bead.source.lowerBound < $0 } ?? (number == 0)
          guard isInside else { break }
          next[number] += 1
          sides[0] = Self.joined(sides[0], bead.source)
          sides[number + 1] = Self.joined(sides[number + 1], bead.target)
          confidence = min(confidence, bead.confidence)
          if bead.source.upperBound > end ?? 0 {
            end = bead.source.upperBound
            isGrowing = true
          }
        }
      }
    }
    return end == nil ? nil : Self.bead(sides, confidence)
  }

  private static func joined(_ range: Range<Int>?, _ other: Range<Int>) -> Range<Int>? {
    guard !other.isEmpty else { return range }
    guard let range, !range.isEmpty else { return other }
    return range.lowerBound..<other.upperBound
  }

  private static func bead(_ sides: [Range<Int>?], _ confidence: Double) -> NewBitext.Bead {
    NewBitext.Bead(sides: sides.map { $0 ?? 0..<0 }, confidence: confidence)
  }
}
