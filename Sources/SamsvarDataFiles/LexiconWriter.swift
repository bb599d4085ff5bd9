import SamsvarModel

/// Writes the compiled form of a lexicon.
package enum LexiconWriter {
  /// The bytes of the compiled lexicon; the same for the same source.
  ///
  /// - Complexity: O(n)
  package static func bytes(_ source: LexiconSource) -> [UInt8] {
    var strings = StringPool()
    var cells: [UInt32] = [0]
    var terms: [UInt32] = []
    var indices = source.languages.map { _ in IndexBuilder() }
    for (number, entry) in source.entries.enumerated() {
      for column in source.languages.indices {
        for word in source.terms(entry, column: column) {
          terms.append(strings.number(of: word))
          indices[column].add(strings.number(of: word.lowercased()), entry: UInt32(number))
        }
        cells.append(UInt32(terms.count))
      }
    }
    let provenances = source.provenances.flatMap { provenance in
      [provenance.name, provenance.licence, provenance.origin].map { strings.number(of: $0) }
    }
    var file = SectionWriter(
      counts: [
        source.languages.count, source.entries.count, strings.count, source.provenances.count,
      ], sectionCount: LexiconFormat.fixedSections + source.languages.count)
    file.addBytes(source.languages.flatMap { padded($0) })
    file.addNumbers(strings.offsets)
    file.addBytes(strings.bytes)
    file.addNumbers(cells)
    file.addNumbers(terms)
    file.addBytes(source.entries.map { part($0.partOfSpeech) })
    file.addNumbers(provenances)
    file.addBytes(owners(source))
    file.addBytes(probabilities(source))
    for index in indices { file.addNumbers(index.numbers(strings)) }
    return file.bytes
  }

  private static func padded(_ code: String) -> [UInt8] {
    let bytes = Array(code.utf8.prefix(8))
    return bytes + [UInt8](repeating: 0, count: 8 - bytes.count)
  }

  private static func part(_ name: String) -> UInt8 {
    UInt8(LexiconFormat.partsOfSpeech.firstIndex(of: name) ?? 0)
  }

  private static func owners(_ source: LexiconSource) -> [UInt8] {
    guard source.provenances.count > 1 else { return [] }
    return source.entries.flatMap { entry in
      let number = UInt16(clamping: entry.provenance)
      return [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)]
    }
  }

  private static func probabilities(_ source: LexiconSource) -> [UInt8] {
    guard source.entries.contains(where: { $0.probability != nil }) else { return [] }
    return source.entries.map { entry in
      guard let probability = entry.probability else { return 0 }
      return UInt8(clamping: Int((probability * 254).rounded()) + 1)
    }
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
    var slots = [UInt32](repeating: 0, count: 2 * capacity)
    var list: [UInt32] = []
    for string in order {
      var slot = Int(LexiconFormat.hash(strings.bytes(of: string))) % capacity
      while slots[2 * slot] != 0 { slot = (slot + 1) % capacity }
      slots[2 * slot] = string + 1
      let entries = postings[string] ?? []
      if entries.count == 1 {
        slots[2 * slot + 1] = entries[0]
      } else {
        slots[2 * slot + 1] = LexiconFormat.manyEntries + UInt32(list.count)
        list.append(UInt32(entries.count))
        list += entries
      }
    }
    return [UInt32(capacity)] + slots + list
  }
}

/// Sections one after the other, with a table of their offsets before them.
private struct SectionWriter {
  private let counts: [Int]
  private var offsets: [Int] = []
  private var body: [UInt8] = []
  private let headerSize: Int

  init(counts: [Int], sectionCount: Int) {
    self.counts = counts
    headerSize = LexiconFormat.magic.count + 4 * (counts.count + 1 + sectionCount + 1)
  }

  mutating func addBytes(_ bytes: [UInt8]) {
    offsets.append(headerSize + body.count)
    body += bytes
    pad()
  }

  mutating func addNumbers(_ numbers: [UInt32]) {
    offsets.append(headerSize + body.count)
    body.reserveCapacity(body.count + 4 * numbers.count)
    for number in numbers { Self.append(number, to: &body) }
  }

  private mutating func pad() { while body.count % 4 != 0 { body.append(0) } }

  var bytes: [UInt8] {
    let size = headerSize + body.count
    var result = LexiconFormat.magic
    for number in counts + [size] + offsets + [size] { Self.append(UInt32(number), to: &result) }
    return result + body
  }

  private static func append(_ number: UInt32, to bytes: inout [UInt8]) {
    for shift: UInt32 in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
  }
}
