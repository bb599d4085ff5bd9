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
  private struct WordState {
    var isKnown = false
    var isKnownInside = false
    /// Patterns whose first word it can be.
    var starting: [Int32] = []
    /// Terms inside it.
    var inside: [CompoundTerm] = []
  }

  private var states: [WordState]

  init(_ index: TermIndex, _ document: AnalysedDocument) {
    self.index = index
    self.document = document
    inflection = Inflection(data: index.data)
    context = HomographContext(
      document: document, data: index.data, lemmatiser: index.lemmatiser,
      vocabulary: index.vocabulary, inflection: inflection,
      phraseBeginnings: index.glosses.phraseBeginnings)
    states = [WordState](repeating: WordState(), count: document.words.count)
  }

  /// All occurrences of a segment, those inside longer ones too.
  mutating func occurrences(_ segment: Int) -> [TermOccurrence] {
    var found: [TermOccurrence] = []
    let range = document.tokenRange(segment)
    for token in range where document.tokens[token].kind != .punctuation {
      let word = Int(document.tokens[token].word)
      if !states[word].isKnown { learn(word) }
      for index in states[word].starting.indices {
        let number = states[word].starting[index]
        if let occurrence = whole(Int(number), at: token, segment, range) {
          found.append(occurrence)
        }
      }
      guard index.isNorwegian || document.tokens[token].shape.contains(.hyphenated) else {
        continue
      }
      found += compoundParts(token, segment)
      if index.isNorwegian { found += coordinated(token, segment, range) }
    }
    return found
  }

  // MARK: - Words of their own

  /// Patterns whose first word a word can be.
  private mutating func learn(_ word: Int) {
    let forms = document.forms
    var numbers: Set<Int32> = []
    for lemma in forms.candidates(word) { numbers.formUnion(index.byFirst[lemma] ?? []) }
    if let bare = inflection.genitive(forms.words[word]) {
      numbers.formUnion(index.byFirst[bare] ?? [])
    }
    if !index.isNorwegian { numbers.formUnion(index.byStem[forms.stems[word]] ?? []) }
    states[word].isKnown = true
    guard !numbers.isEmpty else { return }
    states[word].starting = numbers.sorted().filter {
      match(word, index.patterns[Int($0)].words[0]) != nil
    }
  }

  func match(_ word: Int, _ wanted: PatternWord) -> WordMatch? {
    index.match(
      document.forms.words[word], candidates: document.forms.candidates(word),
      stem: document.forms.stems[word], wanted)
  }

  private func whole(
    _ number: Int, at start: Int, _ segment: Int, _ range: Range<Int>
  ) -> TermOccurrence? {
    let pattern = index.patterns[number]
    guard let (tokens, match, isSplit) = match(pattern, at: start, range) else { return nil }
    var occurrence = TermOccurrence(
      segment: segment, tokens: tokens,
      range: Int(
        document.tokens[tokens.lowerBound].start)..<Int(
          document.tokens[tokens.upperBound - 1].end),
      concept: pattern.concept, term: pattern.term, form: isSplit ? .split : match.form,
      isShared: index.isShared[number])
    guard pattern.words.count == 1, index.isNorwegian else { return occurrence }
    if match.parts == .verb, isParticle(start + 1, range) { occurrence.isUncertain = true }
    switch sense(match, pattern, at: start, range) {
    case .wanted: break
    case .open: occurrence.isUncertain = true
    case .rival: return nil
    }
    return isInPhrase(pattern.concept, start, range) ? nil : occurrence
  }

  /// Where the words of a pattern stand from a token on, or nil.
  private func match(
    _ pattern: TermPattern, at start: Int, _ range: Range<Int>
  ) -> (tokens: Range<Int>, match: WordMatch, isSplit: Bool)? {
    var token = start
    var found: WordMatch?
    var isSplit = false
    for (offset, wanted) in pattern.words.enumerated() {
      if offset > 0 {
        guard let next = next(wanted, from: token + 1, range, allowsGap: offset == 1) else {
          return nil
        }
        isSplit = isSplit || next > token + 1
        token = next
      }
      guard fitsCase(pattern, wanted, token),
        let match = match(Int(document.tokens[token].word), wanted)
      else { return nil }
      if found == nil || match.form != .exact { found = match }
    }
    return found.map { (start..<token + 1, $0, isSplit) }
  }

  /// The next word of a pattern, right there or after a coordination: `offentlige og private
  /// anskaffelser`.
  private func next(
    _ wanted: PatternWord, from token: Int, _ range: Range<Int>, allowsGap: Bool
  ) -> Int? {
    guard token < range.upperBound else { return nil }
    if match(Int(document.tokens[token].word), wanted) != nil { return token }
    guard allowsGap, index.isNorwegian, isCoordinator(token) else { return nil }
    for candidate in token + 1..<min(token + 4, range.upperBound) {
      if match(Int(document.tokens[candidate].word), wanted) != nil {
        return candidate > token + 1 ? candidate : nil
      }
      guard context.isAdjective(candidate) || isCoordinator(candidate) else { return nil }
    }
    return nil
  }

  func isCoordinator(_ token: Int) -> Bool {
    ["og", "eller", "samt", "and", "or"].contains {
      document.forms.words[Int(document.tokens[token].word)].elementsEqual($0.utf8)
    }
      || document.tokens[token].range.count == 1
        && document.document.text[document.tokens[token].range].first == 0x2C
  }

  func fitsCase(_ pattern: TermPattern, _ wanted: PatternWord, _ token: Int) -> Bool {
    let text = document.document.text[document.tokens[token].range]
    if wanted.isAcronym, pattern.isCaseSensitive { return text.starts(with: wanted.written) }
    // A name is no common word: `Jordan` is not `jordan`.
    guard index.isNorwegian, wanted.isName, pattern.words.count == 1 else { return true }
    return document.tokens[token].shape.contains(.capitalised)
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
    _ match: WordMatch, _ pattern: TermPattern, at token: Int, _ range: Range<Int>
  ) -> HomographContext.Verdict {
    guard !pattern.words[0].isAcronym, !pattern.words[0].isName else { return .wanted }
    let word = Int(document.tokens[token].word)
    let wanted = match.parts
    let (rivals, verb, isBaseRival, isPluralRival) = rivals(word, wanted, match.lemma)
    // `dommer` is a judge rather than judgments, but in `flere dommer`.
    if isBaseRival || isPluralRival {
      let isPlural = context.isPlural(token, in: range)
      if isBaseRival != isPlural { return .rival }
    }
    guard !rivals.isEmpty else { return .wanted }
    return context.verdict(token, in: range, wanted: wanted, rivals: rivals, verb: verb)
  }

  /// What else a word can be: its other parts of speech, the forms it can be as a verb, and whether it
  /// is the dictionary form of another noun, or the plural of one.
  private func rivals(
    _ word: Int, _ wanted: PartsOfSpeech, _ lemma: [UInt8]
  ) -> (parts: PartsOfSpeech, verb: VerbForms, isBase: Bool, isPlural: Bool) {
    let form = document.forms.words[word]
    var rivals: PartsOfSpeech = []
    var verb: VerbForms = []
    var isBase = false
    var isPlural = false
    for other in document.forms.candidates(word) {
      let parts = context.usual(other)
      if parts.contains(.verb) {
        let forms = inflection.verbForms(form, of: other)
        verb.formUnion(forms)
        if !forms.isEmpty { rivals.insert(.verb) }
      }
      if parts.contains(.noun), inflection.isNoun(form, of: other) {
        rivals.insert(.noun)
        if other != lemma, wanted.contains(.noun) {
          if other == form { isBase = true } else if lemma == form { isPlural = true }
        }
      }
      if parts.contains(.adjective), other == form { rivals.insert(.adjective) }
      if parts.contains(.adverb), other == form { rivals.insert(.adverb) }
    }
    return (rivals.subtracting(wanted), verb, isBase, isPlural)
  }

  /// Whether the word is part of an expression of the dictionary that says something else:
  /// `på lang sikt`, `få lov til`.
  func isInPhrase(_ concept: Int, _ token: Int, _ range: Range<Int>) -> Bool {
    let words = index.conceptWords[concept]
    guard !words.isEmpty else { return false }
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
  private func beginsPhrase(_ token: Int) -> Bool {
    let next = document.forms.words[Int(document.tokens[token + 1].word)]
    return document.forms.candidates(Int(document.tokens[token].word)).contains {
      index.glosses.phraseBeginnings.contains($0 + [0x20] + next)
    }
  }

  /// What the dictionary says of some words, the first and the last in any form.
  private func phrase(_ tokens: Range<Int>) -> [Glosses.Gloss] {
    let rest = Array(
      tokens.dropFirst().map { document.forms.words[Int(document.tokens[$0].word)] }
        .joined(separator: [0x20]))
    let first = Int(document.tokens[tokens.lowerBound].word)
    return document.forms.candidates(first).flatMap { index.glosses($0 + [0x20] + rest) }
  }

  // MARK: - Compounds

  private mutating func compoundParts(_ token: Int, _ segment: Int) -> [TermOccurrence] {
    let kind = document.tokens[token].kind
    guard kind == .word || kind == .abbreviation else { return [] }
    let start = Int(document.tokens[token].start)
    return terms(inside: Int(document.tokens[token].word)).compactMap { part in
      let pattern = index.patterns[part.pattern]
      let range = start + part.range.lowerBound..<start + part.range.upperBound
      guard range.upperBound <= document.tokens[token].range.upperBound,
        fitsCase(pattern, range)
      else { return nil }
      return TermOccurrence(
        segment: segment, tokens: token..<token + 1, range: range, concept: pattern.concept,
        term: pattern.term, form: .compoundPart, isShared: index.isShared[part.pattern])
    }
  }

  private mutating func terms(inside word: Int) -> [CompoundTerm] {
    if !states[word].isKnownInside {
      states[word].isKnownInside = true
      states[word].inside = CompoundTerms(index).terms(in: document.forms.words[word])
    }
    return states[word].inside
  }

  private func fitsCase(_ pattern: TermPattern, _ range: Range<Int>) -> Bool {
    let wanted = pattern.words[0]
    guard wanted.isAcronym || wanted.isName else { return true }
    return document.document.text[range].starts(
      with: wanted.written.prefix(wanted.isAcronym ? wanted.written.count : 1))
  }

  // MARK: - Coordinations

  /// `oppholds- og arbeidstillatelse`: the first part stands for a whole whose end comes later.
  private mutating func coordinated(
    _ token: Int, _ segment: Int, _ range: Range<Int>
  ) -> [TermOccurrence] {
    let text = document.document.text
    guard document.tokens[token].kind == .word, document.tokens[token].range.count > 3,
      text[document.tokens[token].range.upperBound - 1] == 0x2D,
      let last = (token + 1..<min(token + 6, range.upperBound)).first(where: {
        document.tokens[$0].kind == .word && !isCoordinator($0)
          && text[document.tokens[$0].range.upperBound - 1] != 0x2D && !context.isAdjective($0)
      })
    else { return [] }
    let first = document.forms.words[Int(document.tokens[token].word)].dropLast()
    let word = document.forms.words[Int(document.tokens[last].word)]
    var found: Set<Int> = []
    for cut in 3..<max(4, word.count - 2)
    where cut < word.count && word[cut] & 0xC0 != 0x80 && index.prefixes.mayBegin(first) {
      let head = Array(word[(word[cut] == 0x2D ? cut + 1 : cut)...])
      for lemma in index.lemmatiser.knownLemmas(of: head) {
        for number in index.singles(first + lemma) { found.insert(Int(number)) }
      }
    }
    // `gjeng- eller hjemmevold`: both are `vold`.
    let heads = terms(inside: Int(document.tokens[last].word)).filter {
      $0.range.upperBound == word.count && $0.range.lowerBound > 0
    }
    for head in heads { found.insert(head.pattern) }
    return found.sorted().map { number in
      let pattern = index.patterns[number]
      return TermOccurrence(
        segment: segment, tokens: token..<last + 1,
        range: Int(document.tokens[token].start)..<Int(document.tokens[last].end),
        concept: pattern.concept, term: pattern.term, form: .split,
        isShared: index.isShared[number])
    }
  }
}
