package import SamsvarModel
import SamsvarText

/// Numbers, dates and amounts of a translation, compared by value with those of its source.
package struct ValueMismatch: Rule {
  package static let id = "value.mismatch"
  package static let category = FindingCategory.number
  package static let summary =
    "A number, date, time or amount differs from the source, is missing, or was added."

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    guard !context.isSummary else { return [] }
    return context.pairings.indices.flatMap { findings(context, $0) }
  }

  private func findings(_ context: CheckContext, _ index: Int) -> [Finding] {
    let pairing = context.pairings[index]
    guard !pairing.source.isEmpty, !pairing.target.isEmpty else { return [] }
    let values = ValuePairing(
      source: context.sourceValues(pairing), target: context.targetValues(pairing))
    var result: [Finding] = []
    for (source, target, agreement) in values.conflicts {
      result.append(conflict(context, pairing, source, target, agreement))
    }
    let near = neighbours(context, index)
    for place in values.sourceOnly where place.value.standsOut {
      guard !near.target.contains(where: { agrees(place.value, $0.value) }),
        !isName(context.source, place, context.target, pairing.target)
      else { continue }
      result.append(missing(context, pairing, place))
    }
    for place in values.targetOnly where place.value.standsOut {
      guard !near.source.contains(where: { agrees($0.value, place.value) }),
        !isName(context.target, place, context.source, pairing.source),
        !isInCompound(context, place, pairing)
      else { continue }
      result.append(added(context, pairing, place))
    }
    return result
  }

  /// Whether a date or number in letters is a name that the other side has too: `Theresa May`.
  private func isName(
    _ document: AnalysedDocument, _ place: ValuePairing.Place, _ other: AnalysedDocument,
    _ segments: [Int]
  ) -> Bool {
    guard !place.value.hasDigits, place.value.tokens.count == 1,
      document.tokens[place.value.tokens.lowerBound].shape.contains(.capitalised)
    else { return false }
    let word = Self.bare(document, place.value.tokens.lowerBound)
    return segments.contains { segment in
      other.tokenRange(segment).contains {
        other.tokens[$0].shape.contains(.capitalised) && Self.bare(other, $0) == word
      }
    }
  }

  /// Whether a word of the source has the value as its first part: `firedagersuke`, `søndagsmøte`.
  private func isInCompound(
    _ context: CheckContext, _ place: ValuePairing.Place, _ pairing: Pairing
  ) -> Bool {
    let reading = place.value.readings[0]
    guard context.sourceData.writing.joinsCompounds else { return false }
    return pairing.source.contains { segment in
      context.source.tokenRange(segment).contains { token in
        let word = context.source.forms.words[Int(context.source.tokens[token].word)]
        guard word.count > 6 else { return false }
        return (2..<min(10, word.count - 2)).contains { cut in
          context.sourceData.numbers.meanings(of: Array(word[..<cut])).contains {
            says($0, reading)
          } && isWordEnd(context, Array(word[cut...]))
        }
      }
    }
  }

  private func says(_ meaning: NumberWords.Meaning, _ reading: Reading) -> Bool {
    switch meaning {
    case .cardinal(let value):
      Double(value) == reading.raw || Double(value) == reading.low && reading.kind == .number
    case .weekday(let day): reading.date?.weekday == day
    case .month(let month): reading.date?.month == month && reading.date?.day == nil
    default: false
    }
  }

  /// Whether letters end in a word, so that what stands before them may be its modifier.
  private func isWordEnd(_ context: CheckContext, _ rest: [UInt8]) -> Bool {
    (0...max(0, rest.count - 3)).contains { start in
      start + 3 <= rest.count && rest[start] & 0xC0 != 0x80
        && (start == 0 || start >= 3 || rest[0] == 0x73)
        && !context.sourceLemmatiser.knownLemmas(of: Array(rest[start...])).isEmpty
    }
  }

  /// A word in lower case without a genitive.
  private static func bare(_ document: AnalysedDocument, _ token: Int) -> [UInt8] {
    let word = document.forms.words[Int(document.tokens[token].word)]
    if word.suffix(2).elementsEqual("'s".utf8) { return word.dropLast(2) }
    return word.last == 0x73 ? word.dropLast() : word
  }

  private func agrees(_ a: ValueMention, _ b: ValueMention) -> Bool {
    a.agreement(with: b) >= .compatible
  }

  /// The values of the beads before and after, where a translator may have moved one.
  private func neighbours(
    _ context: CheckContext, _ index: Int
  ) -> (source: [ValuePairing.Place], target: [ValuePairing.Place]) {
    let around = [index - 1, index + 1].filter(context.pairings.indices.contains)
    return (
      around.flatMap { context.sourceValues(context.pairings[$0]) },
      around.flatMap { context.targetValues(context.pairings[$0]) }
    )
  }

  private func conflict(
    _ context: CheckContext, _ pairing: Pairing, _ source: ValuePairing.Place,
    _ target: ValuePairing.Place, _ agreement: ValueAgreement
  ) -> Finding {
    let left = context.source.span(source.segment, source.value.range)
    let right = context.target.span(target.segment, target.value.range)
    let unit = agreement == .unitDiffers
    return context.finding(
      Self.self, .error, in: pairing, category: unit ? .unit : source.value.category,
      source: left, target: right,
      message: "\"\(left.text)\" became \"\(right.text)\"",
      reason: unit
        ? "the number is the same, the unit is not"
        : "the source says \(source.value.inWords), the target \(target.value.inWords)")
  }

  private func missing(
    _ context: CheckContext, _ pairing: Pairing, _ place: ValuePairing.Place
  ) -> Finding {
    let span = context.source.span(place.segment, place.value.range)
    return context.finding(
      Self.self, .error, in: pairing, category: place.value.category, source: span,
      message: "\"\(span.text)\" is missing",
      reason: "no value in the target equals \(place.value.inWords)")
  }

  private func added(
    _ context: CheckContext, _ pairing: Pairing, _ place: ValuePairing.Place
  ) -> Finding {
    let span = context.target.span(place.segment, place.value.range)
    return context.finding(
      Self.self, .error, in: pairing, category: place.value.category, target: span,
      message: "\"\(span.text)\" is not in the source",
      reason: "no value in the source equals \(place.value.inWords)")
  }
}

extension ValueMismatch {
  package static let documentation = RuleDocumentation(
    """
    Numbers, dates, times, amounts and measures are read by the rules of each language and compared as
    values: `1.000` is `1,000`, `2,5 mrd. kroner` is NOK 2.5 billion, `halv tre` is 2:30. Units are converted as a
    reader would round them. What the neighbouring bead has is not missing, and a value that may be read in two ways
    is given the benefit of the doubt.
    """,
    examples: [
      .finds("18 May", "De møttes 17. mai i byen.", "They met on 18 May in the city."),
      .finds(
        "NOK 2.5 million", "Det kostet 2,5 mrd. kroner.", "It cost NOK 2.5 million."),
      .leaves("Over 1.000 ble drept.", "More than 1,000 were killed."),
      .leaves("De vil ha firedagersuke.", "They want a four-day week."),
    ])
}
