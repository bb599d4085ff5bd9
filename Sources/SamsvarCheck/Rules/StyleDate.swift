package import SamsvarModel
import SamsvarText

/// A Norwegian date without the dot after its day: `17 mai`; or with a slash: `5/6 2014`.
package struct StyleDate: SegmentRule {
  package static let id = "style.date"
  package static let category = FindingCategory.style
  package static let severity = Severity.note
  package static let summary = "A Norwegian date lacks the dot after its day, or has a slash."
  package static let mqm = "locale conventions/date format"

  package init() {}

  package func findings(in segment: TargetSegment) -> [Finding] {
    guard segment.language.isNorwegian else { return [] }
    return segment.context.target.valueRange(segment.number).compactMap { index in
      let value = segment.context.target.values[index]
      guard value.readings[0].kind == .date, value.readings[0].date?.day != nil else { return nil }
      return day(segment, value) ?? slash(segment, value)
    }
  }

  private func day(_ segment: TargetSegment, _ value: ValueMention) -> Finding? {
    let index = value.tokens.first { token in
      let text = segment.string(token)
      return segment.token(token).kind == .number && text.utf8.count <= 2
        && value.tokens.contains(token + 1) && segment.token(token + 1).kind == .word
    }
    return index.map {
      let text = segment.string($0)
      return segment.finding(
        Self.self, at: segment.token($0).range, message: "no dot after the day",
        reason: "Norwegian writes \"\(text). \(segment.string($0 + 1))\"", replacement: text + ".")
    }
  }

  private func slash(_ segment: TargetSegment, _ value: ValueMention) -> Finding? {
    let text = segment.text(value.range)
    guard text.contains("/") else { return nil }
    return segment.finding(
      Self.self, at: value.range, message: "a slash in a date",
      reason: "Norwegian writes the day and the month with dots")
  }
}

extension StyleDate {
  package static let documentation = RuleDocumentation(
    """
    The dot after the day is compulsory in Norwegian (`17. mai`), and dates in figures have dots
    (`5.6.2014`).
    """,
    examples: [
      .finds("17", "They met on 17 May.", "De møttes 17 mai.").intoNorwegian(),
      .leaves("They met on 17 May.", "De møttes 17. mai.").intoNorwegian(),
      .leaves("De møttes 17. mai.", "They met on 17 May."),
    ], hasFix: true)
}
