import Samsvar

/// The beads of an alignment for a person to look through: the least sure first, with reasons.
struct ReviewList {
  let terminal: Terminal

  /// One paragraph a bead.
  func text(_ analysis: BitextAnalysis) -> String {
    DoubtfulBeads(analysis).rows.map(paragraph).joined(separator: "\n")
  }

  private func paragraph(_ row: DoubtfulBeads.Row) -> String {
    let confidence = String(Int((row.bead.confidence * 100).rounded()))
    let kind = "\(row.bead.source.count)-\(row.bead.target.count)"
    var text = terminal.styled("\(row.id)  \(kind)  \(confidence) %", .bold) + "\n"
    text += lines(row.source, mark: "  ") + lines(row.target, mark: "  ")
    if row.bead.source.isEmpty || row.bead.target.isEmpty {
      return text + terminal.styled("  nothing corresponds to it", .yellow) + "\n"
    }
    let reasons = row.reasons.isEmpty ? "nothing but length and place" : list(row.reasons)
    text += terminal.styled(wrapped("for it: \(reasons)"), .dim)
    if !row.unexplained.isEmpty {
      text += terminal.styled(wrapped("without counterpart: \(list(row.unexplained))"), .dim)
    }
    return text
  }

  private func list(_ items: [String]) -> String {
    items.prefix(12).joined(separator: ", ") + (items.count > 12 ? " …" : "")
  }

  private func wrapped(_ text: String) -> String { lines(text, mark: "  ") }

  private func lines(_ text: String, mark: String) -> String {
    guard !text.isEmpty else { return "" }
    return ColumnText.wrapped(text, width: terminal.width - mark.count).map { mark + $0 + "\n" }
      .joined()
  }
}
