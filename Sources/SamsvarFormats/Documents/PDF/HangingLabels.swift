/// Puts bullets and numbers that stand in a column of their own before the lines they belong to.
///
/// Word processors set the label of a list item apart from its text, and `pdftotext` then gives a block of
/// labels and a block of texts.
enum HangingLabels {
  /// Joins each line that is nothing but a label with the nearest line to the right of it.
  ///
  /// Blocks of which nothing is left go away; a label without a line stays.
  ///
  /// - Complexity: O(labels · lines) on each page
  static func join(in pages: inout [PDFPage]) {
    for page in pages.indices {
      var blocks = pages[page].blocks
      for block in blocks.indices {
        var rest: [PDFLine] = []
        for line in blocks[block] where !(isLabel(line) && join(line, in: &blocks, but: block)) {
          rest.append(line)
        }
        blocks[block] = rest
      }
      pages[page].blocks = blocks.filter { !$0.isEmpty }
    }
  }

  private static func isLabel(_ line: PDFLine) -> Bool {
    guard line.words.count == 1, let word = line.words.first else { return false }
    return PDFParagraphs.isBullet(word) || isNumber(word)
  }

  /// Whether a word is a short number or a letter with a dot or bracket: `2.`, `a)`, `(1)`.
  static func isNumber(_ word: String) -> Bool {
    guard word.utf8.count <= 5, word.last == "." || word.last == ")" else { return false }
    let inner = word.drop { $0 == "(" }.dropLast()
    return inner.count == 1 && inner.allSatisfy { $0.isASCII && $0.isLetter }
      || !inner.isEmpty && inner.count <= 3 && inner.allSatisfy { $0.isASCII && $0.isNumber }
  }

  private static func join(_ label: PDFLine, in blocks: inout [[PDFLine]], but own: Int) -> Bool {
    var best: (block: Int, line: Int, left: Double)?
    for block in blocks.indices where block != own {
      for (index, line) in blocks[block].enumerated()
      where abs(line.bottom - label.bottom) < 0.3 * label.height && line.left >= label.right
        && line.left - label.right < 4 * label.height && line.left < best?.left ?? .infinity
      {
        best = (block, index, line.left)
      }
    }
    guard let best, !isLabel(blocks[best.block][best.line]) else { return false }
    blocks[best.block][best.line].words.insert(contentsOf: label.words, at: 0)
    return true
  }
}
