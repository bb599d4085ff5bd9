import SamsvarModel

extension AlignedPage {
  /// The most letters on a page of a spread: what an A4 page holds with room for headings.
  static let pageLength = 2300

  /// The texts as running text on facing pages, spread by spread.
  func spreads() -> String {
    let parts = Self.spreads(lengths: lengths, starts: starts, headings: headings)
    let html = parts.enumerated().map { number, beads in spread(number, beads) }
    return "<div class=\"spreads\">\n\(html.joined(separator: "\n"))\n</div>"
  }

  /// The letters of each bead in its longest text; a heading counts as three lines.
  private var lengths: [Int] {
    beads.map { bead in
      zip(texts, bead.texts).map { text, range in
        range.reduce(0) { sum, segment in
          let length = text.document.segments[segment].range.count
          return sum + (text.kind(segment) == .sentence ? length : max(length, 180))
        }
      }.max() ?? 0
    }
  }

  /// The beads with which every text that has a part in them begins a paragraph.
  private var starts: [Bool] {
    beads.map { bead in
      zip(texts, bead.texts).allSatisfy { $1.isEmpty || $0.isStart[$1.lowerBound] }
    }
  }

  /// The beads that are headings, which do not end a page.
  private var headings: [Bool] {
    beads.map { bead in
      zip(texts, bead.texts).contains { !$1.isEmpty && $0.kind($1.lowerBound) == .heading }
    }
  }

  /// Beads spread by spread: as many paragraphs as a page holds; a paragraph that would leave the page
  /// half empty is cut between beads.
  static func spreads(lengths: [Int], starts: [Bool], headings: [Bool]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var begin = 0
    var length = 0
    var paragraph = (bead: 0, length: 0)
    for bead in lengths.indices {
      if starts[bead] { paragraph = (bead, length) }
      if length + lengths[bead] > pageLength, bead > begin {
        let isFull = paragraph.bead > begin && 2 * paragraph.length >= pageLength
        var end = isFull ? paragraph.bead : bead
        while end - 1 > begin, headings[end - 1] { end -= 1 }
        result.append(begin..<end)
        begin = end
        length = lengths[end..<bead].reduce(0, +)
        paragraph = (end, 0)
      }
      length += lengths[bead]
    }
    if begin < lengths.count { result.append(begin..<lengths.count) }
    return result
  }

  private func spread(_ number: Int, _ range: Range<Int>) -> String {
    let pages = texts.indices.map { page($0, range, folio: texts.count * number + $0 + 2) }
    let owners = Dictionary(
      range.flatMap { bead in notes(ofBead: bead).map { ($0, bead) } }, uniquingKeysWith: { $1 })
    return """
      <section class="spread">
      \(pages.joined(separator: "\n"))
      \(notes(owners.keys.sorted()) { owners[$0] })</section>
      """
  }

  private func page(_ text: Int, _ range: Range<Int>, folio: Int) -> String {
    let page = texts[text]
    return """
      <div class="page" lang="\(page.document.language)"><p class="running">\
      \(HTMLText.content(page.languageName))</p>
      \(paragraphs(text, range))<p class="folio">\(folio)</p></div>
      """
  }

  /// The segments of some beads in the paragraphs of their text.
  private func paragraphs(_ text: Int, _ range: Range<Int>) -> String {
    var html = ""
    for bead in range {
      for (place, segment) in beads[bead].texts[text].enumerated() {
        let isStart = texts[text].isStart[segment]
        if html.isEmpty {
          html = isStart ? "<p>" : "<p class=\"on\">"
        } else {
          html += isStart ? "</p>\n<p>" : " "
        }
        html += place == 0 ? reference(bead, text) : ""
        html += self.segment(text, segment, attributes: " data-of=\"\(bead + 1)\"")
      }
    }
    return html.isEmpty ? "" : html + "</p>\n"
  }

  /// The number of a bead before its first segment: where the bead stands, or the way there.
  private func reference(_ bead: Int, _ text: Int) -> String {
    let isFirst = beads[bead].texts[..<text].allSatisfy(\.isEmpty)
    let id = isFirst ? " id=\"b\(bead + 1)\"" : ""
    return "<a class=\"reference\"\(id) href=\"#b\(bead + 1)\">\(bead + 1)</a>"
  }
}
