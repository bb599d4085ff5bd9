/// The compiled lexicon: one file that is used where it lies in memory.
///
/// All numbers are 32-bit little-endian. After the magic follow the header's counts (languages,
/// entries, strings, provenances), the size of the file, and the offset of each section and once more
/// of the end; sections are aligned to four bytes.
///
///     languages     8 bytes each, ASCII, padded with zeros
///     strings       offsets (count + 1) into the bytes
///     bytes         all strings in UTF-8, one after the other
///     cells         offsets (entries * languages + 1) into `terms`
///     terms         string numbers, most usual first
///     parts         one byte an entry: an index into `partsOfSpeech`
///     provenances   string numbers of name, licence and origin, three each
///     owners        two bytes an entry: its provenance; empty where there is only one
///     probabilities one byte an entry: 1...255 for 0...1, 0 for unknown; empty where all are
///     index         for each language: capacity; slots (string number + 1, or 0; entry); postings
///
/// An index is a hash table with linear probing over FNV-1a of the key in lower case. A key with one
/// entry holds its number; with more, `manyEntries` plus the place in the postings where their count
/// stands, followed by their numbers. The same input gives the same bytes on every machine.
package enum LexiconFormat {
  package static let magic: [UInt8] = Array("SAMSLEX2".utf8)
  /// What every version's magic begins with.
  package static let family: [UInt8] = Array("SAMSLEX".utf8)
  /// The number of sections before the indices.
  package static let fixedSections = 9
  /// Marks a key that has several entries.
  package static let manyEntries: UInt32 = 0x8000_0000
  /// Parts of speech by number; 0 is unknown.
  package static let partsOfSpeech = [
    "", "noun", "verb", "adj", "adv", "prep", "conj", "pron", "det", "num", "interj", "name",
  ]

  /// FNV-1a, 64 bits.
  package static func longHash(_ key: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }

  /// FNV-1a, 64 bits, folded to 32.
  package static func hash(_ key: some Sequence<UInt8>) -> UInt32 {
    let hash = longHash(key)
    return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
  }

  /// The slots for a number of keys: four in five are used.
  package static func capacity(keys: Int) -> Int { keys * 5 / 4 + 1 }
}
