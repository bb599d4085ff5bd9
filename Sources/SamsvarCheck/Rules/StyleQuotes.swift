package import SamsvarModel
import SamsvarText

/// Other quotation marks than « and » in Norwegian.
package struct StyleQuotes: SegmentRule {
  package static let id = "style.quotes"
  package static let category = FindingCategory.style
  package static let severity = Severity.note
  package static let summary = "Norwegian text has other quotation marks than « and »."
  package static let mqm = "locale conventions/quotation marks"

  package init() {}

  package func findings(in segment: TargetSegment) -> [Finding] {
    guard segment.language.isNorwegian else { return [] }
    return QuotationMarks(segment.context.target, [segment.number]).marks.compactMap { mark in
      let text = segment.text(mark.range)
      guard !mark.isSingle, text != "«", text != "»" else { return nil }
      return segment.finding(
        Self.self, at: mark.range, message: "the quotation mark \(text)",
        reason: "Språkrådet writes « and »", replacement: mark.isOpening ? "«" : "»")
    }
  }
}

extension StyleQuotes {
  package static let documentation = RuleDocumentation(
    """
    Språkrådet recommends « and »; newspapers often have ” and ”. The fix puts « where a quotation
    opens and » where it closes.
    """,
    examples: [
      .leaves("“Yes,” she said.", "«Ja», sa hun.").intoNorwegian(),
      .leaves("«Ja», sa hun.", "“Yes,” she said."),
    ], hasFix: true)
}
