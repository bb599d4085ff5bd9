import ArgumentParser
import Samsvar

/// `samsvar check`: terms, numbers, dates, names and left-overs of a translation or summary.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks a translation or summary against its source and a termbase.",
    discussion: """
      Ends with 1 when there is a finding at or above --fail-on (default: error).

        samsvar check article.nb.txt article.en.txt --termbase news.csv
        samsvar check --summary article.nb.txt summary.en.txt
        samsvar check --from jsonl beads.jsonl --to jsonl --only number,date
        samsvar check edited.docx --termbase news.csv -o findings.docx
        samsvar check article.nb.txt article.en.txt --report check.sarif --report check.html
        samsvar check project.xlf --termbase news.csv --fix
      """)

  @Argument(help: "The source text, or a bilingual file (TMX, XLIFF, PO, CSV, TSV, JSON Lines, …).")
  var source: String

  @Argument(help: "The translation or summary.")
  var target: String?

  @Flag(help: "The target is a summary, which may leave things out.")
  var summary = false

  @OptionGroup var languages: LanguageOptions
  @OptionGroup var termbase: TermbaseOptions
  @OptionGroup var lexicons: LexiconOptions
  @OptionGroup var interface: InterfaceOptions

  @Option(
    help: """
      Input: text, lines, markdown, html, docx, odt, epub, pdf, srt or vtt, or a bilingual format: jsonl \
      (beads), tmx, xliff, po, csv, tsv, json, ladder, pairs, xlsx, markdown-table; told from content and \
      ending where absent.
      """)
  var from: InputFormat?

  @OptionGroup var reports: ReportOptions

  @Option(
    name: [.short, .long],
    help: "Write a file with the findings (.html, .docx, .odt, .xlsx); may be repeated.")
  var output: [String] = []

  @Option(help: "Layout of HTML: side-by-side, interleaved, facing, tap or interlinear.")
  var layout: PageLayout?

  @Option(help: "Check only these categories, separated by commas; style is checked only by name.")
  var only: String?

  @Option(help: "Lowest severity that makes the exit code 1: error, warning, note or never.")
  var failOn = FailOn.error

  @Option(help: "What offsets count: utf8, utf16 or codepoints.")
  var offsets = OffsetUnit.utf8

  @OptionGroup var acceptance: AcceptanceOptions

  @Flag(help: "Write fixes into the target where there is one safe answer.")
  var fix = false

  @Flag(help: "Show what --fix would change, and change nothing.")
  var diff = false

  @Option(help: "Say why a term (or concept) was or was not reported, place by place.")
  var why: String?

  func validate() throws {
    if holdsBothTexts == (target != nil) {
      throw ValidationError(
        target == nil
          ? "give a source and a target, or one bilingual file (its format with --from)"
          : "a bitext holds both sides; give one file")
    }
    if layout != nil, !output.contains(where: { (OutputFormat(path: $0) ?? .html).hasLayouts }) {
      throw ValidationError("--layout is for a page: name it with -o page.html")
    }
    if summary, let layout, layout != .sideBySide {
      throw ValidationError("--layout is for translations; a summary has a page of its own")
    }
    if fix || diff, (target ?? source) == "-" {
      throw ValidationError("--fix and --diff need a file")
    }
    _ = try categories()
  }

  /// Whether the source is a bilingual file; a document alone must be one, in its tables.
  private var holdsBothTexts: Bool {
    format.isBitext || target == nil && format.bitext?.isOffice == true
  }

  private var format: InputFormat {
    if let from { return from }
    let told = BitextFormat(path: source).flatMap { InputFormat($0) }
    // Beside a target, a file is a text unless its ending can only mean a bitext.
    let isSurely = [.jsonl, .tmx, .xliff, .po].contains(told)
    return target == nil || isSurely ? told ?? .text : .text
  }

  private func categories() throws -> Set<FindingCategory> {
    do throws(UnknownCategory) {
      return try FindingCategory.named(only?.split(separator: ",") ?? [])
    } catch {
      throw ValidationError("\(error)")
    }
  }

  func run() throws {
    let pipeline = try Pipeline.installed(lexicons: lexicons.lexicon)
    let termbase = try termbase.load()
    let phrases = try interface.phrases()
    var acceptor = try acceptance.acceptor()
    var documents: [CheckedDocument] = []
    var bitexts: [(analysis: BitextAnalysis, findings: [Finding])] = []
    for (name, analysis) in try inputs(pipeline) {
      Streams.report(analysis.source.document.diagnostics + analysis.target.document.diagnostics)
      if let why {
        Streams.output(try pipeline.explanation(of: why, in: analysis, termbase: termbase))
        continue
      }
      let found = try pipeline.check(
        analysis, termbase: termbase, categories: try categories(), settings: acceptor.settings)
      let findings = acceptor.accepted(found, document: name)
      if fix || diff {
        if target == nil {
          bitexts.append((analysis, findings))
        } else {
          try mend(findings, analysis)
        }
        continue
      }
      documents.append(
        analysis.checked(
          findings, document: name, inBitext: target == nil ? source : nil, unit: offsets,
          isPerSegment: format == .lines))
      for path in output {
        let page = try pipeline.render(
          analysis, as: OutputFormat(path: path) ?? .html, termbase: termbase, findings: findings,
          document: name, phrases: phrases, layout: layout)
        try OutputFile.write(bytes: page, to: path)
      }
    }
    try acceptor.finish()
    if !bitexts.isEmpty { try mend(bitexts) }
    guard why == nil, !fix, !diff else { return }
    let report = CheckReport(
      documents, failsAt: failOn.severity, hasBaseline: acceptor.hasBaseline,
      folder: ReportOptions.folder)
    try reports.write(report, phrases: phrases)
    if report.isFailed { throw ExitCode(1) }
  }

  /// Writes the fixes into the target, or shows them.
  private func mend(_ findings: [Finding], _ analysis: BitextAnalysis) throws {
    guard let target else { return }
    let fixes = try FixedText(target, of: analysis, findings: findings)
    if diff {
      Streams.output(fixes.diff)
    } else if fixes.count > 0 {
      try OutputFile.write(fixes.text, to: target)
    }
    Streams.note(
      "\(fixes.count) fix\(fixes.count == 1 ? "" : "es")\(diff ? " possible" : " written")")
  }

  /// Writes the fixes into a bilingual file, or shows them; every other byte stays.
  private func mend(_ documents: [(analysis: BitextAnalysis, findings: [Finding])]) throws {
    let fixes = try FixedBitext(documents)
    if diff {
      Streams.output(fixes.diff)
    } else if fixes.count > 0 {
      try OutputFile.write(bytes: fixes.bytes, to: source)
    }
    Streams.note(
      "\(fixes.count) fix\(fixes.count == 1 ? "" : "es")\(diff ? " possible" : " written")")
  }

  private func inputs(_ pipeline: Pipeline) throws(InputError) -> [(String, BitextAnalysis)] {
    guard let target else {
      return try pipeline.readBitexts(
        source, as: from?.bitext, source: languages.sourceLang, target: languages.targetLang)
    }
    let job = AlignJob(
      pipeline: pipeline, termbase: Termbase(), languages: languages, layout: format.layout,
      format: from?.document,
      isSummary: summary, phrases: .english)
    return [(source, try job.analysis(source, target))]
  }
}
