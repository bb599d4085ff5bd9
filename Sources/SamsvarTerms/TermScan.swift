import SamsvarDataFiles
import SamsvarModel
import SamsvarText

/// The search for terms in one document; remembers what it finds out about each distinct word.
struct TermScan {
  let index: TermIndex
  let document: AnalysedDocument
  let context: HomographContext
  let inflection: Inflection
  /// What is known about each distinct word.
  struct WordState {
    var isKnown = false
    var isKnownInside = false
    /// Patterns whose first word it can be.
    var starting: [Start] = []
    /// Terms inside it.
    var inside: [CompoundTerm] = []
  }

  /// A pattern whose first word a word can be, and how.
  struct Start {
    var pattern: Int
    var match: WordMatch
    var rivals: Rivals
  }

  /// What else a word can be than what a term wants.
  struct Rivals {
    var parts: PartsOfSpeech = []
    /// The forms it can be as a verb.
    var verb: VerbForms = []
    /// Whether it is the dictionary form of another noun, or the plural of one.
    var isBase = false
    var isPlural = false
  }

  var states: [WordState]
  /// How a word stands for a later word of a pattern, by the numbers of both.
  private var laterMatches: [UInt64: WordMatch?] = [:]
  /// Whether the dictionary has an expression that begins with two words, by the numbers of both.
  private var phraseBeginnings: [UInt64: Bool] = [:]
  /// Words that join the parts of a coordination, the comma among them.
  private let isCoordinatorWord: [Bool]

  init(_ index: TermIndex, _ document: AnalysedDocument) {
    self.index = index
    self.document = document
    inflection = Inflection(data: index.data)
    context = HomographContext(
      document: document, data: index.data, lemmatiser: index.lemmatiser,
      vocabulary: index.vocabulary, inflection: inflection,
      phraseBeginnings: index.glosses.phraseBeginnings)
    states = [WordState](repeating: WordState(), count: document.words.count)
    let coordinators = ["og", "eller", "samt", "and", "or", ","].map { Array($0.utf8) }
    isCoordinatorWord = document.forms.words.map(coordinators.contains)
  }

  /// All occurrences of a segment, those inside longer ones too.
  mutating func occurrences(_ segment: Int) -> [TermOccurrence] {
    var found: [TermOccurrence] = []
    let range = document.tokenRange(segment)
    for token in range where document.tokens[token].kind != .punctuation {
      let word = Int(document.tokens[token].word)
      if !states[word].isKnown { learn(word) }
      for index in states[word].starting.indices {
        if let occurrence = whole(states[word].starting[index], at: token, segment, range) {
          found.append(occurrence)
        }
      }
      guard index.isNorwegian || document.tokens[token].shape.contains(.hyphenated) else {
        continue
      }
      addCompoundParts(token, segment, to: &found)
      if index.isNorwegian, endsInHyphen(token) { found += coordinated(token, segment, range) }
    }
    return found
  }

  // MARK: - Words of their own

  /// Patterns whose first word a word can be.
  private mutating func learn(_ word: Int) {
    let forms = document.forms
    var numbers: Set<Int32> = []
    for lemma in forms.candidates(word) { numbers.formUnion(index.byFirst[lemma]) }
    if let bare = inflection.genitive(forms.words[word]) {
      numbers.formUnion(index.byFirst[bare])
    }
    if !index.isNorwegian { numbers.formUnion(index.byStem[forms.stems[word]]) }
    states[word].isKnown = true
    guard !numbers.isEmpty else { return }
    states[word].starting = numbers.sorted().compactMap { number in
      let pattern = index.patterns[Int(number)]
      guard let match = match(word, pattern.words[0]),
        !pattern.hints.contains(.exactForm) || match.form == .exact
      else { return nil }
      let hasRivals = pattern.words.count == 1 && index.isNorwegian
      return Start(
        pattern: Int(number), match: match,
        rivals: hasRivals ? rivals(word, match.parts, match.lemma) : Rivals())
    }
  }

  func match(_ word: Int, _ wanted: PatternWord) -> WordMatch? {
    index.match(
      document.forms.words[word], candidates: document.forms.candidates(word),
      stem: document.forms.stems[word], wanted)
  }

