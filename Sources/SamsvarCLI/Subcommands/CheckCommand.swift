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
    help: "Input: text, lines, jsonl (beads), tmx, or bilingual (a table in .docx, .odt, .xlsx).")
  var from: InputFormat?

  @Option(help: "Output: text or jsonl.")
  var to = ReportFormat.text

  @Option(
    name: [.short, .long],
    help: "Write a file with the findings (.html, .docx, .odt, .xlsx); may be repeated.")
  var output: [String] = []

  @Option(help: "Check only these categories, separated by commas.")
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

  /// How findings are printed.
  enum ReportFormat: String, ExpressibleByArgument, CaseIterable { case text, jsonl }

  /// What makes a check fail.
  enum FailOn: String, ExpressibleByArgument, CaseIterable {
    case error, warning, note, never

    func fails(_ finding: Finding) -> Bool {
      finding.acceptance == nil
        && Severity(rawValue: rawValue).map { finding.severity >= $0 } ?? false
    }
  }

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
    if let from { return from }
    // With a target, documents are texts; alone, one must hold both.
    if target == nil, BitextFile.isTable(source) { return .bilingual }
    return source.hasSuffix(".jsonl") ? .jsonl : source.hasSuffix(".tmx") ? .tmx : .text
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
    var isFailed = false
    for (name, analysis) in try inputs(pipeline) {
      Streams.report(analysis.source.document.diagnostics + analysis.target.document.diagnostics)
      if let why {
        Streams.output(try pipeline.explanation(of: why, in: analysis, termbase: termbase))
        continue
      }
      let found = try pipeline.check(
        analysis, termbase: termbase, categories: try categories())
      let findings = acceptor.accepted(found, document: name)
      if fix || diff {
        try mend(findings, analysis)
        continue
      }
      report(findings, of: analysis, document: name, pipeline, phrases)
      for path in output {
        let page = try pipeline.render(
          analysis, as: OutputFormat(path: path) ?? .html, termbase: termbase, findings: findings,
          document: name, phrases: phrases)
        try OutputFile.write(bytes: page, to: path)
      }
      isFailed = isFailed || findings.contains(where: failOn.fails)
    }
    try acceptor.finish()
    if isFailed { throw ExitCode(1) }
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
        source, source: languages.sourceLang, target: languages.targetLang,
        acceptsPlain: from == .bilingual)
    }
    let job = AlignJob(
      pipeline: pipeline, termbase: Termbase(), languages: languages, layout: format.layout,
      isSummary: summary, phrases: .english)
    return [(source, try job.analysis(source, target))]
  }

  private func report(
    _ findings: [Finding], of analysis: BitextAnalysis, document: String, _ pipeline: Pipeline,
    _ phrases: Phrases
  ) {
    switch to {
    case .jsonl:
      Streams.output(
        pipeline.findingLines(
          findings, of: analysis, document: document, offsets: offsets,
          perSegment: format == .lines, located: !format.isBitext))
    case .text:
      Streams.output(
        FindingsText(terminal: .standardOutput, phrases: phrases).text(findings, of: analysis))
    }
  }
}
