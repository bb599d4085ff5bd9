package import SamsvarModel
import SamsvarText

/// Norwegian kroner in English as `150 kr` or crowns.
package struct StyleCurrency: SegmentRule {
  package static let id = "style.currency"
  package static let category = FindingCategory.style
  package static let severity = Severity.note
  package static let summary = "Kroner are written as kr or crowns in English."
  package static let mqm = "locale conventions/currency format"

  package init() {}

  package func findings(in segment: TargetSegment) -> [Finding] {
    guard segment.language.language == "en" else { return [] }
    return segment.context.target.valueRange(segment.number).compactMap { index in
      let value = segment.context.target.values[index]
      guard value.readings[0].kind == .money else { return nil }
      let text = segment.text(value.range)
      let words = text.lowercased().split { $0 == " " || $0 == "\u{A0}" }
      guard words.contains(where: { ["kr", "kr.", "crown", "crowns"].contains($0) }) else {
        return nil
      }
      let amount = words.filter {
        $0.utf8.allSatisfy { $0 &- 0x30 < 10 || $0 == 0x2C || $0 == 0x2E }
      }
      let isPlain = words.count == 2 && amount.count == 1 && !text.hasSuffix(".")
      return segment.finding(
        Self.self, at: value.range, message: "\"\(text)\" for an amount in kroner",
        reason: "English writes NOK before the amount, or kroner after it",
        replacement: isPlain ? amount.first.map { "NOK \($0)" } : nil)
    }
  }
}

extension StyleCurrency {
  package static let documentation = RuleDocumentation(
    """
    In English amounts stand as NOK 150 or 150 kroner; *crowns* are what a king wears, and the
    abbreviation kr is Norwegian.
    """,
    examples: [
      .finds("150 kr", "Det koster 150 kr nå.", "It costs 150 kr now."),
      .leaves("Det koster 150 kr.", "It costs NOK 150."),
    ], hasFix: true)
}
