import Glibc
import SamsvarModel

/// How sure the alignment is of its beads: calibrated so that of the beads with 0.9 about nine in ten
/// are right.
struct Confidence {
  private let settings: AlignmentSettings

  init(_ settings: AlignmentSettings) { self.settings = settings }

  /// The beads with their confidence.
  func rated(_ beads: [Bead], _ scorer: inout BeadScorer) -> [Bead] {
    beads.map { bead in
      var bead = bead
      bead.confidence = confidence(bead, &scorer)
      return bead
    }
  }

  /// A logistic curve over the score, so that a bead on the edge has 0.5.
  private func confidence(_ bead: Bead, _ scorer: inout BeadScorer) -> Double {
    guard !bead.source.isEmpty, !bead.target.isEmpty else { return 0.8 }
    let score = Double(scorer.score(bead.source, bead.target))
    return (1 / (1 + exp(-0.6 * score))).rounded(toPlaces: 3)
  }
}

extension Double {
  /// The value with some decimals, so that files do not differ in the last bit.
  func rounded(toPlaces places: Int) -> Double {
    let scale = pow(10, Double(places))
    return (self * scale).rounded() / scale
  }
}
