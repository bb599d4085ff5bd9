/// A look at the tags of a page before it is parsed.
enum HTMLTagScan {
  /// Where a tag begins that has more than so many attributes; nil where none does.
  ///
  /// Scripts and styles are passed over: `a < b` is no tag.
  ///
  /// - Complexity: O(n)
  static func tagWithAttributes(moreThan limit: Int, in bytes: [UInt8]) -> Int? {
    var index = 0
    while let start = bytes[index...].firstIndex(of: 0x3C) {
      index = start + 1
      guard index < bytes.count, (0x61...0x7A).contains(bytes[index] | 0x20) else { continue }
      let (end, count) = tag(bytes, index)
      if count > limit { return start }
      index = end
      for name in ["script", "style"] where bytes[(start + 1)...].starts(with: name.utf8) {
        index = closing(name, bytes, from: end)
      }
    }
    return nil
  }

  /// The end of a tag and the words in it.
  private static func tag(_ bytes: [UInt8], _ start: Int) -> (end: Int, count: Int) {
    var index = start
    var count = 0
    var quote: UInt8 = 0
    while index < bytes.count {
      let byte = bytes[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == 0x3E {
        return (index + 1, count)
      } else if BlockText.isSpace(byte) {
        count += 1
      }
      index += 1
    }
    return (index, count)
  }

  /// Where an element's end tag begins; the end of the page where there is none.
  private static func closing(_ name: String, _ bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while let next = bytes[index...].firstIndex(of: 0x3C) {
      index = next + 1
      if bytes[index...].starts(with: "/\(name)".utf8) { return next }
    }
    return bytes.count
  }
}
