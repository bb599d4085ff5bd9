import Samsvar

/// The three files of a vertical corpus.
enum VerticalFiles {
  /// Writes `corpus.nb.vert`, `corpus.en.vert` and `corpus.map` for `corpus.vert`.
  static func write(
    _ analysis: BitextAnalysis, document: String, to path: String
  ) throws(InputError) {
    let corpus = VerticalCorpus(analysis, document: document)
    let files = corpus.files(path, analysis.source.language, analysis.target.language)
    for (path, text) in files { try OutputFile.write(text, to: path) }
  }
}
