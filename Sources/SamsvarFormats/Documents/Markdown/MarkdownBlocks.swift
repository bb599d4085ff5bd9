import SamsvarModel

/// Cuts Markdown into blocks: quotes and lists are containers and are parsed again without their marks.
struct MarkdownBlocks {
  let text: [UInt8]
  let definitions: Set<String>
  var out = BlockText(isMapped: true)
  var removals: [Removal] = []
  /// The lines of the open paragraph.
  var paragraph: [Range<Int>] = []
  private static let deepest = 32

  init(_ text: [UInt8], definitions: Set<String>) {
    self.text = text
    self.definitions = definitions
  }

  /// The text with its blocks.
  consuming func finish() -> StructuredText { out.finish() }

  /// Parses lines of which the marks of containers were taken off.
  mutating func parse(_ lines: [Range<Int>], as kind: BlockKind, depth: Int) {
    var index = 0
    while index < lines.count {
      index = block(lines, index, kind, depth)
    }
    flush(kind)
  }

  /// Parses what begins at a line and returns the first line behind it.
  private mutating func block(
    _ lines: [Range<Int>], _ index: Int, _ kind: BlockKind, _ depth: Int
  ) -> Int {
    let (columns, start) = MarkdownLine.indent(text, lines[index])
    let line = start..<lines[index].upperBound
    if line.isEmpty {
      flush(kind)
      return index + 1
    }
    if columns >= 4 {
      if paragraph.isEmpty { return indentedCode(lines, index) }
      paragraph.append(lines[index])
      return index + 1
    }
    if let fence = MarkdownLine.fence(text, line) {
      flush(kind)
      return fencedCode(lines, index, fence)
    }
    if let content = MarkdownLine.heading(text, line) {
      flush(kind)
      emit([content], .heading)
      return index + 1
    }
    if !paragraph.isEmpty, MarkdownLine.isUnderline(text, line) {
      flush(.heading)
      return index + 1
    }
    if MarkdownLine.isBreak(text, line) {
      flush(kind)
      return index + 1
    }
    return container(lines, index, line, kind, depth)
  }

  private mutating func container(
    _ lines: [Range<Int>], _ index: Int, _ line: Range<Int>, _ kind: BlockKind, _ depth: Int
  ) -> Int {
    if depth < Self.deepest {
      if text[line.lowerBound] == 0x3E {
        flush(kind)
        return quote(lines, index, depth)
      }
      if let marker = MarkdownLine.marker(text, line),
        paragraph.isEmpty || (marker.number ?? 1) == 1 && line.count > marker.length
      {
        flush(kind)
        return item(lines, index, line, marker.length, depth)
      }
      if paragraph.isEmpty, text[line.lowerBound] == 0x5B {
        if let content = MarkdownLinks.footnote(text, line) {
          return footnote(lines, index, content, depth)
        }
        if MarkdownLinks.definition(text, line) != nil { return index + 1 }
      }
    }
    if isDirective(line) {
      flush(kind)
      return index + 1
    }
    if let end = htmlBlock(lines, index, line, kind, depth) { return end }
    if let end = table(lines, index, kind) { return end }
    paragraph.append(lines[index])
    return index + 1
  }

  // MARK: - Containers

  private mutating func quote(_ lines: [Range<Int>], _ first: Int, _ depth: Int) -> Int {
    var inner: [Range<Int>] = []
    var index = first
    while index < lines.count {
      let (columns, start) = MarkdownLine.indent(text, lines[index])
      if columns < 4, start < lines[index].upperBound, text[start] == 0x3E {
        let content = start + 1..<lines[index].upperBound
        inner.append(
          content.first.map { text[$0] == 0x20 } == true
            ? content.dropFirst() : content)
      } else if MarkdownLine.interrupts(text, lines[index])
        || inner.last.map({ MarkdownLine.trimmed(text, $0).isEmpty }) == true
      {
        break
      } else {
        inner.append(lines[index])
      }
      index += 1
    }
    if let head = inner.first, isAlert(MarkdownLine.trimmed(text, head)) { inner.removeFirst() }
    parse(inner, as: .quote, depth: depth + 1)
    return index
  }

  /// The first line of a GitHub alert: `[!NOTE]`.
  private func isAlert(_ line: Range<Int>) -> Bool {
    text[line].starts(with: "[!".utf8) && text[line].last == 0x5D
      && text[line].dropFirst(2).dropLast().allSatisfy { (0x41...0x5A).contains($0) }
  }

