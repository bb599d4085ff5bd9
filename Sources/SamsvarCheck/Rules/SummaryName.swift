import SamsvarAlign
import SamsvarDataFiles
import SamsvarLexicon
package import SamsvarModel
import SamsvarText

/// A name in a summary that the article does not have, or has in another place.
///
/// A name that stands elsewhere in the article is background unless a name of the same sort, which
/// the summary lacks, stands in its place in the linked sentences. A country is known by its people
/// and its capital too (`kinesiske`, `Beijing`).
package struct SummaryName: Rule {
  package static let id = "summary.name"
  package static let category = FindingCategory.name
  package static let summary =
    "A name of the summary is not in the source sentences it rests on, or is spelt otherwise."

  /// How alike the surroundings of a name and its rival must be.
  private static let leastLikeness: Float = 0.3

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    guard context.isSummary else { return [] }
    let article = NameWords(context.source, in: 0..<context.source.count)
    let sources = PlaceNames(context.source, context.sourceData)
    let targets = PlaceNames(context.target, context.targetData)
    return SummaryView.all(context).flatMap { view in
      NameCheck(
        view: view, article: article, linked: NameWords(context.source, in: view.pairing.source),
        sources: sources, targets: targets
      ).findings()
    }
  }

  /// What a name is of, as far as its form says.
  private enum Sort { case country, acronym, other }

  /// A name and the tokens that must be accounted for.
  private struct Name {
    var mention: NameMention
    var tokens: [Int]
    /// A capital is a city and may stand for its country.
    var sorts: Set<Sort>
    var countries: Set<String>

    /// From the first to the last of its own words.
    var range: Range<Int> { (tokens.first ?? 0)..<(tokens.last ?? 0) + 1 }
  }

  /// The names of one summary sentence.
  private struct NameCheck {
    let view: SummaryView
    let article: NameWords
    let linked: NameWords
    let sources: PlaceNames
    let targets: PlaceNames

    private var context: CheckContext { view.context }

    func findings() -> [Finding] {
      let mentions = context.target.nameRange(view.segment)
        .map { withGivenName(context.target.names[$0], context.target, context.targetData) }
      let names = (initial(mentions) + mentions).compactMap { name(context.target, $0, targets) }
        .filter { !isCommon($0) }
      let open = names.filter { !$0.tokens.contains(where: isKnown) }
      return names.compactMap { name in
        let strange = name.tokens.filter { !isKnown($0) }
        if strange.isEmpty { return nil }
        return strange.count == name.tokens.count
          ? unsupported(name, among: open) : partly(name, strange)
      }
    }

    /// The first word, where the article has it as a name or it points to a country.
    private func initial(_ mentions: [NameMention]) -> [NameMention] {
      guard let first = view.tokens.first, !mentions.contains(where: { $0.tokens.contains(first) }),
        article.contains(context.target, first) || !targets.countries(first).isEmpty
      else { return [] }
      let range = context.target.tokens[first].range
      return [
        NameMention(
          range: range, tokens: first..<first + 1, isAcronym: false, baseEnd: range.upperBound)
      ]
    }

    private func name(
      _ document: AnalysedDocument, _ mention: NameMention, _ places: PlaceNames
    ) -> Name? {
      let tokens = mention.tokens.filter { token in
        let word = Int(document.tokens[token].word)
        return document.tokens[token].kind == .word
          && (!document.isStopWord[word] || token == mention.tokens.lowerBound)
          && (document.tokens[token].shape.contains(.capitalised) || mention.tokens.count == 1)
      }
      guard tokens.contains(where: { document.tokens[$0].range.count > 1 }) else { return nil }
      let countries = places.countries(tokens)
      let isAcronym = mention.isAcronym || tokens.count == 1 && isPluralAcronym(document, tokens[0])
      let sorts: Set<Sort> =
        countries.isEmpty
        ? [isAcronym ? .acronym : .other]
        : places.isCapital(tokens) ? [.country, .other] : [.country]
      return Name(mention: mention, tokens: tokens, sorts: sorts, countries: countries)
    }

    /// `Minister Per Brekke`: a given name that is also a small word stands before the name.
    private func withGivenName(
      _ mention: NameMention, _ document: AnalysedDocument, _ data: LanguageData
    ) -> NameMention {
      let before = mention.tokens.lowerBound - 1
      let segment = document.segment(at: mention.range.lowerBound).map(document.tokenRange)
      guard let segment, before > segment.lowerBound, !mention.isAcronym,
        document.tokens[before].kind == .word,
        document.tokens[before].shape.contains(.capitalised),
        !document.tokens[before].shape.contains(.allCapitals),
        isSmallWord(before, document, data) || followsTitle(before, document, data)
      else { return mention }
      var longer = mention
      longer.tokens = before..<mention.tokens.upperBound
      longer.range = document.tokens[before].range.lowerBound..<mention.range.upperBound
      return longer
    }

    /// A preposition with a capital inside a sentence: `Per`, `Over` no less than `Tor`.
    private func isSmallWord(
      _ token: Int, _ document: AnalysedDocument, _ data: LanguageData
    ) -> Bool {
      let word = Int(document.tokens[token].word)
      return document.isStopWord[word]
        && data.functionWords[document.words.bytes(of: word)]?.isDisjoint(
          with: [.determiner, .subject, .object, .clause]) != false
        && !document.tokens[max(0, token - 1)].shape.contains(.capitalised)
    }

    /// `Minister Jan Brekke`: what may be a month stands after a title.
    private func followsTitle(
      _ token: Int, _ document: AnalysedDocument, _ data: LanguageData
    ) -> Bool {
      let title = document.words.bytes(of: Int(document.tokens[token - 1].word))
      return data.titles.contains(title)
    }

    /// `MPs`: capitals and an s.
    private func isPluralAcronym(_ document: AnalysedDocument, _ token: Int) -> Bool {
      let written = document.document.text[document.tokens[token].range]
      let bytes = written.filter { $0 < 0x80 && $0 != 0x27 }
      return (3...6).contains(bytes.count) && bytes.last == 0x73
        && bytes.dropLast().allSatisfy { $0 &- 0x41 < 26 }
    }

    /// `the Continent`, `Business Secretary`, `Christmas Eve`: words, not names; or part of a value.
    private func isCommon(_ name: Name) -> Bool {
      if context.targetValues(view.pairing).contains(where: {
        $0.value.tokens.overlaps(name.mention.tokens)
      }) {
        return true
      }
      guard name.sorts == [.other], let lexicon = context.lexicon,
        !name.tokens.contains(where: { article.contains(context.target, $0) })
      else { return false }
      if isPlace(name) { return false }
      return name.tokens.allSatisfy { token in
        context.target.forms.candidates(Int(context.target.tokens[token].word)).contains { form in
          let parts = lexicon.parts(of: form, in: context.target.language)
          return !parts.isEmpty && !parts.contains(.name)
        }
      }
    }

    /// `in Bergen`: a word that stands where only a name can, right after a preposition of place.
    ///
    /// What the lexicon has as a name or that stands in the plural may be one in the other language.
    private func isPlace(_ name: Name) -> Bool {
      guard name.tokens.count == 1, let token = name.tokens.first,
        token > view.tokens.lowerBound, let lexicon = context.lexicon
      else { return false }
      let before = context.target.words.bytes(of: Int(context.target.tokens[token - 1].word))
      let word = context.target.words.bytes(of: Int(context.target.tokens[token].word))
      let places = ["in", "at", "from", "to", "near", "outside"]
      return places.contains { before.elementsEqual($0.utf8) } && !isTitle
        && !(word.last == 0x73 && lexicon.contains(word.dropLast(), in: context.target.language))
        && lexicon.parts(of: word, in: context.target.language).isDisjoint(with: [.name, .verb])
        && (token + 1 >= view.tokens.upperBound
          || !context.target.tokens[token + 1].shape.contains(.capitalised))
    }

    /// Whether most words of meaning have a capital, as in a headline.
    private var isTitle: Bool {
      let words = view.tokens.dropFirst().filter { view.isContent($0) }
      return 2 * words.count { context.target.tokens[$0].shape.contains(.capitalised) }
        > words.count
    }

    private func isKnown(_ token: Int) -> Bool {
      view.isLinked(token) || linked.contains(context.target, token)
    }

    // MARK: - Names without support

    private func unsupported(_ name: Name, among open: [Name]) -> Finding? {
      let own = sources.countries(view.linkedTokens)
      guard name.countries.isDisjoint(with: own) else { return nil }
      let elsewhere = places(of: name)
      let rival = rival(of: name, among: open)
      if elsewhere.isEmpty { return missing(name, rival) }
      guard let rival, rival.likeness >= SummaryName.leastLikeness else { return nil }
      let best = elsewhere.map { view.likeness($0.tokens, in: $0.segment, name.range) }.max() ?? 0
      guard rival.likeness > best else { return nil }
      return finding(
        name, rival.name,
        reason: "the article has the name elsewhere; these sentences have another in its place")
    }

    /// A name that stands nowhere in the article.
    private func missing(_ name: Name, _ rival: (name: Name, likeness: Float)?) -> Finding? {
      if name.tokens.allSatisfy({ article.contains(context.target, $0) || isSpelt($0) }) {
        return nil
      }
      if let slip = slip(name) { return slip }
      // Background such as the country of a city is no error, nor an abbreviation of what is said
      // in words.
      if name.sorts != [.other] {
        guard let rival = rival ?? otherCountry(than: name),
          rival.likeness >= SummaryName.leastLikeness
        else { return nil }
        return finding(name, rival.name, reason: "the article does not have the name")
      }
      let other = rival.flatMap {
        $0.likeness >= SummaryName.leastLikeness && isBody(name) == isBody($0.name) ? $0.name : nil
      }
      return finding(name, other, reason: "the article does not have the name")
    }

    /// `European Commission`: a name made of words is no person's or place's.
    private func isBody(_ name: Name) -> Bool {
      let isTarget = name.mention.tokens.overlaps(view.tokens)
      let document = isTarget ? context.target : context.source
      return name.tokens.count > 1
        && name.tokens.allSatisfy { token in
          let word = document.words.bytes(of: Int(document.tokens[token].word))
          return context.lexicon?.contains(word, in: document.language) == true
        }
    }

    /// Whether the article has the very word, be it as a name or not (`Hans`).
    private func isSpelt(_ token: Int) -> Bool {
      NameWords.parts(context.target, token).allSatisfy { context.source.words.find($0) != nil }
    }

    /// Where the article has the name: its words, or the country they point to.
    private func places(of name: Name) -> [(segment: Int, tokens: Range<Int>)] {
      var found: [(Int, Range<Int>)] = []
      for segment in 0..<context.source.count {
        let hits = context.source.tokenRange(segment).filter { token in
          name.tokens.contains { context.evidence.isMatch(sourceToken: token, targetToken: $0) }
            || !name.countries.isEmpty
              && !name.countries.isDisjoint(with: sources.countries(token))
        }
        if let first = hits.first, let last = hits.last {
          found.append((segment, first..<last + 1))
        }
      }
      return found
    }

    /// The name of the same sort in the linked sentences that the summary sentence lacks and whose
    /// surroundings are most alike.
    ///
    /// A rival goes to the open name of the summary sentence that it fits best.
    private func rival(
      of name: Name, among open: [Name]
    ) -> (name: Name, likeness: Float)? {
      let said = targets.countries(view.tokens)
      return view.pairing.source.flatMap { context.source.nameRange($0) }
        .compactMap { self.name(context.source, context.source.names[$0], sources) }
        .filter { other in
          !other.sorts.isDisjoint(with: name.sorts) && !isInValue(other)
            && !other.tokens.contains(where: view.isTaken)
            && other.countries.isDisjoint(with: said)
        }
        .map { ($0, view.likeness($0.range, name.range)) }
        .filter { other, likeness in
          !open.contains { view.likeness(other.range, $0.range) > likeness }
        }
        .max { $0.1 < $1.1 }
    }

    /// The country that the article has in the place of one it lacks, be it by an adjective
    /// (`svensk`) or outside the linked sentences.
    private func otherCountry(than name: Name) -> (name: Name, likeness: Float)? {
      guard !name.countries.isEmpty, name.countries.isDisjoint(with: home) else { return nil }
      let said = targets.countries(view.tokens)
      let places = (0..<context.source.count).flatMap { segment in
        context.source.tokenRange(segment).map { (segment: segment, token: $0) }
      }.filter { place in
        let countries = Set(sources.countries(place.token))
        return !countries.isEmpty && countries.isDisjoint(with: said)
      }
      return places.map { place in
        let tokens = place.token..<place.token + 1
        let token = context.source.tokens[place.token]
        let mention = NameMention(
          range: token.range, tokens: tokens, isAcronym: false, baseEnd: token.range.upperBound)
        let other = Name(
          mention: mention, tokens: [place.token], sorts: [.country],
          countries: Set(sources.countries(place.token)))
        return (other, view.likeness(tokens, in: place.segment, name.range))
      }.max { $0.1 < $1.1 }
    }

    /// A text in Norwegian need not say that it speaks of Norway.
    private var home: Set<String> {
      switch context.source.language.language {
      case "da": ["DK"]
      case "sv": ["SE"]
      default: context.source.language.isNorwegian ? ["NO"] : []
      }
    }

    /// `USD` of an amount.
    private func isInValue(_ name: Name) -> Bool {
      view.pairing.source.flatMap { context.source.valueRange($0) }.contains {
        context.source.values[$0].tokens.overlaps(name.mention.tokens)
      }
    }

    // MARK: - Names with support in part

    /// `Boris Clark` for `Greg Clark`: a word of the name is another in the article.
    private func partly(_ name: Name, _ open: [Int]) -> Finding? {
      let strange = open.filter { !article.contains(context.target, $0) }
      guard !strange.isEmpty else { return nil }
      let mayBeTranslated = strange.allSatisfy(isWord)
      if !mayBeTranslated, let slip = slip(name) { return slip }
      let others = view.pairing.source.flatMap { context.source.nameRange($0) }
        .map { withGivenName(context.source.names[$0], context.source, context.sourceData) }
        .compactMap { self.name(context.source, $0, sources) }
      guard
        let other = others.first(where: { other in
          other.tokens.count == name.tokens.count && other.tokens.contains(where: view.isTaken)
            && other.tokens.contains { !view.isTaken($0) }
            && !(mayBeTranslated && hasWord(other))
            && name.tokens.contains { token in
              other.tokens.contains {
                context.evidence.isMatch(sourceToken: $0, targetToken: token)
              }
            }
        })
      else { return nil }
      return finding(name, other, reason: "part of the name differs from the article's")
    }

    /// A word that the lexicon knows in lower case may be translated freely.
    private func isWord(_ token: Int) -> Bool {
      context.target.forms.candidates(Int(context.target.tokens[token].word)).contains {
        context.lexicon?.contains($0, in: context.target.language) == true
      }
    }

    /// Whether an open word of an article's name means something; `Hilde` in `Hilde Kvamme` does not.
    private func hasWord(_ other: Name) -> Bool {
      other.mention.title == nil
        && other.tokens.contains { token in
          let word = context.source.words.bytes(of: Int(context.source.tokens[token].word))
          return !view.isTaken(token)
            && context.lexicon?.contains(word, in: context.source.language) == true
        }
    }

    /// A spelling close to one that the article uses.
    private func slip(_ name: Name) -> Finding? {
      let slips = name.tokens.lazy
        .filter { !article.contains(context.target, $0) && targets.countries($0 - 1...$0).isEmpty }
        .compactMap { article.slip(context.target, $0) }
      guard let slip = slips.first else { return nil }
      // Once may be the article's slip, or its own way to write the name.
      return view.finding(
        SummaryName.self, slip.count > 1 ? .error : .note, at: name.range,
        reason: "the article spells it \"\(slip.word)\", \(slip.count) times")
    }

    private func finding(_ name: Name, _ rival: Name?, reason: String) -> Finding {
      view.finding(
        SummaryName.self, at: name.range, source: rival.flatMap { view.sourceSpan($0.range) },
        reason: reason)
    }
  }
}

extension SummaryName {
  package static let documentation = RuleDocumentation(
    """
    A name that stands elsewhere in the article is background, unless a name of the same sort,
    which the summary lacks, stands in its place in the linked sentences. A country is known
    by its people and its capital too.
    """,
    examples: [
      .finds(
        "Tokyo",
        "Kina er det viktigste markedet for bedriften.",
        "Tokyo is the most important market for the company."
      ).asSummary(),
      .leaves(
        "Kina er det viktigste markedet for bedriften.",
        "Beijing is the most important market for the company."
      ).asSummary(),
    ])
}
