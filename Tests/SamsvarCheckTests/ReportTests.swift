import Foundation
import Samsvar
import SamsvarFormats
import SamsvarModel
import SamsvarTestSupport
import Testing

@Suite("Reports")
struct ReportTests {
  private static let glossary = "id,nb,en,en_forbidden\nelection,valg,election,choice\n"

  /// A report over two texts of one segment a line.
  private func report(
    _ source: String, _ target: String, name: String = "a", baseline: String? = nil,
    folder: TemporaryFolder? = nil
  ) throws -> CheckReport {
    let folder = try folder ?? TemporaryFolder()
    let pipeline = try Pipeline.installed()
    let left = try pipeline.read(
      try folder.write(source, to: "\(name).nb.txt"), as: .nb, layout: .lines)
    let right = try pipeline.read(
      try folder.write(target, to: "\(name).en.txt"), as: .en, layout: .lines)
    let analysis = try pipeline.analyseTranslation(left, right)
    let termbase = try TermbaseTableReader.read(Array(Self.glossary.utf8), file: "g.csv")
    var findings = try pipeline.check(analysis, termbase: termbase)
    if let baseline {
      var known = try Baseline(Array(baseline.utf8), file: "baseline")
      known.accept(&findings)
    }
    return CheckReport(
      [analysis.checked(findings, document: left.document.name)], failsAt: .error,
      hasBaseline: baseline != nil, folder: folder.url.path + "/")
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// The run of a SARIF report.
  private func run(_ report: CheckReport) throws -> [String: Any] {
    let root = try object(SARIFReport.write(report))
    #expect(root["version"] as? String == "2.1.0")
    let runs = try #require(root["runs"] as? [[String: Any]])
    #expect(runs.count == 1)
    return runs[0]
  }

  private func results(_ report: CheckReport) throws -> [[String: Any]] {
    try #require(try run(report)["results"] as? [[String: Any]])
  }

  private func value(_ object: [String: Any], _ path: String...) -> Any? {
    path.reduce(object as Any?) { value, key in
      if let index = Int(key) {
        let items = value as? [Any] ?? []
        return items.indices.contains(index) ? items[index] : nil
      }
      return (value as? [String: Any])?[key]
    }
  }

  // MARK: - SARIF

  @Test func rulesAndResultsOfSARIFBelongTogether() throws {
    let run = try run(report("Valget er i dag.", "The choice is today."))
    let rules = try #require(value(run, "tool", "driver", "rules") as? [[String: Any]])
    let ids = rules.compactMap { $0["id"] as? String }
    #expect(Set(ids).count == rules.count && ids.count == RuleCatalogue.rules.count)
    for rule in rules {
      let help = value(rule, "help", "text") as? String
      #expect(help?.contains("samsvar:accept") == true)
      let level = value(rule, "defaultConfiguration", "level") as? String
      #expect(["note", "warning", "error"].contains(level))
    }
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(!results.isEmpty)
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(ids[index] == result["ruleId"] as? String)
    }
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
  }

