import SamsvarModel

/// Finds what stands on pages for the sake of the page: running headers and footers, page numbers.
///
/// Looked at are the outermost lines of each page. A line is furniture where the same text stands at the
/// same height on other pages, or where it counts the pages.
struct PageFurniture {
  /// The part of the page at its head and foot where furniture stands.
  private static let margin = 0.13
  /// How many lines it may take.
  private static let deepest = 4

  /// A line near the edge of a page.
  private struct Candidate {
    var page: Int
    var isHeader: Bool
    var line: PDFLine
    var text: String
    /// The text with `#` for each number.
    var pattern: String
    var numbers: [Int]
  }

  /// Takes the furniture out of pages, and says what it was.
  ///
  /// - Complexity: O(n) in the number of lines
  static func remove(from pages: inout [PDFPage]) -> [Removal] {
    let candidates = pages.indices.flatMap { Self.candidates(pages[$0], $0) }
    let groups = Dictionary(grouping: candidates.indices) { key(candidates[$0]) }
    var kinds = [Removal.Kind?](repeating: nil, count: candidates.count)
    for group in groups.values {
      mark(group, candidates, pageCount: pages.count, &kinds)
    }
    var removals: [Removal] = []
    for page in pages.indices {
      for isHeader in [true, false] {
        let side = candidates.indices.filter {
          candidates[$0].page == page && candidates[$0].isHeader == isHeader
        }
        // From the edge inwards, up to the first line that is text.
        var marked = side.prefix { kinds[$0] != nil }
        while let last = marked.last, !standsApart(candidates[last], on: pages[page]) {
          marked = marked.dropLast()
        }
        for index in marked {
          take(candidates[index].line, from: &pages[page])
          removals.append(
            Removal(
              kinds[index] ?? .header, candidates[index].text, at: "page \(pages[page].number)"))
        }
      }
    }
    return removals
  }

  /// Whether more than the distance of two lines of a paragraph lies between a line and the text.
  private static func standsApart(_ candidate: Candidate, on page: PDFPage) -> Bool {
    let line = candidate.line
    let room = 0.8 * line.height
    return page.lines.allSatisfy { other in
      let isInner =
        candidate.isHeader ? other.top > line.bottom - room : other.bottom < line.top + room
      guard isInner, abs(other.top - line.top) > 3 else { return true }
      return candidate.isHeader
        ? other.top - line.bottom > room : line.top - other.bottom > room
    }
  }

  private static func candidates(_ page: PDFPage, _ index: Int) -> [Candidate] {
    let lines = page.lines
    let head = lines.filter { $0.bottom < page.height * margin }.sorted { $0.top < $1.top }
    let foot = lines.filter { $0.top > page.height * (1 - margin) }.sorted { $0.top > $1.top }
    return head.prefix(deepest).map { candidate($0, index, isHeader: true) }
      + foot.prefix(deepest).map { candidate($0, index, isHeader: false) }
  }

  private static func candidate(_ line: PDFLine, _ page: Int, isHeader: Bool) -> Candidate {
    let text = line.text
    var pattern = ""
    var numbers: [Int] = []
    var digits = ""
    for character in text + " " {
      if character.isASCII, character.isNumber, digits.count < 9 {
        digits.append(character)
        continue
      }
      if let number = Int(digits) {
        numbers.append(number)
        pattern += "#"
      }
      digits = ""
      pattern.append(character)
    }
    return Candidate(
      page: page, isHeader: isHeader, line: line, text: text,
      pattern: String(pattern.dropLast()), numbers: numbers)
  }

  /// Lines with the same pattern at the same height, five points more or less.
  private static func key(_ candidate: Candidate) -> String {
    "\(candidate.isHeader) \(Int((candidate.line.top / 10).rounded())) \(candidate.pattern)"
  }

  private static func mark(
    _ group: [Int], _ candidates: [Candidate], pageCount: Int, _ kinds: inout [Removal.Kind?]
  ) {
    let isCounting = counts(group.map { candidates[$0] })
    let texts = Dictionary(grouping: group) { candidates[$0].text }
    for index in group {
      let candidate = candidates[index]
      let isNumber = isPageNumber(candidate.pattern)
      // A number that does not grow was put there by hand: `Side 1` on every page.
      if isCounting || isNumber && (pageCount == 1 || texts[candidate.text]?.count ?? 0 > 1) {
        kinds[index] = isNumber ? .pageNumber : candidate.isHeader ? .header : .footer
      } else if let same = texts[candidate.text]?.count, !isNumber,
        same >= 3 || same == 2 && pageCount <= 3 && candidate.text.last != "."
      {
        kinds[index] = candidate.isHeader ? .header : .footer
      }
    }
  }

  /// Whether one of the numbers in lines of a pattern grows by one with each page.
  private static func counts(_ lines: [Candidate]) -> Bool {
    guard lines.count > 1, let first = lines.first else { return false }
    return first.numbers.indices.contains { place in
      lines.allSatisfy { $0.numbers[place] - $0.page == first.numbers[place] - first.page }
    }
  }

  /// Whether a pattern is a page number and nothing else: `#`, `– # –`, `Side # av #`.
  private static func isPageNumber(_ pattern: String) -> Bool {
    guard pattern.contains("#") else { return false }
    let words = pattern.lowercased().split { !$0.isLetter }
    return words.allSatisfy { ["side", "page", "s", "p", "av", "of"].contains($0) }
  }

  private static func take(_ line: PDFLine, from page: inout PDFPage) {
    for block in page.blocks.indices {
      page.blocks[block].removeAll {
        $0.top == line.top && $0.left == line.left && $0.words == line.words
      }
    }
  }
}
