import SamsvarLexicon
import SamsvarModel
import SamsvarText

/// How well a word may match, by the kind of evidence.
enum MatchScore {
  static let identical: Float = 1
  static let lexicon: Float = 0.9
  /// A word of a translation of several words.
  static let phrasePart: Float = 0.75
  /// A word with the stem of a translation: `dependence` for `dependent`.
  static let stem: Float = 0.8
  /// Times the share of the longer word that both begin with.
  static let cognate: Float = 0.8
  static let compoundPart: Float = 0.6
  /// The same dictionary form, as names have with and without a genitive.
  static let sameLemma: Float = 0.95
  /// The same letters, but the lexicon knows other translations: `gift`, `barn`.
  static let falseFriend: Float = 0.3
}

/// One of two documents whose words are compared, with the data of its language.
struct MatchSide {
  let document: AnalysedDocument
  let units: UnitDocument
  let data: LanguageData

  init(_ document: AnalysedDocument, _ units: UnitDocument, _ data: LanguageData) {
    self.document = document
    self.units = units
    self.data = data
  }
}

/// Finds which words and values of two documents can say the same.
struct MatchFinder {
  private let source: AnalysedDocument
  private let target: AnalysedDocument
  private let sourceUnits: UnitDocument
  private let targetUnits: UnitDocument
  private let sourceLemmatiser: Lemmatiser
  private let targetStopWords: Set<[UInt8]>
  private let lexicon: Lexicon?

  /// A finder that looks up the words of one side and cuts its compounds.
  init(from source: MatchSide, to target: MatchSide, lexicon: Lexicon?) {
    self.source = source.document
    self.target = target.document
    sourceUnits = source.units
    targetUnits = target.units
    sourceLemmatiser = Lemmatiser(
      source.data, vocabulary: lexicon?.vocabulary(source.document.language) ?? .none)
    targetStopWords = target.data.stopWords
    self.lexicon = lexicon
  }

  private var sourceForms: WordForms { source.forms }
  private var targetForms: WordForms { target.forms }

  /// The matches of each source unit.
  func matches() -> UnitMatches {
    var lists = wordMatches()
    lists += valueMatches()
    return UnitMatches(lists)
  }

  // MARK: - Words

  private func wordMatches() -> [[UnitMatches.Match]] {
    let lemmaIndex = FormIndex.lemmas(targetForms)
    let stemIndex = FormIndex.stems(targetForms.stems)
    let stemmer = Stemmer(target.language)
    let cognates = CognateIndex(targetForms.words)
    return sourceForms.words.indices.map { word in
      var best = BestMatches()
      let terms = translations(ofWord: word)
      addTranslations(terms, score: MatchScore.lexicon, lemmaIndex, stemIndex, stemmer, to: &best)
      if terms.isEmpty || best.isEmpty { addCompoundParts(word, lemmaIndex, to: &best) }
      addIdentical(word, isKnown: !terms.isEmpty && !isName(word), to: &best)
      if terms.isEmpty || isName(word) { addLemmas(word, lemmaIndex, to: &best) }
      addHyphenParts(word, lemmaIndex, to: &best)
      if best.isEmpty { cognates.add(sourceForms.words[word], to: &best) }
      return best.matches
    }
  }

  /// The translations of every candidate lemma that the lexicon knows.
  private func translations(ofWord word: Int) -> [[UInt8]] {
    translations(sourceForms.candidates(word))
  }

  private func translations(_ candidates: [[UInt8]]) -> [[UInt8]] {
    guard let lexicon else { return [] }
    var result: [[UInt8]] = []
    for candidate in candidates {
      for entry in lexicon.entries(candidate, in: source.language) {
        result += lexicon.terms(entry, in: target.language)
      }
    }
    return result
  }

  private func addTranslations(
    _ terms: [[UInt8]], score: Float, _ lemmas: FormIndex, _ stems: FormIndex, _ stemmer: Stemmer,
    to best: inout BestMatches
  ) {
    for term in terms {
      let parts = contentWords(term)
      for part in parts {
        let factor = score * (term.contains(0x20) ? MatchScore.phrasePart / MatchScore.lexicon : 1)
        for word in lemmas.words(for: part) { best.add(word, factor) }
        for word in stems.words(for: stemmer.stem(part)) {
          best.add(word, factor * MatchScore.stem / MatchScore.lexicon)
        }
      }
    }
  }

  private func addIdentical(_ word: Int, isKnown: Bool, to best: inout BestMatches) {
    guard let other = target.words.find(sourceForms.words[word]) else { return }
    let isConfirmed = !isKnown || best.has(Int32(other))
    best.add(Int32(other), isConfirmed ? MatchScore.identical : MatchScore.falseFriend)
  }

  private func isName(_ word: Int) -> Bool { source.isNameWord[word] }

