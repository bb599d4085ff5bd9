import SamsvarAlign
import SamsvarLexicon
package import SamsvarModel
import SamsvarText

/// A clause of a summary that nothing in the article explains.
///
/// The stretch of words with the greatest sum is looked for, where a word of meaning counts for it
/// when the lexicon knows it and nothing in the article can mean it, against it when the article does
/// have it. Words the lexicon lacks count for nothing.
package struct SummaryContent: Rule {
  package static let id = "summary.content"
  package static let category = FindingCategory.invented
  package static let summary = "A clause of the summary has no support in the article."

  /// The sum from which on a stretch is a finding, about the number of words without support.
  private static let leastSum: Float = 3.5
  /// The same for a stretch that begins a clause after the first.
  private static let leastSumOfClause: Float = 2.5
  /// The fewest words of such a stretch.
  private static let fewest = 3
  /// The fewest words of meaning of a sentence that must rest on something.
  private static let fewestOfSentence = 4
  /// What a word with one or two translations counts; one with many is easily a paraphrase.
  private static let most: Float = 1.6
  /// How much of that remains where the article might say it in other words, or elsewhere.
  private static let faint: Float = 0.2
  /// What an explained word takes away.
  private static let support: Float = 1.5
  /// From here on a word is explained by the article as a whole.
  private static let threshold: Float = 0.7

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    guard context.isSummary, let lexicon = LexiconWords(context) else { return [] }
    let alone = context.pairings.compactMap { unlinked(context, $0) }
    return alone
      + SummaryView.all(context).compactMap { view in
        let article = Synonyms(view, lexicon)
        guard let run = best(view, lexicon, article) else { return nil }
        let words = run.filter { view.isContent($0) }.map {
          "\"\(context.target.string(token: $0))\""
        }
        return view.finding(
          Self.self, at: run,
          reason: "nothing in the article explains \(words.joined(separator: ", "))")
      }
  }

  /// A whole sentence that rests on nothing.
  private func unlinked(_ context: CheckContext, _ pairing: Pairing) -> Finding? {
    guard pairing.source.isEmpty, let segment = pairing.target.first else { return nil }
    let words = context.target.tokenRange(segment).count { token in
      context.target.tokens[token].kind == .word
        && !context.target.isStopWord[Int(context.target.tokens[token].word)]
    }
    guard words >= Self.fewestOfSentence else { return nil }
    let span = context.target.span(segment, context.target.document.segments[segment].range)
    return context.finding(
      Self.self, .error, in: pairing, target: span,
      message: "no source sentence found for \"\(span.text)\"",
      reason: "the article shares too little with this sentence")
  }

  /// The stretch with the greatest sum, where that is enough.
  ///
  /// A stretch ends with its clause. One that begins a further clause needs less: a new subject with
  /// its verb.
  private func best(
    _ view: SummaryView, _ lexicon: LexiconWords, _ article: Synonyms
  ) -> Range<Int>? {
    var best: (excess: Float, range: Range<Int>)?
    var sum: Float = 0
    var start = view.tokens.lowerBound
    var count = 0
    var least = Self.leastSum
    for token in view.tokens {
      if view.context.target.tokens[token].kind == .punctuation {
        sum = 0
        least = Self.leastSumOfClause
      }
      let value = value(token, view, lexicon, article)
      if sum <= 0, value > 0 { (sum, start, count) = (0, token, 0) }
      if value > 0 { count += 1 }
      if value < 0 { least = Self.leastSum }
      sum = max(0, sum + value)
      let least = count < Self.fewest ? Self.leastSum : least
      if value > 0, sum - least > best?.excess ?? -10 { best = (sum - least, start..<token + 1) }
    }
    return best.flatMap { $0.excess >= 0 ? $0.range : nil }
  }

  /// What a token counts.
  private func value(
    _ token: Int, _ view: SummaryView, _ lexicon: LexiconWords, _ article: Synonyms
  ) -> Float {
    if let value = view.value(at: token) {
      return value.tokens.lowerBound != token
        ? 0 : article.has(value) ? -Self.support : Self.most * (value.standsOut ? 1 : 0)
    }
    guard view.isContent(token) else { return 0 }
    let evidence = view.context.evidence
    if view.isLinked(token) { return -Self.support }
    if article.isNear(token) { return -Self.support / 2 }
    let translations = lexicon.translations(target: token)
    guard !translations.isEmpty else { return 0 }
    let isFaint =
      article.explain(translations)
      || evidence.explainedAnywhere(targetToken: token) >= Self.threshold
    // Names have a rule of their own.
    let isName = view.context.target.isNameWord[Int(view.context.target.tokens[token].word)]
    return min(Self.most, 3 / Float(translations.count).squareRoot()) * (isFaint ? Self.faint : 1)
      * (isName ? 0.5 : 1)
  }
}

/// What the linked sentences and those around them say in other words.
private struct Synonyms {
  private let view: SummaryView
  private let near: Set<Int32>
  private let words: Set<[UInt8]>

  /// - Complexity: O(n) look-ups in the words of those sentences
  init(_ view: SummaryView, _ lexicon: LexiconWords) {
    self.view = view
    let segments = view.pairing.source + view.nearSegments
    near = view.context.evidence.sourceWords(segments)
    let source = view.context.source
    words = segments.flatMap { Array(source.tokenRange($0)) }
      .filter { source.tokens[$0].kind == .word && !source.isStopWord[Int(source.tokens[$0].word)] }
      .reduce(into: []) { $0.formUnion(lexicon.synonyms(source: $1)) }
  }

  /// Whether the article has a value.
  func has(_ value: ValueMention) -> Bool {
    value.isWeak
      || view.context.source.values.contains {
        SummarySupport.holds($0, value, in: view.context.source)
      }
  }

  /// Whether a word there can mean a token of the summary.
  func isNear(_ token: Int) -> Bool {
    view.context.evidence.explained(targetToken: token, by: near) >= 0.35
  }

  /// Whether a word there shares a translation with a translation of a token of the summary.
  func explain(_ translations: Set<[UInt8]>) -> Bool { !translations.isDisjoint(with: words) }
}

extension SummaryContent {
  package static let documentation = RuleDocumentation(
    """
    The stretch of words that the article supports least is looked for: a word of meaning
    counts for it when the lexicon knows it and nothing in the article can mean it, against it
    when the article has it. Words that the lexicon lacks count for nothing.
    """,
    examples: [
      .finds(
        "wolves attacked frightened tourists",
        "Bedriften i Oslo sa opp 38 ansatte torsdag.\nDirektøren benektet at fabrikken i Bergen skal legges ned.",
        "The company in Oslo dismissed 38 employees, and wolves attacked frightened tourists."
      ).asSummary(),
      .leaves(
        "Bedriften i Oslo sa opp 38 ansatte torsdag.",
        "The company in Oslo dismissed 38 employees."
      ).asSummary(),
    ])
}
