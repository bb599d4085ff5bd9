package import SamsvarModel
import SamsvarText

/// Norwegian quotation marks in English: `«Yes»`.
package struct QuoteForeign: SegmentRule {
  package static let id = "quote.foreign"
  package static let category = FindingCategory.format
  package static let severity = Severity.warning
  package static let summary = "English text has Norwegian quotation marks."
  package static let mqm = "locale conventions/quotation marks"

  package init() {}

  package func findings(in segment: TargetSegment) -> [Finding] {
    guard segment.language.language == "en",
      segment.context.source.language.language != "en"
    else { return [] }
    return segment.range.compactMap { place in
      guard segment.byte(place) == 0xC2,
        segment.byte(place + 1) == 0xAB || segment.byte(place + 1) == 0xBB
      else { return nil }
      let isOpening = segment.byte(place + 1) == 0xAB
      return segment.finding(
        Self.self, at: place..<place + 2,
        message: "\"\(isOpening ? "«" : "»")\" is a Norwegian quotation mark",
        reason: "English has “ and ”, or ‘ and ’", replacement: isOpening ? "“" : "”")
    }
  }
}

extension QuoteForeign {
  package static let documentation = RuleDocumentation(
    """
    « and » are left over from the Norwegian. The fix puts “ and ” there.
    """,
    examples: [
      .leaves("«Ja», sa hun.", "“Yes,” she said."),
      .leaves("“Yes,” she said.", "«Ja», sa hun.").intoNorwegian(),
    ], hasFix: true)
}
