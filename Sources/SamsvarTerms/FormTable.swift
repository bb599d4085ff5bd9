/// Numbers by a word's bytes: open addressing over flat arrays, so that no look-up makes an array.
///
/// Made once from all pairs; a word's numbers come in the order in which they were added.
struct FormTable: Sendable {
  private var bytes: [UInt8] = []
  /// Where each word begins in `bytes`, and at last where they end.
  private var starts: [Int32] = [0]
  /// Where each word's numbers begin in `numbers`, and at last where they end.
  private var offsets: [Int32] = []
  private var numbers: [Int32] = []
  /// Word numbers by hash; -1 where a slot is empty.
  private var slots: [Int32]
  private var pending: [(word: Int32, number: Int32)] = []

  /// A table with room for some words.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
  }

  /// Adds a number for a word; `finish` must follow.
  mutating func add(_ word: [UInt8], _ number: Int32) {
    pending.append((intern(word), number))
  }

  /// Sorts what was added.
  mutating func finish() {
    offsets = [Int32](repeating: 0, count: starts.count)
    for entry in pending { offsets[Int(entry.word) + 1] += 1 }
    for index in 1..<max(1, offsets.count) { offsets[index] += offsets[index - 1] }
    var next = offsets
    numbers = [Int32](repeating: 0, count: pending.count)
    for entry in pending {
      numbers[Int(next[Int(entry.word)])] = entry.number
      next[Int(entry.word)] += 1
    }
    pending = []
  }

  /// The numbers of a word; none where it was not added.
  ///
  /// - Complexity: O(length of the word)
  subscript(_ word: some RandomAccessCollection<UInt8>) -> ArraySlice<Int32> {
    guard let found = find(word) else { return [] }
    return numbers[Int(offsets[found])..<Int(offsets[found + 1])]
  }

  /// Whether a word was added.
  func contains(_ word: some RandomAccessCollection<UInt8>) -> Bool { find(word) != nil }

  /// The numbers that share a word with others, word by word.
  var shared: [ArraySlice<Int32>] {
    (0..<max(0, offsets.count - 1)).compactMap { word in
      let range = Int(offsets[word])..<Int(offsets[word + 1])
      return range.count > 1 ? numbers[range] : nil
    }
  }

  private func find(_ word: some RandomAccessCollection<UInt8>) -> Int? {
    let slot = slot(of: word)
    return slots[slot] < 0 ? nil : Int(slots[slot])
  }

  private mutating func intern(_ word: [UInt8]) -> Int32 {
    let slot = slot(of: word)
    if slots[slot] >= 0 { return slots[slot] }
    let number = Int32(starts.count - 1)
    slots[slot] = number
    bytes += word
    starts.append(Int32(bytes.count))
    if starts.count * 2 > slots.count { grow() }
    return number
  }

  private func slot(of word: some RandomAccessCollection<UInt8>) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: Self.hash(word)) & mask
    while slots[slot] >= 0, !matches(Int(slots[slot]), word) { slot = (slot + 1) & mask }
    return slot
  }

  private func matches(_ number: Int, _ word: some RandomAccessCollection<UInt8>) -> Bool {
    let start = Int(starts[number])
    guard Int(starts[number + 1]) - start == word.count else { return false }
    var index = start
    for byte in word {
      if bytes[index] != byte { return false }
      index += 1
    }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for number in 0..<starts.count - 1 {
      let word = bytes[Int(starts[number])..<Int(starts[number + 1])]
      var slot = Int(truncatingIfNeeded: Self.hash(word)) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number)
    }
  }

  /// FNV-1a, 64 bits, folded.
  private static func hash(_ word: some RandomAccessCollection<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash ^ (hash >> 29)
  }
}
