import SamsvarModel

/// JUnit's XML, as CI systems read it: a suite for each document, a case for each rule that found
/// something, and one that passes where none did.
///
/// A case fails where a finding reaches the severity that makes the run fail; what else was found
/// stands in its output.
public enum JUnitReport {
  /// The report as XML.
  public static func write(_ report: CheckReport) -> String {
    let writer = XMLWriter()
    let failures = report.documents.map { failed(report, $0).count }
    writer.start(
      "testsuites",
      [
        ("name", "samsvar"),
        ("tests", String(report.documents.reduce(0) { $0 + max(1, rules(report, $1).count) })),
        ("failures", String(failures.reduce(0, +))), ("errors", "0"), ("time", "0"),
      ])
    for document in report.documents { suite(document, report, writer) }
    writer.end()
    return writer.finish()
  }

  /// The rules that found something in a document, in their order.
  private static func rules(_ report: CheckReport, _ document: CheckedDocument) -> [String] {
    let found = Set(document.findings.map(\.rule))
    return report.rules.map(\.id).filter(found.contains)
  }

  /// The rules with findings that make the run fail.
  private static func failed(_ report: CheckReport, _ document: CheckedDocument) -> Set<String> {
    Set(document.findings.filter(report.fails).map(\.rule))
  }

  private static func suite(
    _ document: CheckedDocument, _ report: CheckReport, _ writer: borrowing XMLWriter
  ) {
    let rules = rules(report, document)
    writer.start(
      "testsuite",
      [
        ("name", document.name), ("tests", String(max(1, rules.count))),
        ("failures", String(failed(report, document).count)), ("errors", "0"), ("skipped", "0"),
        ("time", "0"),
      ])
    if rules.isEmpty {
      writer.start(
        "testcase", [("classname", document.target), ("name", "no findings"), ("time", "0")])
      writer.end()
    }
    for rule in rules {
      writer.start("testcase", [("classname", document.target), ("name", rule), ("time", "0")])
      outcome(document.findings.filter { $0.rule == rule }, report, writer)
      writer.end()
    }
    writer.end()
  }

  /// What a case holds: a failure for what makes the run fail, the rest as output.
  private static func outcome(
    _ findings: [ReportedFinding], _ report: CheckReport, _ writer: borrowing XMLWriter
  ) {
    let failing = findings.filter(report.fails)
    if let first = failing.first {
      let others = failing.count > 1 ? " (and \(failing.count - 1) more)" : ""
      writer.element(
        "failure", [("message", first.message + others), ("type", first.severity.rawValue)],
        text: failing.map(line).joined(separator: "\n"))
    }
    let rest = findings.filter { !report.fails($0) }
    if !rest.isEmpty {
      writer.element("system-out", text: rest.map(line).joined(separator: "\n"))
    }
  }

  private static func line(_ finding: ReportedFinding) -> String {
    let accepted = finding.acceptance == nil ? "" : " (accepted)"
    return "\(PlaceText.of(finding)): \(finding.severity.rawValue): \(finding.message)\(accepted)\n"
      + "  \(finding.reason)"
  }
}

/// A finding's place in words: `article.en.txt:12:5`, `bitext.jsonl, bead s1`.
enum PlaceText {
  static func of(_ finding: ReportedFinding) -> String {
    guard let place = finding.place else { return "bead \(finding.bead)" }
    guard let line = place.line else {
      return "\(place.file), " + (place.part ?? "bead \(finding.bead)")
    }
    return "\(place.file):\(line)" + (place.column.map { ":\($0)" } ?? "")
  }
}
