import SamsvarModel
import SamsvarText

extension RepairInProgress {
  /// The edits that put a new name in for an old one; nil where that is not certain.
  ///
  /// A final s in Norwegian may be the name's own or a genitive: the translation of the old name decides,
  /// and the new name is read as the old one was.
  func nameEdits(_ stretch: Stretch) -> [Edit]? {
    guard let before = name(in: old, stretch.old), let after = name(in: new, stretch.new) else {
      return nil
    }
    return wholeNameEdits(before, after) ?? partEdits(before, after)
  }

  /// `Hamar` for `Drammen` in `Drammen District Court`, which the translation names otherwise: what both
  /// names share is left as it is.
  private func partEdits(_ before: NameMention, _ after: NameMention) -> [Edit]? {
    let (own, other) = (
      before.tokens.map { old.document.string(token: $0) },
      after.tokens.map { new.document.string(token: $0) }
    )
    let head = zip(own, other).prefix { $0 == $1 }.count
    let room = min(own.count, other.count) - head
    let tail = min(room, zip(own.reversed(), other.reversed()).prefix { $0 == $1 }.count)
    guard head + tail > 0, own.count > head + tail, other.count > head + tail else { return nil }
    let text = own[head..<own.count - tail].joined(separator: " ")
    let wanted = other[head..<other.count - tail].joined(separator: " ")
    let places = places(of: text).filter { isFree($0.range) && $0.mark == nil }
    guard old.tokens.count(where: { $0 == own[head] }) == 1, places.count == 1 else { return nil }
    return places.map { Edit(range: $0.range, replacement: wanted) }
  }

  private func wholeNameEdits(_ before: NameMention, _ after: NameMention) -> [Edit]? {
    let forms = NameForm.all(after, in: new)
    for form in NameForm.all(before, in: old) {
      guard let wanted = forms.first(where: { $0.ending == form.ending }),
        let count = changesAlike(form, to: wanted), let edits = edits(form, wanted, count)
      else { continue }
      return edits
    }
    return nil
  }

  /// How often the old source has a name, where the new one has another in each of its places.
  private func changesAlike(_ form: NameForm, to wanted: NameForm) -> Int? {
    let said = old.names.filter { hasForm($0, form.text, old) }
    let alike = stretches.filter { stretch in
      guard let own = name(in: old, stretch.old), let other = name(in: new, stretch.new) else {
        return false
      }
      return hasForm(own, form.text, old) && hasForm(other, wanted.text, new)
    }
    return said.count == alike.count ? alike.count : nil
  }

  private func hasForm(_ name: NameMention, _ text: String, _ segment: DraftTexts.Text) -> Bool {
    NameForm.all(name, in: segment).contains { $0.text == text }
  }

  private func edits(_ form: NameForm, _ wanted: NameForm, _ count: Int) -> [Edit]? {
    let replacement = texts.names.text(wanted.text, code: wanted.code)
    for name in [texts.names.text(form.text, code: form.code), form.text] {
      let places = places(of: name).filter { isFree($0.range) }
      guard places.count == count else { continue }
      return places.map { place in
        withArticle(
          Edit(
            range: place.range,
            replacement: place.mark.map { texts.names.genitive(of: replacement, mark: $0) }
              ?? replacement), name, replacement)
      }
    }
    return nil
  }

  /// An edit with the English article taken away or put in, as the new name wants it.
  private func withArticle(_ edit: Edit, _ before: String, _ after: String) -> Edit {
    let (had, has) = (
      EnglishNameArticle.isTaken(by: before), EnglishNameArticle.isTaken(by: after)
    )
    guard texts.target.base == .en, had != has else { return edit }
    let start = edit.range.lowerBound
    let article = target.bytes[..<start].suffix(4)
    let isThere =
      Folding.lower(Array(article)) == Array("the ".utf8)
      && (start == 4 || !Self.isLetter(target.bytes[start - 5]))
    if had, isThere {
      return Edit(range: start - 4..<edit.range.upperBound, replacement: edit.replacement)
    }
    guard has, !isThere else { return edit }
    return Edit(
      range: edit.range, replacement: (start == 0 ? "The " : "the ") + edit.replacement)
  }

  /// The name that is the whole of a stretch.
  private func name(in text: DraftTexts.Text, _ tokens: Range<Int>) -> NameMention? {
    text.names.first { $0.tokens == tokens }
  }

  /// A place where a name stands; `mark` is the apostrophe of a genitive, or the usual one.
  private typealias Place = (range: Range<Int>, mark: String?)

  /// Where a name stands as whole words, with or without a genitive.
  private func places(of name: String) -> [Place] {
    let bytes = target.bytes
    let wanted = Array(name.utf8)
    guard !wanted.isEmpty, wanted.count <= bytes.count else { return [] }
    return (0...bytes.count - wanted.count).compactMap { start -> Place? in
      guard bytes[start...].starts(with: wanted), start == 0 || !Self.isLetter(bytes[start - 1])
      else { return nil }
      let end = start + wanted.count
      let rest = bytes[end...]
      for mark in ["’", "'"] where rest.starts(with: mark.utf8) {
        let after = end + mark.utf8.count
        if after < bytes.count, bytes[after] == 0x73, !Self.isLetter(bytes, after + 1) {
          return (start..<after + 1, mark)
        }
        // A closing quotation mark looks the same, but a name in s has it as its genitive.
        if name.last.map({ "sxz".contains($0) }) == true, !Self.isLetter(bytes, after) {
          return (start..<after, mark)
        }
      }
      if rest.first == 0x73, texts.target.isNorwegian, !Self.isLetter(bytes, end + 1) {
        return (start..<end + 1, "’")
      }
      return Self.isLetter(bytes, end) ? nil : (start..<end, nil)
    }
  }

  private static func isLetter(_ bytes: [UInt8], _ index: Int) -> Bool {
    index < bytes.count && isLetter(bytes[index], followedBy: bytes.dropFirst(index + 1).first)
  }

  private static func isLetter(_ byte: UInt8, followedBy next: UInt8? = nil) -> Bool {
    if byte == 0xE2 || byte == 0xC2 { return false }
    return byte >= 0x80 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte &- 0x30 < 10
  }
}
