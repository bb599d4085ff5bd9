import SamsvarTerms

/// A term of the source and what renders it in the target.
struct BilingualCandidate {
  /// A rendering, and in how many beads with the source term it stands.
  struct Rendering {
    var candidate: Int
    var count: Int
    var score: Double
  }

  var source: TermCandidate
  /// The best rendering first; none where nothing renders it.
  var renderings: [Rendering]
  /// The beads the source term stands in.
  var beadCount: Int

  /// The share of the beads that have the best rendering, 0 to 1.
  var consistency: Double {
    Double(renderings.first?.count ?? 0) / Double(max(1, beadCount))
  }

  /// What candidates are sorted by: termhood, more where the translation is sure and steady.
  var rank: Double {
    source.termhood * (0.2 + 0.8 * consistency) * (0.3 + 0.7 * (renderings.first?.score ?? 0))
  }
}
