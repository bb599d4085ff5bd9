/// The lines of a text.
enum TextLines {
  /// The lines without their ends (LF or CRLF).
  ///
  /// - Complexity: O(n)
  static func lines(of text: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      lines.append(start..<(end > start && text[end - 1] == 0x0D ? end - 1 : end))
      start = end + 1
    }
    return lines
  }
}
