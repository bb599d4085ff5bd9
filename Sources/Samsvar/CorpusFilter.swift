import SamsvarModel

/// What a corpus builder leaves out of an alignment.
public struct CorpusFilter: Hashable, Sendable {
  /// Beads with a lower confidence are left out.
  public var minimumConfidence = 0.0
  /// Whether beads with an empty side are left out.
  public var dropsUnaligned = false
  /// Whether beads whose texts stood in the document before are left out.
  public var dropsDuplicates = false

  /// A filter that keeps everything.
  public init() {}

  /// Whether everything is kept.
  public var keepsAll: Bool { self == CorpusFilter() }

  /// The analysis with the beads that are kept; ids stay what they were.
  ///
  /// - Complexity: O(n)
  public func filtered(_ analysis: BitextAnalysis) -> BitextAnalysis {
    guard !keepsAll, analysis.links == nil else { return analysis }
    let bitext = analysis.bitext
    var seen: Set<[String]> = []
    let kept = bitext.alignment.beads.indices.filter { index in
      let bead = bitext.alignment.beads[index]
      if bead.confidence < minimumConfidence { return false }
      if dropsUnaligned, bead.source.isEmpty || bead.target.isEmpty { return false }
      guard dropsDuplicates else { return true }
      return seen.insert([bitext.sourceText(ofBead: index), bitext.targetText(ofBead: index)])
        .inserted
    }
    return BitextAnalysis(
      source: analysis.source, target: analysis.target,
      alignment: Alignment(beads: kept.map { bitext.alignment.beads[$0] }),
      ids: kept.map { bitext.id(ofBead: $0) }, evidence: analysis.evidence)
  }
}
