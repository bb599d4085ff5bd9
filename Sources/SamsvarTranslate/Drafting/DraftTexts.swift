package import SamsvarLexicon
package import SamsvarModel
package import SamsvarTerms
package import SamsvarText

/// Analyses single segments of both languages, with the terms of a termbase.
///
/// Holds analysers, and so belongs to one task.
package final class DraftTexts {
  /// A segment with what was found in it.
  package struct Text {
    /// The segment as a document of its own.
    package let document: AnalysedDocument
    /// The termbase's terms in it.
    package let terms: [TermOccurrence]
    /// The names in it, those at its beginning too.
    let names: [NameMention]

    /// The text's bytes, without the line end that closes each segment of a document.
    var bytes: [UInt8] {
      let all = document.document.text
      return all.last == 0x0A ? Array(all.dropLast()) : all
    }

    /// The text.
    package var string: String { String(decoding: bytes, as: UTF8.self) }

    /// The tokens as written.
    var tokens: [String] { document.tokens.indices.map { document.string(token: $0) } }

    /// The bytes of some tokens.
    func bytes(_ tokens: Range<Int>) -> Range<Int> {
      guard !tokens.isEmpty else {
        let at =
          tokens.lowerBound < document.tokens.count
          ? Int(document.tokens[tokens.lowerBound].start) : self.bytes.count
        return at..<at
      }
      return Int(
        document.tokens[tokens.lowerBound].start)..<Int(document.tokens[tokens.upperBound - 1].end)
    }

    /// The words of some tokens.
    func string(_ tokens: Range<Int>) -> String { document.document.string(in: bytes(tokens)) }
  }

  package let source: LanguageTag
  package let target: LanguageTag
  /// The termbase, by whose concepts occurrences are numbered.
  package let termbase: Termbase
  let sourceData: LanguageData
  let targetData: LanguageData
  let names: NameRendering
  let values: ValueRendering
  private let sourceNames: SegmentNames
  private let sourceAnalyser: Analyser
  private let targetAnalyser: Analyser
  private let sourceTerms: TermMatcher?
  private let targetTerms: TermMatcher?

  /// Analysers for a pair of languages.
  ///
  /// - Parameters:
  ///   - data: The data of source and target.
  ///   - terms: The termbase prepared for source and target; nil where there is none.
  package init(
    data: (source: LanguageData, target: LanguageData), lexicon: Lexicon?, termbase: Termbase,
    terms: (source: TermIndex, target: TermIndex)?
  ) {
    source = data.source.language
    target = data.target.language
    sourceData = data.source
    targetData = data.target
    self.termbase = termbase
    names = NameRendering(source: source, target: target, lexicon: lexicon)
    values = ValueRendering(from: source, to: target)
    let vocabulary = lexicon?.vocabulary(source) ?? .none
    sourceNames = SegmentNames(data.source, vocabulary: vocabulary)
    sourceAnalyser = Analyser(data.source, vocabulary: vocabulary)
    targetAnalyser = Analyser(data.target, vocabulary: lexicon?.vocabulary(target) ?? .none)
    sourceTerms = terms.map { TermMatcher($0.source) }
    targetTerms = terms.map { TermMatcher($0.target) }
  }

  /// A source segment.
  package func source(_ text: String) -> Text {
    Self.text(text, sourceAnalyser, sourceTerms, sourceNames)
  }

  /// A target segment.
  package func target(_ text: String) -> Text {
    Self.text(text, targetAnalyser, targetTerms, nil)
  }

  private static func text(
    _ text: String, _ analyser: Analyser, _ matcher: TermMatcher?, _ names: SegmentNames?
  ) -> Text {
    let document = analyser.analyse(segments: [Array(text.utf8)], name: "")
    return Text(
      document: document, terms: matcher?.occurrences(in: document) ?? [],
      names: names?.names(in: document) ?? document.names)
  }
}
