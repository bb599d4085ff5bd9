import SamsvarModel
package import SamsvarText

/// Finds the terms of a termbase in a document: by inflection, in several words, in compounds;
/// the longest match wins.
package struct TermMatcher: Sendable {
  private let index: TermIndex

  /// A matcher for a prepared termbase.
  package init(_ index: TermIndex) { self.index = index }

  /// All occurrences in order; of overlapping ones the longest, and of equally long ones all
  /// (they belong to different concepts that share the term).
  ///
  /// - Parameter nested: Whether terms inside longer ones are given as well, as `UN` in
  ///   `UN special envoy`: what a translation may be credited with.
  /// - Complexity: O(n) in the words of the document, times the terms that share a first word
  package func occurrences(in document: AnalysedDocument, nested: Bool = false) -> [TermOccurrence]
  {
    var result: [TermOccurrence] = []
    for segment in 0..<document.count {
      let found = candidates(document, segment)
      result += nested ? found : longest(found)
    }
    return result
  }

  private func candidates(
    _ document: AnalysedDocument, _ segment: Int
  ) -> [TermOccurrence] {
    var found: [TermOccurrence] = []
    let words = document.forms
    let range = document.tokenRange(segment)
    for start in range {
      let word = Int(document.tokens[start].word)
      var numbers: Set<Int> = []
      for lemma in words.candidates(word) { numbers.formUnion(index.byFirstLemma[lemma] ?? []) }
      numbers.formUnion(index.byFirstStem[words.stems[word]] ?? [])
      if let bare = shortGenitive(words.words[word]) {
        numbers.formUnion(index.byFirstLemma[bare] ?? [])
      }
      for number in numbers.sorted() {
        let pattern = index.patterns[number]
        guard let form = match(pattern, document, at: start, limit: range.upperBound) else {
          continue
        }
        found.append(
          occurrence(document, segment, start..<start + pattern.words.count, pattern, form))
      }
      found += compoundParts(document, segment, token: start)
    }
    return found
  }

  /// `fn` of `fns`: words of two letters, which the lemmatiser leaves alone, may be acronyms.
  private func shortGenitive(_ word: [UInt8]) -> [UInt8]? {
    word.count == 3 && word.last == 0x73 ? Array(word.dropLast()) : nil
  }

  private func occurrence(
    _ document: AnalysedDocument, _ segment: Int, _ tokens: Range<Int>,
    _ pattern: TermIndex.Pattern, _ form: TermForm
  ) -> TermOccurrence {
    let first = document.tokens[tokens.lowerBound]
    let last = document.tokens[tokens.upperBound - 1]
    return TermOccurrence(
      segment: segment, tokens: tokens, range: Int(first.start)..<Int(last.end),
      concept: pattern.concept, term: pattern.term, form: form)
  }

  /// How the words of a pattern stand at a token, or nil where they do not.
  private func match(
    _ pattern: TermIndex.Pattern, _ document: AnalysedDocument, at start: Int, limit: Int
  ) -> TermForm? {
    let words = document.forms
    guard start + pattern.words.count <= limit else { return nil }
    var form = TermForm.exact
    for (offset, wanted) in pattern.words.enumerated() {
      let word = Int(document.tokens[start + offset].word)
      let isExact = words.words[word] == wanted.form
      if pattern.isCaseSensitive, wanted.isAcronym {
        guard isExact || isGenitive(words.words[word], of: wanted.form),
          fitsCase(document, start + offset, wanted)
        else { return nil }
      } else if !isExact, !isInflected(words, word, of: wanted) {
        return nil
      }
      if !isExact { form = .inflected }
    }
    return form
  }

  private func isInflected(
    _ words: WordForms, _ word: Int, of wanted: TermIndex.PatternWord
  ) -> Bool {
    if words.candidates(word).contains(wanted.form) { return true }
    return words.stems[word] == wanted.stem && wanted.stem.count >= 3
      && !Set(words.candidates(word)).isDisjoint(with: wanted.lemmas)
  }

  private func isGenitive(_ word: [UInt8], of form: [UInt8]) -> Bool {
    let rest = word.dropFirst(form.count)
    return word.starts(with: form)
      && (rest.elementsEqual("s".utf8) || rest.elementsEqual("'s".utf8))
  }

  private func fitsCase(
    _ document: AnalysedDocument, _ token: Int, _ wanted: TermIndex.PatternWord
  ) -> Bool {
    document.document.text[document.tokens[token].range].starts(with: wanted.written)
  }

  // MARK: - Compounds

  /// Terms of one word as the first or last part of a compound.
  private func compoundParts(
    _ document: AnalysedDocument, _ segment: Int, token: Int
  ) -> [TermOccurrence] {
    guard index.language.isNorwegian, document.tokens[token].kind == .word else { return [] }
    let number = Int(document.tokens[token].word)
    let word = document.forms.words[number]
    guard word.count >= 6 else { return [] }
    var found: [TermOccurrence] = []
    let parts = CompoundCut.parts(of: word, lemmas: document.forms.candidates(number)) {
      !index.lemmatiser.parts(of: $0).isEmpty
    }
    for part in parts {
      for number in index.singleWords[part.form] ?? [] where !index.patterns[number].isCaseSensitive
      {
        var occurrence = occurrence(
          document, segment, token..<token + 1, index.patterns[number], .compoundPart)
        let start = Int(document.tokens[token].start)
        occurrence.range = start + part.range.lowerBound..<start + part.range.upperBound
        found.append(occurrence)
      }
    }
    return found
  }

  // MARK: - Overlaps

  private func longest(_ found: [TermOccurrence]) -> [TermOccurrence] {
    let sorted = found.sorted {
      ($0.range.count, $1.range.lowerBound) > ($1.range.count, $0.range.lowerBound)
    }
    var kept: [TermOccurrence] = []
    for candidate in sorted {
      let clashes = kept.contains {
        $0.range.overlaps(candidate.range)
          && ($0.range != candidate.range || $0.concept == candidate.concept)
      }
      if !clashes { kept.append(candidate) }
    }
    return kept.sorted { ($0.range.lowerBound, $0.concept) < ($1.range.lowerBound, $1.concept) }
  }
}
