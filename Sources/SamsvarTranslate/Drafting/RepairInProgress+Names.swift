import SamsvarModel
import SamsvarText

extension RepairInProgress {
  /// The edits that put a new name in for an old one; nil where that is not certain.
  func nameEdits(_ stretch: Stretch) -> [Edit]? {
    guard let before = name(in: old, stretch.old), let after = name(in: new, stretch.new),
      before.isAcronym == after.isAcronym
    else { return nil }
    let key = base(before, old)
    let replacement = texts.names.text(after, in: new.document)
    let alike = stretches.filter { other in
      guard let own = name(in: old, other.old), base(own, old) == key,
        let renamed = name(in: new, other.new)
      else { return false }
      return base(renamed, new) == base(after, new)
    }
    let said = old.document.names.filter { base($0, old) == key }
    guard said.count == alike.count else { return nil }
    for form in [texts.names.text(before, in: old.document), key] {
      let places = places(of: form).filter { isFree($0.range) }
      guard places.count == alike.count else { continue }
      return places.map { place in
        Edit(
          range: place.range,
          replacement: place.mark.map { texts.names.genitive(of: replacement, mark: $0) }
            ?? replacement)
      }
    }
    return nil
  }

  /// The name that is the whole of a stretch.
  private func name(in text: DraftTexts.Text, _ tokens: Range<Int>) -> NameMention? {
    let bytes = text.bytes(tokens)
    return text.document.names.first { $0.range == bytes }
  }

  private func base(_ name: NameMention, _ text: DraftTexts.Text) -> String {
    text.document.document.string(in: name.baseRange)
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
        if name.last == "s", !Self.isLetter(bytes, after) { return (start..<after, mark) }
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
