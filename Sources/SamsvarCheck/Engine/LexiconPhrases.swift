import SamsvarText

/// Runs of two or three words that the lexicon knows as one: `sette ned`, `rule out`.
struct LexiconPhrases {
  /// A run of tokens and what the lexicon has for it in the other language, in lower case.
  typealias Phrase = (tokens: Range<Int>, translations: Set<[UInt8]>)

  private static let longest = 3

  /// Those of some tokens of a document.
  ///
  /// - Parameter translations: The translations of the spellings a phrase may have.
  /// - Complexity: O(n) in the tokens times the spellings of two or three words
  static func find(
    _ tokens: some Sequence<Int>, of document: AnalysedDocument,
    _ translations: ([[UInt8]]) -> Set<[UInt8]>
  ) -> [Phrase] {
    tokens.flatMap { first -> [Phrase] in
      spellings(from: first, of: document).compactMap { length, words in
        let found = translations(words)
        return found.isEmpty ? nil : (first..<first + length, found)
      }
    }
  }

  /// The dictionary forms of the runs that begin at a token, with their lengths.
  static func spellings(
    from first: Int, of document: AnalysedDocument
  ) -> [(length: Int, words: [[UInt8]])] {
    var result: [(Int, [[UInt8]])] = []
    guard document.tokens[first].kind == .word else { return [] }
    var words = document.forms.candidates(Int(document.tokens[first].word))
    for length in 2...longest {
      let next = first + length - 1
      guard next < document.tokens.count, document.tokens[next].kind == .word else { break }
      let tails = document.forms.candidates(Int(document.tokens[next].word))
      words = words.flatMap { head in tails.map { head + [0x20] + $0 } }
      result.append((length, words))
    }
    return result
  }
}

extension SummaryView {
  /// The first tokens of runs in the linked sentences that the lexicon knows as one.
  func phraseStarts(_ lexicon: LexiconWords) -> Set<Int> {
    Set(
      LexiconPhrases.find(linkedTokens, of: context.source, lexicon.translations(sourceWords:))
        .map(\.tokens.lowerBound))
  }

  /// Runs of words on one side that say what a word or a run on the other says: `utelukker` and
  /// *rule out*; each stands for its first token.
  func phrasePairs(_ lexicon: LexiconWords) -> [Pair] {
    let mine = tokens.flatMap { token in
      LexiconPhrases.spellings(from: token, of: context.target).map { (token, Set($0.words)) }
    }
    let words = linkedTokens.filter { context.source.tokens[$0].kind == .word }
    let single = words.flatMap { source -> [Pair] in
      let translations = lexicon.translations(source: source)
      return mine.filter { !$0.1.isDisjoint(with: translations) }
        .map { (source, $0.0, SummaryView.explained) }
    }
    let double = LexiconPhrases.find(words, of: context.source, lexicon.translations(sourceWords:))
      .flatMap { phrase -> [Pair] in
        tokens.filter { !phrase.translations.isDisjoint(with: lexicon.forms(target: $0)) }
          .map { (phrase.tokens.lowerBound, $0, SummaryView.explained) }
      }
    return single + double
  }
}
