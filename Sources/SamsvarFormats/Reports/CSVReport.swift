import SamsvarModel

/// A table of all findings (RFC 4180): comma-separated, UTF-8, a header, one finding a row.
public enum CSVReport {
  private static let header = [
    "document", "rule", "category", "severity", "accepted", "file", "line", "column", "bead",
    "source", "target", "message", "reason", "fix", "fingerprint",
  ]

  /// The table.
  public static func write(_ report: CheckReport) -> String {
    ([header] + report.documents.flatMap { document in document.findings.map { row($0, document) } })
      .map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func row(_ finding: ReportedFinding, _ document: CheckedDocument) -> [String] {
    [
      document.name, finding.rule, finding.category.rawValue, finding.severity.rawValue,
      finding.acceptance?.place.rawValue ?? "", finding.place?.file ?? document.target,
      finding.place?.line.map(String.init) ?? "", finding.place?.column.map(String.init) ?? "",
      finding.bead, finding.source?.text ?? "", finding.target?.text ?? "", finding.message,
      finding.reason, finding.replacement ?? "", finding.fingerprint,
    ]
  }

  /// A cell in quotation marks where it needs them.
  ///
  /// What a spreadsheet would take for a formula begins with an apostrophe, so that a text under
  /// check cannot run anything.
  private static func cell(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
    let text = isFormula ? "'" + text : text
    guard text.contains(where: { ",\"\n\r".contains($0) || $0 == "\r\n" }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
