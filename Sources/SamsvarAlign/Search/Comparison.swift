package import SamsvarModel
import SamsvarText

/// Two documents made ready to be aligned or linked; the work is done once for both.
package struct Comparison: Sendable {
  let source: AnalysedDocument
  let target: AnalysedDocument
  let similarity: Similarity
  let settings: AlignmentSettings

  /// The best monotone alignment.
  ///
  /// The first pass finds the beads that are sure; from them the second learns which words of these
  /// texts go together, and how common segments without counterpart are.
  ///
  /// - Parameters:
  ///   - fixed: Beads that must stand.
  ///   - watch: Who is told how far the search is and may stop it; the beads are then worth nothing.
  /// - Complexity: O(n) in the words of both texts, as long as anchors are found
  package func alignment(
    keeping fixed: FixedBeads = .none, watch: SearchWatch = .none
  ) -> Alignment {
    var scorer = BeadScorer(similarity, settings: settings)
    let chain = AnchorChain(similarity)
    let stretches = fixed.gaps(rows: 0..<source.count, columns: 0..<target.count).map {
      Stretch(rows: $0.rows, columns: $0.columns, chain, &scorer)
    }
    let first = search(stretches, fixed, nullCost: settings.nullCost, watch.part(0, of: 2), &scorer)
    let sure = first.filter { scorer.score($0) >= settings.sureScore }
    scorer = BeadScorer(
      LearnedWords(source, target, similarity, settings).similarity(sure), settings: settings)
    let path = first.filter { !$0.source.isEmpty && !$0.target.isEmpty }
    let beads = search(
      narrowed(stretches, to: path), fixed, nullCost: nullCost(first), watch.part(1, of: 2),
      &scorer)
    return Alignment(beads: Confidence(beads, fixed: fixed).rated(beads, &scorer))
  }

  /// The stretches with corridors along the beads that begin in them; both stand in order.
  private func narrowed(_ stretches: [Stretch], to path: [Bead]) -> [Stretch] {
    var first = 0
    return stretches.map { stretch in
      while first < path.count, path[first].source.lowerBound < stretch.rows.lowerBound {
        first += 1
      }
      var end = first
      while end < path.count, path[end].source.lowerBound < stretch.rows.upperBound { end += 1 }
      return stretch.narrowed(to: path[first..<end])
    }
  }

  /// The best beads of all stretches, with the fixed ones between them.
  private func search(
    _ stretches: [Stretch], _ fixed: FixedBeads, nullCost: Float, _ watch: SearchWatch,
    _ scorer: inout BeadScorer
  ) -> [Bead] {
    var beads: [Bead] = []
    for (index, stretch) in stretches.enumerated() {
      beads += BeadSearch(
        settings: settings, nullCost: nullCost, stretch: stretch, fixed: fixed,
        watch: watch.part(
          stretch.rows.lowerBound, to: stretch.rows.upperBound, of: max(1, source.count))
      ).best(&scorer)
      if index < fixed.pairs.count { beads.append(fixed.pairs[index]) }
    }
    return beads
  }

  private func nullCost(_ beads: [Bead]) -> Float {
    let nulls = beads.reduce(0) { sum, bead in
      bead.source.isEmpty || bead.target.isEmpty ? sum + bead.source.count + bead.target.count : sum
    }
    return settings.nullCost(nulls, of: source.count + target.count)
  }

  /// The links of each target segment, as a summary.
  package func links() -> [SummaryLink] { SummaryLinker(similarity).links() }

  /// The reasons, word by word.
  package var evidence: Evidence { Evidence(similarity, source, target) }
}

/// A part of both texts that is searched on its own, and the corridor through it.
struct Stretch {
  let rows: Range<Int>
  let columns: Range<Int>
  let corridor: Corridor

  /// How far the corridor reaches beyond the anchors, in segments.
  private static let margin = 6
  /// How wide it is where anchors are missing.
  private static let widest = 400

  /// How far the second pass looks from the path of the first.
  private static let reach = 4

  /// - Complexity: O(n log n) in the words of the rows
  init(rows: Range<Int>, columns: Range<Int>, _ chain: AnchorChain, _ scorer: inout BeadScorer) {
    self.rows = rows
    self.columns = columns
    let anchors = chain.anchors(rows: rows, columns: columns, &scorer)
    corridor = Corridor(
      rows: rows, columns: columns, anchors: anchors.map { ($0.source, $0.target) },
      margin: Self.margin, widest: Self.widest)
  }

  private init(rows: Range<Int>, columns: Range<Int>, corridor: Corridor) {
    self.rows = rows
    self.columns = columns
    self.corridor = corridor
  }

  /// The same stretch with a corridor along beads that begin in it.
  func narrowed(to beads: ArraySlice<Bead>) -> Stretch {
    let anchors = beads.map { (source: $0.source.lowerBound, target: $0.target.lowerBound) }
    return Stretch(
      rows: rows, columns: columns,
      corridor: Corridor(
        rows: rows, columns: columns, anchors: anchors, margin: Self.reach, widest: Self.widest))
  }
}
