import SamsvarModel

/// A segment's text with its annotations, findings and glosses marked up.
struct SegmentMarkup {
  /// A stretch of the segment with the number of the note that explains it.
  struct Place {
    var note: Int
    var severity: Severity
    var range: Range<Int>
  }

  let text: [UInt8]
  let annotations: [Annotation]
  let findings: [Place]
  /// Whether terms, values and names can be reached by key.
  let hasFocus: Bool
  var glosses: [WordGloss] = []
  var glossLanguage = LanguageTag.en

  /// HTML of the segment's text.
  ///
  /// Annotations and findings may cross: the text is cut at every border and each piece is wrapped
  /// in what covers it. Glossed words do not overlap; each holds its pieces whole.
  func html() -> String {
    let glosses = glosses.filter { !$0.text.isEmpty }
    let ends = glosses.indices.map { end(of: glosses, $0) }
    let cuts = borders.union(ends).sorted()
    var html = ""
    var next = 0
    for (gloss, end) in zip(glosses, ends) {
      html += pieces(cuts, next..<gloss.range.lowerBound)
      html += glossed(gloss, pieces(cuts, gloss.range.lowerBound..<end))
      next = end
    }
    return html + pieces(cuts, next..<text.count)
  }

  /// Where a glossed word ends with the marks that follow it: the full stop stays at the word, however
  /// long the gloss is.
  private func end(of glosses: [WordGloss], _ index: Int) -> Int {
    let limit = index + 1 < glosses.count ? glosses[index + 1].range.lowerBound : text.count
    let rest = text[glosses[index].range.upperBound..<limit]
    return rest.firstIndex { $0 == 0x20 || $0 == 0x0A || $0 >= 0x80 } ?? limit
  }

  private var borders: Set<Int> {
    var borders: Set<Int> = [0, text.count]
    for range in annotations.map(\.range) + findings.map(\.range) + glosses.map(\.range) {
      borders.insert(min(range.lowerBound, text.count))
      borders.insert(min(range.upperBound, text.count))
    }
    return borders
  }

  private func pieces(_ cuts: [Int], _ range: Range<Int>) -> String {
    let inside = cuts.filter { range.lowerBound <= $0 && $0 <= range.upperBound }
    return zip(inside, inside.dropFirst()).map { piece($0..<$1) }.joined()
  }

  private func glossed(_ gloss: WordGloss, _ word: String) -> String {
    "<ruby class=\"from-\(gloss.origin.rawValue)\">\(word)<rt lang=\"\(glossLanguage)\" "
      + "aria-hidden=\"true\">\(HTMLText.content(gloss.text))</rt></ruby>"
  }

  private func piece(_ range: Range<Int>) -> String {
    let content = HTMLText.content(String(decoding: text[range], as: UTF8.self))
    var html = content
    let covering = annotations.filter { $0.range.overlaps(range) }
    if !covering.isEmpty { html = mark(covering, content) }
    for finding in findings where finding.range.overlaps(range) {
      html =
        "<span class=\"finding \(finding.severity.rawValue)\" "
        + "aria-describedby=\"note\(finding.note)\">\(html)</span>"
    }
    return html
  }

  /// A piece with the annotations that cover it: the first says what it looks like, all which pairs
  /// it belongs to.
  private func mark(_ covering: [Annotation], _ content: String) -> String {
    guard let annotation = covering.first else { return content }
    let title =
      annotation.label.isEmpty ? "" : " title=\"\(HTMLText.attribute(annotation.label))\""
    let isWord = annotation.kind == .word
    // Plain words light up with the mouse.
    let focus = isWord || !hasFocus ? "" : " tabindex=\"0\""
    let tag = isWord ? "span" : "mark"
    let pairs = covering.map { String($0.pair) }.joined(separator: " ")
    return
      "<\(tag) class=\"pair \(annotation.kind.rawValue)\" data-pair=\"\(pairs)\"\(title)\(focus)>"
      + "\(content)</\(tag)>"
  }
}
