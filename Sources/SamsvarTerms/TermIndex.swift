package import SamsvarModel
package import SamsvarText

/// A termbase prepared for finding its terms in texts of one language.
package struct TermIndex: Sendable {
  /// One term, cut into words.
  struct Pattern: Sendable {
    var concept: Int
    var term: TermSection
    var words: [PatternWord]
    var isCaseSensitive: Bool
  }

  /// A word of a term.
  struct PatternWord: Sendable {
    /// As listed, in lower case.
    var form: [UInt8]
    /// As listed.
    var written: [UInt8]
    /// Dictionary forms it may have, the form itself among them.
    var lemmas: Set<[UInt8]>
    var stem: [UInt8]
    /// Two letters or more, all capitals: `FN`, `US`.
    var isAcronym: Bool
  }

  let language: LanguageTag
  let patterns: [Pattern]
  /// Patterns by every possible lemma of their first word.
  let byFirstLemma: [[UInt8]: [Int]]
  /// Patterns by the stem of their first word.
  let byFirstStem: [[UInt8]: [Int]]
  /// Patterns of one word, for looking into compounds, by that word's form.
  let singleWords: [[UInt8]: [Int]]
  let lemmatiser: Lemmatiser

  /// Prepares the terms of a language.
  ///
  /// - Complexity: O(number of terms)
  package init(
    _ termbase: Termbase, language: LanguageTag, data: LanguageData, vocabulary: Vocabulary
  ) {
    self.language = language
    let segmenter = Segmenter(data)
    let lemmatiser = Lemmatiser(data, vocabulary: vocabulary)
    self.lemmatiser = lemmatiser
    let stemmer = Stemmer(language)
    var patterns: [Pattern] = []
    for (number, concept) in termbase.concepts.enumerated() {
      for term in concept.terms(in: language) {
        let text = Array(term.term.utf8)
        let tokens = segmenter.segment(pieces: [text], name: "").tokens
        let words = tokens.map { token in
          let written = Array(text[token.range])
          let form = Folding.lower(written)
          return PatternWord(
            form: form, written: written, lemmas: Set([form] + lemmatiser.lemmas(of: form)),
            stem: stemmer.stem(form), isAcronym: token.shape.contains(.allCapitals))
        }
        guard !words.isEmpty else { continue }
        patterns.append(
          Pattern(
            concept: number, term: term, words: words,
            isCaseSensitive: concept.isCaseSensitive || words.allSatisfy(\.isAcronym)))
      }
    }
    self.patterns = patterns
    var byLemma: [[UInt8]: [Int]] = [:]
    var byStem: [[UInt8]: [Int]] = [:]
    var single: [[UInt8]: [Int]] = [:]
    for (number, pattern) in patterns.enumerated() {
      for lemma in pattern.words[0].lemmas { byLemma[lemma, default: []].append(number) }
      byStem[pattern.words[0].stem, default: []].append(number)
      if pattern.words.count == 1, pattern.words[0].form.count >= 3 {
        single[pattern.words[0].form, default: []].append(number)
      }
    }
    byFirstLemma = byLemma
    byFirstStem = byStem
    singleWords = single
  }
}
