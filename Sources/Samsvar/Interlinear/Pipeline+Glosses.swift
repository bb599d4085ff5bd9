import SamsvarAlign
package import SamsvarModel
import SamsvarTerms
import SamsvarText

extension Pipeline {
  /// What the words of one side say in the other side's language, segment by segment.
  ///
  /// - Throws: `InputError` when a language's data cannot be read.
  /// - Complexity: O(n) in the words
  package func glosses(
    of side: Side, in analysis: BitextAnalysis, termbase: Termbase
  ) throws(InputError) -> [[WordGloss]] {
    let isSource = side == .source
    let (document, other) =
      isSource ? (analysis.source, analysis.target) : (analysis.target, analysis.source)
    let glosser = WordGlosser(
      document: document, other: other, termbase: termbase,
      terms: Dictionary(grouping: try occurrences(of: termbase, in: document), by: \.segment),
      otherTerms: Dictionary(grouping: try occurrences(of: termbase, in: other), by: \.segment),
      names: GistNames(document: document, language: other.language),
      words: GistWords(
        document: document, source: try languages.data(for: document.language),
        target: try languages.data(for: other.language), lexicon: lexicon),
      formatter: ValueFormatter(other.language))
    return glosser.glosses(
      analysis.pairings.map { pairing in
        var pairs: [Int: (token: Int, score: Float)] = [:]
        for pair in analysis.evidence.pairs(pairing.source, pairing.target)
        where pair.score >= 0.45 {
          pairs[isSource ? pair.source : pair.target] =
            (isSource ? pair.target : pair.source, pair.score)
        }
        return GlossedBead(
          own: isSource ? pairing.source : pairing.target,
          other: isSource ? pairing.target : pairing.source, pairs: pairs)
      })
  }

  /// The sides whose words a page glosses: Norwegian ones by the other, else the source.
  package func glosses(
    _ analysis: BitextAnalysis, termbase: Termbase
  ) throws(InputError) -> [Side: [[WordGloss]]] {
    let isTarget = analysis.target.language.isNorwegian && !analysis.source.language.isNorwegian
    let side = isTarget ? Side.target : .source
    return [side: try glosses(of: side, in: analysis, termbase: termbase)]
  }
}
