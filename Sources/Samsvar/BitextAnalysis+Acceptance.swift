import SamsvarModel
import SamsvarText

extension BitextAnalysis {
  /// The findings, those accepted that stand where a mark on either side accepts them.
  func accepted(_ findings: [Finding]) -> [Finding] {
    guard !source.document.acceptMarks.isEmpty || !target.document.acceptMarks.isEmpty else {
      return findings
    }
    return findings.map { finding in
      var finding = finding
      let mark =
        mark(source.document, finding.source, finding)
        ?? mark(target.document, finding.target, finding)
      if let mark { finding.acceptance = Acceptance(.inline, reason: mark.reason) }
      return finding
    }
  }

  private func mark(
    _ document: Document, _ span: FindingSpan?, _ finding: Finding
  ) -> AcceptMark? {
    guard let span else { return nil }
    let place = document.segments[span.segment].range.lowerBound + span.range.lowerBound
    return document.acceptMarks.first { $0.range.contains(place) && $0.names(finding) }
  }
}
