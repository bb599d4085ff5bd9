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
      otherMembers(view, lexicon) + view.tokens.compactMap { finding(view, $0, lexicon) }
    }
  }

  // MARK: - Members of a class

  /// What names another member of a class than the linked sentences do in its place.
  private func otherMembers(_ view: SummaryView, _ lexicon: LexiconWords) -> [Finding] {
    let mentions = ClassMentions(view, lexicon)
    let mine = mentions.summary()
    guard !mine.isEmpty else { return [] }
    let theirs = mentions.source(view.linkedTokens)
    let near = mentions.source(
      view.nearSegments.flatMap { Array(view.context.source.tokenRange($0)) })
    let said = mine.reduce(into: Set<WordClasses.Member>()) { $0.formUnion($1.members) }
    let given = (theirs + near).reduce(into: Set<WordClasses.Member>()) { $0.formUnion($1.members) }
    return mine.filter { $0.members.isDisjoint(with: given) && isUnexplained($0, view) }
      .compactMap { mention in
        let rivals = theirs.filter {
          $0.members.isDisjoint(with: said) && mention.isOfOneClass(with: $0)
            && view.sourceValue(at: $0.tokens.lowerBound) == nil
            && !areSynonyms($0, mention, lexicon)
        }
        let best = rivals.map { ($0, view.likeness($0.tokens, mention.tokens)) }
          .max { $0.1 < $1.1 }
        guard let (rival, likeness) = best, likeness >= Self.leastLikeness else { return nil }
        return view.finding(
          Self.self, at: mention.tokens, source: view.sourceSpan(rival.tokens),
          reason: "the two name different things of one class")
      }
  }

  /// Whether nothing in the article explains a word of the summary; a run is its members alone.
  private func isUnexplained(_ mention: ClassMentions.Mention, _ view: SummaryView) -> Bool {
    let token = mention.tokens.lowerBound
    guard view.value(at: token) == nil else { return false }
    return mention.tokens.count > 1
      || view.context.evidence.explainedAnywhere(targetToken: token) < SummaryView.explained
  }

  /// Whether the lexicon has a word for both.
  private func areSynonyms(
    _ source: ClassMentions.Mention, _ target: ClassMentions.Mention, _ lexicon: LexiconWords
  ) -> Bool {
    guard source.tokens.count == 1, target.tokens.count == 1 else { return false }
    let mine = lexicon.translations(target: target.tokens.lowerBound)
    return !mine.isDisjoint(with: lexicon.synonyms(source: source.tokens.lowerBound))
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
    return lexicon.differInModifier(source, target)
      ? "the heads match, what stands before them does not" : nil
  }

  private func isFalseFriend(
    _ source: Int, _ forms: [[UInt8]], _ view: SummaryView, _ lexicon: LexiconWords
  ) -> Bool {
    let friends = view.context.sourceData.falseFriends[view.context.target.language.language] ?? [:]
    return lexicon.forms(source: source).contains { friends[$0]?.isDisjoint(with: forms) == false }
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
