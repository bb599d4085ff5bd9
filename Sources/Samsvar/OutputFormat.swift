import SamsvarAlign
public import SamsvarFormats
public import SamsvarModel
import SamsvarText

/// The formats an alignment can be written in.
public enum OutputFormat: String, Sendable, CaseIterable {
  case table, beads, links, html, tmx, tsv, jsonl
  case srt, vtt
  case docx, odt, xlsx, epub
  case xliff, po, csv, json, markdown, ladder, pairs, vertical

  /// The format a file's ending stands for; nil for an unknown ending.
  public init?(path: String) {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    switch path[path.index(after: dot)...].lowercased() {
    case "html", "htm": self = .html
    case "srt": self = .srt
    case "vtt": self = .vtt
    case "tmx": self = .tmx
    case "tsv", "tab": self = .tsv
    case "jsonl", "ndjson": self = .jsonl
    case "beads": self = .beads
    case "txt": self = .table
    case "docx": self = .docx
    case "odt": self = .odt
    case "xlsx": self = .xlsx
    case "epub": self = .epub
    case "xlf", "xliff": self = .xliff
    case "po": self = .po
    case "csv": self = .csv
    case "json": self = .json
    case "md", "markdown": self = .markdown
    case "ladder": self = .ladder
    case "pairs": self = .pairs
    case "vert", "vertical": self = .vertical
    default: return nil
    }
  }

  /// The ending of files of the format, with its dot.
  public var ending: String {
    switch self {
    case .beads, .links, .tsv: ".tsv"
    case .table: ".txt"
    case .xliff: ".xlf"
    case .markdown: ".md"
    case .vertical: ".vert"
    default: ".\(rawValue)"
    }
  }

  /// Whether the format shows findings.
  public var showsFindings: Bool { [.html, .docx, .odt, .xlsx, .xliff].contains(self) }

  /// Whether files of the format can be laid out in several ways.
  public var hasLayouts: Bool { self == .html || self == .epub }

  /// The formats that hold more than two texts; `table` is for the terminal.
  public static let forSeveralTexts: [OutputFormat] = [
    .html, .tmx, .xlsx, .csv, .tsv, .json, .jsonl, .markdown, .beads, .table,
  ]

  /// What is said where more than two texts are to be written in another format.
  package var refusalOfSeveralTexts: String {
    let names = Self.forSeveralTexts.dropLast().map(\.rawValue)
    return "\(rawValue) holds two texts; more of them can be written as "
      + "\(names.dropLast().joined(separator: ", ")) or \(names.last ?? "")"
  }

  /// Whether a file of the format holds one document.
  public var isOneDocument: Bool {
    showsFindings || [.tmx, .epub, .vertical, .xliff, .po, .json].contains(self)
  }
}

extension Pipeline {
  /// The bytes of a file in a machine, office or page format (every format but `table`, which needs a
  /// terminal's width).
  ///
  /// - Throws: `InputError` when the page assets or a language's data are missing.
  public func render(
    _ analysis: BitextAnalysis, as format: OutputFormat, termbase: Termbase = Termbase(),
    findings: [Finding] = [], document: String, phrases: Phrases = .english,
    layout: PageLayout? = nil
  ) throws(InputError) -> [UInt8] {
    switch format {
    case .docx, .odt, .xlsx, .epub:
      return try office(
        analysis, as: format, findings: findings.map { $0.said(phrases) }, layout: layout)
    default:
      return Array(
        try text(
          analysis, as: format, termbase: termbase, findings: findings, document: document,
          phrases: phrases, layout: layout ?? .sideBySide
        ).utf8)
    }
  }

  private func text(
    _ analysis: BitextAnalysis, as format: OutputFormat, termbase: Termbase,
    findings: [Finding], document: String, phrases: Phrases, layout: PageLayout
  ) throws(InputError) -> String {
    let bitext = analysis.bitext
    switch format {
    case .tmx where analysis.links != nil, .tsv where analysis.links != nil:
      return exchanged(analysis, as: format, termbase, findings, document)
    case .srt, .vtt: return try subtitles(bitext, as: format)
    case .beads: return BeadsFormat.write(analysis.alignment)
    case .links: return BeadsFormat.write(analysis.links ?? [])
    case .tmx:
      return TMXWriter.write(
        bitext, tool: ("samsvar", SamsvarVersion.number), date: SourceDate.tmx(),
        languages: exchange.languageMap)
    case .jsonl:
      guard let coverage = coverage(of: analysis) else {
        return JSONLines.write(bitext, document: document)
      }
      return SummaryReport(
        bitext: bitext, coverage: coverage, document: document, findings: findings,
        annotations: try annotations(analysis, termbase)
      ).lines()
    case .html: return try page(analysis, termbase, findings, phrases, layout)
    case .ladder: return LadderFormat.write(bitext)
    case .vertical:
      let corpus = VerticalCorpus(analysis, document: document)
      return corpus.source + corpus.target + corpus.map
    case .xliff, .po, .csv, .json, .markdown, .pairs:
      return exchanged(analysis, as: format, termbase, findings, document)
    default: return TableText.write(bitext)
    }
  }

  /// What a summary rests on and what it leaves out; nil for a translation.
  public func coverage(of analysis: BitextAnalysis) -> SummaryCoverage? {
    analysis.links.map {
      SummaryCoverage(links: $0, centrality: Centrality.scores(analysis.source))
    }
  }
}
