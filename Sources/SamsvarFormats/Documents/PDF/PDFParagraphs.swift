import SamsvarModel

/// A paragraph of a PDF: lines that belong together, over columns and pages.
struct PDFParagraph {
  /// Its lines in order.
  var lines: [PDFLine]
  /// The page it begins on.
  var page: Int
  /// Its number on the page, from 1.
  var number: Int
  /// What its letters say it is; nil to tell it by its looks.
  var kind: BlockKind?
  /// Whether it is a note at the foot of a page.
  var isFootnote: Bool { kind == .footnote }
}

/// Puts the lines of pages together to paragraphs, by gaps, indents and the size of letters.
struct PDFParagraphs {
  /// The paragraphs in reading order.
  private(set) var paragraphs: [PDFParagraph] = []
  private let bodyHeight: Double
  private let rightEdge: Double
  /// Whether a bullet stood alone: the next paragraph is its item.
  private var isItem = false

  /// The paragraphs of pages without their furniture.
  init(_ pages: [PDFPage]) {
    let heights = pages.flatMap { $0.lines.map { ($0.height, $0.text.utf8.count) } }
    bodyHeight = Self.median(heights)
    rightEdge = pages.flatMap { $0.lines.map(\.right) }.max() ?? 0
    for page in pages {
      var number = 0
      for block in page.blocks {
        for lines in split(block) {
          number += 1
          add(lines, on: page, number)
        }
      }
    }
  }

  /// The height of the letters most of the text is set in.
  private static func median(_ heights: [(Double, Int)]) -> Double {
    let sorted = heights.sorted { $0.0 < $1.0 }
    let half = heights.reduce(0) { $0 + $1.1 } / 2
    var count = 0
    for (height, length) in sorted {
      count += length
      if count > half { return height }
    }
    return sorted.last?.0 ?? 1
  }

  // MARK: - Cutting

  private func split(_ block: [PDFLine]) -> [[PDFLine]] {
    var result: [[PDFLine]] = []
    let right = block.map(\.right).max() ?? 0
    let left = block.map(\.left).min() ?? 0
    for line in block {
      if let last = result.last, let before = last.last,
        !begins(line, after: before, lines: last.count, left: left, right: right)
      {
        result[result.count - 1].append(line)
      } else {
        result.append([line])
      }
    }
    return result
  }

  /// Whether a line begins a paragraph of its own.
  private func begins(
    _ line: PDFLine, after before: PDFLine, lines: Int, left: Double, right: Double
  ) -> Bool {
    let height = max(line.height, before.height)
    if abs(line.height - before.height) > 0.15 * height { return true }
    if Self.isBullet(line.words.first) || line.isNumbered && before.isNumbered { return true }
    // Side by side: cells of a row.
    if line.top < before.bottom - 0.5 * height { return line.left > before.right }
    if line.top - before.bottom > 0.7 * height { return true }
    let isShort = right - before.right > max(3 * height, 0.15 * (right - left))
    let endsSentence = before.words.last?.last.map { ".!?:…»”\"".contains($0) } == true
    let isIndented = line.left - left > 0.7 * height && before.left - left < 0.3 * height
    if isIndented, isShort || endsSentence { return true }
    let isUpper = line.words.first?.first.map { $0.isUppercase || $0.isNumber } == true
    return isShort && endsSentence && isUpper
  }

  /// Whether a word is the mark of a list item.
  static func isBullet(_ word: String?) -> Bool {
    guard let word else { return false }
    return ["•", "‣", "▪", "●", "◦", "·", "–", "-", "*", "○", "■"].contains(word)
  }

  // MARK: - Putting together

  private mutating func add(_ lines: [PDFLine], on page: PDFPage, _ number: Int) {
    var lines = lines
    guard let first = lines.first else { return }
    var kind: BlockKind?
    if Self.isBullet(first.words.first), first.words.first != "–" {
      lines[0].words.removeFirst()
      if lines[0].words.isEmpty { lines.removeFirst() }
      guard !lines.isEmpty else {
        isItem = true
        return
      }
      kind = .listItem
    } else if isItem {
      kind = .listItem
    } else if let own = self.kind(lines, page) {
      kind = own
    }
    isItem = false
    let paragraph = PDFParagraph(lines: lines, page: page.number, number: number, kind: kind)
    if let open = openParagraph(before: paragraph) {
      paragraphs[open].lines += lines
    } else {
      paragraphs.append(paragraph)
    }
  }

  /// What the letters and the place of a paragraph say it is.
  private func kind(_ lines: [PDFLine], _ page: PDFPage) -> BlockKind? {
    let height = lines[0].height
    let length = lines.reduce(0) { $0 + $1.text.utf8.count }
    let last = lines[lines.count - 1].text.last
    if height > 1.15 * bodyHeight, length < 200, last.map({ !".,;".contains($0) }) == true {
      return .heading
    }
    let begin = lines[0].words[0].first
    if height < 0.93 * bodyHeight, lines[0].top > 0.5 * page.height,
      begin.map({ $0.isNumber || $0 == "*" || $0 == "†" }) == true
    {
      return .footnote
    }
    return nil
  }

  /// The paragraph that goes on with this one in the next column or on the next page.
  private func openParagraph(before next: PDFParagraph) -> Int? {
    guard next.kind == nil, let index = paragraphs.lastIndex(where: { !$0.isFootnote }),
      paragraphs[index].kind == nil || paragraphs[index].kind == .listItem,
      let last = paragraphs[index].lines.last, let first = next.lines.first,
      abs(last.height - first.height) < 0.1 * bodyHeight
    else { return nil }
    let isElsewhere = paragraphs[index].page != next.page || first.top < last.top
    guard isElsewhere, let end = last.words.last?.last, !".!?:;…»”\")".contains(end),
      first.words[0].first?.isLowercase == true
    else { return nil }
    return index
  }
}
