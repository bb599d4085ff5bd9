/// Link destinations, labels and definitions of Markdown.
enum MarkdownLinks {
  /// The labels defined in a text (`[navn]: https://…`), in the form they are compared in.
  static func definitions(in text: [UInt8], _ lines: [Range<Int>]) -> Set<String> {
    Set(
      lines.compactMap { line in
        var start = MarkdownLine.indent(text, line).end
        while start < line.upperBound, text[start] == 0x3E || text[start] == 0x20 { start += 1 }
        return definition(text, start..<line.upperBound)
      })
  }

  /// The label that a line defines, or nil.
  static func definition(_ text: [UInt8], _ line: Range<Int>) -> String? {
    guard let end = labelEnd(text, line), end + 1 < line.upperBound, text[end] == 0x3A,
      text[line.lowerBound + 1] != 0x5E
    else { return nil }
    let rest = MarkdownLine.trimmed(text, end + 1..<line.upperBound)
    guard !rest.isEmpty else { return nil }
    return key(text[line.lowerBound + 1..<end - 1])
  }

  /// What follows the label of a footnote (`[^1]: Se avtalen`), or nil.
  static func footnote(_ text: [UInt8], _ line: Range<Int>) -> Range<Int>? {
    guard line.count > 4, text[line.lowerBound] == 0x5B, text[line.lowerBound + 1] == 0x5E,
      let end = labelEnd(text, line), end < line.upperBound, text[end] == 0x3A
    else { return nil }
    return MarkdownLine.trimmed(text, end + 1..<line.upperBound)
  }

  /// The offset behind the `]` of a label that begins the range; labels hold at most 999 bytes.
  static func labelEnd(_ text: [UInt8], _ range: Range<Int>) -> Int? {
    guard range.count > 2, text[range.lowerBound] == 0x5B else { return nil }
    var index = range.lowerBound + 1
    while index < min(range.upperBound, range.lowerBound + 1000) {
      switch text[index] {
      case 0x5D: return index > range.lowerBound + 1 ? index + 1 : nil
      case 0x5B: return nil
      case 0x5C: index += 2
      default: index += 1
      }
    }
    return nil
  }

  /// A label as it is compared: in lower case, white space collapsed.
  static func key(_ label: some Collection<UInt8>) -> String {
    String(decoding: label, as: UTF8.self).lowercased().split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  /// The offset behind the `)` of `(https://nrk.no "NRK")` that begins the range, or nil.
  static func destinationEnd(_ text: [UInt8], _ range: Range<Int>) -> Int? {
    var index = skipSpace(text, range.lowerBound + 1, range.upperBound)
    guard index < range.upperBound else { return nil }
    if text[index] == 0x3C {
      guard let end = angled(text, index..<range.upperBound) else { return nil }
      index = end
    } else {
      index = plain(text, index..<range.upperBound)
    }
    let afterTarget = index
    index = skipSpace(text, index, range.upperBound)
    if index < range.upperBound, text[index] == 0x29 { return index + 1 }
    guard index > afterTarget, index < range.upperBound,
      let end = title(text, index..<range.upperBound)
    else { return nil }
    index = skipSpace(text, end, range.upperBound)
    return index < range.upperBound && text[index] == 0x29 ? index + 1 : nil
  }

  private static func skipSpace(_ text: [UInt8], _ from: Int, _ end: Int) -> Int {
    var index = from
    while index < end, BlockText.isSpace(text[index]) { index += 1 }
    return index
  }

  private static func angled(_ text: [UInt8], _ range: Range<Int>) -> Int? {
    var index = range.lowerBound + 1
    while index < range.upperBound {
      switch text[index] {
      case 0x3E: return index + 1
      case 0x3C, 0x0A: return nil
      case 0x5C: index += 2
      default: index += 1
      }
    }
    return nil
  }

  private static func plain(_ text: [UInt8], _ range: Range<Int>) -> Int {
    var depth = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      if byte <= 0x20 { break }
      if byte == 0x28 {
        depth += 1
        if depth > 32 { break }
      } else if byte == 0x29 {
        if depth == 0 { break }
        depth -= 1
      } else if byte == 0x5C {
        index += 1
      }
      index += 1
    }
    return min(index, range.upperBound)
  }

  /// Titles are short: a longer one is no title, so that a text of quotation marks stays linear.
  private static func title(_ text: [UInt8], _ range: Range<Int>) -> Int? {
    let open = text[range.lowerBound]
    guard open == 0x22 || open == 0x27 || open == 0x28 else { return nil }
    let close: UInt8 = open == 0x28 ? 0x29 : open
    var index = range.lowerBound + 1
    while index < min(range.upperBound, range.lowerBound + 1000) {
      if text[index] == close { return index + 1 }
      index += text[index] == 0x5C ? 2 : 1
    }
    return nil
  }
}