  @Test func placesCountCodePointsFromOne() throws {
    let result = try results(report("Hei.\n🙂 Så, valget er nå.", "Hi.\n🙂 Så, choice is now."))[0]
    let region = try #require(
      value(result, "locations", "0", "physicalLocation", "region") as? [String: Any])
    #expect(region["startLine"] as? Int == 2 && region["endLine"] as? Int == 2)
    #expect(region["startColumn"] as? Int == 7 && region["endColumn"] as? Int == 13)
    let source = try #require(
      value(result, "relatedLocations", "0", "physicalLocation") as? [String: Any])
    #expect((value(source, "artifactLocation", "uri") as? String)?.hasSuffix("a.nb.txt") == true)
    #expect(value(source, "region", "startColumn") as? Int == 7)
  }

  @Test func pathsAreRelativeAndPercentEncoded() throws {
    let result = try results(
      report("Valget er i dag.", "The choice is today.", name: "blåbær & is"))[0]
    let place = try #require(
      value(result, "locations", "0", "physicalLocation", "artifactLocation") as? [String: Any])
    #expect(place["uri"] as? String == "bl%C3%A5b%C3%A6r%20%26%20is.en.txt")
    #expect(place["uriBaseId"] as? String == "%SRCROOT%")
  }

  @Test func aFixReplacesItsRegion() throws {
    let result = try results(report("Valget er i dag.", "The choice is today."))[0]
    let change = try #require(
      value(result, "fixes", "0", "artifactChanges", "0", "replacements", "0") as? [String: Any])
    #expect(value(change, "insertedContent", "text") as? String == "election")
    #expect(value(change, "deletedRegion", "startColumn") as? Int == 5)
    #expect(value(change, "deletedRegion", "endColumn") as? Int == 11)
  }

  @Test func equalFindingsHaveFingerprintsOfTheirOwn() throws {
    let results = try results(
      report("Valget er i dag.\nValget er nå.", "The choice is today.\nThe choice is now."))
    let hashes = results.compactMap {
      value($0, "partialFingerprints", "primaryLocationLineHash") as? String
    }
    #expect(hashes.count == 2 && Set(hashes).count == 2)
    let own = Set(
      results.compactMap { value($0, "partialFingerprints", "samsvar/v1") as? String })
    #expect(own.count == 1)
  }

  @Test func acceptedFindingsStayInSARIF() throws {
    let mark = "<!-- samsvar:accept term because the title is fixed -->\n"
    let report = try report(
      mark + "Valget er i dag.\nHan kom hjem.\nValget er nå.",
      "The choice is today.\nHe came home.\nThe choice is now.")
    let results = try results(report)
    #expect(results.count == 2)
    let kinds = results.map { value($0, "suppressions", "0", "kind") as? String }
    #expect(kinds == ["inSource", nil])
    #expect(
      value(results[0], "suppressions", "0", "justification") as? String == "the title is fixed")
    #expect((results[1]["suppressions"] as? [Any])?.isEmpty == true)
    #expect(results.allSatisfy { $0["baselineState"] == nil })
  }

  @Test func newAndKnown() throws {
    let before = try report("Valget er i dag.", "The choice is today.")
    let baseline = Baseline.lines(before.documents[0])
    let after = try report(
      "Valget er i dag.\nValget er nå.", "The choice is today.\nThe choice is now.",
      baseline: baseline)
    let states = try results(after).map { $0["baselineState"] as? String }
    #expect(states == ["unchanged", "new"])
    #expect(value(try results(after)[0], "suppressions", "0", "kind") as? String == "external")
    #expect(after.acceptedCount == 1 && after.count(.error) == 1)
  }

  // MARK: - Others

  @Test func annotationsAreEscaped() throws {
    let text = GitHubReport.write(
      try report("Valget: 50 % er her.", "The choice: 50 % is here.", name: "a,b:c"))
    let lines = text.split(separator: "\n")
    #expect(lines.count == 1)
    #expect(
      lines[0].hasPrefix("::error file=a%2Cb%3Ac.en.txt,line=1,col=5,endLine=1,endColumn=11,"))
    #expect(lines[0].contains("title=term.forbidden::") && lines[0].contains("%0A"))
  }

  @Test func acceptedFindingsAreNoAnnotations() throws {
    let mark = "<!-- samsvar:accept term -->\n"
    let report = try report(mark + "Valget er i dag.", "The choice is today.")
    #expect(GitHubReport.write(report) == "")
    #expect(!report.isFailed)
  }

  @Test func tableCanBeReadBack() throws {
    let report = try report("Valget er i dag.", "The \"choice\", is today.")
    let table = try DelimitedText(Array(CSVReport.write(report).utf8), file: "report.csv")
    #expect(table.rows.allSatisfy { $0.cells.count == table.rows[0].cells.count })
    let column = try #require(table.rows[0].cells.firstIndex(of: "target"))
    #expect(table.rows[1].cells[column] == "choice")
  }

  @Test func casesFailWhereTheRunDoes() throws {
    let failed = JUnitReport.write(try report("Valget er i dag.", "The choice <b> is today."))
    #expect(failed.contains("failures=\"1\"") && failed.contains("<failure message="))
    #expect(!failed.contains("<b>"))
    let passed = JUnitReport.write(try report("Valget er i dag.", "The election is today."))
    #expect(passed.contains("failures=\"0\"") && passed.contains("name=\"no findings\""))
  }

  @Test func pageNeedsNothingButItself() throws {
    let report = try report("Valget er i dag.", "The choice <b> is today.")
    let page = try HTMLReport(report, phrases: try Phrases.installed(.nb)).html()
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"nb\">"))
    for foreign in ["http:", "https:", "src=", "href=", "<b> is"] {
      #expect(!page.contains(foreign), "\(foreign)")
    }
    #expect(page.contains("data-rule=\"term.forbidden\"") && page.contains("<mark>choice</mark>"))
    #expect(page.contains("prefers-color-scheme: dark"))
  }

  @Test func machineFormatsHaveTheSameFindings() throws {
    let report = try report("Valget er i dag.\n5 kom.", "The choice is today.\n6 came.")
    let lines = JSONReport.lines(report).split(separator: "\n")
    let whole = try object(JSONReport.write(report))
    #expect(lines.count == report.documents[0].findings.count && lines.count >= 2)
    #expect(value(whole, "counts", "error") as? Int == report.count(.error))
    let findings = value(whole, "documents", "0", "findings") as? [Any]
    #expect(findings?.count == lines.count)
  }

  @Test(arguments: [
    ("a.sarif", ReportFormat.sarif), ("a.sarif.json", .sarif), ("a.json", .json),
    ("a.jsonl", .jsonl), ("a.xml", .junit), ("a.html", .html), ("a.csv", .csv), ("a.txt", .text),
  ])
  func endingsTellFormats(path: String, format: ReportFormat) {
    #expect(ReportFormat(path: path) == format)
  }
}
