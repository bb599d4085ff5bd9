import SamsvarCheck
public import SamsvarFormats
public import SamsvarModel
import SamsvarText

/// The formats findings can be reported in.
public enum ReportFormat: String, Sendable, CaseIterable {
  case text, json, jsonl, sarif, junit, github, html, csv

  /// The format a file's ending stands for; nil for an unknown ending.
  public init?(path: String) {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    switch path[path.index(after: dot)...].lowercased() {
    case "sarif": self = .sarif
    case "xml": self = .junit
    case "html", "htm": self = .html
    case "csv": self = .csv
    case "json": self = path.lowercased().hasSuffix(".sarif.json") ? .sarif : .json
    case "jsonl", "ndjson": self = .jsonl
    case "txt": self = .text
    default: return nil
    }
  }
}

extension CheckReport {
  /// A report of some documents with the rules there are.
  public init(
    _ documents: [CheckedDocument], failsAt: Severity?, hasBaseline: Bool, folder: String
  ) {
    self.init(
      rules: RuleCatalogue.rules.map { rule in
        ReportRule(
          id: rule.id, category: rule.category, mqm: rule.mqm, severity: rule.severity,
          isOnByDefault: rule.isOnByDefault, summary: rule.summary, details: rule.details)
      }, documents: documents, version: SamsvarVersion.number, hasBaseline: hasBaseline,
      failsAt: failsAt, folder: folder)
  }

  /// The report in a format for machines or a page; nil for `text`, which needs a terminal's width.
  ///
  /// - Throws: `InputError` when the page's assets are missing.
  public func rendered(
    as format: ReportFormat, phrases: Phrases = .english
  ) throws(InputError) -> String? {
    switch format {
    case .text: nil
    case .json: JSONReport.write(self)
    case .jsonl: JSONReport.lines(self)
    case .sarif: SARIFReport.write(self)
    case .junit: JUnitReport.write(self)
    case .github: GitHubReport.write(self)
    case .csv: CSVReport.write(self)
    case .html: try HTMLReport(self, phrases: phrases).html()
    }
  }
}

extension BitextAnalysis {
  /// The findings with their places resolved, for a report.
  ///
  /// - Parameter path: The bitext file that holds both texts; nil where they are files of their own.
  public func checked(
    _ findings: [Finding], document: String, inBitext path: String? = nil,
    unit: OffsetUnit = .utf8, isPerSegment: Bool = false
  ) -> CheckedDocument {
    let texts = ReportEncoder.Origin.files { $0 == "-" ? nil : try? FileBytes.read($0) }
    return ReportEncoder(
      bitext, document: document,
      origin: places.map { .units($0) } ?? path.map { .bitext(path: $0, lines: []) } ?? texts,
      isSummary: links != nil, unit: unit, isPerSegment: isPerSegment
    ).document(findings)
  }
}
