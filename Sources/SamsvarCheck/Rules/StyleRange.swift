package import SamsvarModel
import SamsvarText

/// A hyphen in a range: `5-10`, `2001-2015`.
package struct StyleRange: SegmentRule {
  package static let id = "style.range"
  package static let category = FindingCategory.style
  package static let severity = Severity.note
  package static let summary = "A range has a hyphen instead of an en dash."
  package static let mqm = "linguistic conventions/typography"

  package init() {}

  package func findings(in segment: TargetSegment) -> [Finding] {
    segment.context.target.valueRange(segment.number).compactMap { index in
      let value = segment.context.target.values[index]
      guard isRange(value.readings[0]) else { return nil }
      let place = value.range.first { place in
        segment.byte(place) == 0x2D && segment.byte(place - 1) &- 0x30 < 10
          && segment.byte(place + 1) &- 0x30 < 10
      }
      return place.map {
        segment.finding(
          Self.self, at: $0..<$0 + 1, message: "\"\(segment.text(value.range))\" has a hyphen",
          reason: "an en dash (–) stands between the ends of a range", replacement: "–")
      }
    }
  }

  private func isRange(_ value: Reading) -> Bool {
    switch value.kind {
    case .identifier, .reference: false
    case .score: true
    case .date: value.date?.endDay != nil
    default: value.low != value.high
    }
  }
}

extension StyleRange {
  package static let documentation = RuleDocumentation(
    """
    The ends of a range of numbers, years or days are joined by an en dash without blanks, in
    Norwegian and in English. Telephone numbers, dates of the form 2014-05-17 and codes have
    hyphens.
    """,
    examples: [
      .finds("-", "Det varer 5–10 minutter.", "It takes 5-10 minutes."),
      .leaves("Det varer 5–10 minutter.", "It takes 5–10 minutes."),
    ], hasFix: true)
}
