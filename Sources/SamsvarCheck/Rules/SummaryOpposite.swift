package import SamsvarModel
import SamsvarText

/// A word in a summary that says the opposite of the word in its place in the article: rose for
/// fell, legal for illegal, confirms for denies.
package struct SummaryOpposite: Rule {
  package static let id = "summary.opposite"
  package static let category = FindingCategory.negation
  package static let summary = "A word of the summary says the opposite of the article's."

  /// How alike the surroundings of the two words must be.
  private static let leastLikeness: Float = 0.35
  /// How far before a word a negation concerns it.
  private static let negationReach = 4

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    guard let lexicon = LexiconWords(context) else { return [] }
    return SummaryView.all(context).flatMap { findings($0, lexicon) }
  }

  private func findings(_ view: SummaryView, _ lexicon: LexiconWords) -> [Finding] {
    let claims = view.context.targetData.claims
    return view.tokens.compactMap { token in
      let forms = forms(token, view, lexicon)
      let opposites = forms.reduce(into: Set<[UInt8]>()) {
        $0.formUnion(claims.opposites[$1] ?? [])
      }.subtracting(forms)
      let allies = opposites.reduce(into: Set(forms)) {
        $0.formUnion(claims.opposites[$1] ?? [])
      }
      guard view.context.target.tokens[token].kind == .word, !view.isLinked(token),
        !isSaid(allies, view, lexicon),
        !isNegated(token, view.tokens, view.context.target, view.context.targetData)
      else { return nil }
      return rival(of: token, opposites, view, lexicon).map { finding(view, token, $0) }
    }
  }

  /// A word's forms, and those of the phrase that begins with it (*turn down*).
  private func forms(_ token: Int, _ view: SummaryView, _ lexicon: LexiconWords) -> [[UInt8]] {
    lexicon.forms(target: token)
      + LexiconPhrases.spellings(from: token, of: view.context.target).flatMap(\.words)
  }

  /// The translations of a word, and those of the phrase that begins with it (`sette ned`).
  private func translations(
    _ token: Int, _ view: SummaryView, _ lexicon: LexiconWords
  ) -> Set<[UInt8]> {
    let phrases = LexiconPhrases.find(
      [token], of: view.context.source, lexicon.translations(sourceWords:))
    // A phrase says something else than its first word.
    return phrases.last?.translations ?? lexicon.translations(source: token)
  }

  /// Whether a linked sentence has a word of the same side (`nord` for northern).
  private func isSaid(
    _ allies: Set<[UInt8]>, _ view: SummaryView, _ lexicon: LexiconWords
  ) -> Bool {
    let claims = view.context.targetData.claims
    guard allies.contains(where: { claims.opposites[$0] != nil }) else { return false }
    return view.linkedTokens.contains {
      !view.isTaken($0) && !translations($0, view, lexicon).isDisjoint(with: allies)
    }
  }

  /// The word of the linked sentences that says the opposite and stands in the same place.
  private func rival(
    of token: Int, _ opposites: Set<[UInt8]>, _ view: SummaryView, _ lexicon: LexiconWords
  ) -> Int? {
    let forms = lexicon.forms(target: token)
    let isStop = view.context.target.isStopWord[Int(view.context.target.tokens[token].word)]
    var best: (token: Int, likeness: Float)?
    for segment in view.pairing.source {
      let range = view.context.source.tokenRange(segment)
      for source in range
      where !view.isTaken(source) && view.context.source.tokens[source].kind == .word
        && !view.context.source.isStopWord[Int(view.context.source.tokens[source].word)]
      {
        let likeness = view.likenessInClause(source, token)
        guard likeness >= Self.leastLikeness * (isStop ? 2 : 1), likeness > best?.likeness ?? 0
        else { continue }
        let translations = translations(source, view, lexicon)
        guard translations.isDisjoint(with: forms),
          !opposites.isDisjoint(with: translations)
            || translations.contains(where: { word in
              forms.contains { Self.differInPrefix($0, word) }
            }),
          !isNegated(source, range, view.context.source, view.context.sourceData)
        else { continue }
        best = (source, likeness)
      }
    }
    return best?.token
  }

  /// `legal` and `illegal`, `known` and `unknown`.
  private static func differInPrefix(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    let prefixes: [StaticString] = ["un", "il", "in", "im", "ir", "dis", "de", "non", "u"]
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    guard short.count >= 4 else { return false }
    return prefixes.contains { prefix in
      prefix.withUTF8Buffer { long.count == short.count + $0.count && long.starts(with: $0) }
        && long.suffix(short.count) == short[...]
    }
  }

  /// Whether a negation stands right before or after a word.
  private func isNegated(
    _ token: Int, _ range: Range<Int>, _ document: AnalysedDocument, _ data: LanguageData
  ) -> Bool {
    let window =
      max(range.lowerBound, token - Self.negationReach)..<min(range.upperBound, token + 3)
    return window.contains {
      data.claims.negations.contains(document.words.bytes(of: Int(document.tokens[$0].word)))
    }
  }

  private func finding(_ view: SummaryView, _ token: Int, _ rival: Int) -> Finding {
    view.finding(
      Self.self, at: token..<token + 1, source: view.sourceSpan(rival..<rival + 1),
      reason: "the source says the opposite")
  }
}

extension SummaryOpposite {
  package static let documentation = RuleDocumentation(
    """
    The summary has a word whose opposite stands in its place in the article, by the
    language's list of opposites, and their surroundings match. A negation turns a word round:
    *did not rise* does not contradict `falt`.
    """,
    examples: [
      .finds(
        "confirmed",
        "Direktøren benektet at fabrikken i Bergen skal legges ned.",
        "The director confirmed that the factory in Bergen will close."
      ).asSummary(),
      .leaves(
        "Direktøren benektet at fabrikken i Bergen skal legges ned.",
        "The director denied that the factory in Bergen will close."
      ).asSummary(),
    ])
}
