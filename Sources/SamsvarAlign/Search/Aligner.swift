import Glibc
public import SamsvarLexicon
public import SamsvarModel
public import SamsvarText

/// Aligns the segments of two documents that say the same in two languages.
public struct Aligner: Sendable {
  /// The settings of the search.
  public var settings: AlignmentSettings
  private let lexicon: Lexicon?
  private let languages: Languages

  /// An aligner with a lexicon and the data of languages.
  public init(
    lexicon: Lexicon?, languages: Languages, settings: AlignmentSettings = AlignmentSettings()
  ) {
    self.lexicon = lexicon
    self.settings = settings
    self.languages = languages
  }

  private func similarity(
    _ source: AnalysedDocument, _ target: AnalysedDocument
  ) throws(InputError) -> Similarity {
    Similarity(
      source, target,
      languages: (
        try languages.data(for: source.language), try languages.data(for: target.language)
      ),
      lexicon: lexicon)
  }

  /// What speaks for beads and links of two documents, word by word.
  ///
  /// - Throws: `InputError` when a language's data cannot be read.
  package func compare(
    _ source: AnalysedDocument, _ target: AnalysedDocument
  ) throws(InputError) -> Comparison {
    Comparison(
      source: source, target: target, similarity: try similarity(source, target),
      settings: settings)
  }

  /// The best monotone alignment: beads in order, every segment of both sides exactly once.
  ///
  /// - Throws: `InputError` when a language's data cannot be read.
  public func align(
    _ source: AnalysedDocument, _ target: AnalysedDocument
  ) throws(InputError) -> Alignment {
    try compare(source, target).alignment()
  }

  /// Links each segment of a summary to the source segments that support it.
  ///
  /// - Throws: `InputError` when a language's data cannot be read.
  public func link(
    _ source: AnalysedDocument, summary: AnalysedDocument
  ) throws(InputError) -> [SummaryLink] {
    try compare(source, summary).links()
  }
}
