import SamsvarDataFiles
import SamsvarText

/// Tells from the words around it whether a word is used as a noun, a verb or an adverb.
///
/// The evidence is what Norwegian grammar fixes: a determiner or preposition before a noun, `å` or a
/// modal before an infinitive, `har` before a participle, a subject beside a finite verb, and that a
/// clause has one finite verb. Evidence is counted in points; equal points leave it open.
///
/// What is found out about a word is remembered, so an instance belongs to one task.
final class HomographContext {
  let document: AnalysedDocument
  let data: LanguageData
  let lemmatiser: Lemmatiser
  let vocabulary: Vocabulary
  let inflection: Inflection
  private let phraseBeginnings: Set<[UInt8]>
  private var finite: Memory
  private var adjectives: Memory
  private var phrases: Memory
  /// What each distinct word says as a function word.
  private let functionWords: [FunctionWord]
  /// What each distinct word may be, once it is known.
  private var possible: [PartsOfSpeech?]
  private var nouns: Memory
  private var verbs: Memory
  private var usualParts: [[UInt8]: PartsOfSpeech] = [:]

  init(
    document: AnalysedDocument, data: LanguageData, lemmatiser: Lemmatiser,
    vocabulary: Vocabulary, inflection: Inflection, phraseBeginnings: Set<[UInt8]>
  ) {
    self.document = document
    self.data = data
    self.lemmatiser = lemmatiser
    self.vocabulary = vocabulary
    self.inflection = inflection
    self.phraseBeginnings = phraseBeginnings
    finite = Memory(count: document.words.count)
    adjectives = Memory(count: document.words.count)
    phrases = Memory(count: document.words.count)
    nouns = Memory(count: document.words.count)
    verbs = Memory(count: document.words.count)
    possible = [PartsOfSpeech?](repeating: nil, count: document.words.count)
    functionWords = document.forms.words.map { data.functionWords[$0] ?? [] }
  }

  /// Yes or no for each distinct word, once it is known.
  private struct Memory {
    private var answers: [UInt8]

    init(count: Int) { answers = [UInt8](repeating: 0, count: count) }

    mutating func answer(_ word: Int, _ find: () -> Bool) -> Bool {
      if answers[word] == 0 { answers[word] = find() ? 2 : 1 }
      return answers[word] == 2
    }
  }

  /// Whether an expression of several words in the dictionary begins with a word.
  func beginsPhrase(_ token: Int) -> Bool {
    let word = Int(document.tokens[token].word)
    return phrases.answer(word) {
      document.forms.candidates(word).contains(where: phraseBeginnings.contains)
    }
  }

  /// An adjective before a noun: a known one, or a participle, and no noun.
  func isAdjective(_ token: Int) -> Bool {
    adjectives.answer(Int(document.tokens[token].word)) { looksAdjective(token) }
  }

  /// Whether a word is a finite verb and nothing else.
  func isFinite(_ token: Int) -> Bool {
    let number = Int(document.tokens[token].word)
    if functionWord(token).contains(.finite) { return true }
    if token > 0, isSubject(token - 1), mayBeFinite(number) { return true }
    guard !document.tokens[token].shape.contains(.capitalised) || token == 0 else { return false }
    return finite.answer(number) { looksFinite(number) }
  }

  /// What a word is used as.
  enum Verdict { case wanted, rival, open }

  /// Whether the token is what is wanted rather than its rival.
  ///
  /// - Parameters:
  ///   - wanted: The part of speech of the term.
  ///   - rivals: The other parts of speech the word can have.
  ///   - verb: What form it would be as a verb.
  func verdict(
    _ token: Int, in segment: Range<Int>, wanted: PartsOfSpeech, rivals: PartsOfSpeech,
    verb: VerbForms
  ) -> Verdict {
    let place = Surroundings(token: token, segment: segment, context: self)
    let noun = nounPoints(place)
    if wanted.contains(.noun) || wanted.isEmpty {
      var against = rivals.contains(.verb) ? verbPoints(place, verb) : 0
      if !rivals.isDisjoint(with: [.adjective, .adverb]) {
        against = max(against, modifierPoints(place, rivals))
      }
      return noun > against ? .wanted : noun < against ? .rival : .open
    }
    guard wanted.contains(.verb) else { return .open }
    let points = verbPoints(place, verb)
    return points > noun ? .wanted : points < noun ? .rival : .open
  }

  /// Whether a word that can be one of several things stands after a determiner of more than one.
  func isPlural(_ token: Int, in segment: Range<Int>) -> Bool {
    let place = Surroundings(token: token, segment: segment, context: self)
    return place.before.contains(.plural)
  }

  // MARK: - Evidence

  private func nounPoints(_ place: Surroundings) -> Int {
    var points = 0
    if place.before.contains(.determiner) {
      // `den`, `det` and `de` may be subjects: `det handler om`.
      points += place.before.contains(.subject) ? (place.isDefinite ? 1 : 0) : 4
    }
    if place.before.contains(.preposition) { points += 4 }
    if place.isAfterAdjective { points += 3 }
    if place.isAfterGenitive { points += 3 }
    if place.isAfterNumber { points += 3 }
    if place.isDefinite { points += 1 }
    if place.hasOtherFinite { points += 2 }
    if place.isRole { points += 3 }
    if place.isFirst { points += 1 }
    if place.after.contains(.finite), !place.before.contains(.subject) { points += 1 }
    return points
  }

