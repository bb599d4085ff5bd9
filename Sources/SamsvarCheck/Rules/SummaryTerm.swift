import SamsvarAlign
import SamsvarLexicon
package import SamsvarModel
import SamsvarText

/// A word in a summary that translates another word than the one in its place in the article:
/// cheekbone for `kragebein`, nephew for `fetter`, eventually for `eventuelt`.
///
/// The summary has no translation of the source word, nothing in the article explains the summary's
/// word, their surroundings match, and there is a reason: they name different things of one class,
/// different sorts of one head, or only look alike.
package struct SummaryTerm: Rule {
  package static let id = "summary.term"
  package static let category = FindingCategory.term
  package static let summary = "A word of the summary is a translation of another word."

  /// How alike the surroundings must be.
  private static let leastLikeness: Float = 0.3

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    guard let lexicon = LexiconWords(context) else { return [] }
    return SummaryView.all(context).flatMap { view in
      view.tokens.compactMap { finding(view, $0, lexicon) }
    }
  }

  private func finding(_ view: SummaryView, _ token: Int, _ lexicon: LexiconWords) -> Finding? {
    let target = view.context.target
    guard view.isContent(token), !target.isNameWord[Int(target.tokens[token].word)],
      view.context.evidence.explainedAnywhere(targetToken: token) < SummaryView.explained
    else { return nil }
    var best: (token: Int, likeness: Float, reason: String)?
    for source in view.linkedTokens where isOpen(source, view) {
      let likeness = view.likeness(source..<source + 1, token..<token + 1)
      guard likeness >= max(Self.leastLikeness, best?.likeness ?? 0),
        let reason = reason(source, token, view, lexicon)
      else { continue }
      best = (source, likeness, reason)
    }
    return best.map {
      view.finding(
        Self.self, at: token..<token + 1, source: view.sourceSpan($0.token..<$0.token + 1),
        reason: $0.reason)
    }
  }

  /// A word of the article that the summary sentence does not take up.
  private func isOpen(_ token: Int, _ view: SummaryView) -> Bool {
    let source = view.context.source
    let word = Int(source.tokens[token].word)
    return source.tokens[token].kind == .word && !source.isNameWord[word]
      && !source.isStopWord[word] && view.taken(token) < SummaryView.explained
  }

  // MARK: - Reasons

  private func reason(
    _ source: Int, _ target: Int, _ view: SummaryView, _ lexicon: LexiconWords
  ) -> String? {
    let translations = lexicon.translations(source: source)
    let forms = lexicon.forms(target: target)
    guard
      lexicon.translations(target: target).isDisjoint(with: lexicon.synonyms(source: source))
    else { return nil }
    if isFalseFriend(source, forms, view, lexicon) {
      return "the two look alike; the lexicon has \(list(translations))"
    }
    if isOtherMember(translations, forms, view.context.targetData.classes) {
      return "the lexicon has \(list(translations))"
    }
    return lexicon.differInModifier(source, target)
      ? "the heads match, what stands before them does not" : nil
  }

  private func isFalseFriend(
    _ source: Int, _ forms: [[UInt8]], _ view: SummaryView, _ lexicon: LexiconWords
  ) -> Bool {
    let friends = view.context.sourceData.falseFriends[view.context.target.language.language] ?? [:]
    return lexicon.forms(source: source).contains { friends[$0]?.isDisjoint(with: forms) == false }
  }

  /// Whether all translations name other members of a class than the summary's word.
  private func isOtherMember(
    _ translations: Set<[UInt8]>, _ forms: [[UInt8]], _ classes: WordClasses
  ) -> Bool {
    let mine = classes.members(forms)
    let theirs = classes.members(translations)
    return mine.isDisjoint(with: theirs)
      && mine.contains { member in theirs.contains { $0.group == member.group } }
  }

  private func list(_ words: Set<[UInt8]>) -> String {
    let words = words.map { "\"\(String(decoding: $0, as: UTF8.self))\"" }.sorted().prefix(3)
    return words.joined(separator: ", ")
  }
}

extension SummaryTerm {
  package static let documentation = RuleDocumentation(
    """
    The summary has no translation of a word of the article, nothing in the article explains
    the summary's word, and their surroundings match. There must be a reason: they name
    different things of one class, different sorts of one head, or only look alike.
    """,
    examples: [
      .finds(
        "nephew",
        "Fetteren hennes brakk kragebeinet på byggeplassen 4. mars.",
        "Her nephew broke his collarbone at the building site on 4 March."
      ).asSummary(),
      .leaves(
        "Fetteren hennes brakk kragebeinet på byggeplassen 4. mars.",
        "Her cousin broke his collarbone at the building site on 4 March."
      ).asSummary(),
    ])
}
