/// The settings of the alignment search; the defaults were tuned on development data.
public struct AlignmentSettings: Hashable, Sendable {
  /// Coverage above chance that a bead must have to be worth anything.
  public var threshold: Float = 0.12
  /// What one unit of coverage is worth.
  public var coverageWeight: Float = 10
  /// What an unlikely length difference costs at most, times 6.
  public var lengthWeight: Float = 0.15
  /// The cost of leaving a segment without counterpart.
  public var nullCost: Float = 0.9
  /// The most segments of one side in a bead.
  public var largestBead = 4

  /// The default settings.
  public init() {}

  /// What a bead of m : n segments costs beside 1-1 (after Gale & Church 1993, coarser).
  func penalty(_ source: Int, _ target: Int) -> Float {
    let small = min(source, target)
    let large = max(source, target)
    if small == 1 { return 0.8 * Float(large - 1) }
    return 1.2 * Float(small - 1) + 0.8 * Float(large - small)
  }
}

/// Scores beads by coverage above chance and by length.
struct BeadScorer {
  let similarity: Similarity
  let settings: AlignmentSettings
  /// The mean coverage of pairs of segments that have nothing to do with each other.
  let chance: Float
  private var scratch: CoverageScratch

  init(_ similarity: Similarity, settings: AlignmentSettings) {
    self.similarity = similarity
    self.settings = settings
    var scratch = CoverageScratch(similarity)
    chance = Self.chance(similarity, &scratch)
    self.scratch = scratch
  }

  /// The coverage of a bead.
  mutating func coverage(_ source: Range<Int>, _ target: Range<Int>) -> Float {
    scratch.coverage(similarity, source, target)
  }

  /// The score of a bead; higher is better, a null bead costs `settings.nullCost` a segment.
  mutating func score(_ source: Range<Int>, _ target: Range<Int>) -> Float {
    let coverage = scratch.coverage(similarity, source, target)
    return settings.coverageWeight * (coverage - chance - settings.threshold)
      + length(source, target) - settings.penalty(source.count, target.count)
  }

  /// Gale & Church's length term: z is the difference over sqrt(6.8 * mean length).
  private func length(_ source: Range<Int>, _ target: Range<Int>) -> Float {
    let a = source.reduce(0) { $0 + similarity.source.lengths[$1] }
    let b = target.reduce(0) { $0 + similarity.target.lengths[$1] }
    let z2 = (a - b) * (a - b) / (6.8 * max(1, (a + b) / 2))
    return settings.lengthWeight * max(-6, -z2 / 2)
  }

  /// The mean over up to 400 pairs far from the diagonal, chosen by a fixed rule.
  private static func chance(_ similarity: Similarity, _ scratch: inout CoverageScratch) -> Float {
    let rows = similarity.source.count
    let columns = similarity.target.count
    guard rows > 1, columns > 1 else { return 0.05 }
    var sum: Float = 0
    var count: Float = 0
    for step in 0..<min(400, rows * columns) {
      let row = step * 7 % rows
      let column =
        (row * columns / rows + columns / 2 + step / rows * 3 % max(1, columns / 3)) % columns
      sum += scratch.coverage(similarity, row..<row + 1, column..<column + 1)
      count += 1
    }
    return sum / max(1, count)
  }
}
