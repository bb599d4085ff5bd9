public import SamsvarModel
import SamsvarText

/// The beads of an alignment in the order a person should look at them: the least sure first, with
/// what speaks for each.
public struct DoubtfulBeads: Sendable {
  /// A bead and its reasons.
  public struct Row: Hashable, Sendable {
    /// The bead's identifier.
    public var id: String
    /// The bead.
    public var bead: Bead
    /// The source text.
    public var source: String
    /// The target text.
    public var target: String
    /// Pairs of words, numbers and names that say the same, the strongest first.
    public var reasons: [String]
    /// Content words of the source and of the target that nothing on the other side explains.
    public var unexplained: [String]
  }

  /// The rows, least sure first; equally sure ones in their order in the text.
  public let rows: [Row]

  /// The beads with a confidence below `limit`.
  public init(_ analysis: BitextAnalysis, below limit: Double = 2) {
    let bitext = analysis.bitext
    let beads = bitext.alignment.beads
    rows = beads.indices.filter { beads[$0].confidence < limit }
      .sorted { (beads[$0].confidence, $0) < (beads[$1].confidence, $1) }
      .map { index in
        let (reasons, unexplained) = Self.reasons(analysis, beads[index])
        return Row(
          id: bitext.id(ofBead: index), bead: beads[index],
          source: bitext.sourceText(ofBead: index), target: bitext.targetText(ofBead: index),
          reasons: reasons, unexplained: unexplained)
      }
  }

  private static func reasons(
    _ analysis: BitextAnalysis, _ bead: Bead
  ) -> (reasons: [String], unexplained: [String]) {
    let sources = Array(bead.source)
    let targets = Array(bead.target)
    let pairs = analysis.evidence.pairs(sources, targets)
    let reasons = pairs.map { pair in
      "\(analysis.source.string(token: pair.source)) = \(analysis.target.string(token: pair.target))"
    }
    let left = unexplained(analysis.source, sources, except: Set(pairs.map(\.source)))
    let right = unexplained(analysis.target, targets, except: Set(pairs.map(\.target)))
    return (reasons, left + right)
  }

  private static func unexplained(
    _ document: AnalysedDocument, _ segments: [Int], except used: Set<Int>
  ) -> [String] {
    segments.flatMap { document.tokenRange($0) }
      .filter { document.isContent($0) && !used.contains($0) }
      .map { document.string(token: $0) }
  }
}
