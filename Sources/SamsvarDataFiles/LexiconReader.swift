/// Reads a compiled lexicon where it lies in memory; nothing is copied or parsed.
package struct LexiconReader: Sendable {
  /// Language codes in column order.
  package let languages: [String]
  /// The number of entries.
  package let entryCount: Int
  private let base: SendablePointer
  private let size: Int
  private let sections: [Int]

  /// The memory of a compiled lexicon, which must outlive the reader.
  ///
  /// Returns nil when the bytes are no compiled lexicon of this version, or are cut off.
  package init?(_ memory: UnsafeRawBufferPointer) {
    let magic = LexiconFormat.magic
    guard let address = memory.baseAddress, memory.count >= magic.count + 12,
      memory.prefix(magic.count).elementsEqual(magic)
    else { return nil }
    base = SendablePointer(address: address)
    size = memory.count
    func number(_ offset: Int) -> Int {
      Int(UInt32(littleEndian: address.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
    }
    let languageCount = number(magic.count)
    entryCount = number(magic.count + 4)
    let sectionCount = 6 + languageCount
    guard languageCount <= 64, memory.count >= magic.count + 4 * (3 + sectionCount) else {
      return nil
    }
    sections = (0..<sectionCount).map { number(magic.count + 12 + 4 * $0) }
    guard sections.allSatisfy({ $0 <= memory.count }) else { return nil }
    let names = sections[0]
    languages = (0..<languageCount).map { index in
      String(
        decoding: memory[(names + 8 * index)..<(names + 8 * index + 8)].prefix { $0 != 0 },
        as: UTF8.self)
    }
  }

  private func number(_ section: Int, _ index: Int) -> Int {
    let offset = sections[section] + 4 * index
    guard offset + 4 <= size else { return 0 }
    return Int(
      UInt32(littleEndian: base.address.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
  }

  /// The bytes of a string.
  package func bytes(_ string: Int) -> UnsafeRawBufferPointer {
    let start = number(1, string)
    let end = number(1, string + 1)
    guard start <= end, sections[2] + end <= size else { return .init(start: nil, count: 0) }
    return UnsafeRawBufferPointer(start: base.address + sections[2] + start, count: end - start)
  }

  /// A string's text.
  package func string(_ string: Int) -> String { String(decoding: bytes(string), as: UTF8.self) }

  /// The terms of an entry in a language (a column number), as string numbers, most usual first.
  package func terms(_ entry: Int, language: Int) -> [Int] {
    let cell = entry * languages.count + language
    let range = number(3, cell)..<max(number(3, cell), number(3, cell + 1))
    return range.map { number(4, $0) }
  }

  /// The entry's part of speech.
  package func partOfSpeech(_ entry: Int) -> String {
    let code = base.address.load(fromByteOffset: sections[5] + entry, as: UInt8.self)
    let names = LexiconFormat.partsOfSpeech
    return Int(code) < names.count ? names[Int(code)] : ""
  }

  /// The entries that have a term (in lower case) in a language, in the order of the source.
  ///
  /// - Complexity: O(length of the key), expected
  package func entries(for key: [UInt8], language: Int) -> [Int] {
    let section = 6 + language
    let capacity = number(section, 0)
    let keyCount = number(section, 1)
    guard capacity > 0 else { return [] }
    var slot = Int(LexiconFormat.hash(key)) % capacity
    while true {
      let stored = number(section, 2 + slot)
      if stored == 0 { return [] }
      let keyOffset = 2 + capacity + 2 * (stored - 1)
      if bytes(number(section, keyOffset)).elementsEqual(key) {
        let postings = 2 + capacity + 2 * (keyCount + 1)
        let range = number(section, keyOffset + 1)..<number(section, keyOffset + 3)
        return range.map { number(section, postings + $0) }
      }
      slot = (slot + 1) % capacity
    }
  }
}

/// An address of read-only memory that outlives its users.
private struct SendablePointer: @unchecked Sendable {
  let address: UnsafeRawPointer
}