  /// How a word stands for a later word of a pattern.
  private mutating func laterMatch(
    _ token: Int, _ pattern: TermPattern, _ offset: Int
  ) -> WordMatch? {
    let word = document.tokens[token].word
    let key = UInt64(word) << 32 | UInt64(pattern.firstWord + Int32(offset))
    if let known = laterMatches[key] { return known }
    var found = match(Int(word), pattern.words[offset])
    if pattern.hints.contains(.exactForm), found?.form != .exact { found = nil }
    laterMatches[key] = .some(found)
    return found
  }

  private mutating func whole(
    _ candidate: Start, at start: Int, _ segment: Int, _ range: Range<Int>
  ) -> TermOccurrence? {
    let number = candidate.pattern
    let pattern = index.patterns[number]
    guard let (tokens, match, isSplit) = match(pattern, candidate.match, at: start, range) else {
      return nil
    }
    var occurrence = TermOccurrence(
      segment: segment, tokens: tokens,
      range: Int(
        document.tokens[tokens.lowerBound].start)..<Int(
          document.tokens[tokens.upperBound - 1].end),
      concept: pattern.concept, term: pattern.term, form: isSplit ? .split : match.form,
      isShared: index.isShared[number])
    guard pattern.words.count == 1, index.isNorwegian else { return occurrence }
    if match.parts == .verb, isParticle(start + 1, range) { occurrence.isUncertain = true }
    switch sense(match, candidate.rivals, pattern, at: start, range) {
    case .wanted: break
    case .open: occurrence.isUncertain = true
    case .rival: return nil
    }
    return isInPhrase(pattern.concept, start, range) ? nil : occurrence
  }

  /// Where the words of a pattern stand from a token on, or nil.
  private mutating func match(
    _ pattern: TermPattern, _ first: WordMatch, at start: Int, _ range: Range<Int>
  ) -> (tokens: Range<Int>, match: WordMatch, isSplit: Bool)? {
    guard fitsCase(pattern, pattern.words[0], start) else { return nil }
    var token = start
    var found = first
    var isSplit = false
    for offset in 1..<max(1, pattern.words.count) {
      guard let next = next(pattern, offset, from: token + 1, range),
        fitsCase(pattern, pattern.words[offset], next),
        let match = laterMatch(next, pattern, offset)
      else { return nil }
      isSplit = isSplit || next > token + 1
      token = next
      if match.form != .exact { found = match }
    }
    return (start..<token + 1, found, isSplit)
  }

  /// The next word of a pattern, right there or after a coordination: `offentlige og private
  /// anskaffelser`.
  private mutating func next(
    _ pattern: TermPattern, _ offset: Int, from token: Int, _ range: Range<Int>
  ) -> Int? {
    guard token < range.upperBound else { return nil }
    if laterMatch(token, pattern, offset) != nil { return token }
    guard offset == 1, index.isNorwegian, isCoordinator(token) else { return nil }
    for candidate in token + 1..<min(token + 4, range.upperBound) {
      if laterMatch(candidate, pattern, offset) != nil {
        return candidate > token + 1 ? candidate : nil
      }
      guard context.isAdjective(candidate) || isCoordinator(candidate) else { return nil }
    }
    return nil
  }

  func isCoordinator(_ token: Int) -> Bool {
    isCoordinatorWord[Int(document.tokens[token].word)]
  }

  func fitsCase(_ pattern: TermPattern, _ wanted: PatternWord, _ token: Int) -> Bool {
    if wanted.isAcronym, pattern.isCaseSensitive {
      return document.document.text[document.tokens[token].range].starts(with: wanted.written)
    }
    if pattern.hints.contains(.exactCase), !hasSameCase(wanted, token) { return false }
    // A name is no common word: `Jordan` is not `jordan`.
    guard index.isNorwegian, wanted.isName, pattern.words.count == 1 else { return true }
    return document.tokens[token].shape.contains(.capitalised)
  }

  /// Whether a token has capitals where the term has them; a capital that begins a text or sentence says
  /// nothing.
  private func hasSameCase(_ wanted: PatternWord, _ token: Int) -> Bool {
    let text = Array(document.document.text[document.tokens[token].range])
    let shared = zip(text, wanted.written).prefix { ($0 | 0x20) == ($1 | 0x20) }
    let isInitial =
      document.segment(at: document.tokens[token].range.lowerBound)
      .map { document.isInitial(token, in: $0) } ?? false
    return shared.enumerated().allSatisfy { offset, pair in
      pair.0 == pair.1 || offset <= 1 && isInitial && pair.0 < pair.1
    }
  }

