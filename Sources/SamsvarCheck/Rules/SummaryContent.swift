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
  private static let leastSum: Float = 4
  /// What an explained word takes away.
  private static let support: Float = 1.5
  /// From here on a word is explained by the article as a whole.
  private static let threshold: Float = 0.35

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    guard context.isSummary, let lexicon = LexiconWords(context) else { return [] }
    let article = Synonyms(context, lexicon)
    return SummaryView.all(context).compactMap { view in
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
    guard view.isContent(token) else { return 0 }
    let evidence = view.context.evidence
    if view.isLinked(token) { return -Self.support }
    if evidence.explainedAnywhere(targetToken: token) >= Self.threshold { return -Self.support / 2 }
    guard !lexicon.translations(target: token).isEmpty else { return 0 }
    return article.explain(token) ? 0 : 1
  }
}

/// The words that share a translation with a word of the article.
struct Synonyms {
  private let lexicon: LexiconWords
  private let words: Set<[UInt8]>

  /// - Complexity: O(n) look-ups in the distinct words of the article
  init(_ context: CheckContext, _ lexicon: LexiconWords) {
    self.lexicon = lexicon
    var words: Set<[UInt8]> = []
    var seen: Set<Int32> = []
    for (index, token) in context.source.tokens.enumerated()
    where token.kind == .word && !context.source.isStopWord[Int(token.word)] {
      guard seen.insert(token.word).inserted else { continue }
      words.formUnion(lexicon.synonyms(source: index))
    }
    self.words = words
  }

  /// Whether a word of the article shares a translation with a translation of a summary token.
  func explain(_ token: Int) -> Bool {
    !lexicon.translations(target: token).isDisjoint(with: words)
  }
}