  /// The same name in another form: `Erdogans` and `Erdogan's`.
  private func addLemmas(_ word: Int, _ lemmas: FormIndex, to best: inout BestMatches) {
    for lemma in sourceForms.candidates(word) where lemma.count >= 3 {
      for other in lemmas.words(for: lemma) where target.isNameWord[Int(other)] == isName(word) {
        best.add(other, MatchScore.sameLemma)
      }
    }
  }

  // MARK: - Compounds

  /// `LNA` and `styrke` of `LNA-styrkene`, on either side of the hyphen.
  private func addHyphenParts(_ word: Int, _ lemmas: FormIndex, to best: inout BestMatches) {
    let parts = sourceForms.words[word].split(separator: 0x2D)
    guard parts.count > 1 else { return }
    for part in parts.map(Array.init) where part.count >= 2 {
      let forms = [part] + hyphenForms(part)
      for other in lemmas.words(for: part) { best.add(other, MatchScore.sameLemma) }
      for term in translations(forms) {
        for piece in contentWords(term) {
          for other in lemmas.words(for: piece) { best.add(other, MatchScore.compoundPart) }
        }
      }
    }
  }

  /// The words of a translation that are no stop words; all of them where there is only one.
  private func contentWords(_ term: [UInt8]) -> [[UInt8]] {
    let words = Folding.lower(term).split(separator: 0x20).map(Array.init)
    return words.count == 1 ? words : words.filter { !targetStopWords.contains($0) }
  }

  private func hyphenForms(_ part: [UInt8]) -> [[UInt8]] { sourceLemmatiser.lemmas(of: part) }

  private func addCompoundParts(_ word: Int, _ lemmas: FormIndex, to best: inout BestMatches) {
    guard source.language.isNorwegian, let lexicon else { return }
    for part in CompoundParts.parts(sourceForms.candidates(word), lexicon, source.language) {
      for term in translations([part]) {
        for piece in contentWords(term) {
          for other in lemmas.words(for: piece) { best.add(other, MatchScore.compoundPart) }
        }
      }
    }
  }

  // MARK: - Values

  private func valueMatches() -> [[UnitMatches.Match]] {
    var index: [ValueKey: [Int]] = [:]
    for (number, value) in targetUnits.values.enumerated() {
      for key in value.keys { index[key, default: []].append(number) }
    }
    return sourceUnits.values.map { value in
      var best = BestMatches()
      for key in value.keys {
        for number in index[key] ?? [] {
          let same = targetUnits.values[number].readings[0].kind == value.readings[0].kind
          best.add(Int32(targetUnits.wordCount + number), same ? 1 : 0.9)
        }
      }
      return best.matches
    }
  }
}

/// The best score for each unit of the other side.
struct BestMatches {
  private(set) var matches: [UnitMatches.Match] = []

  init(_ matches: [UnitMatches.Match] = []) { self.matches = matches }

  var isEmpty: Bool { matches.isEmpty }

  func has(_ unit: Int32) -> Bool { matches.contains { $0.unit == unit } }

  mutating func add(_ unit: Int32, _ score: Float) {
    if let index = matches.firstIndex(where: { $0.unit == unit }) {
      matches[index].score = max(matches[index].score, score)
    } else {
      matches.append(UnitMatches.Match(unit: unit, score: score))
    }
  }
}

/// Words by their first four letters, for finding cognates (`regjering` has none, `militær` has).
struct CognateIndex {
  private let words: [[UInt8]]
  private var byPrefix: [UInt32: [Int32]] = [:]

  init(_ words: [[UInt8]]) {
    self.words = words.map(Self.folded)
    for (number, word) in self.words.enumerated() where word.count >= 4 {
      byPrefix[Self.key(word), default: []].append(Int32(number))
    }
  }

  /// Adds words that share a prefix of four letters or more and of 60 % of the longer word.
  func add(_ word: [UInt8], to best: inout BestMatches) {
    let word = Self.folded(word)
    guard word.count >= 4 else { return }
    for number in byPrefix[Self.key(word)] ?? [] {
      let other = words[Int(number)]
      let shared = zip(word, other).prefix { $0 == $1 }.count
      let ratio = Float(shared) / Float(max(word.count, other.count))
      if ratio >= 0.6 { best.add(number, MatchScore.cognate * ratio) }
    }
  }

  private static func key(_ word: [UInt8]) -> UInt32 {
    word.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// `å æ ø` as `a e o`, `k` as `c`, so that `aksjon` and `action` begin alike.
  private static func folded(_ word: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < word.count {
      if word[index] == 0xC3, index + 1 < word.count {
        switch word[index + 1] {
        case 0xA5: result.append(0x61)
        case 0xA6: result.append(0x65)
        case 0xB8: result.append(0x6F)
        case 0xA9, 0xA8: result.append(0x65)
        default: result += [0xC3, word[index + 1]]
        }
        index += 2
      } else {
        result.append(word[index] == 0x6B ? 0x63 : word[index])
        index += 1
      }
    }
    return result
  }
}
