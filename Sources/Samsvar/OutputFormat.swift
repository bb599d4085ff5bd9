import SamsvarAlign
public import SamsvarFormats
public import SamsvarModel
import SamsvarText

/// The formats an alignment can be written in.
public enum OutputFormat: String, Sendable, CaseIterable {
  case table, beads, links, html, tmx, tsv, jsonl

  /// The format a file's ending stands for; nil for an unknown ending.
  public init?(path: String) {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    switch path[path.index(after: dot)...].lowercased() {
    case "html", "htm": self = .html
    case "tmx": self = .tmx
    case "tsv", "tab": self = .tsv
    case "jsonl", "ndjson": self = .jsonl
    case "beads": self = .beads
    case "txt": self = .table
    default: return nil
    }
  }

  /// The ending of files of the format, with its dot.
  public var ending: String {
    switch self {
    case .beads, .links, .tsv: ".tsv"
    case .table: ".txt"
    default: ".\(rawValue)"
    }
  }
}

extension Pipeline {
  /// An analysis in a machine or page format (every format but `table`, which needs a terminal's
  /// width).
  ///
  /// - Throws: `InputError` when the page assets or a language's data are missing.
  public func render(
    _ analysis: BitextAnalysis, as format: OutputFormat, termbase: Termbase = Termbase(),
    findings: [Finding] = [], document: String, phrases: Phrases = .english
  ) throws(InputError) -> String {
    let bitext = analysis.bitext
    switch format {
    case .beads: return BeadsFormat.write(analysis.alignment)
    case .links: return BeadsFormat.write(analysis.links ?? [])
    case .tmx:
      return TMXWriter.write(
        bitext, tool: ("samsvar", SamsvarVersion.number), date: SourceDate.tmx())
    case .tsv, .table: return TableText.write(bitext)
    case .jsonl:
      guard let coverage = coverage(of: analysis) else {
        return JSONLines.write(bitext, document: document)
      }
      return SummaryReport(
        bitext: bitext, coverage: coverage, document: document, findings: findings,
        annotations: try annotations(analysis, termbase)
      ).lines()
    case .html: return try page(analysis, termbase, findings, phrases)
    }
  }

  /// What a summary rests on and what it leaves out; nil for a translation.
  public func coverage(of analysis: BitextAnalysis) -> SummaryCoverage? {
    analysis.links.map {
      SummaryCoverage(links: $0, centrality: Centrality.scores(analysis.source))
    }
  }

  /// What corresponds on both sides: terms, values, names, words.
  ///
  /// - Throws: `InputError` when a language's data cannot be read.
  package func annotations(
    _ analysis: BitextAnalysis, _ termbase: Termbase
  ) throws(InputError) -> [Annotation] {
    AnnotationFinder(
      analysis: analysis, termbase: termbase,
      sourceTerms: try occurrences(of: termbase, in: analysis.source),
      targetTerms: try occurrences(of: termbase, in: analysis.target)
    ).annotations()
  }

  private func page(
    _ analysis: BitextAnalysis, _ termbase: Termbase, _ findings: [Finding], _ phrases: Phrases
  ) throws(InputError) -> String {
    BitextPage(
      analysis.bitext, coverage: coverage(of: analysis),
      annotations: try annotations(analysis, termbase), findings: findings,
      assets: try PageAssets.installed(), phrases: phrases,
      generator: "Samsvar \(SamsvarVersion.number)"
    ).html()
  }
}
