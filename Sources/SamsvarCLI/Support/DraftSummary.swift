import Samsvar

/// What a draft consists of and what is to be looked at, for standard error.
struct DraftSummary {
  private let draft: Draft
  private let findings: [Finding]

  init(_ draft: Draft, _ findings: [Finding]) {
    self.draft = draft
    self.findings = findings
  }

  /// Says it.
  func say() {
    var counts: [(String, Int)] = []
    for segment in draft.segments {
      let name: String =
        if case .fuzzy = segment.origin {
          segment.isRepaired ? "fuzzy repaired" : "fuzzy"
        } else { segment.origin.description }
      if let index = counts.firstIndex(where: { $0.0 == name }) {
        counts[index].1 += 1
      } else {
        counts.append((name, 1))
      }
    }
    let parts = counts.map { "\($0.1) \($0.0)" }.joined(separator: ", ")
    Streams.note("\(draft.segments.count.counted("segment")): \(parts); all are drafts")
    for (index, segment) in draft.segments.enumerated() {
      for mark in segment.marks where mark.isOpen {
        Streams.note("segment \(index + 1): \(mark.text)")
      }
    }
    for finding in findings where finding.severity > .note && finding.acceptance == nil {
      let place = finding.source.map { "segment \($0.segment + 1): " } ?? ""
      Streams.note("\(place)\(finding.rule): \(finding.message); \(finding.reason)")
    }
  }
}

/// A line on a terminal with the segments done, the rate and the time left.
struct DraftProgress {
  private var progress: Progress
  private let total: Int
  private var shown = 0

  init(total: Int) {
    progress = Progress(total: total)
    self.total = total
  }

  /// Shows how many segments are done; a lower number than before is ignored.
  mutating func show(_ done: Int) {
    while shown < min(done, total) {
      progress.advance()
      shown += 1
    }
  }

  /// Ends the line.
  mutating func end() { show(total) }
}
