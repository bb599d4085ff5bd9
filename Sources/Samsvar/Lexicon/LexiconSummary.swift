import SamsvarDataFiles
import SamsvarLexicon
public import SamsvarModel

/// What a lexicon holds, counted: the interface of `lexicon stats`.
public struct LexiconSummary: Sendable {
  /// One language.
  public struct Language: Hashable, Sendable {
    /// Its code.
    public var code: String
    /// Entries that have a term in it.
    public var entries: Int
    /// Distinct terms in lower case.
    public var terms: Int
    /// Terms in an entry that has any, on average.
    public var meanTerms: Double
    /// The share of entries whose terms differ from those of the first language, from 0 to 1.
    public var differing: Double
  }

  /// The number of entries.
  public let entryCount: Int
  /// The number of entries that were learned.
  public let learnedCount: Int
  /// The columns in order.
  public let languages: [Language]
  /// Entries by part of speech.
  public let partsOfSpeech: [(name: String, count: Int)]
  /// Entries by where they come from.
  public let provenances: [(provenance: Provenance, count: Int)]

  /// Counts a lexicon, compiled or a table.
  ///
  /// - Throws: `InputError` when it cannot be read.
  public init(path: String) throws(InputError) {
    let counts = LexiconStatistics(try Lexicon(path: path).source)
    entryCount = counts.entryCount
    learnedCount = counts.learnedCount
    languages = counts.languages.map { language in
      Language(
        code: language.code, entries: language.entries, terms: language.terms,
        meanTerms: language.meanTerms,
        differing: Double(language.differing) / Double(max(1, counts.entryCount)))
    }
    partsOfSpeech = counts.partsOfSpeech
    provenances = counts.provenances
  }
}
