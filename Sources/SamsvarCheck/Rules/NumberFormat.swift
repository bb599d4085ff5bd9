package import SamsvarModel
import SamsvarText

/// A number or date in the style of the other language: `2,94 million` and `17. May` in English,
/// `2.94 millioner` in Norwegian.
package struct NumberFormat: SegmentRule {
  package static let id = "number.format"
  package static let category = FindingCategory.format
  package static let severity = Severity.warning
  package static let summary = "A number or date is written in the style of the other language."

  package init() {}

  package func findings(in segment: TargetSegment) -> [Finding] {
    let source = segment.context.source.language
    if segment.language.language == "en" {
      return segment.tokens.compactMap { token in
        decimal(segment, token, ",", ".") ?? date(segment, token) ?? scale(segment, token)
      } + groups(segment)
    }
    guard segment.language.isNorwegian, source.language == "en" else { return [] }
    return segment.tokens.compactMap { decimal(segment, $0, ".", ",") }
  }

  /// A decimal sign of the other language, copied with its number: before one, two or more than
  /// three digits, since three may be a group of thousands.
  private func decimal(
    _ segment: TargetSegment, _ token: Int, _ foreign: Character, _ own: Character
  ) -> Finding? {
    guard segment.token(token).kind == .number else { return nil }
    let text = segment.string(token)
    let parts = text.split(separator: foreign, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count != 3, !parts[1].isEmpty,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      segment.context.sourceValues(segment.pairing).contains(where: { place in
        let source = segment.context.source.document.string(in: place.value.range)
        // `Debian 3.1`, `chapter 2.1`: in Norwegian a point is right in what only names something.
        return source.contains(text) && place.value.readings[0].kind != .time
          && (own == "." || source != text)
      })
    else { return nil }
    let replacement = parts.joined(separator: String(own))
    let isEnglish = own == "."
    return segment.finding(
      Self.self, at: segment.token(token).range,
      message: "\"\(text)\" has a decimal \(isEnglish ? "comma" : "point")",
      reason: "\(isEnglish ? "English" : "Norwegian") writes \"\(replacement)\"",
      replacement: replacement)
  }

  /// A day with a dot before an English month.
  private func date(_ segment: TargetSegment, _ token: Int) -> Finding? {
    guard segment.token(token).kind == .ordinal, token + 1 < segment.tokens.upperBound,
      segment.token(token + 1).shape.contains(.capitalised),
      segment.context.targetValues(segment.pairing).contains(where: {
        $0.value.readings[0].kind == .date && $0.value.tokens.contains(token + 1)
          && $0.value.tokens.contains(token)
      })
    else { return nil }
    let text = segment.string(token)
    guard text.hasSuffix(".") else { return nil }
    return segment.finding(
      Self.self, at: segment.token(token).range,
      message: "\"\(text)\" is written as a Norwegian date",
      reason: "English writes the day without a dot", replacement: String(text.dropLast()))
  }

  /// `5 mill.`, `2.5 mrd.` in English.
  private func scale(_ segment: TargetSegment, _ token: Int) -> Finding? {
    let scales = [("mill", "million"), ("mrd", "billion"), ("milliarder", "billion")]
    let word = String(decoding: segment.word(token), as: UTF8.self)
    guard token > segment.tokens.lowerBound, segment.token(token - 1).kind == .number,
      let (name, english) = scales.first(where: { $0.0 == word || $0.0 + "." == word })
    else { return nil }
    var range = segment.token(token).range
    if word == name, segment.byte(range.upperBound) == 0x2E {
      range = range.lowerBound..<range.upperBound + 1
    }
    let text = segment.text(range)
    // Without its dot `5 mill` may be a mill.
    guard name != "mill" || text.hasSuffix(".") else { return nil }
    // The dot of the abbreviation may be the sentence's too.
    let isLast = range.upperBound >= segment.range.upperBound && text.hasSuffix(".")
    return segment.finding(
      Self.self, at: range, message: "\"\(text)\" is Norwegian",
      reason: "in English it is \"\(english)\"", replacement: english + (isLast ? "." : ""))
  }

  /// Thousands parted by blanks, as the source has them: `10 000`.
  private func groups(_ segment: TargetSegment) -> [Finding] {
    segment.context.target.valueRange(segment.number).compactMap { index in
      let value = segment.context.target.values[index]
      let kinds: Set<ValueKind> = [.number, .money, .measure, .percent, .multiple]
      guard kinds.contains(value.readings[0].kind),
        let whole = grouped(segment, value.range)
      else { return nil }
      // A comma after such groups is the decimal sign: `1 250,50`.
      let fraction = fraction(segment, whole.upperBound)
      let range = whole.lowerBound..<fraction.upperBound
      let text = segment.text(range)
      guard segment.sourceHas(text) else { return nil }
      let groups = segment.text(whole).split { !$0.isNumber }.joined(separator: ",")
      let replacement =
        fraction.isEmpty ? groups : groups + "." + segment.text(fraction).dropFirst()
      return segment.finding(
        Self.self, at: range, message: "\"\(text)\" parts thousands with a blank",
        reason: "English writes \"\(replacement)\"", replacement: replacement)
    }
  }

  /// The first run of one to three digits and then groups of three, with single blanks between.
  private func grouped(_ segment: TargetSegment, _ range: Range<Int>) -> Range<Int>? {
    guard let start = range.first(where: { isDigit(segment.byte($0)) }),
      segment.byte(start) != 0x30,
      // `0800 555 111` is a telephone number.
      segment.byte(start - 1) != 0x20 || !isDigit(segment.byte(start - 2))
    else { return nil }
    var end = start
    while isDigit(segment.byte(end)) { end += 1 }
    guard end - start <= 3 else { return nil }
    var groups = 0
    while let next = afterBlank(segment, end),
      (0..<3).allSatisfy({ isDigit(segment.byte(next + $0)) }),
      !isDigit(segment.byte(next + 3))
    {
      end = next + 3
      groups += 1
    }
    let isFollowed = segment.byte(end) == 0x20 && isDigit(segment.byte(end + 1))
    return groups > 0 && end <= range.upperBound && !isFollowed ? start..<end : nil
  }

  /// The decimal comma at an offset and the digits after it; empty where there is none.
  private func fraction(_ segment: TargetSegment, _ start: Int) -> Range<Int> {
    guard segment.byte(start) == 0x2C else { return start..<start }
    var end = start + 1
    while isDigit(segment.byte(end)) { end += 1 }
    return end > start + 1 ? start..<end : start..<start
  }

  /// Where a blank, a no-break space or a thin one ends that begins here.
  private func afterBlank(_ segment: TargetSegment, _ offset: Int) -> Int? {
    for blank in [" ", "\u{A0}", "\u{202F}", "\u{2009}"].map({ Array($0.utf8) })
    where blank.indices.allSatisfy({ segment.byte(offset + $0) == blank[$0] }) {
      return offset + blank.count < segment.range.upperBound ? offset + blank.count : nil
    }
    return nil
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}

extension NumberFormat {
  package static let documentation = RuleDocumentation(
    """
    English writes a decimal point, commas between thousands, a day without a dot, *million* and
    *billion*; Norwegian a decimal comma. A sign of the other language is reported where the same
    number stands in the source; into Norwegian only with a unit or a scale, since versions and
    chapters keep their point. A comma or point before three digits may be a group of thousands and is
    compared by value instead.
    """,
    examples: [
      .finds("2,94", "NBC hadde 2,94 millioner.", "NBC had 2,94 million."),
      .finds("17.", "De møttes 17. mai 2021.", "They met on 17. May 2021."),
      .finds("12 500", "Det bor 12 500 mennesker her.", "Some 12 500 people live here."),
      .finds("1 250,50", "Prisen er 1 250,50 kroner.", "The price is 1 250,50 kroner."),
      .finds("mill.", "De fikk 5 mill. kroner.", "They got NOK 5 mill. in all."),
      .finds("2.94", "NBC had 2.94 million.", "NBC hadde 2.94 millioner.").intoNorwegian(),
      .leaves("NBC hadde 2,94 millioner.", "NBC had 2.94 million."),
      .leaves("Use version 3.7.", "Bruk versjon 3.7.").intoNorwegian(),
      .leaves("Ring 0800 555 111 i dag.", "Call 0800 555 111 today."),
    ], hasFix: true)
}
