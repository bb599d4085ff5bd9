import ArgumentParser
import Samsvar

/// `samsvar align`: which segments correspond.
struct AlignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "align",
    abstract: "Aligns a text with its translation, or links a summary to the text it sums up.",
    discussion: """
      Without -o and --to the result is shown as a table. Several -o write several files; the ending
      tells the format (.html, .docx, .odt, .xlsx, .epub, .tmx, .tsv, .jsonl, .srt, .vtt).

        samsvar align article.nb.txt article.en.txt
        samsvar align article.nb.txt article.en.txt --termbase news.csv -o article.html -o article.tmx
        samsvar align --summary article.nb.txt summary.en.txt -o summary.html
        samsvar align --pairs pairs.tsv --output-dir out --from lines --to beads --jobs 4
        samsvar align article.nb.txt article.en.txt --review        # the doubtful beads first, with reasons
        samsvar align article.nb.txt article.en.txt --anchors accepted.tsv
        samsvar align report.nb.docx report.en.pdf --removal-log removed.tsv -o report.html
        samsvar align article.nb.txt article.en.txt --layout interlinear -o article.html
        samsvar align page.nb.txt page.nn.txt page.en.txt -o page.html    # several texts, through one
        samsvar align page.nb.txt page.nn.txt page.en.txt -o page.xlsx -o page.tmx

      Layouts of HTML: side-by-side, interleaved, facing (pages), tap (the source, translations on tap),
      interlinear (glosses under the words). Several texts are written as html, tmx, xlsx, csv, tsv, json,
      jsonl, markdown or beads. A reader can change the layout in the page; glosses are in
      it where --layout interlinear asks for them.
      """)

  @Argument(help: "The source text; - is standard input.")
  var source: String?

  @Argument(help: "The translation or summary.")
  var target: String?

  @Argument(help: "Further texts that say the same; all are aligned through one of them.")
  var further: [String] = []

  @OptionGroup(title: "Options for several texts") var several: SeveralTextsOptions

  @Option(
    help: "Layout of HTML and EPUB: side-by-side, interleaved, facing, tap or interlinear (HTML).")
  var layout: PageLayout?

  @Flag(help: "The target is a summary: link each of its segments to source segments.")
  var summary = false

  @OptionGroup var languages: LanguageOptions
  @OptionGroup var termbase: TermbaseOptions
  @OptionGroup var lexicons: LexiconOptions
  @OptionGroup var interface: InterfaceOptions

  @Option(
    help: """
      Input: text, lines (one segment a line), markdown, html, docx, odt, epub, pdf, srt or vtt; told \
      from content and ending where absent.
      """)
  var from: InputFormat?

  @Option(
    help:
      "Write what was left out (page numbers, running headers, …) to a file; - for standard output."
  )
  var removalLog: String?

  @Option(
    help:
      "Output format: table, beads, links, html, tmx, tsv, jsonl, docx, odt, xlsx, epub, srt, vtt.")
  var to: OutputFormat?

  @Option(name: [.short, .long], help: "Write to a file; may be given several times.")
  var output: [String] = []

  @Option(help: "Many pairs: name, source path and target path a line, separated by tabs.")
  var pairs: String?

  @Option(help: "Folder for the results of --pairs.")
  var outputDir = "."

  @Option(help: "Pairs aligned at the same time, with --pairs.")
  var jobs = 1

  @Flag(help: "With --pairs: leave out pairs whose result is there already.")
  var resume = false

  @Option(
    help: "Beads that stand (source and target indices a line): the rest is aligned around them.")
  var anchors: String?

  @Flag(help: "List the beads, the least sure first, with the words that speak for each.")
  var review = false

  @OptionGroup var exchange: ExchangeOptions
  @OptionGroup(title: "Corpus options") var corpus: CorpusOptions

  func validate() throws {
    if pairs == nil, source == nil || target == nil {
      throw ValidationError("give a source and a target, or --pairs")
    }
    if from?.isBitext == true {
      throw ValidationError("align reads texts; use `samsvar convert` for a bitext")
    }
    if summary, let layout, layout != .sideBySide {
      throw ValidationError("--layout is for translations; a summary has a page of its own")
    }
    try several.validate(texts: 2 + further.count)
    if !further.isEmpty, summary || review || anchors != nil || corpus.leavesOut || pairs != nil {
      throw ValidationError(
        "--summary, --review, --anchors, --pairs and corpus options are for two texts")
    }
    for format in output.compactMap({ to ?? OutputFormat(path: $0) }) + (to.map { [$0] } ?? [])
    where !further.isEmpty && !OutputFormat.forSeveralTexts.contains(format) {
      throw ValidationError(format.refusalOfSeveralTexts)
    }
    if jobs < 1 { throw ValidationError("--jobs must be at least 1") }
    if pairs != nil, anchors != nil {
      throw ValidationError("--anchors belongs to one pair of texts")
    }
    if summary, anchors != nil { throw ValidationError("--anchors is for translations") }
    if corpus.leavesOut, to == .beads || to == .links || to == nil && output.isEmpty && pairs != nil
    {
      throw ValidationError(
        "beads list every segment; use --to jsonl, tsv or tmx with --min-confidence and the like")
    }
    for path in output where to == nil && OutputFormat(path: path) == nil {
      throw ValidationError("the ending of \(path) names no format; say which with --to")
    }
  }

  func run() throws {
    var pipeline = try Pipeline.installed(lexicons: lexicons.lexicon)
    pipeline.exchange = exchange.settings
    let job = AlignJob(
      pipeline: pipeline, termbase: try termbase.load(), languages: languages,
      layout: from?.layout ?? .text, format: from?.document, isSummary: summary,
      phrases: try interface.phrases(), layoutOfPages: layout,
      anchors: anchors, filter: corpus.filter)
    if let pairs {
      try PairsRun(
        job: job, format: to ?? .beads, directory: outputDir, jobs: jobs, resumes: resume
      ).run(manifest: pairs)
      return
    }
    guard let source, let target else { return }
    guard further.isEmpty else { return try alignSeveral([source, target] + further, job) }
    let analysis = try job.analysis(source, target)
    Streams.report(analysis.source.document.diagnostics + analysis.target.document.diagnostics)
    if let removalLog {
      try RemovalLog.write([analysis.source.document, analysis.target.document], to: removalLog)
    }
    if let notice = try job.pipeline.kindNotice(analysis) { Streams.report([notice]) }
    if review { return Streams.output(ReviewList(terminal: .standardOutput).text(analysis)) }
    for path in output {
      let format = to ?? OutputFormat(path: path) ?? .tsv
      if let notice = job.pipeline.outputNotice(analysis, as: format, path: path) {
        Streams.report([notice])
      }
      if format == .vertical, path != "-" {
        try VerticalFiles.write(analysis, document: source, to: path)
      } else {
        try OutputFile.write(
          bytes: try job.render(analysis, as: format, document: source), to: path)
      }
    }
    if output.isEmpty {
      let format = to ?? .table
      Streams.output(try job.render(analysis, as: format, document: source))
    }
  }
}

