import SamsvarModel
import SamsvarText

extension RepairInProgress {
  /// The edits that put a new value in for an old one; nil where that is not certain.
  func valueEdits(_ stretch: Stretch) -> [Edit]? {
    guard let before = value(in: old, stretch.old), let after = value(in: new, stretch.new)
    else { return nil }
    let places = places(of: before)
    guard !places.isEmpty, changesAlike(before, to: after, count: places.count) else { return nil }
    var found: [Edit] = []
    for place in places {
      guard isFree(place.range), let text = text(at: place, for: before, after) else { return nil }
      found.append(Edit(range: place.range, replacement: text))
    }
    return found
  }

  /// The value that is the whole of a stretch; the dot of `16.` may not belong to it.
  private func value(in text: DraftTexts.Text, _ tokens: Range<Int>) -> ValueMention? {
    text.document.values.first { $0.tokens == tokens && !$0.isWeak }
  }

  /// Where the translation says a value: where it is equal, else where it says no more and no less
  /// than part of it.
  private func places(of value: ValueMention) -> [ValueMention] {
    for level in [ValueAgreement.equal, .compatible] {
      let found = target.document.values.filter { $0.agreement(with: value) == level }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// Whether every place where the old source says the value says one and the same new one.
  private func changesAlike(
    _ before: ValueMention, to after: ValueMention, count: Int
  ) -> Bool {
    let said = old.document.values.filter { $0.agreement(with: before) == .equal }
    let changed = stretches.filter { stretch in
      guard let own = value(in: old, stretch.old), own.agreement(with: before) == .equal,
        let other = value(in: new, stretch.new)
      else { return false }
      return other.agreement(with: after) == .equal
    }
    return said.count == changed.count && said.count == count
  }

  /// A text for the new value that is read as that value in its place.
  private func text(
    at place: ValueMention, for before: ValueMention, _ after: ValueMention
  ) -> String? {
    let written = target.document.document.string(in: place.range)
    let candidates = texts.values.candidates(
      for: written, old: (old.document.document.string(in: before.range), before.readings[0]),
      new: (new.document.document.string(in: after.range), after.readings[0]))
    let level = place.agreement(with: before)
    return candidates.first { isRead($0, at: place.range, as: after, level) }
  }

  /// Whether the translation with a text in a place says the value there as well as it said the old one,
  /// and nothing else changes.
  private func isRead(
    _ text: String, at range: Range<Int>, as value: ValueMention, _ level: ValueAgreement
  ) -> Bool {
    var bytes = target.bytes
    bytes.replaceSubrange(range, with: Array(text.utf8))
    let again = texts.target(String(decoding: bytes, as: UTF8.self)).document.values
    let end = range.lowerBound + text.utf8.count
    let here = again.filter { $0.range.overlaps(range.lowerBound..<end) }
    return again.count == target.document.values.count && here.count == 1
      && here[0].agreement(with: value) >= level
  }
}
