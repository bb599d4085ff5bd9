import SamsvarModel

/// A segment's text with its annotations and findings marked up.
struct SegmentMarkup {
  let text: [UInt8]
  let annotations: [Annotation]
  /// Findings at stretches of the segment, with the number of the note that explains each.
  let findings: [(note: Int, severity: Severity, range: Range<Int>)]
  /// Whether terms, values and names can be reached by key.
  let hasFocus: Bool

  /// HTML of the segment's text.
  ///
  /// Annotations and findings may cross: the text is cut at every border and each piece is wrapped
  /// in what covers it.
  func html() -> String {
    var borders: Set<Int> = [0, text.count]
    for range in annotations.map(\.range) + findings.map(\.range) {
      borders.insert(min(range.lowerBound, text.count))
      borders.insert(min(range.upperBound, text.count))
    }
    let cuts = borders.sorted()
    return zip(cuts, cuts.dropFirst()).map { piece($0..<$1) }.joined()
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
    // Plain words light up with the mouse.
    let focus = annotation.kind == .word || !hasFocus ? "" : " tabindex=\"0\""
    let pairs = covering.map { String($0.pair) }.joined(separator: " ")
    return
      "<span class=\"pair \(annotation.kind.rawValue)\" data-pair=\"\(pairs)\"\(title)\(focus)>"
      + "\(content)</span>"
  }
}
