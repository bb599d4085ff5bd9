import Samsvar

/// Findings for a terminal: place, message, reason, and the text with the place marked.
struct FindingsText {
  let terminal: Terminal
  let phrases: Phrases

  /// All findings and a closing line that counts them.
  func text(_ findings: [Finding], of analysis: BitextAnalysis) -> String {
    let lines = LineIndex(analysis.target.document.text)
    let accepted = findings.count { $0.acceptance != nil }
    let findings = findings.filter { $0.acceptance == nil }
    return findings.map { finding($0.said(phrases), analysis, lines) }.joined(separator: "\n")
      + (findings.isEmpty ? "" : "\n") + closing(findings, accepted: accepted)
  }

  private func finding(
    _ finding: Finding, _ analysis: BitextAnalysis, _ lines: LineIndex
  ) -> String {
    let style: Terminal.Style = finding.severity == .error ? .red : .yellow
    let label = terminal.styled("\(phrases(finding.severity.rawValue))[\(finding.rule)]", style)
    var text = "\(place(finding, analysis, lines)): \(label) \(finding.message)\n"
    if let span = finding.source { text += quoted(analysis.source.document, span) }
    if let span = finding.target { text += quoted(analysis.target.document, span) }
    return text + "    \(finding.reason)\n"
  }

  private func place(
    _ finding: Finding, _ analysis: BitextAnalysis, _ lines: LineIndex
  ) -> String {
    if let place = analysis.place(of: finding) {
      let line = place.line.map { ":\($0)" } ?? ""
      let column = place.line == nil ? "" : place.column.map { ":\($0)" } ?? ""
      let cell = place.cell.map { " cell \($0)" } ?? ""
      return "\(place.file)\(line)\(column): unit \(place.unit)\(cell)"
    }
    if let span = finding.target {
      let start = analysis.target.document.segments[span.segment].range.lowerBound
      let position = lines.position(of: start + span.range.lowerBound)
      return "\(analysis.target.document.name):\(position.line):\(position.column)"
    }
    return "\(analysis.target.document.name): bead \(analysis.bitext.id(ofBead: finding.bead))"
  }

  /// The words around a place, one line, the place underlined.
  private func quoted(_ document: Document, _ span: FindingSpan) -> String {
    let text = Array(document.text[document.segments[span.segment].range])
    let before = String(decoding: text[..<span.range.lowerBound], as: UTF8.self)
    let after = String(decoding: text[span.range.upperBound...], as: UTF8.self)
    let room = max(10, terminal.width - 12 - ColumnText.width(span.text))
    let left = Self.tail(before, room / 2)
    let right = Self.head(after, room - ColumnText.width(left))
    let language = ColumnText.padded(document.language.description, to: 3)
    let marks = String(repeating: "~", count: max(1, ColumnText.width(span.text)))
    let indent = String(repeating: " ", count: 8 + ColumnText.width(left))
    return "    \(terminal.styled(language, .dim)) \(left)\(span.text)\(right)\n"
      + indent + terminal.styled(marks, .red) + "\n"
  }

  private static func tail(_ text: String, _ width: Int) -> String {
    ColumnText.width(text) <= width ? text : "…" + text.suffix(max(0, width - 1))
  }

  private static func head(_ text: String, _ width: Int) -> String {
    ColumnText.width(text) <= width ? text : text.prefix(max(0, width - 1)) + "…"
  }

  private func closing(_ findings: [Finding], accepted: Int) -> String {
    let tail = accepted == 0 ? "\n" : ", " + phrases("{1} accepted", String(accepted)) + "\n"
    guard !findings.isEmpty else { return phrases("no findings") + tail }
    let parts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = findings.count { $0.severity == severity }
      return count == 0 ? nil : phrases.count(count, severity.rawValue)
    }
    return parts.joined(separator: ", ") + tail
  }
}
