import SamsvarLexicon
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
    let found = context.pairings.flatMap { pairing in
      pairing.target.flatMap { findings(context, pairing, $0) }
    }
    let counts = found.reduce(into: [:]) { $0[Self.key($1), default: 0] += 1 }
    return found.map { counts[Self.key($0)] == 1 ? $0 : takenOver($0, counts) }
  }

  private static func key(_ finding: Finding) -> String {
    finding.target?.text.lowercased() ?? ""
  }

  /// A word that is left standing again and again is a loan word or a name, which the translator meant.
  private func takenOver(_ finding: Finding, _ counts: [String: Int]) -> Finding {
    var finding = finding
    finding.severity = .note
    finding.reason += "; it is left so \(counts[Self.key(finding), default: 1]) times"
    return finding
  }

  private func findings(
    _ context: CheckContext, _ pairing: Pairing, _ segment: Int
  ) -> [Finding] {
    let isCopied = pairing.source.contains {
      context.source.document.string($0) == context.target.document.string(segment)
    }
    guard !isCopied else { return [] }
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
    return context.targetLemmatiser.knownLemmas(of: word).isEmpty && !isGlued(context, index)
      && isNorwegian(context, word)
  }

  /// Whether a word is the source language's own: one that the lexicon translates otherwise, a compound,
  /// or one with letters the target's alphabet lacks.
  ///
  /// `histogram` and `samba` are Norwegian as well, and stay what they are.
  private func isNorwegian(_ context: CheckContext, _ word: [UInt8]) -> Bool {
    let lemmas = context.sourceLemmatiser.knownLemmas(of: word)
    guard !lemmas.isEmpty else { return false }
    if word.contains(where: { $0 >= 0x80 }) { return true }
    guard let lexicon = context.lexicon else { return true }
    let translations = lemmas.flatMap { lexicon.entries($0, in: context.source.language) }
      .flatMap { lexicon.terms($0, in: context.target.language) }.map(Folding.lower)
    guard translations.isEmpty else {
      return !translations.contains { $0 == word || lemmas.contains($0) }
    }
    let splitter = CompoundSplitter(
      context.sourceData, vocabulary: lexicon.vocabulary(context.source.language))
    return !splitter.readings(of: word).isEmpty
  }

  /// Part of a path or an identifier: `/skole/home`, `use::editing`.
  private func isGlued(_ context: CheckContext, _ index: Int) -> Bool {
    let text = context.target.document.text
    let range = context.target.tokens[index].range
    let before = range.lowerBound > 0 ? text[range.lowerBound - 1] : 0x20
    let after = range.upperBound < text.count ? text[range.upperBound] : 0x20
    let marks = Array("/_<>=:@\\".utf8)
    return marks.contains(before) || marks.contains(after) && after != 0x3A
  }

  /// A capital at the beginning of a sentence says nothing, unless the word is a name elsewhere.
  private func isInitial(_ context: CheckContext, _ index: Int, _ segment: Int) -> Bool {
    let token = context.target.tokens[index]
    let next = index + 1
    let isFollowedByName =
      context.target.tokenRange(segment).contains(next)
      && context.target.tokens[next].shape.contains(.capitalised)
    return !isFollowedByName && context.target.isInitial(index, in: segment)
      && !token.shape.contains(.allCapitals) && !context.target.isNameWord[Int(token.word)]
  }
}

extension UntranslatedWord {
  package static let documentation = RuleDocumentation(
    """
    A word of the source that stands unchanged in the target, that the target's language does not know, and
    that the lexicon translates otherwise. Loan words that both languages have, names, and parts of paths and
    identifiers are left alone; what is left standing several times is a note.
    """,
    examples: [
      .finds(
        "høring", "Komiteen holder høring på mandag.",
        "The committee is holding a høring on Monday."),
      .leaves("De danser samba i kveld.", "They are dancing samba tonight."),
    ])
}
