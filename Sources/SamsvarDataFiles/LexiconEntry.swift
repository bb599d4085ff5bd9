package import SamsvarModel

/// One entry of a bilingual (or multilingual) lexicon.
package struct LexiconEntry: Hashable, Sendable {
  /// Part of speech: `noun`, `verb`, `adj` …; empty where unknown.
  package var partOfSpeech: String
  /// The terms of each language, in the order of the lexicon's languages, most usual first.
  package var terms: [[String]]
  /// Where it comes from: an index into the lexicon's provenances.
  package var provenance: Int
  /// How likely the translation is, from 0 to 1, where it was learned; nil where it was written.
  package var probability: Double?

  package init(
    partOfSpeech: String, terms: [[String]], provenance: Int = 0, probability: Double? = nil
  ) {
    self.partOfSpeech = partOfSpeech
    self.terms = terms
    self.provenance = provenance
    self.probability = probability
  }

  /// Whether it has terms in two languages, without which it says nothing.
  package var isBilingual: Bool { terms.count { !$0.isEmpty } >= 2 }
}

/// The entries of a lexicon and the languages of their columns.
package struct LexiconSource: Sendable {
  /// Language codes: `["nb", "nn", "en"]`.
  package private(set) var languages: [String]
  package private(set) var entries: [LexiconEntry] = []
  package private(set) var provenances: [Provenance] = []

  package init(languages: [String]) { self.languages = languages }

  /// Adds an entry with its provenance; one without terms in two languages is left out.
  ///
  /// - Parameter terms: The terms by language code; a new language becomes a new column.
  package mutating func add(
    _ terms: [(language: String, terms: [String])], partOfSpeech: String = "",
    probability: Double? = nil, from provenance: Provenance
  ) {
    var entry = LexiconEntry(
      partOfSpeech: partOfSpeech, terms: [], provenance: number(of: provenance),
      probability: probability)
    for (language, terms) in terms {
      let column = column(language)
      while entry.terms.count < languages.count { entry.terms.append([]) }
      entry.terms[column] += terms
    }
    if entry.isBilingual { entries.append(entry) }
  }

  /// Adds all entries of another lexicon.
  package mutating func add(_ other: LexiconSource) {
    for entry in other.entries {
      add(
        zip(other.languages, entry.terms).map { ($0, $1) }, partOfSpeech: entry.partOfSpeech,
        probability: entry.probability, from: other.provenances[entry.provenance])
    }
  }

  /// The terms of an entry in a language, by column.
  package func terms(_ entry: LexiconEntry, column: Int) -> [String] {
    column < entry.terms.count ? entry.terms[column] : []
  }

  private mutating func column(_ language: String) -> Int {
    if let known = languages.firstIndex(of: language) { return known }
    languages.append(language)
    return languages.count - 1
  }

  private mutating func number(of provenance: Provenance) -> Int {
    // The last one is nearly always the one meant.
    if let known = provenances.lastIndex(of: provenance) { return known }
    provenances.append(provenance)
    return provenances.count - 1
  }
}
