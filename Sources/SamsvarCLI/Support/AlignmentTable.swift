import Samsvar

/// An alignment for a terminal: number, source and target in columns that fit the width.
struct AlignmentTable {
  let terminal: Terminal
  let phrases: Phrases

  /// The beads of a translation, or the sentences of a summary with what they rest on and what it
  /// leaves out.
  func text(_ analysis: BitextAnalysis, coverage: SummaryCoverage?) -> String {
    if let coverage {
      return summary(analysis, coverage.links) + leftOut(analysis, coverage.unused)
    }
    let bitext = analysis.bitext
    let numberWidth = String(bitext.alignment.beads.count).count
    let column = (terminal.width - numberWidth - 4 - 6) / 2
    return bitext.alignment.beads.indices.map { index in
      let bead = bitext.alignment.beads[index]
      let left = ColumnText.wrapped(bitext.sourceText(ofBead: index), width: column)
      let right = ColumnText.wrapped(bitext.targetText(ofBead: index), width: column)
      return row(
        number: ColumnText.padded(bitext.id(ofBead: index), to: numberWidth),
        kind: "\(bead.source.count)-\(bead.target.count)", left: left, right: right,
        column: column)
    }.joined()
  }

  private func row(
    number: String, kind: String, left: [String], right: [String], column: Int
  ) -> String {
    let indent = String(repeating: " ", count: ColumnText.width(number) + 5)
    var text = ""
    for line in 0..<max(left.count, right.count) {
      let head =
        line == 0
        ? terminal.styled(
          number + " " + ColumnText.padded(kind, to: 4), kind == "1-1" ? .dim : .yellow)
        : indent
      let source = ColumnText.padded(line < left.count ? left[line] : "", to: column)
      let target = line < right.count ? right[line] : ""
      text += head + source + terminal.styled(" │ ", .dim) + target + "\n"
    }
    return text
  }

  private func summary(_ analysis: BitextAnalysis, _ links: [SummaryLink]) -> String {
    links.map { link in
      var text = ""
      let sentence = analysis.target.document.string(link.summary)
      for line in ColumnText.wrapped("\(link.summary + 1). \(sentence)", width: terminal.width) {
        text += terminal.styled(line, .bold) + "\n"
      }
      if link.sources.isEmpty {
        text += terminal.styled("    \(phrases("no source segment found"))\n", .yellow)
      }
      for source in link.sources {
        let lines = ColumnText.wrapped(
          analysis.source.document.string(source), width: terminal.width - 8)
        for (number, line) in lines.enumerated() {
          let head = number == 0 ? ColumnText.padded("    \(source + 1)", to: 8) : "        "
          text += terminal.styled(head, .cyan) + line + "\n"
        }
      }
      return text
    }.joined(separator: "\n")
  }

  /// The source sentences that are not in the summary, the most central first.
  private func leftOut(
    _ analysis: BitextAnalysis, _ unused: [SummaryCoverage.Unused]
  ) -> String {
    guard !unused.isEmpty else { return "" }
    let head = "\n\(phrases("Not in the summary")). \(phrases("The most central first."))\n"
    return terminal.styled(head, .bold)
      + unused.map { entry in
        let text = analysis.source.document.string(entry.segment)
        return ColumnText.wrapped(text, width: terminal.width - 8).enumerated().map {
          number, line in
          let number = number == 0 ? String(entry.segment + 1) : ""
          let margin = ColumnText.padded("    \(number)", to: 8)
          return terminal.styled(margin, .dim) + line + "\n"
        }.joined()
      }.joined()
  }
}
