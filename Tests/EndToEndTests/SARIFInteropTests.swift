import Foundation
import SamsvarTestSupport
import Testing

/// What another reader makes of our SARIF; skipped aloud where sarif-tools (PyPI) is missing.
@Suite(
  "SARIF read by sarif-tools",
  .enabled(if: Interop.isRequired || Interop.hasPython("sarif")))
struct SARIFInteropTests {
  @Test func findingsAreCountedBySeverityAndRule() throws {
    let folder = try TemporaryFolder()
    let source = try folder.write("Valget er i dag.\nDet koster 5 kroner.\n", to: "a.nb.txt")
    let target = try folder.write("The choice is today.\nIt costs 6 kroner.\n", to: "a.en.txt")
    let glossary = try folder.write("id,nb,en,en_forbidden\ne,valg,election,choice\n", to: "g.csv")
    let report = folder.path("a.sarif")
    let check = try Program.samsvar(
      "check", source, target, "--termbase", glossary, "--from", "lines", "--report", report)
    #expect(check.status == 1)
    let table = folder.path("a.csv")
    let read = try Program.run(
      URL(fileURLWithPath: "/usr/bin/env"),
      [Interop.python, "-m", "sarif", "csv", "--output", table, report])
    #expect(read.status == 0, "\(read.error)")
    let rows = try String(contentsOfFile: table, encoding: .utf8).split(whereSeparator: \.isNewline)
    #expect(rows.count == 3)
    #expect(rows.contains { $0.contains("term.forbidden") && $0.contains("a.en.txt") })
    #expect(rows.contains { $0.contains("value.mismatch") })
  }
}
