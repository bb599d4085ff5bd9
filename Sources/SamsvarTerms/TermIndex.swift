import SamsvarDataFiles
package import SamsvarModel
package import SamsvarText

/// A termbase prepared for finding its terms in texts of one language.
///
/// Made once, used for all documents; a class, since every look at a word passes it on.
package final class TermIndex: Sendable {
  package let language: LanguageTag
  let data: LanguageData
  let lemmatiser: Lemmatiser
  let splitter: CompoundSplitter
  /// The words in common use, a part of those the lemmatiser knows.
  let vocabulary: Vocabulary
  let glosses: Glosses
  let patterns: [TermPattern]
  /// The words of each concept's terms in the other languages.
  let conceptWords: [ConceptWords]
  /// Patterns by every dictionary form of their first word.
  let byFirst: FormTable
  /// Patterns by the stem of their first word, in languages whose inflection is not checked.
  let byStem: FormTable
  /// Patterns of one word by every dictionary form of it.
  let bySingle: FormTable
  /// How terms of one word may begin in a text.
  let prefixes: FormPrefixes
  /// For each pattern, whether another concept has the same term.
  let isShared: [Bool]

  /// Whether inflection is checked by part of speech, and compounds are cut.
  let isNorwegian: Bool

  /// Prepares the terms of a language.
  ///
  /// - Parameters:
  ///   - vocabulary: Known words, for lemmas and for cutting compounds.
  ///   - glosses: What a dictionary says of words in the termbase's other languages.
  /// - Complexity: O(number of terms)
  package init(
    _ termbase: Termbase, language: LanguageTag, data: LanguageData, vocabulary: Vocabulary,
    glosses: Glosses = .none
  ) {
    self.language = language
    isNorwegian = language.isNorwegian
    self.data = data
    self.glosses = glosses
    self.vocabulary = vocabulary
    lemmatiser = Lemmatiser(data, vocabulary: vocabulary)
    splitter = CompoundSplitter(data, vocabulary: vocabulary)
    conceptWords = termbase.concepts.map { concept in
      ConceptWords(
        concept.languages.filter { !$0.language.isNorwegian || !language.isNorwegian }
          .filter { $0.language.base != language.base }
          .flatMap(\.terms).filter(\.status.isAllowed).map(\.term))
    }
    let compiler = PatternCompiler(
      language: language, data: data, lemmatiser: lemmatiser, vocabulary: vocabulary,
      glosses: glosses, conceptWords: conceptWords)
    patterns = compiler.patterns(termbase)
    var byFirst = FormTable(capacity: patterns.count * 5 / 4)
    var byStem = FormTable(capacity: language.isNorwegian ? 0 : patterns.count)
    var bySingle = FormTable(capacity: patterns.count)
    for (number, pattern) in patterns.enumerated() {
      let first = pattern.words[0]
      let others = first.lemmas.filter { $0.form != first.form }.map(\.form)
      for form in [first.form] + others {
        byFirst.add(form, Int32(number))
        if pattern.words.count == 1 { bySingle.add(form, Int32(number)) }
      }
      if !language.isNorwegian { byStem.add(first.stem, Int32(number)) }
    }
    byFirst.finish()
    byStem.finish()
    bySingle.finish()
    self.byFirst = byFirst
    self.byStem = byStem
    self.bySingle = bySingle
    prefixes = Self.prefixes(patterns, byFirst, data)
    isShared = Self.shared(patterns)
  }

  /// How terms of one word may begin in a text.
  private static func prefixes(
    _ patterns: [TermPattern], _ byFirst: FormTable, _ data: LanguageData
  ) -> FormPrefixes {
    var prefixes = FormPrefixes()
    for pattern in patterns where pattern.words.count == 1 {
      prefixes.add(pattern.words[0].form)
      for lemma in pattern.words[0].lemmas { prefixes.add(lemma.form) }
    }
    for (form, lemmas) in data.irregulars where lemmas.contains(where: byFirst.contains) {
      prefixes.add(irregular: form)
    }
    return prefixes
  }

  /// For each pattern, whether another concept has the same words.
  private static func shared(_ patterns: [TermPattern]) -> [Bool] {
    var isShared = [Bool](repeating: false, count: patterns.count)
    var byTerm = FormTable(capacity: patterns.count)
    for (number, pattern) in patterns.enumerated() {
      byTerm.add(Array(pattern.words.map(\.form).joined(separator: [0x20])), Int32(number))
    }
    byTerm.finish()
    for numbers in byTerm.shared {
      let concepts = Set(numbers.map { patterns[Int($0)].concept })
      guard concepts.count > 1 else { continue }
      for number in numbers { isShared[Int(number)] = true }
    }
    return isShared
  }

  /// The patterns of one word that have a dictionary form.
  func singles(_ form: some RandomAccessCollection<UInt8>) -> ArraySlice<Int32> {
    form.count >= 2 ? bySingle[form] : []
  }

  /// Whether a pattern of one word has a dictionary form.
  func hasSingle(_ form: some RandomAccessCollection<UInt8>) -> Bool { bySingle.contains(form) }
}

/// Cuts the terms of a termbase into words and finds what each word is.
struct PatternCompiler {
  package let language: LanguageTag
  let data: LanguageData
  let lemmatiser: Lemmatiser
  let vocabulary: Vocabulary
  let glosses: Glosses
  let conceptWords: [ConceptWords]

  /// A term, its concept, and its place among the concept's terms.
  private struct Owner {
    var concept: Int
    var term: TermSection
    var rank: Int
  }

