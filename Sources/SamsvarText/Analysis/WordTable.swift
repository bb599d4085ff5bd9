/// The distinct words of a document in lower case, numbered in order of appearance.
///
/// Bytes of all words stand in one array and a word is an `Int32`, so that hot paths compare
/// numbers instead of strings.
package struct WordTable: Sendable {
  private var bytes: [UInt8] = []
  private var starts: [Int32] = [0]
  private var slots: [Int32]
  private var scratch: [UInt8] = []

  /// An empty table.
  package init() { slots = [Int32](repeating: -1, count: 1 << 10) }

  /// The number of words.
  package var count: Int { starts.count - 1 }

  /// The bytes of a word.
  package func bytes(of word: Int) -> [UInt8] {
    Array(bytes[Int(starts[word])..<Int(starts[word + 1])])
  }

  /// A word as a string.
  package func string(_ word: Int) -> String {
    String(decoding: bytes[Int(starts[word])..<Int(starts[word + 1])], as: UTF8.self)
  }

  /// The number of a word given in lower case, or nil where the document lacks it.
  package func find(_ word: [UInt8]) -> Int? {
    word.withUnsafeBufferPointer { key in
      let slot = slot(of: key)
      return slots[slot] < 0 ? nil : Int(slots[slot])
    }
  }

  /// The number of the word at a place in a text, after lower-casing; added where it is new.
  ///
  /// - Complexity: O(length of the word)
  package mutating func intern(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int32 {
    scratch.removeAll(keepingCapacity: true)
    Folding.appendLower(text, range, to: &scratch)
    let slot = scratch.withUnsafeBufferPointer { self.slot(of: $0) }
    if slots[slot] >= 0 { return slots[slot] }
    let number = Int32(count)
    slots[slot] = number
    bytes.append(contentsOf: scratch)
    starts.append(Int32(bytes.count))
    if count * 2 > slots.count { grow() }
    return number
  }

  /// The slot a key stands in, or the empty slot it would stand in.
  private func slot(of key: UnsafeBufferPointer<UInt8>) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: Self.hash(key)) & mask
    while slots[slot] >= 0, !matches(Int(slots[slot]), key) { slot = (slot + 1) & mask }
    return slot
  }

  private func matches(_ word: Int, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(starts[word])
    guard Int(starts[word + 1]) - start == key.count else { return false }
    for index in 0..<key.count where bytes[start + index] != key[index] { return false }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    bytes.withUnsafeBufferPointer { buffer in
      for word in 0..<count {
        let range = Int(starts[word])..<Int(starts[word + 1])
        var slot =
          Int(truncatingIfNeeded: Self.hash(UnsafeBufferPointer(rebasing: buffer[range]))) & mask
        while slots[slot] >= 0 { slot = (slot + 1) & mask }
        slots[slot] = Int32(word)
      }
    }
  }

  /// FNV-1a, 64 bits, folded.
  private static func hash(_ key: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash ^ (hash >> 29)
  }
}
