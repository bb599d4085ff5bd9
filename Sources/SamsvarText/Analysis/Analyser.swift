public import SamsvarModel

/// Analyses texts of one language: segments, tokens, words, values, names.
///
/// An analyser holds ICU's iterators and buffers; use one for each task.
public final class Analyser {
  private let data: LanguageData
  private let segmenter: Segmenter
  private let lemmatiser: Lemmatiser
  private let stemmer: Stemmer
  private lazy var gazetteer = Languages.gazetteer(data.language)

  /// An analyser for a language.
  ///
  /// - Parameters:
  ///   - vocabulary: Known words (see `Segmenter`).
  ///   - breaksAfterColon: Whether a colon before a capital or a quotation ends a sentence.
  public init(
    _ data: LanguageData, vocabulary: Vocabulary = .none, breaksAfterColon: Bool = false
  ) {
    self.data = data
    lemmatiser = Lemmatiser(data, vocabulary: vocabulary)
    stemmer = Stemmer(data.language)
    segmenter = Segmenter(
      data, vocabulary: vocabulary, breaksAfterColon: breaksAfterColon)
  }

  /// Analyses a text.
  ///
  /// - Complexity: O(n)
  public func analyse(
    _ text: [UInt8], name: String, layout: TextLayout = .text
  ) -> AnalysedDocument {
    analyse(segmenter.segment(text, name: name, layout: layout))
  }

  /// Analyses a text whose blocks are known.
  ///
  /// - Complexity: O(n)
  public func analyse(_ text: StructuredText, name: String) -> AnalysedDocument {
    analyse(segmenter.segment(text, name: name))
  }

  /// Analyses segments that were cut elsewhere (cells, JSON strings); empty ones are left out.
  public func analyse(segments: [[UInt8]], name: String) -> AnalysedDocument {
    analyse(segmenter.segment(pieces: segments, name: name))
  }

  private func analyse(_ segmented: Segmenter.Result) -> AnalysedDocument {
    var tokens = segmented.tokens
    var words = WordTable()
    segmented.document.text.withUnsafeBufferPointer { text in
      for index in tokens.indices {
        tokens[index].word = words.intern(text, tokens[index].range)
      }
    }
    let forms = WordForms(words, lemmatiser: lemmatiser, stemmer: stemmer)
    let meanings = forms.words.map { data.numbers.allMeanings(of: $0) }
    let isStopWord = forms.words.map { data.stopWords.contains($0) }
    let names = NameFinder(
      tokens: tokens, segmentTokens: segmented.segmentTokens, text: segmented.document.text,
      words: words, isStopWord: isStopWord, meanings: meanings, data: data,
      gazetteer: gazetteer
    ).names()
    return AnalysedDocument(
      segmented: segmented, tokens: tokens, words: words, forms: forms, isStopWord: isStopWord,
      values: values(segmented, tokens, words, meanings), names: names)
  }

  private func values(
    _ segmented: Segmenter.Result, _ tokens: [Token], _ words: WordTable,
    _ meanings: [[NumberWords.Meaning]]
  ) -> [[ValueMention]] {
    segmented.document.text.withUnsafeBufferPointer { text in
      let cutter = ValueItems(text: text, numbers: data.numbers)
      return segmented.document.segments.indices.map { segment in
        let range =
          Int(segmented.segmentTokens[segment])..<Int(segmented.segmentTokens[segment + 1])
        guard range.contains(where: { mayHoldValue(tokens[$0], meanings) }) else { return [] }
        let items = cutter.items(
          tokens, range, word: { words.bytes(of: Int(tokens[$0].word)) },
          meanings: { meanings[Int(tokens[$0].word)] })
        return ValueParser(items: items, text: text, numbers: data.numbers).mentions()
      }
    }
  }

  private func mayHoldValue(_ token: Token, _ meanings: [[NumberWords.Meaning]]) -> Bool {
    token.shape.contains(.hasDigit) || token.kind == .symbol
      || !meanings[Int(token.word)].isEmpty
      || token.shape.contains(.hyphenated) || token.shape.contains(.allCapitals)
      || token.range.count == 1 && token.shape.contains(.capitalised)
  }
}
