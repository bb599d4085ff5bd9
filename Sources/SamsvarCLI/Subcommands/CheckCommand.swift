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
        samsvar check article.nb.txt article.en.txt --report check.sarif --report check.html
      """)

  @Argument(help: "The source text, or a bitext with --from jsonl or tmx.")
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
      Input: text, lines, jsonl (beads), tmx, markdown, html, docx, odt, epub, pdf, srt or vtt; told \
      from content and ending where absent.
      """)
  var from: InputFormat?

  @OptionGroup var reports: ReportOptions

  @Option(name: [.short, .long], help: "Write a page with the findings (.html); may be repeated.")
  var output: [String] = []

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
    if format.isBitext == (target != nil) {
      throw ValidationError(
        target == nil
          ? "give a source and a target, or one bitext with --from jsonl or tmx"
          : "a bitext holds both sides; give one file")
    }
    if fix || diff, target == nil || target == "-" {
      throw ValidationError("--fix and --diff need a target file of text")
    }
    _ = try categories()
  }

  private var format: InputFormat {
    from ?? (source.hasSuffix(".jsonl") ? .jsonl : source.hasSuffix(".tmx") ? .tmx : .text)
  }

  private func categories() throws -> Set<FindingCategory> {
    guard let only else { return [] }
    return Set(
      try only.split(separator: ",").map { name in
        guard let category = FindingCategory(rawValue: String(name)) else {
          let known = FindingCategory.allCases.map(\.rawValue).joined(separator: ", ")
          throw ValidationError("unknown category \"\(name)\"; there are \(known)")
        }
        return category
      })
  }

  func run() throws {
    let pipeline = try Pipeline.installed(lexicons: lexicons.lexicon)
    let termbase = try termbase.load()
    let phrases = try interface.phrases()
    var acceptor = try acceptance.acceptor()
    var documents: [CheckedDocument] = []
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
        try mend(findings, analysis)
        continue
      }
      documents.append(
        analysis.checked(
          findings, document: name, inBitext: target == nil ? source : nil, unit: offsets,
          isPerSegment: format == .lines))
      for path in output {
        let page = try pipeline.render(
          analysis, as: .html, termbase: termbase, findings: findings, document: name,
          phrases: phrases)
        try OutputFile.write(page, to: path)
      }
    }
    try acceptor.finish()
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

  private func inputs(_ pipeline: Pipeline) throws(InputError) -> [(String, BitextAnalysis)] {
    guard let target else {
      return try pipeline.readBitexts(
        source, source: languages.sourceLang, target: languages.targetLang)
    }
    let job = AlignJob(
      pipeline: pipeline, termbase: Termbase(), languages: languages, layout: format.layout,
      format: from?.document,
      isSummary: summary, phrases: .english)
    return [(source, try job.analysis(source, target))]
  }
}
