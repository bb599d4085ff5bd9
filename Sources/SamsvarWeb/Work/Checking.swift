import Samsvar
import SamsvarMemory

/// The findings of a bitext, as the project keeps them.
struct Checking {
  let analysed: Desk.Analysed
  let side: Int

  /// The findings, with keys of segments for places.
  ///
  /// - Throws: `InputError` when a language's data cannot be read.
  func findings(_ pipeline: Pipeline) throws(InputError) -> [ProjectFinding] {
    let findings = try pipeline.check(analysed.analysis, termbase: analysed.termbase)
    return findings.compactMap(record)
  }

  private func record(_ finding: Finding) -> ProjectFinding? {
    let source = finding.source.map { span($0, 0) }
    let target = finding.target.map { span($0, side) }
    guard let segment = target?.segment ?? beadSegment(finding) ?? source?.segment else {
      return nil
    }
    let fix = finding.fix.map { span($0.span, side) }
    return ProjectFinding(
      bitext: analysed.reviewed.bitext.id, segment: segment, rule: finding.rule,
      category: finding.category.rawValue, severity: finding.severity.rawValue,
      fingerprint: finding.fingerprint,
      detail: .init(
        concept: finding.concept, source: source, target: target, message: finding.message,
        reason: finding.reason, fix: fix, replacement: finding.fix?.replacement))
  }

  private func span(_ span: FindingSpan, _ side: Int) -> ProjectFinding.Span {
    ProjectFinding.Span(
      segment: analysed.reviewed.sides[side][span.segment].id, start: span.range.lowerBound,
      end: span.range.upperBound, text: span.text)
  }

  /// The target of the finding's bead, where the finding itself names only the source.
  private func beadSegment(_ finding: Finding) -> Int64? {
    let ranges = analysed.reviewed.ranges
    guard ranges.indices.contains(finding.bead) else { return nil }
    return ranges[finding.bead][side].first.map { analysed.reviewed.sides[side][$0].id }
  }
}
