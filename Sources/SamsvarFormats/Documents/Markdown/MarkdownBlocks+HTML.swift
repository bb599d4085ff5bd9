import SamsvarModel

extension MarkdownBlocks {
  private static let verbatim = ["script", "pre", "style", "textarea"]

  /// Parses a block of HTML (CommonMark 4.6); the first line behind it, or nil where there is none.
  mutating func htmlBlock(
    _ lines: [Range<Int>], _ index: Int, _ line: Range<Int>, _ kind: BlockKind, _ depth: Int
  ) -> Int? {
    guard text[line.lowerBound] == 0x3C else { return nil }
    if text[line].starts(with: "<!--".utf8) { return skip(lines, index, line, to: "-->", kind) }
    if text[line].starts(with: "<?".utf8) { return skip(lines, index, line, to: "?>", kind) }
    guard let tag = MarkdownTag(text, line) else { return nil }
    if Self.verbatim.contains(tag.name) {
      return skip(lines, index, line, to: "</\(tag.name)>", kind)
    }
    let isAlone = MarkdownLine.trimmed(text, tag.end..<line.upperBound).isEmpty
    guard HTMLElement(tag.name).isBlock || isAlone && paragraph.isEmpty else { return nil }
    flush(kind)
    var end = index
    while end < lines.count, !MarkdownLine.trimmed(text, lines[end]).isEmpty { end += 1 }
    html(lines[index..<end], kind, depth)
    return end
  }

  /// Reads lines as HTML where they stand together in the file, else line by line without their tags.
  private mutating func html(_ lines: ArraySlice<Range<Int>>, _ kind: BlockKind, _ depth: Int) {
    guard let first = lines.first, let last = lines.last, depth == 0 else {
      for line in lines { emit([line], kind) }
      return
    }
    out.base = first.lowerBound
    let fragment = Array(text[first.lowerBound..<last.upperBound])
    let reader = HTMLBlocks(out)
    // A fragment nested too deeply ends there; what was read of it stays.
    _ = HTMLParser.parse(fragment, into: reader)
    out = reader.out
    out.endBlock(kind)
    out.base = 0
  }

  /// Leaves out what ends in a line with a mark.
  private mutating func skip(
    _ lines: [Range<Int>], _ first: Int, _ line: Range<Int>, to mark: String, _ kind: BlockKind
  ) -> Int? {
    let mark = Array(mark.utf8)
    var index = first
    var start = line.lowerBound
    while index < lines.count {
      if let end = MarkdownTag.find(mark, in: text, start..<lines[index].upperBound) {
        let isAlone = MarkdownLine.trimmed(text, end..<lines[index].upperBound).isEmpty
        // `<!-- x --> Teksten` goes on as a paragraph.
        guard isAlone else { return index == first ? nil : index + 1 }
        break
      }
      index += 1
      if index < lines.count { start = lines[index].lowerBound }
    }
    if paragraph.isEmpty == false { flush(kind) }
    return min(index + 1, lines.count)
  }
}

/// A tag in Markdown.
struct MarkdownTag {
  /// The name in lower case.
  var name: String
  /// The offset behind its `>`.
  var end: Int

  /// The tag that begins at the start of a range, or nil.
  init?(_ text: [UInt8], _ range: Range<Int>) {
    var index = range.lowerBound + 1
    if index < range.upperBound, text[index] == 0x2F { index += 1 }
    let start = index
    while index < range.upperBound, Self.isNameByte(text[index]) { index += 1 }
    guard index > start, !(0x30...0x39).contains(text[start]), text[start] != 0x2D else {
      return nil
    }
    name = String(decoding: text[start..<index].map { $0 | 0x20 }, as: UTF8.self)
    guard index < range.upperBound,
      text[index] == 0x3E || text[index] == 0x2F || BlockText.isSpace(text[index])
    else { return nil }
    var quote: UInt8 = 0
    while index < range.upperBound {
      let byte = text[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == 0x3E {
        end = index + 1
        return
      } else if byte == 0x3C {
        return nil
      }
      index += 1
    }
    return nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2D
  }

  /// The offset behind the first occurrence of a mark, letters in either case, or nil.
  static func find(_ mark: [UInt8], in text: [UInt8], _ range: Range<Int>) -> Int? {
    guard range.count >= mark.count else { return nil }
    return (range.lowerBound...range.upperBound - mark.count).first { start in
      mark.indices.allSatisfy {
        text[start + $0] == mark[$0]
          || (0x61...0x7A).contains(mark[$0]) && text[start + $0] | 0x20 == mark[$0]
      }
    }.map { $0 + mark.count }
  }
}
