import SamsvarModel

extension SentenceRules {
  /// The longest heading, in tokens.
  private static let longestHeading = 10

  /// A heading without a stop that runs on into the next sentence: `Store forbedringer Alt i alt er …`.
  ///
  /// Norwegian writes capitals inside a sentence for names only. A function word with a capital, after
  /// a word that can end a heading and before a word in lower case, begins a sentence. So does a
  /// dash before such a word. `Den`, `Det`, `De` begin names as well (`De forente nasjoner`), and count
  /// only before another function word.
  func isRunOn(_ context: SentenceContext) -> Bool {
    let next = context.tokens[context.next]
    guard next.shape.contains(.capitalised) || next.kind != .word,
      data.language.isNorwegian, context.next - context.first <= Self.longestHeading
    else {
      return false
    }
    let isDash =
      context.nextIsDash && context.byte(context.next) != nil
      || context.nextIsDash && context.tokens[context.next].range.count == 3
    let start = isDash ? context.next + 1 : context.next
    guard context.tokens[context.next - 1].kind == .word, isPlain(context) else { return false }
    return beginsSentence(context, start) && endsHeading(context, isBeforeDash: isDash)
  }

  private func beginsSentence(_ context: SentenceContext, _ index: Int) -> Bool {
    guard context.tokens.indices.contains(index + 1),
      context.tokens[index].kind == .word, !context.tokens[index].shape.contains(.allCapitals),
      Characters.isUpper(context.scalar(index) ?? 0),
      context.tokens[index].shape.contains(.afterSpace)
    else { return false }
    let after = context.tokens[index + 1]
    guard after.kind == .word || after.kind == .number else { return false }
    let word = context.lower(index)
    guard data.stopWords.contains(word) || data.numbers.isWeekdayName(word) else { return false }
    if Self.articles.contains(word) { return isClause(context, after: index) }
    return !after.shape.contains(.capitalised)
      || data.numbers.isWeekdayName(word) && after.kind == .word
  }

  /// An article with a function word or a number after it: `Det er`, `De to`, `De 40`.
  private func isClause(_ context: SentenceContext, after index: Int) -> Bool {
    let word = context.lower(index + 1)
    return data.stopWords.contains(word) || context.tokens[index + 1].kind == .number
      || data.numbers.isCardinal(word)
  }

  private func endsHeading(_ context: SentenceContext, isBeforeDash: Bool) -> Bool {
    let last = context.next - 1
    guard last >= context.first, context.tokens[last].kind == .word else { return false }
    if isBeforeDash || Self.articles.contains(context.lower(context.next)) {
      return !data.stopWords.contains(context.lower(last))
    }
    return context.isLowerWord(last) && !data.stopWords.contains(context.lower(last))
  }

  /// No comma, colon or quotation mark in what would be the heading.
  private func isPlain(_ context: SentenceContext) -> Bool {
    (context.first..<context.next).allSatisfy { index in
      guard let scalar = context.scalar(index) else { return false }
      return context.tokens[index].kind == .word || context.tokens[index].kind == .number
        || index == context.first && Characters.isDash(scalar)
    }
  }

  private static let articles: Set<[UInt8]> = Set(
    ["den", "det", "de", "dei"].map { Array($0.utf8) })
}