extension AlignCommand {
  /// Aligns several texts through one of them and writes the results.
  private func alignSeveral(_ paths: [String], _ job: AlignJob) throws {
    var texts: [AnalysedDocument] = []
    let given = [languages.sourceLang, languages.targetLang]
    for (index, path) in paths.enumerated() {
      let language = several.language(index) ?? (given.indices.contains(index) ? given[index] : nil)
      texts.append(
        try job.pipeline.read(path, as: language, layout: job.layout, format: job.format))
    }
    Streams.report(texts.flatMap(\.document.diagnostics))
    let analysis = try job.pipeline.analyse(
      texts, pivot: try several.index(among: texts.map(\.language)))
    for path in output.isEmpty ? ["-"] : output {
      let format = to ?? OutputFormat(path: path) ?? .tsv
      let bytes = try job.pipeline.render(
        analysis, as: format, termbase: job.termbase, document: paths[0], phrases: job.phrases,
        layout: layout ?? .sideBySide)
      try OutputFile.write(bytes: bytes, to: path)
    }
  }
}

/// Aligning one pair: the parts that are the same for all pairs of a run.
struct AlignJob {
  let pipeline: Pipeline
  let termbase: Termbase
  let languages: LanguageOptions
  let layout: TextLayout
  var format: DocumentFormat?
  let isSummary: Bool
  let phrases: Phrases
  var layoutOfPages: PageLayout?
  var anchors: String?
  var filter = CorpusFilter()

  /// Reads and aligns a pair.
  func analysis(_ source: String, _ target: String) throws(InputError) -> BitextAnalysis {
    let left = try pipeline.read(
      source, as: languages.sourceLang, layout: layout, format: format)
    let right = try pipeline.read(
      target, as: languages.targetLang, layout: layout, format: format)
    if isSummary { return try pipeline.analyseSummary(left, summary: right) }
    let fixed = try fixedBeads(left, right)
    return filter.filtered(try pipeline.analyseTranslation(left, right, keeping: fixed))
  }

  private func fixedBeads(
    _ source: AnalysedDocument, _ target: AnalysedDocument
  ) throws(InputError) -> FixedBeads {
    guard let anchors else { return .none }
    let text = String(decoding: try FileBytes.read(anchors), as: UTF8.self)
    return try FixedBeads(
      try BeadsFormat.beads(text, file: anchors), sourceCount: source.count,
      targetCount: target.count, file: anchors)
  }

  /// The result in a format; a page shows findings as well.
  func render(
    _ analysis: BitextAnalysis, as format: OutputFormat, document: String
  ) throws(InputError) -> [UInt8] {
    if format == .table {
      return Array(
        AlignmentTable(terminal: .standardOutput, phrases: phrases).text(
          analysis, coverage: pipeline.coverage(of: analysis)
        ).utf8)
    }
    let hasFindings = format.showsFindings || format == .jsonl && isSummary
    return try pipeline.render(
      analysis, as: format, termbase: termbase,
      findings: hasFindings ? try pipeline.check(analysis, termbase: termbase) : [],
      document: document, phrases: phrases, layout: layoutOfPages)
  }
}
