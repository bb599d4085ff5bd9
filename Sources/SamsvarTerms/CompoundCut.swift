/// The two ways to read a compound: a modifier and a head, both words of a vocabulary.
enum CompoundCut {
  /// A part of a compound in dictionary form, and where it stands in the word.
  struct Part: Hashable {
    var form: [UInt8]
    var range: Range<Int>
  }

  /// The parts of every cut both of whose sides are words; a linking -s- or -e- and a hyphen belong
  /// to neither.
  ///
  /// - Parameter lemmas: Candidate lemmas of the word, which give the head its dictionary form.
  static func parts(
    of word: [UInt8], lemmas: [[UInt8]], isWord: ([UInt8]) -> Bool
  ) -> [Part] {
    var parts: [Part] = []
    for split in 3..<max(4, word.count - 2) where isBoundary(word, split) {
      let modifiers = modifiers(Array(word[..<split]))
      guard let modifier = modifiers.first(where: isWord) else { continue }
      let start = word[split] == 0x2D ? split + 1 : split
      let heads = lemmas.filter {
        $0.count > start + 1 && $0.prefix(split).elementsEqual(word[..<split])
      }
      .map { Array($0[start...]) }.filter(isWord)
      guard !heads.isEmpty else { continue }
      parts.append(Part(form: modifier, range: 0..<modifier.count))
      parts += heads.map { Part(form: $0, range: start..<word.count) }
    }
    return parts
  }

  private static func isBoundary(_ word: [UInt8], _ split: Int) -> Bool {
    split < word.count && word[split] & 0xC0 != 0x80
  }

  private static func modifiers(_ modifier: [UInt8]) -> [[UInt8]] {
    guard let last = modifier.last, modifier.count > 3 else { return [modifier] }
    let shorter = Array(modifier.dropLast())
    return last == 0x73 || last == 0x65 ? [modifier, shorter] : [modifier]
  }
}
