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
    if segment.language.isNorwegian {
      return segment.tokens.compactMap { abbreviation(segment, $0) }
    }
    guard segment.language.language == "en" else { return [] }
    return segment.tokens.compactMap { dotted(segment, $0) }
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

  /// `13.00` without am or pm, where the source has the same digits as a time.
  private func dotted(_ segment: TargetSegment, _ token: Int) -> Finding? {
    guard segment.token(token).kind == .number else { return nil }
    let range = segment.token(token).range
    let digits = segment.string(token).split(separator: ".", omittingEmptySubsequences: false)
    guard digits.count == 2, (1...2).contains(digits[0].utf8.count), digits[1].utf8.count == 2,
      segment.context.sourceValues(segment.pairing).contains(where: { place in
        place.value.readings[0].kind == .time
          && segment.context.source.document.string(in: place.value.range)
            .contains(segment.string(token))
      }), !isBeforeNoon(segment, token + 1)
    else { return nil }
    let place = range.lowerBound + digits[0].utf8.count
    return segment.finding(
      Self.self, at: place..<place + 1, message: "\"\(segment.string(token))\" has a dot",
      reason: "English writes hours and minutes with a colon", replacement: ":")
  }

  /// Whether a token says am or pm.
  private func isBeforeNoon(_ segment: TargetSegment, _ token: Int) -> Bool {
    guard token < segment.tokens.upperBound else { return false }
    return ["am", "pm", "a.m.", "p.m.", "a.m", "p.m"].contains(segment.string(token).lowercased())
  }
}

extension StyleTime {
  package static let documentation = RuleDocumentation(
    """
    Norwegian writes `kl. 13.00`, English 13:00 or 1 pm. With am or pm some British papers write a
    dot, which is left alone.
    """,
    examples: [
      .finds(".", "Møtet er kl. 13.30.", "The meeting is at 13.30."),
      .finds("kl", "The meeting is at 13:30.", "Møtet er kl 13.30.").intoNorwegian(),
      .leaves("Møtet er kl. 13.30.", "The meeting is at 13:30."),
    ], hasFix: true)
}
