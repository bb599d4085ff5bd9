import SamsvarModel

/// Finds where things stand in JSON; what they say is the decoder's work.
enum JSONScanner {
  /// A value and its line.
  struct Item: Hashable {
    var range: Range<Int>
    var line: Int
  }

  /// The elements of the array that a file is, or of the member `units` of the object that it is; nil for
  /// objects without one, which may stand a line each.
  ///
  /// - Throws: `InputError` where brackets do not match.
  static func elements(_ bytes: [UInt8], file: String) throws(InputError) -> [Item]? {
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count, bytes[start] <= 0x20 { start += 1 }
    guard start < bytes.count else { return [] }
    var line = 1 + bytes[..<start].count { $0 == 0x0A }
    if bytes[start] == 0x7B {
      guard let units = values(bytes, start..<bytes.count)["units"], bytes[units.lowerBound] == 0x5B
      else { return nil }
      line += bytes[start..<units.lowerBound].count { $0 == 0x0A }
      start = units.lowerBound
    }
    guard bytes[start] == 0x5B else {
      throw InputError(
        "expected an array of objects", at: SourcePosition(file: file, line: line, byte: start))
    }
    var items: [Item] = []
    var index = start + 1
    while true {
      while index < bytes.count, bytes[index] <= 0x20 || bytes[index] == 0x2C {
        if bytes[index] == 0x0A { line += 1 }
        index += 1
      }
      if index < bytes.count, bytes[index] == 0x5D { return items }
      guard index < bytes.count, let end = end(bytes, index) else {
        throw InputError(
          "the array is not closed; the file is cut off",
          at: SourcePosition(file: file, line: line, byte: min(index, bytes.count)))
      }
      items.append(Item(range: index..<end, line: line))
      line += bytes[index..<end].count { $0 == 0x0A }
      index = end
    }
  }

  /// The members of an object that are strings: the range of each with its quotation marks.
  static func members(_ bytes: [UInt8], _ range: Range<Int>) -> [String: Range<Int>] {
    values(bytes, range).filter { bytes[$0.value.lowerBound] == 0x22 }
  }

  /// The members of an object.
  private static func values(_ bytes: [UInt8], _ range: Range<Int>) -> [String: Range<Int>] {
    var result: [String: Range<Int>] = [:]
    var index = range.lowerBound
    while index < range.upperBound, bytes[index] != 0x7B { index += 1 }
    index += 1
    while index < range.upperBound {
      while index < range.upperBound, bytes[index] <= 0x20 || bytes[index] == 0x2C { index += 1 }
      guard index < range.upperBound, bytes[index] == 0x22, let nameEnd = end(bytes, index) else {
        break
      }
      let name = String(decoding: bytes[(index + 1)..<(nameEnd - 1)], as: UTF8.self)
      index = nameEnd
      while index < range.upperBound, bytes[index] <= 0x20 || bytes[index] == 0x3A { index += 1 }
      guard index < range.upperBound, let valueEnd = end(bytes, index) else { break }
      result[name] = index..<valueEnd
      index = valueEnd
    }
    return result
  }

  /// The end of the value that begins at a byte; nil where it does not end.
  private static func end(_ bytes: [UInt8], _ start: Int) -> Int? {
    var depth = 0
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case 0x22:
        index += 1
        while index < bytes.count, bytes[index] != 0x22 { index += bytes[index] == 0x5C ? 2 : 1 }
        guard index < bytes.count else { return nil }
        if depth == 0 { return index + 1 }
      case 0x7B, 0x5B: depth += 1
      case 0x7D, 0x5D:
        depth -= 1
        if depth < 0 { return index }
        if depth == 0 { return index + 1 }
      case 0x2C where depth == 0: return index
      case 0x00...0x20 where depth == 0: return index
      default: break
      }
      index += 1
    }
    return depth == 0 && index > start ? index : nil
  }
}
