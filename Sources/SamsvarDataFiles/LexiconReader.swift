package import SamsvarModel

/// Reads a compiled lexicon where it lies in memory; nothing is copied or parsed.
///
/// A file with wrong numbers in it gives wrong answers, but never reads outside its memory and never
/// runs without end.
package struct LexiconReader: Sendable {
  /// What is wrong with a file.
  package enum Damage: Error, Hashable {
    case notALexicon
    case otherVersion
    /// The bytes the header promises, and those that are there.
    case cutOff(expected: Int, found: Int)
  }

  /// Language codes in column order.
  package let languages: [String]
  /// The number of entries.
  package let entryCount: Int
  /// The number of provenances.
  package let provenanceCount: Int
  private let base: SendablePointer
  /// Where each section begins, and where the last one ends.
  private let sections: [Int]

  private enum Section {
    static let languages = 0
    static let strings = 1
    static let bytes = 2
    static let cells = 3
    static let terms = 4
    static let parts = 5
    static let provenances = 6
    static let owners = 7
    static let probabilities = 8
  }

  /// The memory of a compiled lexicon, which must outlive the reader.
  ///
  /// - Throws: `Damage` when the bytes are no compiled lexicon of this version, or are cut off.
  /// - Complexity: O(number of languages)
  package init(_ memory: UnsafeRawBufferPointer) throws(Damage) {
    let start = LexiconFormat.magic.count
    guard let address = memory.baseAddress, memory.count >= start,
      memory.starts(with: LexiconFormat.family)
    else { throw .notALexicon }
    guard memory.starts(with: LexiconFormat.magic) else { throw .otherVersion }
    func number(_ index: Int) throws(Damage) -> Int {
      let offset = start + 4 * index
      guard offset + 4 <= memory.count else {
        throw .cutOff(expected: offset + 4, found: memory.count)
      }
      return Int(
        UInt32(littleEndian: address.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
    }
    let size = try number(4)
    guard size <= memory.count else { throw .cutOff(expected: size, found: memory.count) }
    let languageCount = try number(0)
    guard languageCount <= 64 else { throw .notALexicon }
    var offsets: [Int] = []
    for index in 0...LexiconFormat.fixedSections + languageCount {
      offsets.append(try number(5 + index))
    }
    guard zip(offsets, offsets.dropFirst()).allSatisfy({ $0 <= $1 }),
      let first = offsets.first, let last = offsets.last, last <= memory.count,
      offsets[1] - first >= 8 * languageCount
    else { throw .notALexicon }
    base = SendablePointer(address: address)
    sections = offsets
    entryCount = min(try number(1), offsets[Section.provenances] - offsets[Section.parts])
    provenanceCount = min(
      try number(3), (offsets[Section.owners] - offsets[Section.provenances]) / 12)
    languages = (0..<languageCount).map { index in
      let code = memory[(first + 8 * index)..<(first + 8 * index + 8)]
      return String(decoding: code.prefix { $0 != 0 }, as: UTF8.self)
    }
  }

  /// The number at an index of a section; 0 outside it.
  private func number(_ section: Int, _ index: Int) -> Int {
    let offset = sections[section] + 4 * index
    guard index >= 0, offset + 4 <= sections[section + 1] else { return 0 }
    return Int(
      UInt32(littleEndian: base.address.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
  }

  private func byte(_ section: Int, _ index: Int) -> UInt8 {
    let offset = sections[section] + index
    guard index >= 0, offset < sections[section + 1] else { return 0 }
    return base.address.load(fromByteOffset: offset, as: UInt8.self)
  }

  private func count(_ section: Int) -> Int { (sections[section + 1] - sections[section]) / 4 }

  // MARK: - Strings and entries

  /// The bytes of a string.
  package func bytes(_ string: Int) -> UnsafeRawBufferPointer {
    let start = number(Section.strings, string)
    let end = number(Section.strings, string + 1)
    let bytes = sections[Section.bytes]
    guard start <= end, bytes + end <= sections[Section.bytes + 1] else {
      return .init(start: nil, count: 0)
    }
    return UnsafeRawBufferPointer(start: base.address + bytes + start, count: end - start)
  }

  /// A string's text.
  package func string(_ string: Int) -> String { String(decoding: bytes(string), as: UTF8.self) }

  /// The terms of an entry in a language (a column number), as string numbers, most usual first.
  package func terms(_ entry: Int, language: Int) -> [Int] {
    let cell = entry * languages.count + language
    let end = min(number(Section.cells, cell + 1), count(Section.terms))
    let start = min(number(Section.cells, cell), end)
    return (start..<end).map { number(Section.terms, $0) }
  }

  /// The entry's part of speech.
  package func partOfSpeech(_ entry: Int) -> String {
    let code = Int(byte(Section.parts, entry))
    let names = LexiconFormat.partsOfSpeech
    return code < names.count ? names[code] : ""
  }

  /// How likely the translation is, where it was learned.
  package func probability(_ entry: Int) -> Double? {
    let code = byte(Section.probabilities, entry)
    return code == 0 ? nil : Double(code - 1) / 254
  }

  /// The number of an entry's provenance.
  package func owner(_ entry: Int) -> Int {
    Int(byte(Section.owners, 2 * entry)) + Int(byte(Section.owners, 2 * entry + 1)) << 8
  }

  /// A provenance by number.
  package func provenance(_ index: Int) -> Provenance {
    guard index < provenanceCount else { return Provenance(name: "") }
    func text(_ part: Int) -> String { string(number(Section.provenances, 3 * index + part)) }
    return Provenance(name: text(0), licence: text(1), origin: text(2))
  }

  // MARK: - Look-up

  /// The entries that have a term (in lower case) in a language, in the order of the source.
  ///
  /// - Parameter hash: `LexiconFormat.hash` of the key, which several lexicons may share.
  /// - Complexity: O(length of the key), expected
  package func entries(for key: [UInt8], hash: UInt32, language: Int) -> [Int] {
    guard let found = find(key, hash: hash, language: language) else { return [] }
    guard found.entry >= LexiconFormat.manyEntries else { return [Int(found.entry)] }
    let place = found.postings + Int(found.entry - LexiconFormat.manyEntries)
    let section = LexiconFormat.fixedSections + language
    let size = min(number(section, place), count(section))
    return (0..<size).map { number(section, place + 1 + $0) }
  }

  /// Whether a language has a term (in lower case).
  ///
  /// - Complexity: O(length of the key), expected
  package func contains(_ key: [UInt8], hash: UInt32, language: Int) -> Bool {
    find(key, hash: hash, language: language) != nil
  }

  private func find(
    _ key: [UInt8], hash: UInt32, language: Int
  ) -> (entry: UInt32, postings: Int)? {
    let section = LexiconFormat.fixedSections + language
    let capacity = min(number(section, 0), count(section) / 2)
    guard capacity > 0 else { return nil }
    var slot = Int(hash) % capacity
    for _ in 0..<capacity {
      let stored = number(section, 1 + 2 * slot)
      if stored == 0 { return nil }
      if bytes(stored - 1).elementsEqual(key) {
        return (UInt32(number(section, 2 + 2 * slot)), 1 + 2 * capacity)
      }
      slot = (slot + 1) % capacity
    }
    return nil
  }
}

/// An address of read-only memory that outlives its users.
private struct SendablePointer: @unchecked Sendable {
  let address: UnsafeRawPointer
}
