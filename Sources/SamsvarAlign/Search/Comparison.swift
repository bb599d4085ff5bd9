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
  /// - Complexity: O(n) in the words of both texts, as long as anchors are found
  package func alignment() -> Alignment {
    var scorer = BeadScorer(similarity, settings: settings)
    let beads = search(&scorer, rows: 0..<source.count, columns: 0..<target.count)
    return Alignment(beads: Confidence(settings).rated(beads, &scorer))
  }

  private func search(
    _ scorer: inout BeadScorer, rows: Range<Int>, columns: Range<Int>
  ) -> [Bead] {
    let anchors = AnchorChain(similarity).anchors(rows: rows, columns: columns, &scorer)
    let corridor = Corridor(
      rows: rows, columns: columns, anchors: anchors.map { ($0.source, $0.target) },
      margin: Self.margin, widest: Self.widest)
    return BeadSearch(settings: settings, corridor: corridor, rows: rows, columns: columns)
      .best(&scorer)
  }

  /// The links of each target segment, as a summary.
  package func links() -> [SummaryLink] { SummaryLinker(similarity).links() }

  /// The reasons, word by word.
  package var evidence: Evidence { Evidence(similarity, source, target) }
}