  private func verbPoints(_ place: Surroundings, _ forms: VerbForms) -> Int {
    var points = 0
    if forms.contains(.infinitive) {
      if place.before.contains(.infinitive) { points += 8 }
      if place.before.contains(.modal) || place.isAfterModalAndSubject { points += 5 }
    }
    if forms.contains(.participle), place.isAfterAuxiliary { points += 5 }
    if forms == .participle, place.isAfterNoun { points += 3 }
    guard forms.contains(.finite) else { return points }
    if place.before.contains(.subject) { points += place.before.contains(.clause) ? 2 : 4 }
    if place.after.contains(.subject), place.after.isDisjoint(with: [.determiner, .clause]) {
      points += 3
    }
    if place.isAfterNoun { points += 3 }
    if place.isBeforeThat { points += 3 }
    if place.after.contains(.object) { points += 3 }
    if place.after.contains(.determiner) { points += 1 }
    if !place.hasOtherFinite, place.isLongClause { points += 3 }
    return points
  }

  /// `rett forbi`, `straks`: an adverb has no determiner before it and often a preposition after it.
  private func modifierPoints(_ place: Surroundings, _ rivals: PartsOfSpeech) -> Int {
    if rivals.contains(.adverb), place.after.contains(.preposition) { return 3 }
    return rivals.contains(.adjective) && place.isBeforeNoun ? 2 : 0
  }
}

extension HomographContext {
  func word(_ token: Int) -> [UInt8] {
    document.forms.words[Int(document.tokens[token].word)]
  }

  func isWord(_ token: Int) -> Bool {
    switch document.tokens[token].kind {
    case .punctuation, .symbol: false
    default: true
    }
  }

  func functionWord(_ token: Int) -> FunctionWord {
    functionWords[Int(document.tokens[token].word)]
  }

  func isPlainAdverb(_ token: Int) -> Bool {
    functionWord(token).contains(.adverb) && functionWord(token).isSubset(of: [.adverb, .negation])
  }

  /// All that a word may be.
  func parts(_ token: Int) -> PartsOfSpeech {
    let number = Int(document.tokens[token].word)
    if let known = possible[number] { return known }
    let parts = document.forms.lemmas[number].reduce(into: PartsOfSpeech()) {
      $0.formUnion(lemmatiser.parts(of: $1))
    }
    possible[number] = parts
    return parts
  }

  func isNounForm(_ word: [UInt8]) -> Bool {
    lemmatiser.knownLemmas(of: word).contains { lemmatiser.parts(of: $0).contains(.noun) }
  }

  private func looksAdjective(_ token: Int) -> Bool {
    let word = word(token)
    let candidates = document.forms.lemmas[Int(document.tokens[token].word)]
    if candidates.contains(where: { lemmatiser.parts(of: $0).contains(.adjective) }),
      !lemmatiser.parts(of: word).contains(.noun)
    {
      return !isFinite(token)
    }
    return ["ende", "ande", "ete", "iske", "lige", "lege"].contains {
      word.suffix($0.utf8.count).elementsEqual($0.utf8)
    } && word.count > 5
  }

  /// What a dictionary form can be, by the words in common use where they have it.
  func usual(_ lemma: [UInt8]) -> PartsOfSpeech {
    if let known = usualParts[lemma] { return known }
    let parts = findUsual(lemma)
    usualParts[lemma] = parts
    return parts
  }

  private func findUsual(_ lemma: [UInt8]) -> PartsOfSpeech {
    let common = vocabulary.parts(of: lemma)
    guard common.isEmpty else { return common }
    // Norsk Ordbank has the verbs `fylke` and `bile`, which are rarer than the nouns.
    return vocabulary.isEmpty ? lemmatiser.parts(of: lemma) : []
  }

  /// A noun and nothing else.
  func isNoun(_ token: Int) -> Bool {
    if document.tokens[token].shape.contains(.capitalised) { return false }
    return nouns.answer(Int(document.tokens[token].word)) { isOnlyNoun(token) }
  }

  private func isOnlyNoun(_ token: Int) -> Bool {
    let word = word(token)
    var isNoun = false
    for lemma in document.forms.lemmas[Int(document.tokens[token].word)] {
      let parts = usual(lemma)
      if parts.contains(.noun), inflection.isNoun(word, of: lemma) { isNoun = true }
      if parts.contains(.adjective), inflection.isAdjective(word, of: lemma) { return false }
      if parts.contains(.verb), !inflection.verbForms(word, of: lemma).isEmpty { return false }
    }
    return isNoun
  }

  /// Any form of a verb that is no noun.
  func isVerb(_ token: Int) -> Bool {
    verbs.answer(Int(document.tokens[token].word)) { isVerbForm(token) }
  }

  private func isVerbForm(_ token: Int) -> Bool {
    let word = word(token)
    return document.forms.lemmas[Int(document.tokens[token].word)].contains {
      lemmatiser.parts(of: $0).contains(.verb) && !inflection.verbForms(word, of: $0).isEmpty
    } && !isNounForm(word)
  }

  /// A pronoun that is a subject and nothing else: `hun`, but not `det`.
  private func isSubject(_ token: Int) -> Bool {
    let kind = functionWord(token)
    return kind.contains(.subject) && kind.isDisjoint(with: [.determiner, .clause, .object])
  }

  private func mayBeFinite(_ number: Int) -> Bool {
    let word = document.forms.words[number]
    return document.forms.lemmas[number].contains {
      lemmatiser.parts(of: $0).contains(.verb)
        && inflection.verbForms(word, of: $0).contains(.finite)
    }
  }

  private func looksFinite(_ number: Int) -> Bool {
    let word = document.forms.words[number]
    var isVerb = false
    for lemma in document.forms.lemmas[number] {
      let parts = lemmatiser.parts(of: lemma)
      if parts.contains(.noun), inflection.isNoun(word, of: lemma) { return false }
      if parts.contains(.adjective), lemma == word { return false }
      if parts.contains(.verb), inflection.verbForms(word, of: lemma).contains(.finite) {
        isVerb = true
      }
    }
    return isVerb
  }
}
