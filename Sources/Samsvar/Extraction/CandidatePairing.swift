import SamsvarAlign
import SamsvarModel
import SamsvarTerms
import SamsvarText

/// Pairs the candidates of both sides of a bitext.
///
/// A pair is likely where both stand in the same beads (Dice), and where the words of one explain those of
/// the other: by the lexicon, by form, and by what alignment learned.
struct CandidatePairing {
  private let analysis: BitextAnalysis
  private let targets: [TermCandidate]
  /// The beads of each segment.
  private let beadOfTarget: [Int]
  private let beadOfSource: [Int]
  /// For each bead the target candidates in it.
  private let inBead: [[Int]]
  private let targetBeads: [Set<Int>]

  /// The least evidence by words, and the least score, for a rendering.
  private static let leastScore = 0.3

  init(_ analysis: BitextAnalysis, targets: [TermCandidate]) {
    self.analysis = analysis
    self.targets = targets
    let beads = analysis.alignment.beads
    var beadOfSource = [Int](repeating: 0, count: analysis.source.count)
    var beadOfTarget = [Int](repeating: 0, count: analysis.target.count)
    for (number, bead) in beads.enumerated() {
      for segment in bead.source { beadOfSource[segment] = number }
      for segment in bead.target { beadOfTarget[segment] = number }
    }
    self.beadOfSource = beadOfSource
    self.beadOfTarget = beadOfTarget
    var inBead = [[Int]](repeating: [], count: beads.count)
    targetBeads = targets.enumerated().map { number, candidate in
      let owners = Set(candidate.segments.map { beadOfTarget[$0] })
      for bead in owners { inBead[bead].append(number) }
      return owners
    }
    self.inBead = inBead
  }

  /// A source candidate with its renderings.
  func pair(_ source: TermCandidate) -> BilingualCandidate {
    let beads = Set(source.segments.map { beadOfSource[$0] }).sorted()
    var counts: [Int: Int] = [:]
    for bead in beads { for target in inBead[bead] { counts[target, default: 0] += 1 } }
    let renderings = counts.map { target, count in
      let dice = 2 * Double(count) / Double(beads.count + targetBeads[target].count)
      return BilingualCandidate.Rendering(
        candidate: target, count: count,
        score: evidence(source, targets[target]) * (0.4 + 0.6 * dice))
    }.filter { $0.score >= Self.leastScore }
      .sorted { ($1.score, $0.candidate) < ($0.score, $1.candidate) }
    return BilingualCandidate(
      source: source, renderings: Array(renderings.prefix(4)), beadCount: beads.count)
  }

  /// How well the words of two candidates explain each other, 0 to 1.
  private func evidence(_ source: TermCandidate, _ target: TermCandidate) -> Double {
    guard let left = source.places.first?.tokens, let right = target.places.first?.tokens else {
      return 0
    }
    let sourceWords = Set(left.map { analysis.source.tokens[$0].word })
    let targetWords = Set(right.map { analysis.target.tokens[$0].word })
    let forward = mean(
      left.filter { analysis.source.isContent($0) }.map {
        analysis.evidence.explained(sourceToken: $0, by: targetWords)
      })
    let backward = mean(
      right.filter { analysis.target.isContent($0) }.map {
        analysis.evidence.explained(targetToken: $0, by: sourceWords)
      })
    return min(forward, backward) * 0.7 + max(forward, backward) * 0.3
  }

  private func mean(_ scores: [Float]) -> Double {
    scores.isEmpty ? 0 : Double(scores.reduce(0, +)) / Double(scores.count)
  }
}
