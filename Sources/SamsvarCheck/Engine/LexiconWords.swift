import SamsvarDataFiles
import SamsvarLexicon
import SamsvarModel
import SamsvarText

/// What the lexicon says about the words of a source and a target.
struct LexiconWords {
  private let lexicon: Lexicon
  private let source: AnalysedDocument
  private let target: AnalysedDocument

  /// Nil without a lexicon.
  init?(_ context: CheckContext) {
    guard let lexicon = context.lexicon else { return nil }
    self.lexicon = lexicon
    source = context.source
    target = context.target
  }

  /// The forms and lemmas of a source token.
  func forms(source token: Int) -> [[UInt8]] {
    source.forms.candidates(Int(source.tokens[token].word))
  }

  /// The forms and lemmas of a target token.
  func forms(target token: Int) -> [[UInt8]] {
    target.forms.candidates(Int(target.tokens[token].word))
  }

  /// The translations of a source token, in lower case.
  func translations(source token: Int) -> Set<[UInt8]> {
    translations(forms(source: token), from: source.language, to: target.language)
  }

  /// The source words that the lexicon gives for a target token, in lower case.
  func translations(target token: Int) -> Set<[UInt8]> {
    translations(forms(target: token), from: target.language, to: source.language)
  }

  /// The words of the source's language that share a translation with a source token.
  func synonyms(source token: Int) -> Set<[UInt8]> {
    translations(
      Array(translations(source: token)), from: target.language, to: source.language)
  }

  /// What a target token can be.
  func parts(target token: Int) -> PartsOfSpeech {
    forms(target: token).reduce(into: []) {
      $0.formUnion(lexicon.parts(of: $1, in: target.language))
    }
  }

  /// What a source token can be.
  func parts(source token: Int) -> PartsOfSpeech {
    forms(source: token).reduce(into: []) {
      $0.formUnion(lexicon.parts(of: $1, in: source.language))
    }
  }

  /// Whether a word in lower case stands in the lexicon.
  func contains(_ word: [UInt8], in language: LanguageTag) -> Bool {
    lexicon.contains(word, in: language)
  }

  private func translations(
    _ words: [[UInt8]], from: LanguageTag, to: LanguageTag
  ) -> Set<[UInt8]> {
    var result: Set<[UInt8]> = []
    for word in words {
      for entry in lexicon.entries(word, in: from) {
        for term in lexicon.terms(entry, in: to) { result.insert(Folding.lower(term)) }
      }
    }
    return result
  }
}
