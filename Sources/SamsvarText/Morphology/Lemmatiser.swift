package import SamsvarDataFiles
import SamsvarModel

/// The dictionary forms a word may be inflected from.
///
/// Irregular forms come from the language's list; the suffix rules propose, and the words that are
/// known (Norsk Ordbank's list for Bokmål, the vocabulary passed in) decide: a form stays only where it
/// is known as what the rule would make of it. A word that nothing knows is cut as a compound, else
/// guessed.
package struct Lemmatiser: Sendable {
  private let data: LanguageData
  private let vocabulary: Vocabulary

  /// A lemmatiser for a language.
  package init(_ data: LanguageData, vocabulary: Vocabulary = .none) {
    self.data = data
    self.vocabulary = vocabulary
  }

  /// What a dictionary form can be, by the word list and the vocabulary.
  package func parts(of lemma: [UInt8]) -> PartsOfSpeech {
    (data.wordList?.parts(of: lemma) ?? []).union(vocabulary.parts(of: lemma))
  }

  /// The candidate lemmas of a word in lower case, best first, none twice, at least one.
  ///
  ///     lemmas(of: "avtalene")  // ["avtale"]
  ///     lemmas(of: "leder")     // ["leder", "lede"]
  package func lemmas(of word: [UInt8]) -> [[UInt8]] {
    let known = knownLemmas(of: word)
    if !known.isEmpty { return known }
    if let compound = compoundLemmas(of: word) { return compound }
    let guesses = guesses(word)
    return guesses.isEmpty && !word.isEmpty ? [word] : guesses
  }

  /// The candidates that are known; none for a word that nothing explains.
  package func knownLemmas(of word: [UInt8]) -> [[UInt8]] {
    var found = LemmaList()
    collect(word, into: &found)
    if let bare = withoutGenitive(word) { collect(bare, into: &found) }
    return commonFirst(found.lemmas)
  }

  /// Lemmas of the vocabulary before those that only the word list has: `kaken` is of `kake`, then `kak`.
  private func commonFirst(_ lemmas: [[UInt8]]) -> [[UInt8]] {
    guard lemmas.count > 1, !vocabulary.isEmpty else { return lemmas }
    let isCommon = lemmas.map { !vocabulary.parts(of: $0).isEmpty }
    guard let rare = isCommon.firstIndex(of: false), isCommon[rare...].contains(true) else {
      return lemmas
    }
    return lemmas.indices.filter { isCommon[$0] }.map { lemmas[$0] }
      + lemmas.indices.filter { !isCommon[$0] }.map { lemmas[$0] }
  }

  private func collect(_ word: [UInt8], into found: inout LemmaList) {
    let irregular = data.irregulars[word] ?? []
    for lemma in irregular { found.add(lemma) }
    if !parts(of: word).isEmpty { found.add(word) }
    for candidate in data.suffixRules.candidates(word)
    where !parts(of: candidate.lemma).isDisjoint(with: candidate.parts) {
      found.add(candidate.lemma)
    }
  }

  /// `Haftars`, `Lars'`, `Libya's` without the genitive.
  private func withoutGenitive(_ word: [UInt8]) -> [UInt8]? {
    guard word.count > 3, let last = word.last else { return nil }
    if last == 0x27 { return Array(word.dropLast()) }
    guard last == 0x73 else { return nil }
    if word.dropLast().last == 0x27 { return Array(word.dropLast(2)) }
    return data.language.language == "en" ? nil : Array(word.dropLast())
  }

  // MARK: - Unknown words

  /// The bytes of the longest word that is cut: every cut looks up what is left.
  package static let longestCompound = 100

  /// The shortest part before the longest known tail: `spørretimen` is `spørre` and `timen`.
  private func compoundLemmas(of word: [UInt8]) -> [[UInt8]]? {
    guard data.writing.joinsCompounds, word.count <= Self.longestCompound else { return nil }
    let first = word.lastIndex(of: 0x2D).map { $0 + 1 } ?? 3
    guard first < word.count - 2 else { return nil }
    for start in first..<word.count - 2 where word[start] & 0xC0 != 0x80 {
      let tails = knownLemmas(of: Array(word[start...]))
      if !tails.isEmpty { return tails.map { Array(word[..<start]) + $0 } }
    }
    return nil
  }

  /// The word without a genitive, and what the four likeliest rules make of it.
  private func guesses(_ word: [UInt8]) -> [[UInt8]] {
    var found = LemmaList()
    let bare = withoutGenitive(word) ?? word
    for candidate in data.suffixRules.candidates(bare).prefix(4) where candidate.lemma != bare {
      found.add(candidate.lemma)
    }
    found.add(bare)
    return found.lemmas
  }
}

/// Lemmas in order, none twice.
private struct LemmaList {
  private(set) var lemmas: [[UInt8]] = []

  mutating func add(_ lemma: [UInt8]) {
    if lemma.count >= 2, !lemmas.contains(lemma) { lemmas.append(lemma) }
  }
}
