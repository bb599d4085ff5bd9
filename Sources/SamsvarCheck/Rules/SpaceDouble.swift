package import SamsvarModel
import SamsvarText

/// Two blanks between two words.
package struct SpaceDouble: SegmentRule {
  package static let id = "space.double"
  package static let category = FindingCategory.format
  package static let severity = Severity.note
  package static let summary = "Two blanks stand between words."
  package static let mqm = "linguistic conventions/typography"

  package init() {}

  package func findings(in segment: TargetSegment) -> [Finding] {
    // Columns are set with blanks.
    guard segment.kind != .tableCell, !segment.sourceHas("  ") else { return [] }
    var result: [Finding] = []
    var index = segment.range.lowerBound
    while index < segment.range.upperBound {
      let start = index
      while segment.range.contains(index), segment.byte(index) == 0x20 { index += 1 }
      let isAfterSentence = Array(".!?:\"".utf8).contains(segment.byte(start - 1))
      if index - start == 2, !isAfterSentence, segment.byte(index) > 0x20 {
        result.append(
          segment.finding(
            Self.self, at: start..<index, message: "two blanks in a row",
            reason: "one is enough between words", replacement: " "))
      }
      index = max(index, start + 1)
    }
    return result
  }
}

extension SpaceDouble {
  package static let documentation = RuleDocumentation(
    """
    Exactly two blanks inside a sentence, where the source has none. Two blanks after a sentence are
    an old habit, and more than two set something in columns: both are left alone.
    """,
    examples: [
      .finds("  ", "Han kom hjem i går.", "He came  home yesterday."),
      .leaves("Han kom. Hun gikk.", "He came.  She left."),
    ], hasFix: true)
}
