package import SamsvarModel
import SamsvarText

/// Two documents made ready to be aligned or linked; the work is done once for both.
package struct Comparison: Sendable {
  let source: AnalysedDocument
  let target: AnalysedDocument
  let similarity: Similarity
  let settings: AlignmentSettings

  /// How far the corridor reaches beyond the anchors, in segments.
  private static let margin = 10
  /// How wide it is where anchors are missing.
  private static let widest = 400

  /// The best monotone alignment.
  ///
  /// The first pass finds the beads that are sure; from them the second learns which words of these
  /// texts go together, and how common segments without counterpart are.
  ///
  /// - Complexity: O(n) in the words of both texts, as long as anchors are found
  package func alignment() -> Alignment {
    let rows = 0..<source.count
    let columns = 0..<target.count
    var scorer = BeadScorer(similarity, settings: settings)
    let corridor = corridor(&scorer, rows: rows, columns: columns)
    let first = BeadSearch(
      settings: settings, nullCost: settings.nullCost, corridor: corridor, rows: rows,
      columns: columns
    ).best(&scorer)
    let learned = LearnedWords(source, target, similarity, settings)
      .similarity(first.filter { scorer.score($0) >= settings.surely })
    scorer = BeadScorer(learned, settings: settings)
    let nulls = first.reduce(0) { $0 + ($1.source.isEmpty || $1.target.isEmpty ? $1.source.count + $1.target.count : 0) }
    let second = BeadSearch(
      settings: settings, nullCost: settings.nullCost(nulls, of: rows.count + columns.count),
      corridor: corridor, rows: rows, columns: columns
    ).best(&scorer)
    return Alignment(beads: Confidence(settings).rated(second, &scorer))
  }

  private func corridor(
    _ scorer: inout BeadScorer, rows: Range<Int>, columns: Range<Int>
  ) -> Corridor {
    let anchors = AnchorChain(similarity).anchors(rows: rows, columns: columns, &scorer)
    return Corridor(
      rows: rows, columns: columns, anchors: anchors.map { ($0.source, $0.target) },
      margin: Self.margin, widest: Self.widest)
  }

  /// The links of each target segment, as a summary.
  package func links() -> [SummaryLink] { SummaryLinker(similarity).links() }

  /// The reasons, word by word.
  package var evidence: Evidence { Evidence(similarity, source, target) }
}
