package import SamsvarModel
import SamsvarText

/// A weekday, month or language with the other language's capital: `on monday`, `på Mandag`.
package struct CapitalForeign: Rule {
  package static let id = "capital.foreign"
  package static let category = FindingCategory.format
  package static let severity = Severity.warning
  package static let summary =
    "A weekday, month or language has or lacks a capital as in the other language."
  package static let mqm = "linguistic conventions/spelling"

  /// English words that mean something else in lower case.
  private static let ambiguous: Set<String> = ["march", "may", "polish", "august", "sun", "sat"]
  private static let languages = [
    "nb", "no", "sv", "da", "fi", "is", "de", "fr", "es", "it", "ru", "en",
  ]

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    let language = context.target.language
    let isEnglish = language.language == "en"
    guard !context.isSummary, isEnglish || language.isNorwegian else { return [] }
    let names = Self.names(language)
    let all = names.calendar.union(names.languages)
    return context.targetSegments.flatMap { segment in
      segment.tokens.compactMap { index in
        isEnglish ? small(segment, index, all) : large(segment, index, names.calendar)
      }
    }
  }

  private static func names(
    _ language: LanguageTag
  ) -> (calendar: Set<String>, languages: Set<String>) {
    let calendar = CLDRNames.months(in: language.base) + CLDRNames.weekdays(in: language.base)
    let languages = languages.compactMap { CLDRNames.language($0, in: language.base) }
    return (
      Set(calendar.map { $0.lowercased() }).subtracting(ambiguous),
      Set(languages.map { $0.lowercased() }.filter { !$0.contains(" ") }).subtracting(ambiguous)
    )
  }

  /// English: a name in lower case.
  private func small(_ segment: TargetSegment, _ index: Int, _ names: Set<String>) -> Finding? {
    let token = segment.token(index)
    guard token.kind == .word, !token.shape.contains(.capitalised),
      !segment.isGlued(token.range)
    else { return nil }
    let text = segment.string(index)
    guard names.contains(text), !segment.sourceHasToken(text) else { return nil }
    let replacement = text.prefix(1).uppercased() + text.dropFirst()
    return segment.finding(
      Self.self, at: token.range, message: "\"\(text)\" lacks its capital",
      reason: "English writes \"\(replacement)\"", replacement: replacement)
  }

  /// Norwegian: a weekday or month with a capital between two words in lower case.
  private func large(_ segment: TargetSegment, _ index: Int, _ names: Set<String>) -> Finding? {
    let token = segment.token(index)
    guard token.kind == .word, token.shape.contains(.capitalised),
      !token.shape.contains(.allCapitals), index > segment.tokens.lowerBound,
      names.contains(segment.string(index).lowercased())
    else { return nil }
    let before = segment.token(index - 1)
    let after = index + 1 < segment.tokens.upperBound ? segment.token(index + 1) : nil
    let isPlain =
      (before.kind == .word || before.kind == .ordinal) && !before.shape.contains(.capitalised)
      && !before.shape.contains(.initial) && !(after?.shape.contains(.capitalised) ?? false)
    let isAfterDay =
      before.kind == .ordinal
      || ["i", "på", "til", "fra", "frå", "om", "neste", "forrige", "førre", "hver", "kvar"]
        .contains {
          Array($0.utf8) == segment.word(index - 1)
        }
    guard isPlain, isAfterDay else { return nil }
    let text = segment.string(index)
    return segment.finding(
      Self.self, at: token.range, message: "\"\(text)\" has an English capital",
      reason: "Norwegian writes \"\(text.lowercased())\"", replacement: text.lowercased())
  }
}

extension TargetSegment {
  /// Whether the source beside it has a word as it is written here: part of a name or an address.
  func sourceHasToken(_ text: String) -> Bool {
    pairing.source.contains { segment in
      context.source.tokenRange(segment).contains { context.source.string(token: $0) == text }
    }
  }
}

extension CapitalForeign {
  package static let documentation = RuleDocumentation(
    """
    English writes weekdays, months and languages with a capital, Norwegian without. Words that mean
    something else in lower case (*may*, *march*, *polish*) are left alone, and in Norwegian so is
    everything but a weekday or month after a day or a preposition, since `Fredag` may be a name.
    """,
    examples: [
      .finds("monday", "De møtes på mandag.", "They meet on monday."),
      .finds("norwegian", "Hun snakker norsk.", "She speaks norwegian."),
      .finds("Mandag", "They meet on Monday at noon.", "De møtes på Mandag ved tolvtiden.")
        .intoNorwegian(),
      .leaves("Det kan skje.", "It may happen."),
    ], hasFix: true)
}
