package import SamsvarModel
import SamsvarText

/// A negation that stands on one side only, while the words it concerns match.
package struct SummaryNegation: Rule {
  package static let id = "summary.negation"
  package static let category = FindingCategory.negation
  package static let summary =
    "The summary negates what the article affirms, or the other way round."

  /// How many words of meaning a negation concerns.
  private static let scope = 4
  /// How many of them must match.
  private static let leastMatches = 2

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    guard context.isSummary else { return [] }
    let lexicon = LexiconWords(context)
    let source = Polarity(document: context.source, data: context.sourceData, lexicon: lexicon)
    let target = Polarity(document: context.target, data: context.targetData, lexicon: lexicon)
    return SummaryView.all(context).flatMap { view in
      dropped(view, source, target, lexicon) + added(view, source, target)
    }
  }

  /// The article negates; nothing in the summary sentence does.
  private func dropped(
    _ view: SummaryView, _ source: Polarity, _ target: Polarity, _ lexicon: LexiconWords?
  ) -> [Finding] {
    guard target.negations(in: view.segment).isEmpty else { return [] }
    let phrases = lexicon.map(view.phrasePairs) ?? []
    let pairs = view.pairs + phrases
    let hidden = lexicon.map { view.phraseStarts($0).subtracting(phrases.map(\.source)) } ?? []
    let negative = view.tokens.filter { target.isNegative(token: $0) }
    guard negative.allSatisfy({ token in pairs.contains { $0.target == token } }) else { return [] }
    return view.pairing.source.flatMap { segment in
      source.negations(in: segment).compactMap { negation -> Finding? in
        let clause = NegatedClause(view, negation, segment, pairs, hiding: hidden)
        guard
          let tokens = affirmed(by: view, clause, source) ?? clause.affirmedVerb
            ?? clause.affirmedNoun
        else { return nil }
        return view.finding(
          Self.self, at: start(tokens.lowerBound, view)..<tokens.upperBound,
          source: view.sourceSpan(negation..<negation + 1),
          reason: "the source negates this, the summary does not")
      }
    }
  }

  /// What the summary says of the words that a negation concerns, where most of them match.
  private func affirmed(
    by view: SummaryView, _ clause: NegatedClause, _ source: Polarity
  ) -> Range<Int>? {
    let scope = Self.scope(of: clause.negation, source.document, clause.segment, before: 2)
    let pairs = view.pairs.filter { scope.contains($0.source) }
    let matched = pairs.filter { $0.source > clause.negation }.map(\.target).sorted()
    guard pairs.count >= Self.leastMatches, let first = matched.first, let last = matched.last,
      last - first <= 2 * Self.scope, isPlain(scope, after: clause.negation, source, view)
    else { return nil }
    return first..<last + 1
  }

  /// The summary negates; nothing in the linked sentences or beside them does.
  private func added(_ view: SummaryView, _ source: Polarity, _ target: Polarity) -> [Finding] {
    let around = view.pairing.source + view.nearSegments
    guard !around.contains(where: { source.isNegative(segment: $0) }) else { return [] }
    return target.negations(in: view.segment).compactMap { negation in
      let scope = Self.scope(of: negation, target.document, view.tokens, before: 1)
      let matched = view.pairs.filter { scope.contains($0.target) }.map(\.target).sorted()
      guard matched.count >= Self.leastMatches, let last = matched.first(where: { $0 > negation })
      else { return nil }
      return view.finding(
        Self.self, at: negation..<last + 1, reason: "nothing in the source negates this")
    }
  }

  /// Whether the word that a negation concerns first is matched and not negative itself (`ikke ulikt`).
  private func isPlain(
    _ scope: Set<Int>, after negation: Int, _ source: Polarity, _ view: SummaryView
  ) -> Bool {
    guard let first = scope.filter({ $0 > negation }).min() else { return false }
    return view.isTaken(first) && !source.isNegative(token: first)
  }

  /// The words of meaning after a negation and some before it, up to the end of the clause.
  private static func scope(
    of negation: Int, _ document: AnalysedDocument, _ range: Range<Int>, before count: Int
  ) -> Set<Int> {
    var scope: Set<Int> = []
    for token in (max(range.lowerBound, negation - 3 * count)..<negation).reversed() {
      if document.tokens[token].kind == .punctuation || scope.count == count { break }
      if isContent(token, document) { scope.insert(token) }
    }
    for token in negation + 1..<max(range.upperBound, negation + 1) {
      if document.tokens[token].kind == .punctuation { break }
      if isContent(token, document) { scope.insert(token) }
      if scope.count > Self.scope + count - 1 { break }
    }
    return scope
  }

  private static func isContent(_ token: Int, _ document: AnalysedDocument) -> Bool {
    document.tokens[token].kind == .word
      && !document.isStopWord[Int(document.tokens[token].word)]
  }

  /// The auxiliary right before the first matched word, where there is one.
  private func start(_ token: Int, _ view: SummaryView) -> Int {
    let auxiliaries = view.context.targetData.claims.auxiliaries
    let window = max(view.tokens.lowerBound, token - 3)..<token
    return window.first { index in
      auxiliaries.contains(
        view.context.target.words.bytes(of: Int(view.context.target.tokens[index].word)))
    } ?? token
  }
}

extension SummaryNegation {
  package static let documentation = RuleDocumentation(
    """
    One side negates, the other does not, and most of the words that the negation concerns
    stand on both sides.
    """,
    examples: [
      .finds(
        "has authority to stop the closure",
        "Ministeren har ikke myndighet til å stanse nedleggelsen.",
        "The minister has authority to stop the closure."
      ).asSummary(),
      .leaves(
        "Ministeren har ikke myndighet til å stanse nedleggelsen.",
        "The minister has no authority to stop the closure."
      ).asSummary(),
    ])
}
