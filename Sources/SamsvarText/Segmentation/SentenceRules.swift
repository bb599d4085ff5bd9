import SamsvarModel

/// Decides where a sentence ends, from ICU's boundaries and the tokens around them.
///
/// ICU (UAX #29) knows stops, closing quotation marks and following capitals. What is left is the
/// Norwegian part: abbreviations (`bl.a. Oslo`), ordinals (`17. mai`), initials, dialogue dashes (`…, sier han. – Vi …`), quotations that go on (`«Kom inn!» ropte hun`),
/// ellipses, names with an exclamation mark, and the colon before a quotation (a switch).
struct SentenceRules {
  let data: LanguageData
  let breaksAfterColon: Bool

  /// Whether a sentence ends between the token before `next` and `next`.
  ///
  /// - Parameter isBoundary: Whether ICU has a sentence boundary there.
  func ends(
    _ text: UnsafeBufferPointer<UInt8>, _ tokens: [Token], first: Int, before next: Int,
    isBoundary: Bool
  ) -> Bool {
    guard tokens[next].shape.contains(.afterSpace) else { return false }
    let context = Context(text: text, tokens: tokens, first: first, next: next)
    guard let last = context.lastContent else { return false }
    if breaksAfterColon, colonEnds(context) { return true }
    guard context.hasStop || isBoundary else { return false }
    if context.isCredit(data.credits) { return true }
    if !isBoundary { return dashReply(context) || afterEllipsis(context) }
    if context.nextIsLower { return false }
    switch tokens[last].kind {
    case .ordinal: return false
    case .abbreviation: return !goesOn(context, last)
    default: return !isOrdinal(context, last)
    }
  }

  /// A stop or closing quotation mark, a dash, a capital: another speaker.
  private func dashReply(_ context: Context) -> Bool {
    guard context.hasStop, context.nextIsDash, let after = context.scalar(context.next + 1) else {
      return false
    }
    return Characters.isUpper(after) || Characters.isQuote(after)
  }

  private func afterEllipsis(_ context: Context) -> Bool {
    context.endsInEllipsis && context.nextIsUpper
  }

  private func colonEnds(_ context: Context) -> Bool {
    guard context.byte(context.next - 1) == 0x3A, let first = context.scalar(context.next) else {
      return false
    }
    if Characters.isUpper(first) { return true }
    guard Characters.isQuote(first) || Characters.isDash(first) else { return false }
    return context.scalar(context.next + 1).map(Characters.isUpper) ?? false
  }

  /// Abbreviations of the list that cannot end a sentence, and initials before a name.
  private func goesOn(_ context: Context, _ last: Int) -> Bool {
    let word = Array(context.text[context.tokens[last].range])
    if data.isAbbreviation(word) { return true }
    if data.isFinalAbbreviation(word) { return false }
    // Initials: `P. C. Asbjørnsen`, but `plan B. Deretter …` where a function word follows.
    return context.nextIsUpper && !data.stopWords.contains(context.lower(context.next))
  }

  /// `1. Januar`: a number whose dot makes it an ordinal although a capital follows.
  private func isOrdinal(_ context: Context, _ last: Int) -> Bool {
    guard context.byte(context.next - 1) == 0x2E, context.next - 2 >= context.first,
      context.tokens[context.next - 2].kind == .number
    else { return false }
    return data.numbers.meanings(of: context.lower(context.next)).contains {
      if case .month = $0 { true } else { false }
    }
  }
}

extension SentenceRules {
  /// The tokens around a possible end.
  struct Context {
    let text: UnsafeBufferPointer<UInt8>
    let tokens: [Token]
    let first: Int
    let next: Int

    /// The last token that is no closing quotation mark or bracket.
    var lastContent: Int? {
      var index = next - 1
      while index >= first {
        guard let scalar = scalar(index), Characters.isQuote(scalar) || isClosing(scalar) else {
          return index
        }
        index -= 1
      }
      return nil
    }

    /// Whether a stop, or a stop with closing marks after it, ends the last token.
    var hasStop: Bool {
      guard let last = lastContent else { return false }
      switch UTF8Scalar.decode(text, before: Int(tokens[last].end)).scalar {
      case 0x2E, 0x21, 0x3F, 0x2026: return true
      default: return false
      }
    }

    var endsInEllipsis: Bool {
      guard let last = lastContent else { return false }
      let token = tokens[last]
      return token.end - token.start >= 3
        && (text[Int(token.start)] == 0x2E || scalar(last) == 0x2026)
    }

    var nextIsDash: Bool { scalar(next).map(Characters.isDash) ?? false }
    var nextIsUpper: Bool { firstLetterOfNext.map(Characters.isUpper) ?? false }
    var nextIsLower: Bool { firstLetterOfNext.map(Characters.isLower) ?? false }

    /// The first character of the next token, an opening quotation mark skipped.
    private var firstLetterOfNext: UInt32? {
      guard let scalar = scalar(next) else { return nil }
      let isMark = Characters.isQuote(scalar) || scalar == 0x28 || scalar == 0x5B
      return isMark ? self.scalar(next + 1) : scalar
    }

    func scalar(_ index: Int) -> UInt32? {
      tokens.indices.contains(index)
        ? UTF8Scalar.decode(text, at: Int(tokens[index].start)).scalar : nil
    }

    func byte(_ index: Int) -> UInt8? {
      tokens.indices.contains(index) && tokens[index].range.count == 1
        ? text[Int(tokens[index].start)] : nil
    }

    func lower(_ index: Int) -> [UInt8] { Folding.lower(text, tokens[index].range) }

    /// Whether a credit begins here: `Foto: NTB`, a word of the list and a colon.
    func isCredit(_ credits: [[UInt8]]) -> Bool {
      CreditLine.starts(text, at: Int(tokens[next].start), credits: credits)
    }

    private func isClosing(_ scalar: UInt32) -> Bool { scalar == 0x29 || scalar == 0x5D }
  }
}

/// Lines that say who took a picture or where it is from.
enum CreditLine {
  /// Whether a credit begins at an offset: a word of the list in any case, then a colon.
  static func starts(
    _ text: UnsafeBufferPointer<UInt8>, at offset: Int, credits: [[UInt8]]
  ) -> Bool {
    credits.contains { word in
      let end = offset + word.count
      guard end < text.count, text[end] == 0x3A else { return false }
      return Folding.lower(text, offset..<end) == word
    }
  }
}
