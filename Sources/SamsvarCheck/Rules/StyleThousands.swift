package import SamsvarModel
import SamsvarText

/// Thousands that are grouped otherwise than the language groups them, or not at all.
package struct StyleThousands: SegmentRule {
  package static let id = "style.thousands"
  package static let category = FindingCategory.style
  package static let severity = Severity.note
  package static let summary = "Thousands are grouped otherwise than is usual, or not at all."
  package static let mqm = "locale conventions/number format"

  package init() {}

  package func findings(in segment: TargetSegment) -> [Finding] {
    segment.context.target.valueRange(segment.number).compactMap { index in
      let value = segment.context.target.values[index]
      let kinds: Set<ValueKind> = [.number, .money, .measure, .multiple]
      guard kinds.contains(value.readings[0].kind),
        let token = value.tokens.first(where: { segment.token($0).kind == .number })
      else { return nil }
      return finding(segment, token, value.readings[0])
    }
  }

  private func finding(_ segment: TargetSegment, _ token: Int, _ value: Reading) -> Finding? {
    let text = segment.string(token)
    let digits = text.filter(\.isNumber)
    guard digits.utf8.count >= 5, digits.first != "0", value.raw.rounded() == value.raw,
      Double(digits) == value.raw,
      text.utf8.allSatisfy({ $0 &- 0x30 < 10 || $0 == 0x2E || $0 == 0x2C }),
      !segment.isGlued(segment.token(token).range)
    else { return nil }
    let separator = segment.language.isNorwegian ? "\u{A0}" : ","
    let wanted = Self.grouped(digits, separator)
    guard text != wanted else { return nil }
    return segment.finding(
      Self.self, at: segment.token(token).range, message: "\"\(text)\" is not grouped as usual",
      reason: "\(segment.language.isNorwegian ? "Norwegian" : "English") writes \"\(wanted)\"",
      replacement: wanted)
  }

  private static func grouped(_ digits: String, _ separator: String) -> String {
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += separator }
      result.append(digit)
    }
    return result
  }
}

extension StyleThousands {
  package static let documentation = RuleDocumentation(
    """
    Whole numbers of five digits or more are grouped in threes: with a (no-break) space in
    Norwegian, with commas in English. Years, telephone numbers and other numbers that only name
    something are left alone.
    """,
    examples: [
      .finds("12500", "Det kom 12 500 mennesker.", "Some 12500 people came."),
      .finds("12.500", "Some 12,500 people came.", "Det kom 12.500 mennesker.").intoNorwegian(),
      .leaves("Det kom 12 500 mennesker.", "Some 12,500 people came."),
    ], hasFix: true)
}
