import SamsvarModel

extension SentenceRules {
  /// Whether the sentence so far is nothing but a number that labels what follows: `§ 1. Formål`,
  /// `Kapittel IV. Straff`, `Figur 2. Kart`, and at the start of a block `2.1. Virkeområde`, `a. Eier`.
  ///
  /// - Parameter last: The token with the dot.
  func isLabel(_ context: SentenceContext, _ last: Int) -> Bool {
    let hasLabel = data.headingLabels.contains(context.lower(context.first))
    guard hasLabel || context.beginsBlock else { return false }
    let start = hasLabel ? context.first + 1 : context.first
    // The dot is a token of its own, or the last byte of `A.`
    let end = context.tokens[last].range.count == 1 ? last : last + 1
    guard start < end, end - start <= (hasLabel ? 4 : 1) else { return false }
    return (start..<end).allSatisfy { isEnumerator(context, $0, isLabelled: hasLabel) }
  }

  /// Digits (`12`, `2.1`, `3a`), one letter, or a Roman numeral; between them a dash.
  private func isEnumerator(
    _ context: SentenceContext, _ index: Int, isLabelled: Bool
  ) -> Bool {
    let token = context.tokens[index]
    var range = token.range
    if token.kind == .abbreviation { range = range.dropLast() }
    let text = context.text
    if range.count == 1 {
      let byte = text[range.lowerBound]
      if (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 { return true }
      return isLabelled && byte == 0x2D
    }
    guard text[range.lowerBound] &- 0x30 < 10 else {
      return Self.isRoman(text[range])
        || isLabelled && context.scalar(index).map(Characters.isDash) == true
    }
    // Three digits and more without a dot are a year or an amount.
    let hasDot = range.contains { text[$0] == 0x2E }
    return isLabelled || hasDot || range.count <= 2
  }

  /// Whether a word is written with the letters of Roman numerals alone, in capitals or not.
  private static func isRoman(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    word.count <= 6 && RomanNumeral.value(word) != nil
  }
}
