package import SamsvarModel

/// The parts of speech a dictionary form can have.
package struct PartsOfSpeech: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let noun = PartsOfSpeech(rawValue: 1)
  package static let verb = PartsOfSpeech(rawValue: 2)
  package static let adjective = PartsOfSpeech(rawValue: 4)
  package static let adverb = PartsOfSpeech(rawValue: 8)
  package static let other = PartsOfSpeech(rawValue: 16)
  package static let name = PartsOfSpeech(rawValue: 32)
  package static let numeral = PartsOfSpeech(rawValue: 64)

  /// The part of speech of a one-letter code; empty for an unknown one.
  package init(letter: Character) {
    switch letter {
    case "n": self = .noun
    case "v": self = .verb
    case "a": self = .adjective
    case "d": self = .adverb
    default: self = []
    }
  }
}

/// The compiled word list: sorted words with their parts of speech, front-coded in blocks of 16.
///
/// Numbers are 32-bit little-endian. After the magic: the number of words, then the offset of each
/// block and once more of the end. A block begins with a whole word (length, bytes, parts of speech);
/// each further word gives the bytes it shares with the one before, the length of the rest, the rest,
/// and its parts of speech.
package enum WordListFormat {
  package static let magic: [UInt8] = Array("SAMSWRD1".utf8)
  package static let blockSize = 16
}

/// Reads the text form of a word list.
package enum WordListSource {
  /// A word and its parts of speech.
  package typealias Entry = (word: [UInt8], parts: PartsOfSpeech)

  /// Lines of `word<TAB>letters`, in ascending order of bytes; comments begin with `#`.
  ///
  /// - Throws: `InputError` with the line that is malformed or out of order.
  package static func read(_ text: String, file: String) throws(InputError) -> [Entry] {
    var entries: [Entry] = []
    var last: [UInt8] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && line.first != "#" {
      let columns = line.split(separator: "\t")
      let word = Array(columns[0].utf8)
      guard columns.count == 2, !word.isEmpty, word.count < 256,
        last.lexicographicallyPrecedes(word)
      else {
        throw InputError(
          "expected a word after the one before in the alphabet, a tab and letters",
          at: SourcePosition(file: file, line: number + 1))
      }
      let parts = columns[1].reduce(into: PartsOfSpeech()) { $0.formUnion(.init(letter: $1)) }
      entries.append((word, parts))
      last = word
    }
    return entries
  }
}

/// Writes the compiled form of a word list.
package enum WordListWriter {
  /// The bytes; the same for the same list.
  ///
  /// - Complexity: O(n)
  package static func bytes(_ entries: [WordListSource.Entry]) -> [UInt8] {
    var blocks: [UInt8] = []
    var offsets: [Int] = []
    var last: [UInt8] = []
    for (number, entry) in entries.enumerated() {
      if number % WordListFormat.blockSize == 0 {
        offsets.append(blocks.count)
        blocks += [UInt8(entry.word.count)] + entry.word
      } else {
        let shared = zip(last, entry.word).prefix { $0 == $1 }.count
        blocks += [UInt8(shared), UInt8(entry.word.count - shared)] + entry.word[shared...]
      }
      blocks.append(entry.parts.rawValue)
      last = entry.word
    }
    offsets.append(blocks.count)
    let start = WordListFormat.magic.count + 4 * (1 + offsets.count)
    let numbers = [entries.count] + offsets.map { $0 + start }
    return WordListFormat.magic + numbers.flatMap { littleEndian(UInt32($0)) } + blocks
  }

  private static func littleEndian(_ number: UInt32) -> [UInt8] {
    [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: number >> UInt32($0)) }
  }
}

/// A compiled word list, used where it lies in memory.
package struct WordList: Sendable {
  private let file: MappedFile
  private let blockCount: Int

  /// Opens a compiled list.
  ///
  /// - Throws: `InputError` when the file is missing or is no word list of this version.
  package init(path: String) throws(InputError) {
    file = try MappedFile(path: path)
    let header = WordListFormat.magic.count + 4
    guard file.bytes.count >= header, file.bytes.prefix(8).elementsEqual(WordListFormat.magic)
    else {
      throw InputError(
        "is not a compiled word list of this version; build the program again",
        at: SourcePosition(file: path))
    }
    let count = Self.number(file.bytes, WordListFormat.magic.count)
    blockCount = (count + WordListFormat.blockSize - 1) / WordListFormat.blockSize
    guard file.bytes.count >= header + 4 * (blockCount + 1),
      Self.number(file.bytes, header + 4 * blockCount) == file.bytes.count
    else { throw InputError("is cut off; build the program again", at: SourcePosition(file: path)) }
  }

  /// The parts of speech of a word, or nil where the list lacks it.
  ///
  /// - Complexity: O(log n)
  package func parts(of word: [UInt8]) -> PartsOfSpeech? {
    let bytes = file.bytes
    var low = 0
    var high = blockCount
    while low < high {
      let middle = (low + high) / 2
      if headPrecedes(bytes, middle, word) { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : search(bytes, block: low - 1, word)
  }

  /// Whether the first word of a block is at most `word`.
  private func headPrecedes(
    _ bytes: UnsafeRawBufferPointer, _ block: Int, _ word: [UInt8]
  ) -> Bool {
    let start = offset(bytes, block)
    let head = bytes[(start + 1)..<(start + 1 + Int(bytes[start]))]
    return !word.lexicographicallyPrecedes(head)
  }

  private func search(
    _ bytes: UnsafeRawBufferPointer, block: Int, _ word: [UInt8]
  ) -> PartsOfSpeech? {
    var index = offset(bytes, block)
    let end = offset(bytes, block + 1)
    var current: [UInt8] = []
    while index < end {
      let isHead = current.isEmpty
      let shared = isHead ? 0 : Int(bytes[index])
      let length = Int(bytes[isHead ? index : index + 1])
      let start = isHead ? index + 1 : index + 2
      guard shared <= current.count, start + length < bytes.count else { return nil }
      current.removeLast(current.count - shared)
      current += bytes[start..<start + length]
      if current == word { return PartsOfSpeech(rawValue: bytes[start + length]) }
      index = start + length + 1
    }
    return nil
  }

  private func offset(_ bytes: UnsafeRawBufferPointer, _ block: Int) -> Int {
    Self.number(bytes, WordListFormat.magic.count + 4 + 4 * block)
  }

  private static func number(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Int {
    Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
  }
}
