import SamsvarModel
import SamsvarTerms
import SamsvarText

/// A segment with placeholders for what an engine must not touch.
package struct ProtectedText {
  /// The text that is sent.
  package let text: String
  /// What each placeholder stands for, in the target's format.
  let parts: [String]
  let style: PlaceholderStyle

  /// How an answer came back.
  package enum Restored: Hashable {
    /// Every placeholder stood there once.
    case whole(String)
    /// Some were lost, doubled or invented.
    case broken(String)
  }

  /// An answer with the placeholders filled in.
  package func restored(_ answer: String) -> Restored {
    var result = ""
    var seen = [Int](repeating: 0, count: parts.count)
    var rest = answer[...]
    while let (range, number) = style.next(in: rest) {
      result += style.plain(String(rest[..<range.lowerBound]))
      if parts.indices.contains(number - 1) {
        seen[number - 1] += 1
        result += parts[number - 1]
      } else {
        seen.append(2)
      }
      rest = rest[range.upperBound...]
    }
    result += style.plain(String(rest))
    return seen.allSatisfy { $0 == 1 } ? .whole(result) : .broken(result)
  }
}

/// Finds what goes as placeholders: codes, addresses, terms that stay, numbers.
package struct Protection {
  private let texts: DraftTexts
  private let style: PlaceholderStyle
  private let formatter: ValueFormatter

  package init(_ texts: DraftTexts, style: PlaceholderStyle) {
    self.texts = texts
    self.style = style
    formatter = ValueFormatter(texts.target)
  }

  /// A segment with placeholders.
  ///
  /// - Parameter numbers: Whether numbers go as placeholders too.
  package func protected(_ source: String, numbers: Bool = true) -> ProtectedText {
    let text = texts.source(source)
    var spans = MarkupCodes.ranges(in: Array(source.utf8)).map { ($0, string(source, $0)) }
    func add(_ range: Range<Int>, _ restored: String) {
      if !range.isEmpty, !spans.contains(where: { $0.0.overlaps(range) }) {
        spans.append((range, restored))
      }
    }
    // The analysed text may lack white space at the ends; the ranges are those of the segment there.
    let shift = offset(of: text, in: source)
    for token in text.document.tokens where isAddress(token, text.bytes) {
      let range = shifted(token.range, shift)
      add(range, string(source, range))
    }
    for term in text.terms where texts.termbase.concepts[term.concept].isDoNotTranslate {
      let range = shifted(term.range, shift)
      add(range, string(source, range))
    }
    if numbers {
      for (range, restored) in numberSpans(text) { add(shifted(range, shift), restored) }
    }
    return assembled(source, spans.sorted { $0.0.lowerBound < $1.0.lowerBound })
  }

  /// `https://nrk.no/a`, `post@eksempel.no`, `nrk.no`: what an engine would take apart.
  private func isAddress(_ token: Token, _ text: [UInt8]) -> Bool {
    if token.kind == .url { return true }
    guard token.kind == .word, let dot = text[token.range].lastIndex(of: 0x2E) else { return false }
    let ending = text[(dot + 1)..<token.range.upperBound]
    return dot > token.range.lowerBound && ending.count >= 2
      && ending.allSatisfy { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
  }

  private func offset(of text: DraftTexts.Text, in source: String) -> Int {
    let all = Array(source.utf8)
    let own = text.bytes
    guard !own.isEmpty, own.count < all.count else { return 0 }
    return (0...all.count - own.count).first { all[$0...].starts(with: own) } ?? 0
  }

  private func shifted(_ range: Range<Int>, _ shift: Int) -> Range<Int> {
    range.lowerBound + shift..<range.upperBound + shift
  }

  private func string(_ text: String, _ range: Range<Int>) -> String {
    String(decoding: Array(text.utf8)[range], as: UTF8.self)
  }

  /// Numbers with the text that stands for them in the target.
  ///
  /// Dates and times go whole, since their form differs between languages; of amounts the digits go, and
  /// the engine translates the unit.
  private func numberSpans(_ text: DraftTexts.Text) -> [(Range<Int>, String)] {
    let isNear = texts.source.isNorwegian && texts.target.isNorwegian
    var spans: [(Range<Int>, String)] = []
    for value in text.document.values where value.hasDigits && !value.isWeak {
      let written = text.document.document.string(in: value.range)
      let kind = value.readings[0].kind
      if !isNear, kind == .time || kind == .date && value.readings[0].date?.day != nil {
        let whole = formatter.string(value.readings[0])
        if isRead(whole, as: value) { spans.append((value.range, whole)) }
      } else if !isNear, kind == .ordinal || kind == .date || kind == .period || kind == .score {
        continue
      } else {
        spans += digitSpans(written, value)
      }
    }
    return spans
  }

  private func digitSpans(_ written: String, _ value: ValueMention) -> [(Range<Int>, String)] {
    let writer = Numerals(language: texts.target)
    let isNear = texts.source.isNorwegian && texts.target.isNorwegian
    let kind = value.readings[0].kind
    let isPlain = isNear || kind == .identifier || kind == .reference || kind == .year
    return Numerals(language: texts.source).all(in: written).map { numeral in
      let range = shifted(numeral.range, value.range.lowerBound)
      let isGrouped = numeral.isGrouped || numeral.value >= 10_000
      return (
        range, isPlain ? numeral.written : writer.written(numeral, isGrouped: isGrouped)
      )
    }
  }

  private func isRead(_ text: String, as value: ValueMention) -> Bool {
    let values = texts.target(text).document.values
    return values.count == 1 && values[0].agreement(with: value) == .equal
  }

  private func assembled(_ source: String, _ spans: [(Range<Int>, String)]) -> ProtectedText {
    let bytes = Array(source.utf8)
    var result = ""
    var start = 0
    for (number, span) in spans.enumerated() {
      result += style.escaped(String(decoding: bytes[start..<span.0.lowerBound], as: UTF8.self))
      result += style.mark(number + 1)
      start = span.0.upperBound
    }
    result += style.escaped(String(decoding: bytes[start...], as: UTF8.self))
    return ProtectedText(text: result, parts: spans.map(\.1), style: style)
  }
}
