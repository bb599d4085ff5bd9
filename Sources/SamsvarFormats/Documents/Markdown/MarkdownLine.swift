/// What a line of Markdown begins with, after CommonMark's chapters on blocks.
enum MarkdownLine {
  /// The columns of blanks at the beginning, and where they end; a tab reaches the next fourth column.
  static func indent(_ text: [UInt8], _ line: Range<Int>) -> (columns: Int, end: Int) {
    var columns = 0
    var index = line.lowerBound
    while index < line.upperBound {
      switch text[index] {
      case 0x20: columns += 1
      case 0x09: columns += 4 - columns % 4
      default: return (columns, index)
      }
      index += 1
    }
    return (columns, index)
  }

  /// The line without up to `columns` columns of blanks.
  static func dedented(_ text: [UInt8], _ line: Range<Int>, by columns: Int) -> Range<Int> {
    var taken = 0
    var index = line.lowerBound
    while index < line.upperBound, taken < columns {
      if text[index] == 0x20 {
        taken += 1
      } else if text[index] == 0x09 {
        taken += 4 - taken % 4
      } else {
        break
      }
      index += 1
    }
    return index..<line.upperBound
  }

  /// The line without blanks at its ends.
  static func trimmed(_ text: [UInt8], _ line: Range<Int>) -> Range<Int> {
    let start = indent(text, line).end
    var end = line.upperBound
    while end > start, text[end - 1] == 0x20 || text[end - 1] == 0x09 { end -= 1 }
    return start..<end
  }

  /// How often a byte stands at an offset.
  static func run(_ text: [UInt8], _ byte: UInt8, from start: Int, to end: Int) -> Int {
    var index = start
    while index < end, text[index] == byte { index += 1 }
    return index - start
  }

  /// The content of an ATX heading (`## Ny avtale ##`), or nil.
  static func heading(_ text: [UInt8], _ line: Range<Int>) -> Range<Int>? {
    let marks = run(text, 0x23, from: line.lowerBound, to: line.upperBound)
    guard (1...6).contains(marks) else { return nil }
    let start = line.lowerBound + marks
    guard start == line.upperBound || text[start] == 0x20 || text[start] == 0x09 else { return nil }
    var content = trimmed(text, start..<line.upperBound)
    var end = content.upperBound
    while end > content.lowerBound, text[end - 1] == 0x23 { end -= 1 }
    if end == content.lowerBound || text[end - 1] == 0x20 || text[end - 1] == 0x09 {
      content = trimmed(text, content.lowerBound..<end)
    }
    return content
  }

  /// Whether the line underlines a heading: `===` or `---`.
  static func isUnderline(_ text: [UInt8], _ line: Range<Int>) -> Bool {
    guard let first = text[line].first, first == 0x3D || first == 0x2D else { return false }
    return text[trimmed(text, line)].allSatisfy { $0 == first }
  }

  /// Whether the line is a thematic break: `***`, `- - -`.
  static func isBreak(_ text: [UInt8], _ line: Range<Int>) -> Bool {
    guard let first = text[line].first, first == 0x2A || first == 0x2D || first == 0x5F else {
      return false
    }
    var count = 0
    for byte in text[line] where byte != 0x20 && byte != 0x09 {
      guard byte == first else { return false }
      count += 1
    }
    return count >= 3
  }

  /// The mark and length of a code fence, or nil.
  static func fence(_ text: [UInt8], _ line: Range<Int>) -> (mark: UInt8, length: Int)? {
    guard let first = text[line].first, first == 0x60 || first == 0x7E else { return nil }
    let length = run(text, first, from: line.lowerBound, to: line.upperBound)
    guard length >= 3 else { return nil }
    let info = text[line.lowerBound + length..<line.upperBound]
    return first == 0x60 && info.contains(0x60) ? nil : (first, length)
  }

  /// A list marker: how many bytes it takes, and its number for an ordered list.
  static func marker(_ text: [UInt8], _ line: Range<Int>) -> (length: Int, number: Int?)? {
    guard let first = text[line].first else { return nil }
    var index = line.lowerBound
    var number: Int?
    if first == 0x2D || first == 0x2B || first == 0x2A {
      index += 1
    } else {
      while index < line.upperBound, index - line.lowerBound < 9, (0x30...0x39).contains(text[index])
      { index += 1 }
      guard index > line.lowerBound, index < line.upperBound,
        text[index] == 0x2E || text[index] == 0x29
      else { return nil }
      number = Int(String(decoding: text[line.lowerBound..<index], as: UTF8.self))
      index += 1
    }
    guard index == line.upperBound || text[index] == 0x20 || text[index] == 0x09 else { return nil }
    return (index - line.lowerBound, number)
  }

  /// Whether a line of another block begins here, which no paragraph runs on into.
  static func interrupts(_ text: [UInt8], _ line: Range<Int>) -> Bool {
    let (columns, start) = indent(text, line)
    guard columns < 4, start < line.upperBound else { return start == line.upperBound }
    let rest = start..<line.upperBound
    if text[start] == 0x3E || heading(text, rest) != nil || fence(text, rest) != nil { return true }
    if isBreak(text, rest) { return true }
    guard let marker = marker(text, rest) else { return false }
    return (marker.number ?? 1) == 1 && start + marker.length < line.upperBound
  }
}
