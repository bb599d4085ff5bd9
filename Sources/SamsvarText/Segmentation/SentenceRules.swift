import SamsvarModel

/// Decides where a sentence ends, from ICU's boundaries and the tokens around them.
///
/// ICU (UAX #29) knows stops, closing quotation marks and following capitals. What is left is the
/// Norwegian part: abbreviations (`bl.a. Oslo`), ordinals (`17. mai`), initials, dialogue dashes
/// (`…, sier han. – Vi …`), quotations that go on (`«Kom inn!» ropte hun`), ellipses, numbers that
/// begin a sentence, careless text without capitals, and the colon before a quotation (a switch).
struct SentenceRules {
  let data: LanguageData
  let lemmatiser: Lemmatiser
  let breaksAfterColon: Bool

  /// Whether a sentence ends between the token before `next` and `next`, and why.
  ///
  /// - Parameter isBoundary: Whether ICU has a sentence boundary there.
  func verdict(_ context: SentenceContext, isBoundary: Bool) -> SentenceVerdict {
    let next = context.tokens[context.next]
    guard next.shape.contains(.afterSpace) else {
      return endsWithoutSpace(context) ? .ends(.blankForgotten) : .goesOn(.noBlank)
    }
    if breaksAfterColon, colonEnds(context) { return .ends(.colon) }
    if isCredit(context) { return .ends(.credit) }
    if context.isDetached { return .goesOn(.detachedMark) }
    guard let last = context.lastContent else { return .goesOn(.noStop) }
    if context.isAfterSmiley { return SentenceVerdict(context.nextIsUpper, .smiley) }
    guard let stop = context.stop(last) else {
      if isBoundary, !context.nextIsLower { return .ends(.stop) }
      return SentenceVerdict(isRunOn(context), isRunOn(context) ? .heading : .noStop)
    }
    if context.nextIsDash { return SentenceVerdict(dashReply(context), .dash) }
    switch stop {
    case .full: return afterFullStop(context, last)
    case .mark: return SentenceVerdict(endsAfterMark(context), .mark)
    case .ellipsis: return SentenceVerdict(endsAfterEllipsis(context), .ellipsis)
    }
  }

  // MARK: - Full stops

  private func afterFullStop(_ context: SentenceContext, _ last: Int) -> SentenceVerdict {
    let token = context.tokens[last]
    if isLabel(context, last) { return .goesOn(.label) }
    if token.kind == .abbreviation {
      return SentenceVerdict(endsAfterAbbreviation(context, last), .abbreviation)
    }
    if token.kind == .ordinal { return .goesOn(.ordinal) }
    guard last > context.first, token.range.count == 1 else {
      return SentenceVerdict(!context.nextIsLower, .stop)
    }
    let word = context.tokens[last - 1]
    if word.kind == .number, word.end == token.start {
      return SentenceVerdict(endsAfterNumber(context, last - 1), .number)
    }
    if context.nextIsUpper { return .ends(.stop) }
    if context.isAfterQuote { return .goesOn(.quotation) }
    if context.nextIsLower {
      return SentenceVerdict(isCareless(context, before: last), .lowerCase)
    }
    return SentenceVerdict(word.kind == .word || !context.nextIsDigit, .stop)
  }

  private func endsAfterAbbreviation(_ context: SentenceContext, _ last: Int) -> Bool {
    guard context.nextIsUpper, context.scalar(context.next) != 0x28 else { return false }
    let word = Array(context.text[context.tokens[last].range])
    if data.isAbbreviation(word) { return false }
    // `2,5 mill. NOK` goes on
    if data.isFinalAbbreviation(word) {
      return !context.tokens[context.next].shape.contains(.allCapitals)
    }
    // Initials: `P. C. Asbjørnsen`, but `plan B. Deretter …` where a function word follows.
    return data.stopWords.contains(context.lower(context.next))
  }