  // MARK: - Senses

  /// `sikte på`, `slå av`: a verb with a particle has a sense of its own.
  private func isParticle(_ token: Int, _ range: Range<Int>) -> Bool {
    guard token < range.upperBound else { return false }
    let word = document.forms.words[Int(document.tokens[token].word)]
    return ["på", "av", "opp", "ut", "inn", "ned", "fra", "frå", "til"].contains {
      word.elementsEqual($0.utf8)
    }
  }

  /// Whether a word is used in the sense of the pattern, as far as its part of speech tells.
  func sense(
    _ match: WordMatch, _ rivals: Rivals, _ pattern: TermPattern, at token: Int,
    _ range: Range<Int>
  ) -> HomographContext.Verdict {
    guard !pattern.words[0].isAcronym, !pattern.words[0].isName else { return .wanted }
    // `dommer` is a judge rather than judgments, but in `flere dommer`.
    if rivals.isBase || rivals.isPlural {
      let isPlural = context.isPlural(token, in: range)
      if rivals.isBase != isPlural { return .rival }
    }
    guard !rivals.parts.isEmpty else { return .wanted }
    return context.verdict(
      token, in: range, wanted: match.parts, rivals: rivals.parts, verb: rivals.verb)
  }

  /// What else a word can be than a form of a dictionary form.
  func rivals(_ word: Int, _ wanted: PartsOfSpeech, _ lemma: [UInt8]) -> Rivals {
    let form = document.forms.words[word]
    var rivals = Rivals()
    for other in document.forms.candidates(word) {
      let parts = context.usual(other)
      if parts.contains(.verb) {
        let forms = inflection.verbForms(form, of: other)
        rivals.verb.formUnion(forms)
        if !forms.isEmpty { rivals.parts.insert(.verb) }
      }
      if parts.contains(.noun), inflection.isNoun(form, of: other) {
        rivals.parts.insert(.noun)
        if other != lemma, wanted.contains(.noun) {
          if other == form { rivals.isBase = true } else if lemma == form { rivals.isPlural = true }
        }
      }
      if parts.contains(.adjective), other == form { rivals.parts.insert(.adjective) }
      if parts.contains(.adverb), other == form { rivals.parts.insert(.adverb) }
    }
    rivals.parts.subtract(wanted)
    return rivals
  }

  /// Whether the word is part of an expression of the dictionary that says something else:
  /// `på lang sikt`, `få lov til`.
  mutating func isInPhrase(_ concept: Int, _ token: Int, _ range: Range<Int>) -> Bool {
    guard !index.conceptWords[concept].isEmpty else { return false }
    let words = index.conceptWords[concept]
    for start in max(range.lowerBound, token - 3)...token where context.beginsPhrase(start) {
      let last = min(start + 4, range.upperBound)
      guard max(token + 1, start + 2) <= last, beginsPhrase(start) else { continue }
      for end in max(token + 1, start + 2)...last {
        let glosses = phrase(start..<end)
        if !glosses.isEmpty,
          !glosses.contains(where: { $0.translations.contains(where: words.isNamed) })
        {
          return true
        }
      }
    }
    return false
  }

  /// Whether an expression of the dictionary begins with a word in any form and the next one.
  private mutating func beginsPhrase(_ token: Int) -> Bool {
    let (word, following) = (document.tokens[token].word, document.tokens[token + 1].word)
    let key = UInt64(word) << 32 | UInt64(following)
    if let known = phraseBeginnings[key] { return known }
    let next = document.forms.words[Int(following)]
    let begins = document.forms.candidates(Int(word)).contains {
      index.glosses.phraseBeginnings.contains($0 + [0x20] + next)
    }
    phraseBeginnings[key] = begins
    return begins
  }

  /// What the dictionary says of some words, the first and the last in any form.
  private func phrase(_ tokens: Range<Int>) -> [Glosses.Gloss] {
    let rest = Array(
      tokens.dropFirst().map { document.forms.words[Int(document.tokens[$0].word)] }
        .joined(separator: [0x20]))
    let first = Int(document.tokens[tokens.lowerBound].word)
    return document.forms.candidates(first).flatMap { index.glosses($0 + [0x20] + rest) }
  }
}
