package import SamsvarModel
import SamsvarText

/// A blank before % in English, or none in Norwegian.
package struct StylePercent: SegmentRule {
  package static let id = "style.percent"
  package static let category = FindingCategory.style
  package static let severity = Severity.note
  package static let summary = "The blank before % is the other language's."
  package static let mqm = "locale conventions/number format"

  package init() {}

  package func findings(in segment: TargetSegment) -> [Finding] {
    segment.range.compactMap { place in
      guard segment.byte(place) == 0x25 else { return nil }
      let blank = blank(segment, before: place)
      guard segment.byte(blank.lowerBound - 1) &- 0x30 < 10 else { return nil }
      if segment.language.isNorwegian, blank.isEmpty {
        return segment.finding(
          Self.self, at: place..<place + 1, message: "no blank before %",
          reason: "Norwegian writes \"5 %\"", replacement: "\u{A0}%")
      }
      guard segment.language.language == "en", !blank.isEmpty else { return nil }
      return segment.finding(
        Self.self, at: blank.lowerBound..<place + 1, message: "a blank before %",
        reason: "English writes \"5%\"", replacement: "%")
    }
  }

  /// The blank, no-break space or narrow one that ends at a place; empty where there is none.
  private func blank(_ segment: TargetSegment, before place: Int) -> Range<Int> {
    for blank in [" ", "\u{A0}", "\u{202F}", "\u{2009}"].map({ Array($0.utf8) }) {
      let start = place - blank.count
      if blank.indices.allSatisfy({ segment.byte(start + $0) == blank[$0] }), start > 0 {
        return start..<place
      }
    }
    return place..<place
  }
}

extension StylePercent {
  package static let documentation = RuleDocumentation(
    """
    Norwegian has a (no-break) space between a number and %, English has none.
    """,
    examples: [
      .finds(" %", "Renten er 5 %.", "The rate is 5 %."),
      .finds("%", "The rate is 5%.", "Renten er 5%.").intoNorwegian(),
      .leaves("Renten er 5 %.", "The rate is 5%."),
    ], hasFix: true)
}
