import SamsvarAlign
import SamsvarLexicon
import SamsvarModel
import SamsvarTerms
import SamsvarText

/// Glosses the words of a text by a text that says the same in another language.
///
/// Terms come first, then values, names, phrases and words of the lexicon, and the parts of compounds.
/// Of several translations the one is taken that stands in the other text, in the form it has there:
/// `avtalen` is *deal* where the translation says *deal*, else *agreement*.
struct WordGlosser {
  let document: AnalysedDocument
  let other: AnalysedDocument
  let termbase: Termbase
  /// The termbase's terms in both texts, by segment.
  let terms: [Int: [TermOccurrence]]
  let otherTerms: [Int: [TermOccurrence]]
  let names: GistNames
  let words: GistWords
  let formatter: ValueFormatter

  /// The glosses of all segments.
  ///
  /// - Parameter beads: For each bead the segments of both texts and their word pairs.
  func glosses(_ beads: [GlossedBead]) -> [[WordGloss]] {
    var result: [[WordGloss]] = Array(repeating: [], count: document.count)
    for bead in beads {
      let translation = TranslationWords(other, bead)
      for segment in bead.own { result[segment] = glosses(segment, bead, translation) }
    }
    return result
  }

  private func glosses(
    _ segment: Int, _ bead: GlossedBead, _ translation: TranslationWords
  ) -> [WordGloss] {
    var found = SegmentGlosses(document: document, segment: segment)
    for term in terms[segment] ?? []
    where (term.form == .exact || term.form == .inflected) && !document.isInValue(term) {
      found.add(.term, term.tokens, self.term(term, bead))
    }
    for value in document.valueRange(segment).map({ document.values[$0] })
    where !value.isWeak && !value.readings.isEmpty {
      found.add(.value, value.tokens, self.value(value, bead))
    }
    for name in document.nameRange(segment).map({ document.names[$0] }) {
      found.add(.name, name.tokens, self.name(name, translation))
    }
    let lexical = LexicalGlosses(document: document, words: words, translation: translation)
    for token in document.tokenRange(segment) where found.isFree(token) {
      let (origin, tokens, text) = lexical.gloss(token) { found.isFree($0) }
      found.add(origin, tokens, text)
    }
    return found.inOrder
  }

  /// The term as the translation has it, else the preferred one.
  private func term(_ occurrence: TermOccurrence, _ bead: GlossedBead) -> String {
    let concept = termbase.concepts[occurrence.concept]
    if concept.isDoNotTranslate { return occurrence.term.term }
    let there = bead.other.lazy.flatMap { otherTerms[$0] ?? [] }
      .first { $0.concept == occurrence.concept && $0.form != .compoundPart }
    if let there { return TranslationWords.text(other, there.tokens) }
    let allowed = concept.terms(in: other.language).filter(\.status.isAllowed)
    return (allowed.first { $0.status == .preferred } ?? allowed.first)?.term ?? ""
  }

  /// A value in the style of the other language; one in words as the translation has it.
  private func value(_ value: ValueMention, _ bead: GlossedBead) -> String {
    guard !value.hasDigits else { return formatter.string(value.readings[0]) }
    let there = bead.other.lazy.flatMap { other.valueRange($0) }
      .first { other.values[$0].agreement(with: value) >= .compatible }
    if let there { return TranslationWords.text(other, other.values[there].tokens) }
    return formatter.string(value.readings[0])
  }

  /// A name as the translation has it, else as CLDR or the lexicon does, else as it stands; with its
  /// genitive, and the tail of `FN-utsending`.
  private func name(_ name: NameMention, _ translation: TranslationWords) -> String {
    let known = name.tokens.count == 1 ? words.name(name.tokens.lowerBound) : nil
    let base = translation.name(of: name.tokens) ?? known ?? names.text(name)
    let tail = document.document.string(in: name.baseEnd..<name.range.upperBound)
    if tail.first == "-" {
      let lexical = LexicalGlosses(document: document, words: words, translation: translation)
      return base + " " + lexical.tail(of: name.tokens.upperBound - 1)
    }
    let isGenitive = ["s", "'", "’"].contains(tail) && other.language.base == .en
    return isGenitive && !base.hasSuffix("’s") ? base + "’s" : base
  }
}

/// A bead as a glosser sees it.
struct GlossedBead {
  /// The segments whose words are glossed.
  var own: [Int]
  /// The segments that say the same in the other text.
  var other: [Int]
  /// For tokens of the former the token of the latter that says the same.
  var pairs: [Int: (token: Int, score: Float)]
}

/// The glosses of one segment, kept free of overlaps.
private struct SegmentGlosses {
  let document: AnalysedDocument
  let segment: Int
  private var taken: Set<Int> = []
  private var glosses: [WordGloss] = []

  init(document: AnalysedDocument, segment: Int) {
    self.document = document
    self.segment = segment
  }

  func isFree(_ token: Int) -> Bool {
    !taken.contains(token) && document.tokens[token].kind != .punctuation
      && document.tokens[token].kind != .symbol
  }

  mutating func add(_ origin: WordGloss.Origin, _ tokens: Range<Int>, _ text: String) {
    guard !text.isEmpty, !tokens.isEmpty, tokens.allSatisfy({ !taken.contains($0) }) else { return }
    taken.formUnion(tokens)
    let start = Int(document.tokens[tokens.lowerBound].start)
    let span = document.span(segment, start..<Int(document.tokens[tokens.upperBound - 1].end))
    glosses.append(WordGloss(range: span.range, text: text, origin: origin))
  }

  var inOrder: [WordGloss] { glosses.sorted { $0.range.lowerBound < $1.range.lowerBound } }
}