  /// The patterns of all terms of the language, in the order of the termbase.
  ///
  /// - Complexity: O(number of terms)
  func patterns(_ termbase: Termbase) -> [TermPattern] {
    let stemmer = Stemmer(language)
    var owners: [Owner] = []
    for (number, concept) in termbase.concepts.enumerated() {
      for (rank, term) in concept.terms(in: language).enumerated()
      where !term.term.allSatisfy(\.isWhitespace) {
        owners.append(Owner(concept: number, term: term, rank: rank))
      }
    }
    // All terms are cut at once: an iterator of its own for each would cost more than the cutting.
    let cut = Segmenter(data).segment(pieces: owners.map { Array($0.term.term.utf8) }, name: "")
    guard cut.document.segments.count == owners.count else { return [] }
    var patterns: [TermPattern] = []
    patterns.reserveCapacity(owners.count)
    var wordCount: Int32 = 0
    for (index, owner) in owners.enumerated() {
      let range = Int(cut.segmentTokens[index])..<Int(cut.segmentTokens[index + 1])
      let words = range.map { token in
        word(cut.tokens[token], cut.document.text, owner, stemmer, isOnly: range.count == 1)
      }
      guard !words.isEmpty else { continue }
      let isCaseSensitive =
        termbase.concepts[owner.concept].isCaseSensitive || words.allSatisfy(\.isAcronym)
      patterns.append(
        TermPattern(
          concept: owner.concept, term: ListedTerm(owner.term), hints: owner.term.hints,
          words: words, isCaseSensitive: isCaseSensitive, rank: owner.rank, firstWord: wordCount))
      wordCount += Int32(words.count)
    }
    return patterns
  }

  private func word(
    _ token: Token, _ text: [UInt8], _ owner: Owner, _ stemmer: Stemmer, isOnly: Bool
  ) -> PatternWord {
    let written = Array(text[token.range])
    let form = Folding.lower(written)
    let isAcronym = token.shape.contains(.allCapitals)
    let isName = token.shape.contains(.capitalised) && !isAcronym
    return PatternWord(
      form: form, written: written,
      lemmas: isAcronym || isName
        ? [(form: form, parts: PartsOfSpeech.name)] : lemmas(form, owner, isOnly: isOnly),
      stem: stemmer.stem(form), isAcronym: isAcronym, isName: isName)
  }

  /// The dictionary forms of a listed word.
  ///
  /// A word that is a dictionary form stands for itself; another (`myndigheter`) for what it is
  /// inflected from, and for itself.
  private func lemmas(
    _ form: [UInt8], _ owner: Owner, isOnly: Bool
  ) -> [(form: [UInt8], parts: PartsOfSpeech)] {
    guard language.isNorwegian else {
      // `meeting` is not `meet` where it is a word of its own.
      if !vocabulary.parts(of: form).isEmpty { return [(form, [])] }
      return ([form] + lemmatiser.lemmas(of: form).filter { $0 != form }).map { ($0, []) }
    }
    let own = lemmatiser.parts(of: form)
    let stated = owner.term.partOfSpeech.flatMap(Self.stated)
    if !own.isEmpty {
      guard isOnly else { return [(form, own)] }
      return [(form, stated ?? meant(form, own, owner.concept))]
    }
    let inflection = Inflection(data: data)
    var result: [(form: [UInt8], parts: PartsOfSpeech)] = []
    for lemma in lemmatiser.lemmas(of: form) where lemma != form {
      let parts = lemmatiser.parts(of: lemma)
      if parts.isEmpty || parts.contains(.noun), inflection.isNoun(form, of: lemma) {
        result.append((lemma, .noun))
      } else if !isOnly, parts.contains(.adjective), inflection.isAdjective(form, of: lemma) {
        result.append((lemma, .adjective))
      }
    }
    return [(form, isOnly ? stated ?? .noun : .noun)] + result
  }

  /// What the termbase says a term is.
  private static func stated(_ part: TermPartOfSpeech) -> PartsOfSpeech? {
    switch part {
    case .noun: .noun
    case .verb: .verb
    case .adjective: .adjective
    case .adverb: .adverb
    case .other: nil
    }
  }

  /// What a word is in the sense of the concept, by which of its readings says what the concept's
  /// terms in other languages say: `styrke` as *troops* is a noun, `stemme` as *vote* both.
  private func meant(
    _ form: [UInt8], _ own: PartsOfSpeech, _ concept: Int
  ) -> PartsOfSpeech {
    let content = own.intersection([.noun, .verb, .adjective])
    if content == .noun || content == .verb || content == .adjective { return content }
    let readings = glosses(form).filter { says($0, conceptWords[concept]) }
    let named = readings.reduce(into: PartsOfSpeech()) { $0.formUnion($1.parts) }
      .intersection(content)
    if !named.isEmpty { return named }
    return content.contains(.noun) ? .noun : own
  }

  /// Whether a reading says what the concept's terms say.
  ///
  /// A verb must say just that, and by the preferred term or one that can only be a verb: `møte` as
  /// *meeting* is no verb, for all that *meet* is its translation.
  private func says(_ gloss: Glosses.Gloss, _ concept: ConceptWords) -> Bool {
    guard gloss.parts == .verb else { return gloss.translations.contains(where: concept.isNamed) }
    return concept.terms.enumerated().contains { rank, term in
      gloss.translations.contains(term)
        && (rank == 0 || !glosses.foreignParts(of: term).contains(.noun))
    }
  }
}
