package import SamsvarModel
import SamsvarText

/// A hyphen for a dash: `kom hjem - og gikk`; in Norwegian also an em dash.
package struct StyleDash: SegmentRule {
  package static let id = "style.dash"
  package static let category = FindingCategory.style
  package static let severity = Severity.note
  package static let summary = "A hyphen, or in Norwegian an em dash, stands for an en dash."
  package static let mqm = "linguistic conventions/typography"

  package init() {}

  package func findings(in segment: TargetSegment) -> [Finding] {
    segment.range.compactMap { place in
      if segment.byte(place) == 0x2D, isFree(segment, place..<place + 1) {
        return finding(segment, place..<place + 1, "the hyphen is a dash here")
      }
      let isEmDash = [0xE2, 0x80, 0x94].indices.allSatisfy {
        segment.byte(place + $0) == [0xE2, 0x80, 0x94][$0]
      }
      return isEmDash && segment.language.isNorwegian && isFree(segment, place..<place + 3)
        ? finding(segment, place..<place + 3, "the dash is an em dash") : nil
    }
  }

  private func finding(_ segment: TargetSegment, _ range: Range<Int>, _ message: String) -> Finding
  {
    segment.finding(
      Self.self, at: range, message: message, reason: "an en dash (–) stands between blanks",
      replacement: "–")
  }

  /// Between blanks, or at the beginning of a line of dialogue, and with a letter on one side: `5 -
  /// 3` may be arithmetic.
  private func isFree(_ segment: TargetSegment, _ range: Range<Int>) -> Bool {
    let before = segment.byte(range.lowerBound - 2)
    let after = segment.byte(range.upperBound + 1)
    return segment.byte(range.lowerBound - 1) == 0x20 && segment.byte(range.upperBound) == 0x20
      && after > 0x20 && !(before &- 0x30 < 10 && after &- 0x30 < 10)
  }
}

extension StyleDash {
  package static let documentation = RuleDocumentation(
    """
    Between blanks, and before a line of dialogue, stands an en dash, not a hyphen; Norwegian has no
    em dash. List marks and arithmetic are not told apart: the rule is for running text.
    """,
    examples: [
      .finds("-", "Han kom – og gikk.", "He came - and went."),
      .finds("—", "He came – and went.", "Han kom — og gikk.").intoNorwegian(),
      .leaves("Nord-Norge er stort.", "Northern Norway is large – very large."),
    ], hasFix: true)
}
