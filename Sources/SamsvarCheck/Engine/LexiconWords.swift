import SamsvarAlign
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

  /// The translations of a source token, in lower case; of a noun in -ing that the lexicon lacks those
  /// of its verb.
  func translations(source token: Int) -> Set<[UInt8]> {
    let forms = forms(source: token)
    let found = translations(forms, from: source.language, to: target.language)
    guard found.isEmpty, source.language.isNorwegian else { return found }
    let verbs = forms.filter { $0.count > 6 && $0.suffix(3).elementsEqual("ing".utf8) }
      .map { Array($0.dropLast(3)) + [0x65] }
    return translations(verbs, from: source.language, to: target.language)
  }

  /// The translations of source words or phrases in lower case.
  func translations(sourceWords words: [[UInt8]]) -> Set<[UInt8]> {
    translations(words, from: source.language, to: target.language)
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

  /// Whether two compounds have the same head, but what stands before it differs: `huskatt` is no
  /// wildcat, `kragebein` no cheekbone.
  func differInModifier(_ source: Int, _ target: Int) -> Bool {
    let theirs = SamsvarAlign.CompoundParts.parts(
      forms(source: source), lexicon, self.source.language)
    let mine = SamsvarAlign.CompoundParts.parts(
      forms(target: target), lexicon, self.target.language)
    let isHyphenated = self.target.tokens[target].shape.contains(.hyphenated)
    guard theirs.count == 2, mine.count == 2, !isHyphenated else { return false }
    // `mobiltelefon` may be given as `cell phone`.
    let joined = mine[0] + [0x20] + mine[1]
    guard !translations(source: source).contains(joined) else { return false }
    let heads = translations([theirs[1]], from: self.source.language, to: self.target.language)
    let modifiers = translations([theirs[0]], from: self.source.language, to: self.target.language)
    guard heads.contains(mine[1]), !modifiers.isEmpty, !modifiers.contains(mine[0]) else {
      return false
    }
    let back = translations([mine[0]], from: self.target.language, to: self.source.language)
    let kin = translations(Array(modifiers), from: self.target.language, to: self.source.language)
    return !back.isEmpty && back.isDisjoint(with: kin)
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
