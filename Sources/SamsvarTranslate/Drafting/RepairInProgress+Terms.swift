import SamsvarModel
import SamsvarTerms
import SamsvarText

extension RepairInProgress {
  /// The edits that put the termbase's term for a new concept in for that of the old one; nil where
  /// that is not certain.
  func termEdits(_ stretch: Stretch) -> [Edit]? {
    guard let before = term(in: old, stretch.old), let after = term(in: new, stretch.new),
      before.concept != after.concept, before.rivals.isEmpty, after.rivals.isEmpty,
      isSameForm(before, after), let wanted = preferred(after.concept)
    else { return nil }
    let said = old.terms.filter { $0.concept == before.concept }
    let places = target.terms.filter { $0.concept == before.concept }
    guard said.count == 1, places.count == 1, let place = places.first, isFree(place.range),
      place.form == .exact || place.form == .inflected
    else { return nil }
    let inflection = TermInflection(texts.targetData)
    let written = target.document.document.string(in: place.range)
    return inflection.transferred(written, of: place.term.term, to: wanted).map {
      [Edit(range: place.range, replacement: $0)]
    }
  }

  private func term(in text: DraftTexts.Text, _ tokens: Range<Int>) -> TermOccurrence? {
    let bytes = text.bytes(tokens)
    return text.terms.first {
      $0.range == bytes && !$0.isUncertain && ($0.form == .exact || $0.form == .inflected)
    }
  }

  /// Whether both words stand in the same form: `avtalen` and `kontrakten`, not `kontraktene`.
  private func isSameForm(_ before: TermOccurrence, _ after: TermOccurrence) -> Bool {
    let inflection = TermInflection(texts.sourceData)
    let left = inflection.form(
      old.document.document.string(in: before.range), of: before.term.term)
    let right = inflection.form(
      new.document.document.string(in: after.range), of: after.term.term)
    return left != nil && left == right
  }

  private func preferred(_ concept: Int) -> String? {
    let allowed = texts.termbase.concepts[concept].terms(in: texts.target)
      .filter(\.status.isAllowed)
    return (allowed.first { $0.status == .preferred } ?? allowed.first)?.term
  }
}
