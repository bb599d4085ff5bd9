package import SamsvarModel
import SamsvarText

/// An apostrophe in an English decade: `the 1990's`.
package struct StyleDecade: SegmentRule {
  package static let id = "style.decade"
  package static let category = FindingCategory.style
  package static let severity = Severity.note
  package static let summary = "An English decade has an apostrophe before its s."
  package static let mqm = "locale conventions/date format"

  package init() {}

  package func findings(in segment: TargetSegment) -> [Finding] {
    guard segment.language.language == "en" else { return [] }
    return segment.range.compactMap { place in
      guard segment.byte(place) == 0x30, segment.byte(place - 1) &- 0x30 < 10,
        segment.byte(place - 2) &- 0x30 < 10, segment.byte(place - 3) &- 0x30 < 10,
        segment.byte(place - 4) &- 0x30 >= 10
      else { return nil }
      let length = segment.byte(place + 1) == 0x27 ? 1 : segment.byte(place + 1) == 0xE2 ? 3 : 0
      let end = place + 1 + length
      guard length > 0, segment.byte(end) == 0x73, segment.byte(end + 1) <= 0x40,
        end < segment.range.upperBound
      else { return nil }
      let range = place - 3..<end + 1
      let decade = segment.text(place - 3..<place + 1) + "s"
      return segment.finding(
        Self.self, at: range, message: "\"\(segment.text(range))\" has an apostrophe",
        reason: "English writes \"\(decade)\"", replacement: decade)
    }
  }
}

extension StyleDecade {
  package static let documentation = RuleDocumentation(
    """
    A decade is a plural and has no apostrophe. `1990's` as a genitive (*1990’s best film*) is rare.
    """,
    examples: [
      .finds("1990's", "Det var på 1990-tallet.", "It was in the 1990's."),
      .leaves("Det var på 1990-tallet.", "It was in the 1990s."),
    ], hasFix: true)
}
