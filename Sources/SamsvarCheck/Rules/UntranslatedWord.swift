package import SamsvarModel
import SamsvarText

/// A Norwegian word left standing in the translation.
package struct UntranslatedWord: Rule {
  package static let id = "untranslated.word"
  package static let category = FindingCategory.untranslated
  package static let summary = "A word of the source stands unchanged in the target."

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    guard context.source.language.base != context.target.language.base else { return [] }
    return context.pairings.flatMap { pairing in
      pairing.target.flatMap { findings(context, pairing, $0) }
    }
  }

  private func findings(
    _ context: CheckContext, _ pairing: Pairing, _ segment: Int
  ) -> [Finding] {
    let sourceWords = Set(
      pairing.source.flatMap { context.source.tokenRange($0) }.map {
        context.source.words.bytes(of: Int(context.source.tokens[$0].word))
      })
    return context.target.tokenRange(segment).compactMap { token in
      guard isLeftOver(context, token, segment, sourceWords) else { return nil }
      let span = context.target.span(segment, context.target.tokens[token].range)
      return context.finding(
        Self.self, .error, in: pairing, target: span,
        message: "\"\(span.text)\" is not translated",
        reason: "the word stands in the source and is no \(context.target.language) word known here"
      )
    }
  }

  private func isLeftOver(
    _ context: CheckContext, _ index: Int, _ segment: Int, _ sourceWords: Set<[UInt8]>
  ) -> Bool {
    let token = context.target.tokens[index]
    guard token.kind == .word, !token.shape.contains(.hasDigit),
      !token.shape.contains(.capitalised) || isInitial(context, index, segment)
    else { return false }
    let word = context.target.words.bytes(of: Int(token.word))
    guard word.count >= 4, sourceWords.contains(word),
      !context.targetData.stopWords.contains(word)
    else { return false }
    return context.targetLemmatiser.knownLemmas(of: word).isEmpty
      && !context.sourceLemmatiser.knownLemmas(of: word).isEmpty
  }

  /// A capital at the beginning of a sentence says nothing, unless the word is a name elsewhere.
  private func isInitial(_ context: CheckContext, _ index: Int, _ segment: Int) -> Bool {
    let token = context.target.tokens[index]
    return context.target.isInitial(index, in: segment) && !token.shape.contains(.allCapitals)
      && !context.target.isNameWord[Int(token.word)]
  }
}
