import Hummingbird
import Samsvar
import SamsvarMemory

/// A finding as the page shows it: in the reader's language, with UTF-16 offsets.
struct FindingRow: Codable {
  struct Span: Codable {
    var segment: Int64
    var start: Int
    var end: Int
    var text: String
  }

  var id: Int64
  var bitext: Int64
  var bead: Int64?
  var rule: String
  var category: String
  var severity: String
  var state: String
  var acceptance: String
  var message: String
  var reason: String
  var source: Span?
  var target: Span?
  var replacement: String?
  var fix: Span?

  /// - Parameter text: The text of a segment, to count the offsets in; nil where it is not known.
  init(_ placed: PlacedFinding, _ phrases: Phrases, text: (Int64) -> String?) {
    let finding = placed.finding
    func span(_ span: ProjectFinding.Span?) -> Span? {
      guard let span else { return nil }
      var range = span.start..<span.end
      if let text = text(span.segment), range.upperBound <= text.utf8.count {
        range = OffsetCounter(text.utf8, unit: .utf16).ranges([range])[0]
      }
      return Span(
        segment: span.segment, start: range.lowerBound, end: range.upperBound, text: span.text)
    }
    id = finding.id
    bitext = finding.bitext
    bead = placed.bead
    rule = finding.rule
    category = phrases(finding.category)
    severity = finding.severity
    state = finding.state.rawValue
    acceptance = finding.acceptance
    message = phrases.message(finding.detail.message)
    reason = phrases.message(finding.detail.reason)
    source = span(finding.detail.source)
    target = span(finding.detail.target)
    replacement = finding.detail.replacement
    fix = span(finding.detail.fix)
  }
}

extension ReviewRoutes {
  struct FindingPage: Codable {
    struct Rule: Codable {
      var rule: String
      var count: Int
      var fixes: Int
    }
    var total: Int
    var from: Int
    var findings: [FindingRow]
    var rules: [Rule]
  }

  /// Findings by the filter of a query.
  func findings(_ request: Request) throws -> FindingPage {
    let from = try request.number("from", or: 0, in: 0...Int.max)
    let filter = FindingFilter(
      bitext: request.text("bitext").flatMap { Int64($0) }, rule: request.text("rule"),
      severity: request.text("severity"),
      state: request.text("state").flatMap { ProjectFinding.State(rawValue: $0) })
    let (total, rows) = try project.findings(
      filter, from: from, count: try request.number("count", or: 100, in: 1...500))
    let phrases = phrases(request)
    return FindingPage(
      total: total, from: from, findings: rows.map { FindingRow($0, phrases) { _ in nil } },
      rules: try project.findingRules().map {
        .init(rule: $0.rule, count: $0.count, fixes: $0.fixes)
      })
  }
}
