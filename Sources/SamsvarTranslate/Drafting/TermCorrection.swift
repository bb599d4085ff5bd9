package import SamsvarLexicon
import SamsvarModel
import SamsvarTerms
import SamsvarText

/// Puts the termbase's terms into a draft where a wrong one stands and one form is certain.
///
/// What is corrected: a ruled-out term of a concept that the source names, and a translation of the
/// concept that the lexicon knows and the termbase does not have, where it is the only word that can be
/// meant. Everything else is left to the checks, which report it.
package struct TermCorrection {
  private let texts: DraftTexts
  private let lexicon: Lexicon?

  package init(_ texts: DraftTexts, lexicon: Lexicon?) {
    self.texts = texts
    self.lexicon = lexicon
  }

  private typealias Edit = (range: Range<Int>, text: String)

  /// A draft with corrected terms, and what was changed.
  ///
  /// - Complexity: O(n) in words, times the concepts that the source names
  package func corrected(
    _ draft: String, of source: String
  ) -> (text: String, marks: [DraftMark]) {
    let own = texts.source(source)
    guard !own.terms.isEmpty, !draft.isEmpty else { return (draft, []) }
    let target = texts.target(draft)
    var edits: [Edit] = []
    for concept in Set(own.terms.filter { !$0.isUncertain }.map(\.concept)).sorted() {
      guard let wanted = preferred(concept) else { continue }
      let occurrences = own.terms.filter { $0.concept == concept && $0.form != .compoundPart }
      let there = target.terms.filter { $0.concept == concept }
      guard !occurrences.isEmpty else { continue }
      let wrong = there.filter { !$0.term.status.isAllowed }
      let right = there.count - wrong.count
      if right >= occurrences.count { continue }
      for occurrence in wrong.prefix(occurrences.count - right) {
        add(inflected(occurrence, wanted, target), &edits)
      }
      if there.isEmpty { add(unlisted(occurrences, wanted, own, target), &edits) }
    }
    return apply(edits, to: target)
  }

  private func add(_ edit: Edit?, _ edits: inout [Edit]) {
    if let edit, !edits.contains(where: { $0.range.overlaps(edit.range) }) { edits.append(edit) }
  }

  private func apply(
    _ edits: [Edit], to target: DraftTexts.Text
  ) -> (text: String, marks: [DraftMark]) {
    var bytes = target.bytes
    var marks: [DraftMark] = []
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      let before = target.document.document.string(in: edit.range)
      marks.append(DraftMark(.term, "\"\(before)\" to \"\(edit.text)\""))
      bytes.replaceSubrange(edit.range, with: Array(edit.text.utf8))
      if texts.target.base == .en { Article.mend(&bytes, before: edit.range.lowerBound) }
      if texts.target.isNorwegian, let article = article(before: edit.range.lowerBound, target) {
        marks.append(
          DraftMark(.suspicious, "\"\(article)\" before \"\(edit.text)\" may have another gender"))
      }
    }
    return (String(decoding: bytes, as: UTF8.self), marks.reversed())
  }

  /// The indefinite article right before a place, or before the adjective there.
  private func article(before start: Int, _ target: DraftTexts.Text) -> String? {
    let before = target.document.tokens.indices.filter {
      Int(target.document.tokens[$0].end) <= start
    }
    return before.suffix(2).map { target.document.string(token: $0) }
      .last { ["en", "ei", "et", "ein", "eit"].contains($0.lowercased()) }
  }

  private func preferred(_ concept: Int) -> String? {
    texts.termbase.concepts[concept].terms(in: texts.target)
      .first { $0.status == .preferred }?.term
  }

  /// The wanted term in the form in which a wrong one stands.
  private func inflected(
    _ occurrence: TermOccurrence, _ wanted: String, _ target: DraftTexts.Text
  ) -> Edit? {
    guard occurrence.form == .exact || occurrence.form == .inflected else { return nil }
    let written = target.document.document.string(in: occurrence.range)
    return TermInflection(texts.targetData)
      .transferred(written, of: occurrence.term.term, to: wanted)
      .map { (occurrence.range, cased($0, like: written)) }
  }

  /// A capital at the beginning of the draft stays.
  private func cased(_ text: String, like written: String) -> String {
    guard written.first?.isUppercase == true, text.first?.isLowercase == true,
      !written.dropFirst().contains(where: \.isUppercase)
    else { return text }
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  // MARK: - Words that the termbase does not have

  /// The one word of the draft by which the lexicon translates the one occurrence of a concept.
  private func unlisted(
    _ occurrences: [TermOccurrence], _ wanted: String, _ own: DraftTexts.Text,
    _ target: DraftTexts.Text
  ) -> Edit? {
    guard occurrences.count == 1, let occurrence = occurrences.first,
      occurrence.tokens.count == 1, let lexicon
    else { return nil }
    let translations = translations(of: occurrence.tokens.lowerBound, own, lexicon)
    let others = own.document.tokens.indices.filter { $0 != occurrence.tokens.lowerBound }
      .reduce(into: Set<[UInt8]>()) { $0.formUnion(self.translations(of: $1, own, lexicon)) }
    var found: [Edit] = []
    for token in target.document.tokens.indices {
      let forms = target.document.forms.candidates(Int(target.document.tokens[token].word))
      guard let lemma = forms.first(where: translations.contains) else { continue }
      // Another word of the source may be meant: nothing is certain then.
      guard !others.contains(lemma) else { return nil }
      let range = target.document.tokens[token].range
      // A term of another concept is a word that the termbase has.
      guard !target.terms.contains(where: { $0.range.overlaps(range) }) else { return nil }
      let written = target.document.document.string(in: range)
      guard
        let text = TermInflection(texts.targetData).transferred(
          written, of: String(decoding: lemma, as: UTF8.self), to: wanted)
      else { return nil }
      found.append((range, cased(text, like: written)))
    }
    return found.count == 1 ? found.first : nil
  }

  private func translations(
    of token: Int, _ text: DraftTexts.Text, _ lexicon: Lexicon
  ) -> Set<[UInt8]> {
    let word = Int(text.document.tokens[token].word)
    guard text.document.tokens[token].kind == .word, !text.document.isStopWord[word] else {
      return []
    }
    let entries = text.document.forms.candidates(word)
      .flatMap { lexicon.entries($0, in: texts.source) }
    return Set(entries.flatMap { lexicon.terms($0, in: texts.target).map(Folding.lower) })
  }
}
