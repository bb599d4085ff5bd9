/// Writes the compiled form of a lexicon.
package enum LexiconWriter {
  /// The bytes of the compiled lexicon; the same for the same source.
  ///
  /// - Complexity: O(n)
  package static func bytes(_ source: LexiconSource) -> [UInt8] {
    var strings = StringPool()
    var cells: [UInt32] = [0]
    var terms: [UInt32] = []
    var parts: [UInt8] = []
    var indices = source.languages.map { _ in IndexBuilder() }
    for (number, entry) in source.entries.enumerated() {
      for (language, words) in entry.terms.enumerated() {
        for word in words {
          terms.append(strings.number(of: word))
          indices[language].add(strings.number(of: word.lowercased()), entry: UInt32(number))
        }
        cells.append(UInt32(terms.count))
      }
      parts.append(
        UInt8(LexiconFormat.partsOfSpeech.firstIndex(of: entry.partOfSpeech) ?? 0))
    }
    var file = SectionWriter(sectionCount: 6 + source.languages.count)
    file.counts = [source.languages.count, source.entries.count, strings.count]
    file.addBytes(source.languages.flatMap { padded($0) })
    file.addNumbers(strings.offsets)
    file.addBytes(strings.bytes)
    file.addNumbers(cells)
    file.addNumbers(terms)
    file.addBytes(parts)
    for index in indices { file.addNumbers(index.numbers(strings)) }
    return file.bytes
  }

  private static func padded(_ code: String) -> [UInt8] {
    let bytes = Array(code.utf8.prefix(8))
    return bytes + [UInt8](repeating: 0, count: 8 - bytes.count)
  }
}

/// Strings numbered in order of first appearance.
private struct StringPool {
  var bytes: [UInt8] = []
  var offsets: [UInt32] = [0]
  private var numbers: [String: UInt32] = [:]

  var count: Int { offsets.count - 1 }

  mutating func number(of text: String) -> UInt32 {
    if let number = numbers[text] { return number }
    let number = UInt32(count)
    numbers[text] = number
    bytes += Array(text.utf8)
    offsets.append(UInt32(bytes.count))
    return number
  }

  func bytes(of number: UInt32) -> ArraySlice<UInt8> {
    bytes[Int(offsets[Int(number)])..<Int(offsets[Int(number) + 1])]
  }
}

/// The hash index of one language.
private struct IndexBuilder {
  private var order: [UInt32] = []
  private var postings: [UInt32: [UInt32]] = [:]

  mutating func add(_ string: UInt32, entry: UInt32) {
    if postings[string] == nil { order.append(string) }
    if postings[string]?.last != entry { postings[string, default: []].append(entry) }
  }

  func numbers(_ strings: StringPool) -> [UInt32] {
    let capacity = LexiconFormat.capacity(keys: order.count)
    var slots = [UInt32](repeating: 0, count: capacity)
    var keys: [UInt32] = []
    var list: [UInt32] = []
    for (number, string) in order.enumerated() {
      var slot = Int(LexiconFormat.hash(strings.bytes(of: string))) % capacity
      while slots[slot] != 0 { slot = (slot + 1) % capacity }
      slots[slot] = UInt32(number + 1)
      keys += [string, UInt32(list.count)]
      list += postings[string] ?? []
    }
    keys += [0, UInt32(list.count)]
    return [UInt32(capacity), UInt32(order.count)] + slots + keys + list
  }
}

/// Sections one after the other, with a table of their offsets before them.
private struct SectionWriter {
  var counts: [Int] = []
  private var offsets: [Int] = []
  private var body: [UInt8] = []
  private let headerSize: Int

  init(sectionCount: Int) {
    headerSize = LexiconFormat.magic.count + 4 * (3 + sectionCount)
  }

  mutating func addBytes(_ bytes: [UInt8]) {
    offsets.append(headerSize + body.count)
    body += bytes
    while body.count % 4 != 0 { body.append(0) }
  }

  mutating func addNumbers(_ numbers: [UInt32]) {
    addBytes(numbers.flatMap(Self.littleEndian))
  }

  var bytes: [UInt8] {
    LexiconFormat.magic + (counts + offsets).flatMap { Self.littleEndian(UInt32($0)) } + body
  }

  private static func littleEndian(_ number: UInt32) -> [UInt8] {
    [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: number >> UInt32($0)) }
  }
}
