import SamsvarModel

extension AlignedPage {
  /// The beads as a table, one row a bead: the form of every layout but facing pages.
  ///
  /// The style sheet lays rows out as grids, which takes their roles away; so the roles are said.
  func table() -> String {
    let heads = texts.map { text in
      """
      <th role="columnheader" scope="col" lang="\(text.document.language)">\
      \(HTMLText.content(text.languageName))</th>
      """
    }
    return """
      <table class="beads" role="table">
      <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col" class="number">\
      <span class="unseen">\(phrases("Bead"))</span></th>\(heads.joined())</tr></thead>
      <tbody role="rowgroup">
      \(beads.indices.map(row).joined(separator: "\n"))
      </tbody>
      </table>
      """
  }

  private func row(_ index: Int) -> String {
    let bead = beads[index]
    var names = ["bead"]
    if bead.texts.contains(where: \.isEmpty) { names.append("alone") }
    if let first = zip(texts, bead.texts).first(where: { !$1.isEmpty }) {
      if first.0.isStart[first.1.lowerBound] { names.append("start") }
      if first.0.kind(first.1.lowerBound) == .heading { names.append("heading") }
    }
    let last = texts.indices.last
    let cells = texts.indices.map { cell(index, $0, notes: $0 == last ? notes(ofBead: index) : []) }
    return """
      <tr role="row" class="\(names.joined(separator: " "))" id="b\(index + 1)">\
      <th role="rowheader" scope="row" class="number"><a href="#b\(index + 1)">\(index + 1)</a>\
      \(badge(bead))</th>\(cells.joined())</tr>
      """
  }

  /// How many segments correspond, where it is not one to one.
  private func badge(_ bead: MultitextBead) -> String {
    guard bead.texts.contains(where: { $0.count != 1 }) else { return "" }
    let counts = bead.texts.map { String($0.count) }.joined(separator: "–")
    return "<span class=\"kind\">\(counts)</span>"
  }

  private func cell(_ bead: Int, _ text: Int, notes numbers: [Int]) -> String {
    let page = texts[text]
    let range = beads[bead].texts[text]
    let segments = range.map { segment(text, $0) }.joined(separator: "\n")
    var content = range.isEmpty ? nothing(text) : segments
    if layout == .tap, text > 0, !range.isEmpty {
      content = """
        <details><summary>\(HTMLText.content(page.languageName))</summary>\(segments)</details>
        """
    }
    return "<td role=\"cell\" lang=\"\(page.document.language)\">\(content)\(notes(numbers))</td>"
  }

  /// What stands where a text has nothing.
  private func nothing(_ text: Int) -> String {
    let word = texts.count > 2 ? "no counterpart" : text == 0 ? "added" : "left out"
    return "<span class=\"none\" lang=\"\(phrases.language)\">\(phrases(word))</span>"
  }

  /// A segment with its marks; `data-start` says that it begins a paragraph.
  func segment(_ text: Int, _ segment: Int, attributes: String = "") -> String {
    let page = texts[text]
    let kind = page.kind(segment)
    let role = kind == .heading ? " role=\"heading\" aria-level=\"2\"" : ""
    let start = page.isStart[segment] ? " data-start" : ""
    return """
      <span class="segment is-\(kind.rawValue)"\(role)\(start)\(attributes)>\
      \(page.markup(segment, marks: marks))\(page.glossLine(segment, phrases))</span>
      """
  }
}
