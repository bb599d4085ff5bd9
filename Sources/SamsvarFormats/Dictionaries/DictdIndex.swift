import SamsvarModel
import SamsvarText

/// The index of a dictd dictionary: headword, offset and length a line, the numbers in base 64.
enum DictdIndex {
  /// A line.
  struct Item {
    var headword: String
    /// Where its text stands.
    var range: Range<Int>

    /// What an entry about the dictionary itself is called: `info` of `00-database-info`.
    var about: String? {
      for prefix in ["00-database-", "00database"] where headword.hasPrefix(prefix) {
        return String(headword.dropFirst(prefix.count))
      }
      return nil
    }

    var isAbout: Bool { about != nil }
  }

  /// The lines of an index.
  ///
  /// - Parameter size: The size of the text, which every place must lie in.
  /// - Throws: `InputError` with the line that does not fit.
  static func read(_ bytes: [UInt8], file: String, size: Int) throws(InputError) -> [Item] {
    if let broken = UTF8Check.firstBrokenByte(bytes) {
      let line = 1 + bytes[..<broken].count { $0 == 0x0A }
      throw InputError(
        "the index is not UTF-8 here; convert the dictionary first",
        at: SourcePosition(file: file, line: line, byte: broken))
    }
    var items: [Item] = []
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated() where !line.isEmpty
    {
      let columns = line.split(separator: 0x09, omittingEmptySubsequences: false)
      let position = SourcePosition(file: file, line: number + 1)
      guard columns.count >= 3, let offset = base64(columns[1]), let length = base64(columns[2])
      else {
        throw InputError(
          "expected headword, offset and length in base 64, divided by tabs", at: position)
      }
      guard offset + length <= size else {
        throw InputError(
          "points to bytes \(offset)–\(offset + length) of a text of \(size); "
            + "the index belongs to another .dict file", at: position)
      }
      items.append(
        Item(
          headword: String(decoding: columns.count > 3 ? columns[3] : columns[0], as: UTF8.self),
          range: offset..<offset + length))
    }
    return items
  }

  /// A number of at most six digits, the most significant first.
  private static func base64(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 6 else { return nil }
    var value = 0
    for digit in digits {
      let number: UInt8
      switch digit {
      case 0x41...0x5A: number = digit - 0x41
      case 0x61...0x7A: number = digit - 0x61 + 26
      case 0x30...0x39: number = digit - 0x30 + 52
      case 0x2B: number = 62
      case 0x2F: number = 63
      default: return nil
      }
      value = value * 64 + Int(number)
    }
    return value
  }
}
