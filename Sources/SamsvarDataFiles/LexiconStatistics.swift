package import SamsvarModel

/// What a lexicon holds, counted.
package struct LexiconStatistics: Sendable {
  /// One column.
  package struct Language: Hashable, Sendable {
    package var code: String
    /// Entries with a term in the language.
    package var entries: Int
    /// Distinct terms in lower case.
    package var terms: Int
    /// The mean number of terms in an entry that has any.
    package var meanTerms: Double
    /// Entries whose terms differ from those of the first language.
    package var differing: Int
  }

  package private(set) var languages: [Language] = []
  package private(set) var entryCount = 0
  /// Entries by part of speech, in the order of `LexiconFormat.partsOfSpeech`, without empty ones.
  package private(set) var partsOfSpeech: [(name: String, count: Int)] = []
  /// Entries by provenance.
  package private(set) var provenances: [(provenance: Provenance, count: Int)] = []
  /// Entries that were learned.
  package private(set) var learnedCount = 0

  /// Counts a lexicon.
  ///
  /// - Complexity: O(n)
  package init(_ lexicon: LexiconSource) {
    entryCount = lexicon.entries.count
    learnedCount = lexicon.entries.count { $0.probability != nil }
    languages = lexicon.languages.enumerated().map { column, code in
      let cells = lexicon.entries.map { lexicon.terms($0, column: column) }.filter { !$0.isEmpty }
      let total = cells.reduce(0) { $0 + $1.count }
      return Language(
        code: code, entries: cells.count,
        terms: Set(cells.lazy.flatMap { $0 }.map { $0.lowercased() }).count,
        meanTerms: cells.isEmpty ? 0 : Double(total) / Double(cells.count),
        differing: lexicon.entries.count {
          lexicon.terms($0, column: column) != lexicon.terms($0, column: 0)
        })
    }
    var parts = [String: Int]()
    var owners = [Int](repeating: 0, count: lexicon.provenances.count)
    for entry in lexicon.entries {
      parts[entry.partOfSpeech, default: 0] += 1
      owners[entry.provenance] += 1
    }
    partsOfSpeech = LexiconFormat.partsOfSpeech.compactMap { name in
      parts[name].map { (name.isEmpty ? "unknown" : name, $0) }
    }
    provenances = zip(lexicon.provenances, owners).map { ($0, $1) }
  }
}