  /// Whether a sentence ends after a number with a dot, which is an ordinal before a month or a word
  /// in lower case.
  ///
  /// German writes nouns with a capital (`im 19. Jahrhundert`): only a function word or a new line ends.
  private func endsAfterNumber(_ context: SentenceContext, _ number: Int) -> Bool {
    let digits = context.tokens[number].range.count
    if context.nextIsDigit { return digits >= 4 }
    guard !context.nextIsLower else { return false }
    guard digits <= 2,
      context.tokens[number].range.allSatisfy({ context.text[$0] &- 0x30 < 10 })
    else { return true }
    let next = context.lower(context.next)
    if data.numbers.isMonthName(next) { return false }
    return !data.writing.hasOrdinalsBeforeCapitals || context.nextIsOnNewLine
      || data.stopWords.contains(next)
  }

  /// Text without capitals: `… is prohibited. just call me`.
  ///
  /// A pronoun follows, or both sides are words that are known, for else the dot may belong to an
  /// abbreviation nobody has listed.
  private func isCareless(_ context: SentenceContext, before dot: Int) -> Bool {
    guard context.isLowerWord(context.next) else { return false }
    let next = context.lower(context.next)
    if data.pronouns.contains(next) { return true }
    guard context.tokens[dot - 1].range.count >= 3, context.tokens[dot - 1].kind == .word,
      context.next - 1 == dot
    else { return false }
    return isKnown(context.lower(dot - 1)) && isKnown(next)
  }

  private func isKnown(_ word: [UInt8]) -> Bool {
    data.stopWords.contains(word) || !lemmatiser.knownLemmas(of: word).isEmpty
  }

  // MARK: - Question and exclamation marks, ellipses

  /// Norwegian puts the verb after a quoted question (`Er det sant? spør hun`), with or without marks.
  private func endsAfterMark(_ context: SentenceContext) -> Bool {
    guard context.nextIsLower else { return true }
    guard !data.language.isNorwegian, !context.isAfterQuote, !context.isDialogue,
      !context.isInsideQuote
    else { return false }
    // `Yahoo! bought`
    return context.next < context.first + 2
      || !context.tokens[context.next - 2].shape.contains(.capitalised)
  }

  private func endsAfterEllipsis(_ context: SentenceContext) -> Bool {
    guard context.nextIsUpper else { return false }
    // `I` is always a capital in English, and so says nothing.
    return !(data.language.language == "en" && context.byte(context.next) == 0x49)
  }

  /// A stop or closing quotation mark, a dash, a capital: another speaker.
  private func dashReply(_ context: SentenceContext) -> Bool {
    guard let after = context.scalar(context.next + 1) else { return false }
    return Characters.isUpper(after) || Characters.isQuote(after) || Characters.isDash(after)
      || context.scalar(context.next + 1) == 0x2E
  }

  // MARK: - No blank between

  /// `quality.You'll find`, `talk?they will`: a blank was forgotten.
  private func endsWithoutSpace(_ context: SentenceContext) -> Bool {
    guard context.next - 2 >= context.first, context.tokens[context.next].kind == .word,
      let stop = context.stop(context.next - 1),
      context.tokens[context.next - 1].kind == .punctuation,
      context.isLowerWord(context.next - 2), context.tokens[context.next - 2].range.count >= 2
    else { return false }
    if context.nextIsUpper { return true }
    return stop == .mark && isKnown(context.lower(context.next - 2))
      && isKnown(context.lower(context.next))
  }

  // MARK: - Colons and credits

  private func colonEnds(_ context: SentenceContext) -> Bool {
    guard data.language.language != "en", context.byte(context.next - 1) == 0x3A,
      let first = context.scalar(context.next),
      !CreditLine.starts(
        context.text, at: Int(context.tokens[context.first].start), credits: data.credits)
    else { return false }
    if Characters.isQuote(first) { return !context.isInsideQuote }
    if Characters.isUpper(first) { return !context.isInsideQuote }
    guard Characters.isDash(first) else { return false }
    return context.scalar(context.next + 1).map(Characters.isUpper) ?? false
  }

  /// A credit with a capital begins its own segment, after a stop or none: `… i april Foto: NTB`.
  private func isCredit(_ context: SentenceContext) -> Bool {
    context.nextIsUpper && context.byte(context.next - 1) != 0x3A
      && CreditLine.starts(
        context.text, at: Int(context.tokens[context.next].start), credits: data.credits)
  }
}
