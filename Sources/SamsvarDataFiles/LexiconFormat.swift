/// The compiled lexicon: one file that is used where it lies in memory.
///
/// All numbers are 32-bit little-endian. After the magic follow the header's counts and the offset of
/// each section; sections are aligned to four bytes.
///
///     languages   8 bytes each, ASCII, padded with zeros
///     strings     offsets (count + 1) into the bytes
///     bytes       all strings in UTF-8, one after the other
///     cells       offsets (entries * languages + 1) into `terms`
///     terms       string numbers, most usual first
///     parts       one byte an entry: an index into `partsOfSpeech`
///     index       for each language: capacity, key count; slots (key number + 1, or 0);
///                 keys (string number, first posting); postings (entry numbers)
///
/// An index is a hash table with linear probing over FNV-1a of the key; the same input gives the
/// same bytes on every machine.
package enum LexiconFormat {
  package static let magic: [UInt8] = Array("SAMSLEX1".utf8)
  /// Parts of speech by number; 0 is unknown.
  package static let partsOfSpeech = [
    "", "noun", "verb", "adj", "adv", "prep", "conj", "pron", "det", "num", "interj", "name",
  ]

  /// FNV-1a, 64 bits, folded to 32.
  package static func hash(_ key: some Sequence<UInt8>) -> UInt32 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
  }

  /// The slots for a number of keys: seven in ten are used.
  package static func capacity(keys: Int) -> Int { keys * 10 / 7 + 1 }
}