  private mutating func item(
    _ lines: [Range<Int>], _ first: Int, _ line: Range<Int>, _ marker: Int, _ depth: Int
  ) -> Int {
    let before = MarkdownLine.indent(text, lines[first]).columns + marker
    let rest = line.lowerBound + marker..<line.upperBound
    let (blanks, start) = MarkdownLine.indent(text, rest)
    let width = before + (start == rest.upperBound || blanks > 4 ? 1 : blanks)
    var inner = [MarkdownLine.dedented(text, rest, by: width - before)]
    if let box = taskBox(inner[0]) { inner[0] = box }
    var isBlank = inner[0].isEmpty
    var index = first + 1
    while index < lines.count {
      let (columns, start) = MarkdownLine.indent(text, lines[index])
      if start == lines[index].upperBound {
        // An item that begins with a blank line ends at the next one.
        if isBlank, inner.count == 1, inner[0].isEmpty { break }
        isBlank = true
      } else if columns >= width {
        isBlank = false
      } else if isBlank || MarkdownLine.interrupts(text, lines[index])
        || MarkdownLine.marker(text, start..<lines[index].upperBound) != nil
      {
        break
      }
      inner.append(MarkdownLine.dedented(text, lines[index], by: width))
      index += 1
    }
    parse(inner, as: .listItem, depth: depth + 1)
    return index
  }

  /// The rest of a line behind `[ ]` or `[x]`, or nil.
  private func taskBox(_ line: Range<Int>) -> Range<Int>? {
    guard line.count > 4, text[line.lowerBound] == 0x5B, text[line.lowerBound + 2] == 0x5D,
      text[line.lowerBound + 3] == 0x20, [0x20, 0x78, 0x58].contains(text[line.lowerBound + 1])
    else { return nil }
    return line.lowerBound + 4..<line.upperBound
  }

  private mutating func footnote(
    _ lines: [Range<Int>], _ first: Int, _ content: Range<Int>, _ depth: Int
  ) -> Int {
    var inner = [content]
    var index = first + 1
    var isBlank = false
    while index < lines.count {
      let (columns, start) = MarkdownLine.indent(text, lines[index])
      let isEmpty = start == lines[index].upperBound
      let rest = start..<lines[index].upperBound
      if !isEmpty, columns < 4,
        isBlank || MarkdownLine.interrupts(text, lines[index])
          || MarkdownLinks.footnote(text, rest) != nil
      {
        break
      }
      isBlank = isEmpty
      inner.append(MarkdownLine.dedented(text, lines[index], by: 4))
      index += 1
    }
    parse(inner, as: .footnote, depth: depth + 1)
    return index
  }

  // MARK: - What is left out

  private mutating func indentedCode(_ lines: [Range<Int>], _ first: Int) -> Int {
    var index = first
    var end = first
    while index < lines.count {
      let (columns, start) = MarkdownLine.indent(text, lines[index])
      if start < lines[index].upperBound {
        guard columns >= 4 else { break }
        end = index + 1
      }
      index += 1
    }
    remove(.code, lines[first..<end])
    return end
  }

  private mutating func fencedCode(
    _ lines: [Range<Int>], _ first: Int, _ fence: (mark: UInt8, length: Int)
  ) -> Int {
    var index = first + 1
    while index < lines.count {
      let line = MarkdownLine.trimmed(text, lines[index])
      let length = MarkdownLine.run(text, fence.mark, from: line.lowerBound, to: line.upperBound)
      if length >= fence.length, length == line.count { break }
      index += 1
    }
    remove(.code, lines[min(first + 1, lines.count)..<min(index, lines.count)])
    return min(index + 1, lines.count)
  }

  /// Marks of site generators that stand alone on a line: `:::note`, `{: .lead}`, `{% include x %}`.
  private func isDirective(_ line: Range<Int>) -> Bool {
    let content = text[MarkdownLine.trimmed(text, line)]
    if content.starts(with: ":::".utf8) { return true }
    return ["{:", "{%", "{{"].contains { content.starts(with: $0.utf8) } && content.last == 0x7D
  }

  mutating func remove(_ kind: Removal.Kind, _ lines: ArraySlice<Range<Int>>) {
    guard let first = lines.first, let last = lines.last else { return }
    let content = String(decoding: text[first.lowerBound..<last.upperBound], as: UTF8.self)
    removals.append(Removal(kind, content, byte: first.lowerBound))
  }

  // MARK: - Paragraphs

  /// Ends the open paragraph.
  mutating func flush(_ kind: BlockKind) {
    guard !paragraph.isEmpty else { return }
    let lines = paragraph
    paragraph = []
    emit(lines, kind)
  }

  /// Writes lines as one block, their markup taken off.
  mutating func emit(_ lines: [Range<Int>], _ kind: BlockKind) {
    var inline = MarkdownInline(text, lines, definitions: definitions)
    inline.parse()
    removals += inline.removals
    inline.write(to: &out)
    out.endBlock(inline.isImage ? .caption : kind)
  }
}
