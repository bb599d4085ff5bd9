import Samsvar

/// A report for a terminal: place, message, reason, the text with the place marked, and a summary
/// by rule.
struct FindingsText {
  let terminal: Terminal
  let phrases: Phrases

  /// All findings that count, by document, and a closing count.
  func text(_ report: CheckReport) -> String {
    let hasHeadings = report.documents.count > 1
    let sections = report.documents.compactMap { document -> String? in
      let findings = document.findings.filter { $0.acceptance == nil }
      guard !findings.isEmpty else { return nil }
      let name = document.name.isEmpty ? document.target : document.name
      let heading = hasHeadings ? terminal.styled(name, .bold) + "\n\n" : ""
      return heading + findings.map(finding).joined(separator: "\n")
    }
    return sections.joined(separator: "\n") + (sections.isEmpty ? "" : "\n") + closing(report)
  }

  private func finding(_ finding: ReportedFinding) -> String {
    let style: Terminal.Style = finding.severity == .error ? .red : .yellow
    let label = terminal.styled("\(phrases(finding.severity.rawValue))[\(finding.rule)]", style)
    var text = "\(place(finding)): \(label) \(phrases.message(finding.message))\n"
    for place in [finding.source, finding.target] {
      if let place { text += quoted(place) }
    }
    return text + "    \(phrases.message(finding.reason))\n"
  }

  private func place(_ finding: ReportedFinding) -> String {
    guard let target = finding.target, let line = target.line else {
      if let target = finding.target, let part = target.part { return "\(target.file), \(part)" }
      let file = finding.target?.file ?? finding.source?.file ?? ""
      return (file.isEmpty ? "" : file + ", ") + "bead \(finding.bead)"
    }
    return "\(target.file):\(line)" + (target.column.map { ":\($0)" } ?? "")
      + (target.part.map { ", \($0)" } ?? "")
  }

  /// The words around a place, one line, the place underlined.
  private func quoted(_ place: ReportedPlace) -> String {
    let words = Self.line(place.text)
    let room = max(10, terminal.width - 12 - ColumnText.width(words))
    let left = Self.tail(Self.line(place.before), room / 2)
    let right = Self.head(Self.line(place.after), room - ColumnText.width(left))
    let language = ColumnText.padded(place.language, to: 3)
    let marks = String(repeating: "~", count: max(1, ColumnText.width(words)))
    let indent = String(repeating: " ", count: 8 + ColumnText.width(left))
    return "    \(terminal.styled(language, .dim)) \(left)\(words)\(right)\n"
      + indent + terminal.styled(marks, .red) + "\n"
  }

  /// Line ends as blanks.
  private static func line(_ text: String) -> String {
    text.contains(where: \.isNewline)
      ? String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }) : text
  }

  private static func tail(_ text: String, _ width: Int) -> String {
    ColumnText.width(text) <= width ? text : "…" + text.suffix(max(0, width - 1))
  }

  private static func head(_ text: String, _ width: Int) -> String {
    ColumnText.width(text) <= width ? text : text.prefix(max(0, width - 1)) + "…"
  }

  private func closing(_ report: CheckReport) -> String {
    let accepted = report.acceptedCount
    let tail = accepted == 0 ? "\n" : ", " + phrases("{1} accepted", String(accepted)) + "\n"
    let parts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = report.count(severity)
      return count == 0 ? nil : phrases.count(count, severity.rawValue)
    }
    guard !parts.isEmpty else { return phrases("no findings") + tail }
    return parts.joined(separator: ", ") + tail + rules(report)
  }

  /// How often each rule found something, where there is more than one finding.
  private func rules(_ report: CheckReport) -> String {
    let counts = report.countsByRule
    guard counts.reduce(0, { $0 + $1.count }) > 1 else { return "" }
    return counts.map { "  \(ColumnText.padded($0.rule, to: 22))\($0.count)\n" }.joined()
  }
}
