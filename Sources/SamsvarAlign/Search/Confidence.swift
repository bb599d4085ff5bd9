import Glibc
import SamsvarModel

/// How sure the alignment is of its beads, calibrated on gold alignments: of the beads with 0.9 about
/// nine in ten are right.
struct Confidence {
  private let fixed: Set<Bead>
  /// What the share of segments without counterpart says: two texts that hardly correspond give beads
  /// that are hardly sure.
  private let common: Double

  /// - Parameter beads: The whole alignment.
  init(_ beads: [Bead], fixed: FixedBeads) {
    self.fixed = Set(fixed.pairs.map { Bead(source: $0.source, target: $0.target) })
    var lonely = 1.0
    var paired = 1.0
    for bead in beads {
      let count = Double(bead.source.count + bead.target.count)
      if bead.source.isEmpty || bead.target.isEmpty { lonely += count } else { paired += count }
    }
    common = 2 * min(0, log(paired / lonely))
  }

  /// The beads with their confidence; that of accepted ones is 1.
  func rated(_ beads: [Bead], _ scorer: inout BeadScorer) -> [Bead] {
    beads.map { bead in
      var bead = bead
      bead.confidence = 1
      if !fixed.contains(bead) { bead.confidence = confidence(bead, &scorer) }
      return bead
    }
  }

  private func confidence(_ bead: Bead, _ scorer: inout BeadScorer) -> Double {
    guard !bead.source.isEmpty, !bead.target.isEmpty else { return Self.lonely }
    let score = Double(scorer.score(bead.source, bead.target))
    return (1 / (1 + exp(-(Self.edge + Self.steepness * score + common)))).rounded(toPlaces: 3)
  }

  private static let lonely = 0.9
  private static let edge = 1.9
  private static let steepness = 0.3
}

extension Double {
  /// The value with some decimals, so that files do not differ in the last bit.
  func rounded(toPlaces places: Int) -> Double {
    let scale = pow(10, Double(places))
    return (self * scale).rounded() / scale
  }
}
