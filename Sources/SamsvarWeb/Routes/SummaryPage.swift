import Samsvar
import SamsvarMemory

extension ReviewRoutes {
  /// A summary beside its article.
  struct SummaryPage: Codable {
    struct Segment: Codable {
      var id: Int64
      var kind: String
      var text: String
      var edited: Bool
      var bead: Int64?
      var status: BeadStatus?
      var note: String?
    }
    var bitext: Int64
    var article: [Segment]
    var summary: [Segment]
    var links: [ProjectLink]
    var findings: [FindingRow]
    /// What corresponds, pair by pair.
    var marks: [MarkRecord]
    var revision: Revision
  }

  /// The summary view of a bitext.
  ///
  /// - Throws: `ProjectError.refused` for a translation.
  func summary(_ id: Int64, _ phrases: Phrases) async throws -> SummaryPage {
    let bitext = try project.bitext(id)
    guard bitext.kind == .summary else {
      throw ProjectError.refused("this is a translation; it has no summary view")
    }
    let (_, analysed) = try await desk.analysed(id)
    let reviewed = analysed.reviewed
    let texts = Dictionary(
      reviewed.sides.joined().map { ($0.id, $0.current) }, uniquingKeysWith: { $1 })
    let findings = try project.findings(ofBeads: reviewed.beads.map(\.id))
    return SummaryPage(
      bitext: id, article: reviewed.sides[0].map { Self.segment($0, nil) },
      summary: reviewed.beads.flatMap { bead in bead.sides[1].map { Self.segment($0, bead) } },
      links: reviewed.links, findings: findings.map { FindingRow($0, phrases) { texts[$0] } },
      marks: try await desk.pipeline().annotations(analysed.analysis, analysed.termbase).map {
        MarkRecord($0, reviewed, targetSide: 1)
      }, revision: try revision())
  }

  private static func segment(
    _ segment: ProjectSegment, _ bead: ProjectBead?
  ) -> SummaryPage.Segment {
    SummaryPage.Segment(
      id: segment.id, kind: segment.kind, text: segment.current, edited: segment.edited != nil,
      bead: bead?.id, status: bead?.status, note: bead?.note)
  }
}
