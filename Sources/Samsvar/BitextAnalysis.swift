package import SamsvarAlign
package import SamsvarCheck
public import SamsvarModel
import SamsvarTerms
public import SamsvarText

/// Two analysed documents, how they correspond, and why.
public struct BitextAnalysis: Sendable {
  /// The source.
  public let source: AnalysedDocument
  /// The target.
  public let target: AnalysedDocument
  /// The beads of a translation; for a summary one bead a segment, with no source.
  public let alignment: Alignment
  /// The links of a summary; nil for a translation.
  public let links: [SummaryLink]?
  /// Identifiers of the beads, where the input gave them.
  public let ids: [String]
  /// Where the targets of drafts come from; else empty.
  public package(set) var notes: [BeadNote] = []
  /// Words that say the same on both sides.
  package let evidence: Evidence
  /// Where the texts stand in the bilingual file they were read from; nil for texts.
  package var places: UnitPlaces?

  package init(
    source: AnalysedDocument, target: AnalysedDocument, alignment: Alignment,
    links: [SummaryLink]? = nil, ids: [String] = [], evidence: Evidence
  ) {
    self.source = source
    self.target = target
    self.alignment = alignment
    self.links = links
    self.ids = ids
    self.evidence = evidence
  }

  /// The bitext, as the formats write it.
  public var bitext: Bitext {
    var bitext = Bitext(
      source: source.document, target: target.document, alignment: alignment, ids: ids)
    bitext.notes = notes
    return bitext
  }

  /// What a checker compares.
  package var pairings: [Pairing] {
    if let links {
      return links.map { Pairing(number: $0.summary, source: $0.sources, target: [$0.summary]) }
    }
    return alignment.beads.enumerated().map { number, bead in
      Pairing(number: number, source: Array(bead.source), target: Array(bead.target))
    }
  }
}
