import SamsvarModel

extension MarkdownBlocks {
  /// Parses a table whose delimiter row (`|---|:--:|`) is the line at `index`: a block for each cell,
  /// row by row; the first line behind it, or nil where there is no table.
  mutating func table(_ lines: [Range<Int>], _ index: Int, _ kind: BlockKind) -> Int? {
    guard let header = paragraph.last, isDelimiterRow(lines[index]),
      cells(header).count == cells(lines[index]).count
    else { return nil }
    paragraph.removeLast()
    flush(kind)
    row(header)
    var next = index + 1
    while next < lines.count, !MarkdownLine.interrupts(text, lines[next]) {
      row(lines[next])
      next += 1
    }
    return next
  }

  private mutating func row(_ line: Range<Int>) {
    for cell in cells(line) { emit([cell], .tableCell) }
  }

  private func isDelimiterRow(_ line: Range<Int>) -> Bool {
    let content = text[MarkdownLine.trimmed(text, line)]
    guard content.contains(0x2D), content.contains(0x7C) || content.contains(0x3A),
      content.allSatisfy({ [0x2D, 0x7C, 0x3A, 0x20, 0x09].contains($0) })
    else { return false }
    return cells(line).allSatisfy { text[$0].contains(0x2D) }
  }

  /// The cells of a row, without blanks at their ends; `\|` divides none.
  private func cells(_ line: Range<Int>) -> [Range<Int>] {
    var content = MarkdownLine.trimmed(text, line)
    if content.first.map({ text[$0] == 0x7C }) == true { content = content.dropFirst() }
    if let last = content.last, text[last] == 0x7C, !isEscaped(last, from: content.lowerBound) {
      content = content.dropLast()
    }
    var cells: [Range<Int>] = []
    var start = content.lowerBound
    for index in content where text[index] == 0x7C {
      guard !isEscaped(index, from: start) else { continue }
      cells.append(MarkdownLine.trimmed(text, start..<index))
      start = index + 1
    }
    cells.append(MarkdownLine.trimmed(text, start..<content.upperBound))
    return cells
  }

  private func isEscaped(_ index: Int, from start: Int) -> Bool {
    index > start && text[index - 1] == 0x5C
  }
}
