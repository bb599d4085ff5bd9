import SamsvarModel

/// A line of a page: its words and where it stands, in points from the top left corner.
struct PDFLine {
  /// The words in order.
  var words: [String] = []
  /// The left edge.
  var left = 0.0
  /// The upper edge.
  var top = 0.0
  /// The right edge.
  var right = 0.0
  /// The lower edge.
  var bottom = 0.0

  /// The height, which grows with the size of the letters.
  var height: Double { bottom - top }

  /// The words joined by spaces.
  var text: String { words.joined(separator: " ") }
  /// Whether it begins with the label of a list item: `2.`, `a)`.
  var isNumbered: Bool { words.first.map(HangingLabels.isNumber) == true }
}

/// A page as `pdftotext -bbox-layout` describes it.
struct PDFPage {
  /// The number of the page in the file, from 1.
  var number: Int
  /// The height in points.
  var height: Double
  /// The lines of each block, in reading order.
  var blocks: [[PDFLine]] = []

  /// All lines in reading order.
  var lines: [PDFLine] { blocks.flatMap { $0 } }

  /// The pages of a layout.
  static func pages(in layout: [UInt8], file: String) throws(InputError) -> [PDFPage] {
    var xml = OfficePart(body(of: layout), file: file, part: "pdftotext's layout")
    var pages: [PDFPage] = []
    var line = PDFLine()
    var word = ""
    var end = 0.0
    while let event = try xml.next() {
      switch event {
      case .open("page"):
        pages.append(PDFPage(number: pages.count + 1, height: number(xml, "height")))
      case .open("block"): if !pages.isEmpty { pages[pages.count - 1].blocks.append([]) }
      case .open("line"): line = self.line(xml)
      case .open("word"):
        word = ""
        let left = number(xml, "xMin")
        // Cells of a table stand in one line, far apart.
        if !line.words.isEmpty, left - end > 1.5 * line.height {
          let (top, bottom, right) = (line.top, line.bottom, line.right)
          line.right = end
          add(line, to: &pages)
          line = PDFLine(left: left, top: top, right: right, bottom: bottom)
        }
        end = number(xml, "xMax")
      case .text(let text) where xml.path.last == "word": word += text
      case .close("word"): if let word = cleaned(word) { line.words.append(word) }
      case .close("line") where !line.words.isEmpty: add(line, to: &pages)
      default: break
      }
    }
    return pages
  }

  private static func add(_ line: PDFLine, to pages: inout [PDFPage]) {
    guard let page = pages.indices.last, let block = pages[page].blocks.indices.last else { return }
    pages[page].blocks[block].append(line)
  }

  private static func line(_ xml: borrowing OfficePart) -> PDFLine {
    PDFLine(
      words: [], left: number(xml, "xMin"), top: number(xml, "yMin"), right: number(xml, "xMax"),
      bottom: number(xml, "yMax"))
  }

  private static func number(_ xml: borrowing OfficePart, _ name: String) -> Double {
    xml.attribute(name).flatMap { Double($0) } ?? 0
  }

  /// The body of the XHTML, without its document type and without the control characters that fonts
  /// without a map put there.
  private static func body(of layout: [UInt8]) -> [UInt8] {
    let open = Array("<body>".utf8)
    let start = layout.indices.first { layout[$0] == open[0] && layout[$0...].starts(with: open) }
    let end = layout.lastIndex { $0 == 0x2F }.flatMap { last in
      layout[..<last].lastIndex { $0 == 0x2F }
    }
    guard let start, let end, end - 1 > start else { return Array("<body/>".utf8) }
    // `…</body></html>`: up to and with the first of the two.
    let close = layout[end...].firstIndex(of: 0x3E) ?? layout.count - 1
    return layout[start...close].map { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 ? 0x20 : $0 }
  }

  /// A word with ligatures taken apart and signs of symbol fonts left out; nil where nothing remains.
  private static func cleaned(_ word: String) -> String? {
    var result = ""
    for scalar in word.unicodeScalars {
      switch scalar.value {
      case 0xFB00: result += "ff"
      case 0xFB01: result += "fi"
      case 0xFB02: result += "fl"
      case 0xFB03: result += "ffi"
      case 0xFB04: result += "ffl"
      // Wingdings and the like: mostly the bullets of lists.
      case 0xE000...0xF8FF: result += "•"
      case 0x0...0x20, 0xFFFD: break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result.isEmpty ? nil : result
  }
}
