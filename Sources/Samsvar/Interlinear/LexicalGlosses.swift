import SamsvarAlign
import SamsvarLexicon
import SamsvarModel
import SamsvarText

/// Glosses of words and phrases by the lexicon, and of compounds by their parts.
struct LexicalGlosses {
  let document: AnalysedDocument
  let words: GistWords
  let translation: TranslationWords

  /// The longest expression that is looked up, in words.
  private static let longestPhrase = 4

  /// The gloss of a token, with the tokens it is a gloss of; an empty text where nothing is known.
  ///
  /// - Parameter isFree: Whether a token may be part of an expression.
  func gloss(
    _ token: Int, isFree: (Int) -> Bool
  ) -> (origin: WordGloss.Origin, tokens: Range<Int>, text: String) {
    if let (tokens, text) = phrase(token, isFree) { return (.word, tokens, text) }
    let alone = token..<token + 1
    let forms = forms(token)
    if let text = text(forms, token) { return (.word, alone, text) }
    if let people = words.people(forms) { return (.name, alone, people) }
    if let text = compound(forms, token) { return (.compound, alone, text) }
    if let text = translation.counterpart(of: token) { return (.word, alone, text) }
    return (.word, alone, "")
  }

  /// What stands after the hyphen of a name: `utsending` in `FN-utsending`.
  func tail(of token: Int) -> String {
    let forms = forms(token).map { form in Array(form.split(separator: 0x2D).last ?? []) }
    return text(forms, token) ?? compound(forms, token)
      ?? forms.first.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// The dictionary forms a token may have, best first, and the token itself: first where it is a word
  /// without inflection (`senere`), and where what it is decides (`ble`, `men`).
  private func forms(_ token: Int) -> [[UInt8]] {
    let word = Int(document.tokens[token].word)
    let own = document.forms.words[word]
    let lemmas = document.forms.lemmas[word].filter { $0 != own }
    let isFixed = document.isStopWord[word] || document.forms.lemmas[word].first == own
    if isFixed || words.lexicon.map({ !isInflected(own, $0) }) == true { return [own] + lemmas }
    return document.forms.lemmas[word].contains(own)
      ? document.forms.lemmas[word] : lemmas + [own]
  }

  /// Whether all the lexicon has of a form are nouns, verbs and the like, or nothing.
  private func isInflected(_ form: [UInt8], _ lexicon: Lexicon) -> Bool {
    lexicon.entries(form, in: document.language).allSatisfy {
      !["adv", "conj", "prep", "pron", "det"].contains(lexicon.partOfSpeech($0))
    }
  }

  /// The longest expression of the lexicon that begins with a token: `i år`, `tar i bruk`.
  private func phrase(
    _ token: Int, _ isFree: (Int) -> Bool
  ) -> (tokens: Range<Int>, text: String)? {
    var end = token + 1
    while end < document.tokens.count, end - token < Self.longestPhrase, isFree(end),
      document.tokens[end].shape.contains(.afterSpace),
      Int(document.tokens[end].start) == Int(document.tokens[end - 1].end) + 1
    {
      end += 1
    }
    for end in (token + 1..<end + 1).reversed() where end - token > 1 {
      let rest: [UInt8] = (token + 1..<end).flatMap { (next: Int) -> [UInt8] in
        [0x20] + document.forms.words[Int(document.tokens[next].word)]
      }
      if let text = text(forms(token).map { $0 + rest }, token) { return (token..<end, text) }
    }
    return nil
  }

  /// What a dictionary form says: the translation that the other text has, else the most usual one.
  private func text(_ forms: [[UInt8]], _ token: Int) -> String? {
    guard let lexicon = words.lexicon else { return nil }
    let entries = WordUse(document: document, source: words.source).ranked(
      forms.flatMap { lexicon.entries($0, in: document.language) }, token, lexicon)
    let terms = entries.flatMap { lexicon.terms($0, in: words.target.language) }
    let isStopWord = document.isStopWord[Int(document.tokens[token].word)]
    let place = isStopWord ? place(of: token) : nil
    for term in terms {
      if let text = translation.form(of: Folding.lower(term), for: token, near: place) {
        return text
      }
    }
    return terms.first.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Where a token stands in its segment, 0 to 1.
  private func place(of token: Int) -> Double? {
    document.segment(at: Int(document.tokens[token].start)).map { segment in
      let range = document.tokenRange(segment)
      return Double(token - range.lowerBound) / Double(max(1, range.count))
    }
  }

  /// What both parts of a compound say: `wool·blankets`.
  ///
  /// Parts that are no nouns, verbs, adjectives or numerals say nothing.
  private func compound(_ forms: [[UInt8]], _ token: Int) -> String? {
    guard let lexicon = words.lexicon, words.source.writing.joinsCompounds else { return nil }
    for form in forms {
      let parts = SamsvarAlign.CompoundParts.parts([form], lexicon, document.language)
      let isKnown = parts.allSatisfy { part in
        lexicon.entries(part, in: document.language).contains {
          ["noun", "verb", "adj", "num"].contains(lexicon.partOfSpeech($0))
        }
      }
      let texts = isKnown ? parts.compactMap { text([$0], token) } : []
      if texts.count == 2 { return texts.joined(separator: "·") }
    }
    return nil
  }
}
