import SamsvarAlign
public import SamsvarModel
import SamsvarTerms
public import SamsvarText

extension Pipeline {
  /// What is certain of a text in another language, the most central sentences first.
  ///
  ///     try pipeline.gist(pipeline.read("article.nb.txt", as: .nb), in: .en, termbase: Termbase())
  ///
  /// - Parameters:
  ///   - language: The language of the gist.
  ///   - termbase: Terms that go before the lexicon's words.
  ///   - limit: The number of sentences; nil for all.
  /// - Throws: `InputError` when a language's data cannot be read.
  /// - Complexity: O(n) in the words
  public func gist(
    _ document: AnalysedDocument, in language: LanguageTag, termbase: Termbase, limit: Int? = nil
  ) throws(InputError) -> Gist {
    let finder = GistFinder(
      document: document, language: language, termbase: termbase,
      terms: Dictionary(grouping: try occurrences(of: termbase, in: document), by: \.segment),
      names: GistNames(document: document, language: language),
      words: GistWords(
        document: document, source: try languages.data(for: document.language),
        target: try languages.data(for: language), lexicon: lexicon),
      formatter: ValueFormatter(language))
    let scores = Centrality.scores(document)
    let order = (0..<document.count).sorted { (scores[$1], $0) < (scores[$0], $1) }
    let sentences = order.prefix(limit ?? .max).map { segment in
      Gist.Sentence(
        segment: segment, centrality: (scores[segment] * 1000).rounded() / 1000,
        items: finder.items(segment))
    }
    return Gist(source: document.document, language: language, sentences: sentences)
  }
}
