/// What each distinct word of a document may be: its letters, candidate lemmas and stem.
package struct WordForms: Sendable {
  /// The words in lower case, by their number in the document's table.
  package let words: [[UInt8]]
  /// Candidate lemmas, best first.
  package let lemmas: [[[UInt8]]]
  /// Snowball stems.
  package let stems: [[UInt8]]

  /// Analyses the words of a table.
  ///
  /// - Complexity: O(number of distinct words)
  init(_ table: WordTable, lemmatiser: Lemmatiser, stemmer: Stemmer) {
    words = (0..<table.count).map { table.bytes(of: $0) }
    lemmas = words.map { lemmatiser.lemmas(of: $0) }
    stems = words.map { stemmer.stem($0) }
  }

  /// The word itself, then its other candidate lemmas.
  package func candidates(_ word: Int) -> [[UInt8]] {
    [words[word]] + lemmas[word].filter { $0 != words[word] }
  }
}
