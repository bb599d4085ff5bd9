package import SamsvarModel
import SamsvarText

/// A clock time in the other language's form: `at 13.00`, `kl 13`.
package struct StyleTime: SegmentRule {
  package static let id = "style.time"
  package static let category = FindingCategory.style
  package static let severity = Severity.note
  package static let summary = "A clock time is written in the other language's form."
  package static let mqm = "locale conventions/time format"

  package init() {}

  package func findings(in segment: TargetSegment) -> [Finding] {
    if segment.language.isNorwegian { return segment.tokens.compactMap { abbreviation(segment, $0) } }
    guard segment.language.language == "en" else { return [] }
    return segment.context.target.valueRange(segment.number).compactMap { index in
      let value = segment.context.target.values[index]
      return value.readings[0].kind == .time ? dotted(segment, value) : nil
    }
  }

  /// `kl 13`, `kl: 13`.
  private func abbreviation(_ segment: TargetSegment, _ token: Int) -> Finding? {
    guard segment.string(token) == "kl", token + 1 < segment.tokens.upperBound,
      segment.token(token + 1).shape.contains(.hasDigit)
    else { return nil }
    return segment.finding(
      Self.self, at: segment.token(token).range, message: "\"kl\" without a dot",
      reason: "Norwegian writes \"kl.\"", replacement: "kl.")
  }

  /// `13.00` without am or pm.
  private func dotted(_ segment: TargetSegment, _ value: ValueMention) -> Finding? {
    let place = value.range.first { place in
      segment.byte(place) == 0x2E && segment.byte(place - 1) &- 0x30 < 10
        && segment.byte(place + 1) &- 0x30 < 10 && segment.byte(place + 2) &- 0x30 < 10
    }
    let text = segment.text(value.range).lowercased()
    guard let place, !text.hasSuffix("m"), !text.hasSuffix("m.") else { return nil }
    return segment.finding(
      Self.self, at: place..<place + 1, message: "\"\(segment.text(value.range))\" has a dot",
      reason: "English writes hours and minutes with a colon", replacement: ":")
  }
}

extension StyleTime {
  package static let documentation = RuleDocumentation(
    """
    Norwegian writes `kl. 13.00`, English 13:00 or 1 pm. With am or pm some British papers write a dot,
    which is left alone.
    """,
    examples: [
      .finds(".", "Møtet er kl. 13.30.", "The meeting is at 13.30."),
      .finds("kl", "The meeting is at 13:30.", "Møtet er kl 13.30.").intoNorwegian(),
      .leaves("Møtet er kl. 13.30.", "The meeting is at 13:30."),
    ], hasFix: true)
}
