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
  private static let leastSum: Float = 4.5
  /// What a word with one or two translations counts; one with many is easily a paraphrase.
  private static let most: Float = 1.6
  /// What an explained word takes away.
  private static let support: Float = 1.5
  /// From here on a word is explained by the article as a whole.
  private static let threshold: Float = 0.35

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    guard context.isSummary, let lexicon = LexiconWords(context) else { return [] }
    return SummaryView.all(context).compactMap { view in
      let article = Synonyms(view, lexicon)
      guard let run = best(view, lexicon, article) else { return nil }
      let words = run.filter { view.isContent($0) }.map { "\"\(context.target.string(token: $0))\"" }
      return view.finding(
        Self.self, at: run,
        reason: "nothing in the article explains \(words.joined(separator: ", "))")
    }
  }

  /// The stretch with the greatest sum, where that is enough.
  private func best(
    _ view: SummaryView, _ lexicon: LexiconWords, _ article: Synonyms
  ) -> Range<Int>? {
    var best: (sum: Float, range: Range<Int>) = (0, 0..<0)
    var sum: Float = 0
    var start = view.tokens.lowerBound
    for token in view.tokens {
      let value = value(token, view, lexicon, article)
      if sum <= 0, value > 0 { (sum, start) = (0, token) }
      sum = max(0, sum + value)
      if value > 0, sum > best.sum { best = (sum, start..<token + 1) }
    }
    return best.sum >= Self.leastSum ? best.range : nil
  }

  /// What a token counts.
  private func value(
    _ token: Int, _ view: SummaryView, _ lexicon: LexiconWords, _ article: Synonyms
  ) -> Float {
    if let value = view.value(at: token) {
      return value.tokens.lowerBound != token ? 0 : article.has(value) ? -Self.support : Self.most * (value.standsOut ? 1 : 0)
    }
    guard view.isContent(token) else { return 0 }
    let evidence = view.context.evidence
    if view.isLinked(token) { return -Self.support }
    if article.isNear(token) { return -Self.support / 2 }
    guard !view.context.target.isNameWord[Int(view.context.target.tokens[token].word)] else { return 0 }
    let translations = lexicon.translations(target: token)
    guard !translations.isEmpty, !article.explain(translations),
      evidence.explainedAnywhere(targetToken: token) < Self.threshold
    else { return 0 }
    return min(Self.most, 3 / Float(translations.count).squareRoot())
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
    value.isWeak || view.context.source.values.contains { $0.agreement(with: value) >= .compatible }
  }

  /// Whether a word there can mean a token of the summary.
  func isNear(_ token: Int) -> Bool {
    view.context.evidence.explained(targetToken: token, by: near) >= 0.35
  }

  /// Whether a word there shares a translation with a translation of a token of the summary.
  func explain(_ translations: Set<[UInt8]>) -> Bool { !translations.isDisjoint(with: words) }
}
