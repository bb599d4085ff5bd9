public import SamsvarModel
import SamsvarText

/// A page with all findings that needs nothing but itself: grouped by document, filtered by rule,
/// severity and words where scripts run, whole where they do not.
public struct HTMLReport: Sendable {
  private let report: CheckReport
  private let phrases: Phrases
  private let style: String
  private let script: String

  /// A page for a report, with the style sheet and script installed beside the program.
  ///
  /// - Throws: `InputError` when they are missing.
  public init(_ report: CheckReport, phrases: Phrases = .english) throws(InputError) {
    guard let folder = DataLocation.find("Pages", room: "SamsvarFormats") else {
      throw InputError(
        "no page assets found; set SAMSVAR_DATA to the folder that holds them",
        at: SourcePosition(file: "Pages"))
    }
    style = String(decoding: try FileBytes.read("\(folder)/report.css"), as: UTF8.self)
    script = String(decoding: try FileBytes.read("\(folder)/report.js"), as: UTF8.self)
    self.report = report
    self.phrases = phrases
  }

  /// The page.
  ///
  /// - Complexity: O(n)
  public func html() -> String {
    let title = phrases("Findings")
    return """
      <!DOCTYPE html>
      <html lang="\(phrases.language)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="generator" content="Samsvar \(HTMLText.attribute(report.version))">
      <title>\(title)</title>
      <style>
      \(style)</style>
      </head>
      <body>
      <header>
      <h1>\(title)</h1>
      <p class="facts">\(facts)</p>
      \(table)\(filter)</header>
      <main>
      \(report.documents.filter { !$0.findings.isEmpty }.map(section).joined(separator: "\n"))
      </main>
      <footer>\(phrases("Made with {1}.", "Samsvar \(HTMLText.content(report.version))"))</footer>
      <script>
      \(script)</script>
      </body>
      </html>

      """
  }

  private var facts: String {
    let counts = [Severity.error, .warning, .note].map { severity in
      phrases.count(report.count(severity), severity.rawValue)
    }
    let accepted = report.acceptedCount
    return
      ([phrases.count(report.documents.count, "document")] + counts
      + (accepted > 0 ? [phrases("{1} accepted", String(accepted))] : []))
      .map { HTMLText.content($0) }.joined(separator: " · ")
  }

  private var table: String {
    let rows = report.countsByRule.map { rule, count in
      let summary = report.rules.first { $0.id == rule }?.summary ?? ""
      return "<tr><th scope=\"row\"><span class=\"rule\">\(HTMLText.content(rule))</span></th>"
        + "<td class=\"count\">\(count)</td><td lang=\"en\">\(HTMLText.content(summary))</td></tr>\n"
    }
    guard !rows.isEmpty else { return "" }
    return """
      <table>
      <thead><tr><th scope="col">\(phrases("Rule"))</th><th scope="col">\(phrases("Findings"))</th>\
      <th scope="col">\(phrases("What it finds"))</th></tr></thead>
      <tbody>
      \(rows.joined())</tbody>
      </table>

      """
  }

  private var filter: String {
    guard report.documents.contains(where: { !$0.findings.isEmpty }) else { return "" }
    let boxes = [Severity.error, .warning, .note].map { severity in
      "<label><input type=\"checkbox\" name=\"severity\" value=\"\(severity.rawValue)\" checked> "
        + "\(phrases(severity.rawValue))</label>"
    }
    let rules = Set(report.documents.flatMap { $0.findings.map(\.rule) })
    let options = report.rules.filter { rules.contains($0.id) }.map {
      "<option value=\"\(HTMLText.attribute($0.id))\">\(HTMLText.content($0.id))</option>"
    }
    let accepted =
      report.acceptedCount == 0
      ? ""
      : "<label><input type=\"checkbox\" name=\"accepted\" value=\"yes\"> \(phrases("accepted"))</label>"
    return """
      <form hidden>
      <fieldset><legend>\(phrases("Show"))</legend>\(boxes.joined(separator: " "))\(accepted)</fieldset>
      <label>\(phrases("Rule")) <select name="rule"><option value="">\(phrases("all"))</option>\
      \(options.joined())</select></label>
      <label>\(phrases("Words")) <input type="search" name="words"></label>
      <output id="shown" aria-live="polite" data-text="\(phrases("{1} shown"))"></output>
      </form>

      """
  }

  private func section(_ document: CheckedDocument) -> String {
    """
    <section data-document>
    <h2>\(HTMLText.content(document.name.isEmpty ? document.target : document.name))</h2>
    \(document.findings.map(article).joined(separator: "\n"))
    </section>
    """
  }

  private func article(_ finding: ReportedFinding) -> String {
    let level = finding.severity.rawValue
    let isAccepted = finding.acceptance != nil
    let acceptance = finding.acceptance.map { acceptance in
      let reason = acceptance.reason.isEmpty ? "" : ": \(acceptance.reason)"
      return "<p class=\"reason\">\(HTMLText.content(phrases("accepted") + reason))</p>"
    }
    let fix = finding.replacement.map {
      "<p class=\"reason\">\(phrases("Fix")): <b>\(HTMLText.content($0.isEmpty ? "–" : $0))</b></p>"
    }
    return """
      <article class="\(level)\(isAccepted ? " accepted" : "")" data-severity="\(level)" \
      data-rule="\(HTMLText.attribute(finding.rule))"\(isAccepted ? " data-accepted=\"yes\"" : "")>
      <h3><span class="level">\(phrases(level))</span> \
      \(HTMLText.content(phrases.message(finding.message)))</h3>
      <div class="place">\(HTMLText.content(PlaceText.of(finding))) \
      <span class="rule">\(HTMLText.content(finding.rule))</span></div>
      <p class="reason">\(HTMLText.content(phrases.message(finding.reason)))</p>
      \(finding.source.map(side) ?? "")\(finding.target.map(side) ?? "")\(fix ?? "")\(acceptance ?? "")\
      </article>
      """
  }

  private func side(_ place: ReportedPlace) -> String {
    "<dl class=\"side\"><dt>\(HTMLText.content(place.language))</dt>"
      + "<dd lang=\"\(HTMLText.attribute(place.language))\">\(HTMLText.content(place.before))"
      + "<mark>\(HTMLText.content(place.text))</mark>\(HTMLText.content(place.after))</dd></dl>\n"
  }
}
