import SamsvarFormats
import SamsvarModel

/// A linked summary as JSON Lines: a line for each summary sentence with what it rests on, why, and its
/// findings; then a line for each source sentence that is not in the summary, the most central first.
struct SummaryReport {
  let bitext: Bitext
  let coverage: SummaryCoverage
  let document: String
  let findings: [Finding]
  let annotations: [Annotation]

  private struct Place: Encodable {
    var segment: Int
    var start: Int
    var end: Int
    var text: String
  }

  private struct Reason: Encodable {
    var kind: String
    var source: Place
    var target: Place
  }

  private struct Detail: Encodable {
    var rule: String
    var category: String
    var severity: String
    var source: Place?
    var target: Place?
    var message: String
    var reason: String
  }

  private struct Record: Encodable {
    var id: String
    var document: String
    var sourceLanguage: String
    var targetLanguage: String
    var source: String
    var target: String
    var sourceIndices: [Int]
    var targetIndices: [Int]
    var kind: String
    var confidence: Double?
    var centrality: Double?
    var evidence: [Reason]?
    var findings: [Detail]?
  }

  /// The lines; offsets count UTF-8 bytes within the segment.
  func lines() -> String {
    let pairs = Dictionary(grouping: annotations, by: \.pair)
    let reasons = Dictionary(grouping: pairs.keys.sorted().compactMap { reason(pairs[$0] ?? []) }) {
      $0.target.segment
    }
    return coverage.links.map { JSONLines.line(sentence($0, reasons[$0.summary] ?? [])) }.joined()
      + coverage.unused.map { JSONLines.line(unused($0)) }.joined()
  }

  private func sentence(_ link: SummaryLink, _ reasons: [Reason]) -> Record {
    var record = record(link.sources, [link.summary])
    record.id = "s\(link.summary)"
    record.kind = link.sources.isEmpty ? "insertion" : "summary"
    record.confidence = link.confidence
    record.evidence = reasons
    record.findings = findings.filter { $0.bead == link.summary }.map(detail)
    return record
  }

  private func unused(_ unused: SummaryCoverage.Unused) -> Record {
    var record = record([unused.segment], [])
    record.id = "a\(unused.segment)"
    record.kind = "deletion"
    record.centrality = (unused.centrality * 1000).rounded() / 1000
    return record
  }

  private func record(_ sources: [Int], _ targets: [Int]) -> Record {
    Record(
      id: "", document: document, sourceLanguage: bitext.source.language.description,
      targetLanguage: bitext.target.language.description,
      source: sources.map(bitext.source.string).joined(separator: " "),
      target: targets.map(bitext.target.string).joined(separator: " "), sourceIndices: sources,
      targetIndices: targets, kind: "")
  }

  private func detail(_ finding: Finding) -> Detail {
    Detail(
      rule: finding.rule, category: finding.category.rawValue,
      severity: finding.severity.rawValue, source: finding.source.map(place),
      target: finding.target.map(place), message: finding.message, reason: finding.reason)
  }

  private func place(_ span: FindingSpan) -> Place {
    Place(
      segment: span.segment, start: span.range.lowerBound, end: span.range.upperBound,
      text: span.text)
  }

  /// What both sides of a pair of marks say.
  private func reason(_ pair: [Annotation]) -> Reason? {
    guard let source = pair.first(where: { $0.side == .source }),
      let target = pair.first(where: { $0.side == .target })
    else { return nil }
    return Reason(
      kind: source.kind.rawValue, source: place(source, bitext.source),
      target: place(target, bitext.target))
  }

  private func place(_ annotation: Annotation, _ document: Document) -> Place {
    let start = document.segments[annotation.segment].range.lowerBound
    let range =
      start + annotation.range.lowerBound..<start + annotation.range.upperBound
    return Place(
      segment: annotation.segment, start: annotation.range.lowerBound,
      end: annotation.range.upperBound, text: document.string(in: range))
  }
}
