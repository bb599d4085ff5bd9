import SamsvarAlign
import SamsvarDataFiles
import SamsvarLexicon
package import SamsvarModel
import SamsvarText

/// A word in a summary that translates another word than the one in its place in the article:
/// cheekbone for `kragebein`.
///
/// Only where the lexicon knows both: the source word and its translations, none of which the summary
/// has, and the summary's word as the translation of another one.
package struct SummaryTerm: Rule {
  package static let id = "summary.term"
  package static let category = FindingCategory.term
  package static let summary = "A word of the summary is a translation of another word."

  /// How alike the surroundings must be, and how much less where the two words share a part.
  private static let leastLikeness: Float = 1.5
  private static let leastLikenessOfKin: Float = 0.5
  /// The shortest part that two words can share.
  private static let shortestPart = 4

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    guard context.isSummary, let lexicon = LexiconWords(context) else { return [] }
    return SummaryView.all(context).flatMap { view in
      view.tokens.compactMap { finding(view, $0, lexicon) }
    }
  }

  private func finding(_ view: SummaryView, _ token: Int, _ lexicon: LexiconWords) -> Finding? {
    guard view.isContent(token), !view.context.target.isNameWord[Int(view.context.target.tokens[token].word)],
      lexicon.parts(target: token) == .noun,
      view.context.evidence.explainedAnywhere(targetToken: token) < SummaryView.explained
    else { return nil }
    let others = lexicon.translations(target: token)
    guard !others.isEmpty else { return nil }
    var best: (token: Int, likeness: Float)?
    for source in view.linkedTokens where isOpen(source, view, lexicon) {
      let likeness = view.likeness(source..<source + 1, token..<token + 1)
      guard likeness > best?.likeness ?? 0, isRival(source, token, others, likeness, lexicon) else {
        continue
      }
      best = (source, likeness)
    }
    guard let best else { return nil }
    let known = lexicon.translations(source: best.token).map { String(decoding: $0, as: UTF8.self) }
    return view.finding(
      Self.self, at: token..<token + 1, source: view.sourceSpan(best.token..<best.token + 1),
      reason: "the lexicon has \(known.sorted().prefix(3).joined(separator: ", "))")
  }

  /// A noun of the article that the summary sentence does not take up.
  private func isOpen(_ token: Int, _ view: SummaryView, _ lexicon: LexiconWords) -> Bool {
    view.context.source.tokens[token].kind == .word
      && !view.context.source.isNameWord[Int(view.context.source.tokens[token].word)]
      && lexicon.parts(source: token) == .noun && !view.isTaken(token)
  }

  private func isRival(
    _ source: Int, _ target: Int, _ others: Set<[UInt8]>, _ likeness: Float,
    _ lexicon: LexiconWords
  ) -> Bool {
    guard likeness >= Self.leastLikenessOfKin,
      lexicon.synonyms(source: source).isDisjoint(with: others)
    else { return false }
    if likeness >= Self.leastLikeness { return true }
    let translations = lexicon.translations(source: source)
    return lexicon.forms(target: target).contains { form in
      translations.contains { Self.sharesEnd($0, form) }
    } || lexicon.forms(source: source).contains { form in
      others.contains { Self.sharesEnd($0, form) }
    }
  }

  /// `collarbone` and `cheekbone`, `huskatt` and `villkatt`.
  private static func sharesEnd(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    let shared = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
    return shared >= shortestPart && shared < min(a.count, b.count)
  }
}
