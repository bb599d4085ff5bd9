import SamsvarDataFiles
import SamsvarText

/// How a word of a text stands for a word of a term.
struct WordMatch {
  var form: TermForm
  /// What the word is in this reading; empty where nothing is known.
  var parts: PartsOfSpeech
  /// The dictionary form by which it was found.
  var lemma: [UInt8]
}

extension TermIndex {
  /// How a word of a text can stand for a word of a term, or nil where it cannot.
  ///
  /// - Parameters:
  ///   - word: The word in lower case.
  ///   - candidates: Its candidate lemmas, itself among them.
  func match(
    _ word: [UInt8], candidates: [[UInt8]], stem: [UInt8], _ wanted: PatternWord
  ) -> WordMatch? {
    if word == wanted.form { return WordMatch(form: .exact, parts: wanted.parts, lemma: word) }
    let inflection = Inflection(data: data)
    if wanted.isAcronym || isNorwegian && wanted.isName {
      guard inflection.genitive(word) == wanted.form else { return nil }
      return WordMatch(form: .inflected, parts: .name, lemma: wanted.form)
    }
    guard isNorwegian else { return looseMatch(word, candidates, stem, wanted) }
    for lemma in wanted.lemmas
    where candidates.contains(lemma.form) || inflection.genitive(word) == lemma.form {
      let parts = parts(word, lemma, inflection)
      guard !parts.isEmpty else { continue }
      return WordMatch(form: .inflected, parts: parts, lemma: lemma.form)
    }
    return nil
  }

  /// What a word can be as a form of a dictionary form.
  private func parts(
    _ word: [UInt8], _ lemma: (form: [UInt8], parts: PartsOfSpeech), _ inflection: Inflection
  ) -> PartsOfSpeech {
    // `rundt` is no form of `runde`.
    guard data.functionWords[word] == nil else { return [] }
    var parts: PartsOfSpeech = []
    if lemma.parts.isEmpty || !lemma.parts.isDisjoint(with: [.noun, .name]),
      inflection.isNoun(word, of: lemma.form)
    {
      parts.insert(.noun)
    }
    if lemma.parts.contains(.verb), !inflection.verbForms(word, of: lemma.form).isEmpty {
      parts.insert(.verb)
    }
    if lemma.parts.contains(.adjective), inflection.isAdjective(word, of: lemma.form) {
      parts.insert(.adjective)
    }
    return parts
  }

  /// In languages without checked inflection: a common dictionary form, or a common stem.
  private func looseMatch(
    _ word: [UInt8], _ candidates: [[UInt8]], _ stem: [UInt8], _ wanted: PatternWord
  ) -> WordMatch? {
    let found = WordMatch(form: .inflected, parts: [], lemma: wanted.form)
    if candidates.contains(wanted.form) { return found }
    let isSameStem = stem == wanted.stem && stem.count >= 3
    return isSameStem && wanted.lemmas.contains { candidates.contains($0.form) } ? found : nil
  }
}
