import Glibc
import SamsvarModel

/// Scores beads by what their words explain of each other and by length.
struct BeadScorer: ~Copyable {
  let settings: AlignmentSettings
  private var scratch: CoverageScratch
  /// What turns weights into words as rare as they get in a text of 30 segments.
  private let scale: Float

  init(_ similarity: Similarity, settings: AlignmentSettings) {
    self.settings = settings
    scratch = CoverageScratch(similarity)
    scale = logf(36) / logf(Float(6 + max(similarity.source.count, similarity.target.count)))
  }

  /// The coverage of a bead.
  mutating func coverage(_ source: Range<Int>, _ target: Range<Int>) -> Float {
    scratch.coverage(source, target)
  }

  /// The score of a bead with text on both sides; 0 is where it is as likely as not.
  mutating func score(_ source: Range<Int>, _ target: Range<Int>) -> Float {
    let coverage = scratch.coverage(source, target)
    var score = score(coverage, source, target) - settings.penalty(source.count, target.count)
    if source.count + target.count > 2 { score -= strangers() }
    return score
  }

  /// The score of a bead; the lowest of all for one with an empty side.
  mutating func score(_ bead: Bead) -> Float {
    bead.source.isEmpty || bead.target.isEmpty ? -.infinity : score(bead.source, bead.target)
  }

  /// The score of a pair of segments whose coverage is known.
  func score(_ coverage: Float, _ source: Range<Int>, _ target: Range<Int>) -> Float {
    let w = logf(scratch.weight(source, target) * scale + 5)
    let capped = min(coverage, settings.coverageCap)
    return settings.base + settings.baseByWeight * w
      + capped * (settings.slope + settings.slopeByWeight * w) - length(source, target)
  }

  /// What a bead scores if its words explain each other as well as can be.
  func highestScore(_ source: Range<Int>, _ target: Range<Int>) -> Float {
    score(settings.coverageCap, source, target) - settings.penalty(source.count, target.count)
  }

  /// The largest share of a segment that the last coverage explained.
  var largestShare: Float { scratch.shares.max() ?? 0 }

  /// What the segments cost of which the last coverage explained next to nothing.
  private func strangers() -> Float {
    scratch.shares.reduce(0) { sum, share in
      sum + settings.strangerCost * max(0, 1 - share / settings.strangerShare)
    }
  }

  /// Gale & Church's length term: z is the difference over sqrt(6.8 * mean length).
  private func length(_ source: Range<Int>, _ target: Range<Int>) -> Float {
    let (a, b) = scratch.lengths(source, target)
    let z2 = (a - b) * (a - b) / (6.8 * max(1, (a + b) / 2))
    return settings.lengthWeight * min(settings.lengthCap, z2)
  }
}
