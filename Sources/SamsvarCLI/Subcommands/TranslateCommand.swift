import ArgumentParser
import Samsvar
import Synchronization

/// `samsvar translate`: a checked draft out of memory, termbase and engine.
struct TranslateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "translate",
    abstract:
      "Drafts a translation: memory, repaired matches, termbase, an engine; then checks it.",
    discussion: """
      Every segment says where it comes from (memory 100, context, fuzzy 87, engine NAME, gloss) and has
      the status draft. Without --engine nothing but the memory is used, and nothing leaves the machine.
      Keys: DEEPL_API_KEY, LIBRETRANSLATE_API_KEY, OPENAI_API_KEY.

        samsvar translate article.nb.txt --target-lang en --memory news.memory --termbase news.csv
        samsvar translate article.nb.txt --target-lang nn --engine apertium --target-only -o article.nn.txt
        samsvar translate report.nb.md --target-lang en --engine deepl --dry-run
        samsvar translate article.nb.txt --target-lang en --engine gloss -o article.html
        samsvar translate web.po --source-lang nb --target-lang en --memory news.memory -o web.en.po
      """)

  @Argument(help: "The text or bilingual file; - is standard input.")
  var file: String

  @OptionGroup var languages: LanguageOptions
  @OptionGroup var termbase: TermbaseOptions
  @OptionGroup var lexicons: LexiconOptions
  @OptionGroup var interface: InterfaceOptions

  @Option(help: "A translation memory (samsvar memory import); what it knows comes first.")
  var memory: String?

  @OptionGroup(title: "Options for engines") var engines: EngineOptions

  @Option(
    help: """
      Input: text, lines (one segment a line), markdown, html, docx, odt, epub, pdf, srt or vtt, or a \
      bilingual format (tmx, xliff, po, csv …), whose empty targets are drafted; told from content and \
      ending where absent.
      """)
  var from: InputFormat?

  @Option(help: "Output format of standard output: jsonl unless another is named.")
  var to: OutputFormat?

  @Option(name: [.short, .long], help: "Write to a file; its ending tells the format. Repeatable.")
  var output: [String] = []

  @Flag(
    help: """
      Write the target alone, in the form of the source's file: text, Markdown, HTML, subtitles, DOCX, \
      ODT or EPUB, with structure and inline markup.
      """)
  var targetOnly = false

  @Flag(help: "Use the memory alone, even where an engine is named.")
  var pretranslateOnly = false

  @Flag(help: "Show what would be sent to the engine, and send nothing.")
  var dryRun = false

  @Option(help: "Lowest score of a similar match.")
  var minimum = 70

  func validate() throws {
    if languages.targetLang == nil { throw ValidationError("say the language with --target-lang") }
    if let complaint = engines.complaint { throw ValidationError(complaint) }
    guard (1...100).contains(minimum) else { throw ValidationError("--minimum takes 1 to 100") }
    if targetOnly, output.count > 1 || to != nil {
      throw ValidationError("--target-only writes one file, in the format of the source")
    }
    if dryRun, engines.engine == nil || engines.engine == .gloss {
      throw ValidationError("--dry-run needs an engine that something is sent to")
    }
    if !targetOnly, engines.engine != .gloss {
      for path in output where OutputFormat(path: path) == nil {
        throw ValidationError("the ending of \(path) names no format")
      }
    }
  }

  func run() throws {
    let pipeline = try Pipeline.installed(lexicons: lexicons.lexicon)
    let target = languages.targetLang ?? .en
    if let format = try bitextFormat() {
      guard engines.engine != .gloss else {
        throw UsageError(message: "glosses are for running text, not for a bilingual file")
      }
      return try translate(format, pipeline)
    }
    if targetOnly, file != "-" { try TargetText.check(file, as: from?.document) }
    let source = try pipeline.read(
      file, as: languages.sourceLang, layout: from?.layout ?? .text, format: from?.document)
    Streams.report(source.document.diagnostics)
    guard source.language.base != target.base else {
      throw UsageError(message: "\(file) is in \(source.language) already; see --source-lang")
    }
    let termbase = try termbase.load()
    if engines.engine == .gloss, !pretranslateOnly {
      return try writeGlosses(of: source, to: target, termbase, pipeline)
    }
    let options = try options(pipeline, source, target, termbase)
    if dryRun { return Streams.output(try pipeline.draftPreview(source, to: target, options)) }
    let progress = Mutex(DraftProgress(total: source.count))
    let draft = try pipeline.draft(source, to: target, options) { done in
      progress.withLock { $0.show(done) }
    }
    progress.withLock { $0.end() }
    try write(draft, pipeline, termbase)
    try report(draft)
  }

  func options(
    _ pipeline: Pipeline, _ source: AnalysedDocument, _ target: LanguageTag, _ termbase: Termbase
  ) throws -> DraftOptions {
    var options = DraftOptions()
    options.termbase = termbase
    options.minimumScore = minimum
    if let memory {
      guard FileBytes.exists(memory) else {
        throw InputError(
          "there is no such memory; make one with samsvar memory import",
          at: SourcePosition(file: memory))
      }
      options.memory = try TranslationMemory(path: memory)
    }
    guard !pretranslateOnly else { return options }
    options.engine = try engines.make(
      from: source.language, to: target,
      terms: pipeline.glossary(of: termbase, from: source.language, to: target), isDryRun: dryRun)
    if !dryRun { options.cache = try engines.answers() }
    return options
  }

  // MARK: - Output

  private func write(_ draft: Draft, _ pipeline: Pipeline, _ termbase: Termbase) throws {
    let analysis = try pipeline.analysis(of: draft)
    let findings = try pipeline.check(analysis, termbase: termbase)
    DraftSummary(draft, findings).say()
    if targetOnly { return try writeTarget(draft) }
    let phrases = try interface.phrases()
    for path in output {
      try OutputFile.write(
        bytes: try pipeline.render(
          analysis, as: OutputFormat(path: path) ?? .jsonl, termbase: termbase,
          findings: findings, document: file, phrases: phrases), to: path)
    }
    guard output.isEmpty || to != nil else { return }
    Streams.output(
      try pipeline.render(
        analysis, as: to ?? .jsonl, termbase: termbase, findings: findings, document: file,
        phrases: phrases))
  }

  private func writeTarget(_ draft: Draft) throws {
    guard file != "-" else {
      throw UsageError(message: "--target-only reads a file, not standard input")
    }
    let text = try TargetText(draft, file: try FileBytes.read(file))
    if !text.withoutMarkup.isEmpty {
      let places = text.withoutMarkup.prefix(10).map { String($0 + 1) }.joined(separator: ", ")
      Streams.note("markup inside these segments is to be put in again: \(places)")
    }
    try OutputFile.write(bytes: text.bytes, to: output.first ?? "-")
  }

  private func writeGlosses(
    of source: AnalysedDocument, to target: LanguageTag, _ termbase: Termbase,
    _ pipeline: Pipeline
  ) throws {
    let aid = try pipeline.interlinear(source, to: target, termbase: termbase)
    func bytes(_ format: OutputFormat) throws -> [UInt8] {
      switch format {
      case .html: try pipeline.page(of: aid, termbase: termbase, phrases: try interface.phrases())
      case .tsv: Array(aid.table.utf8)
      case .table: Array(aid.text(width: Terminal.standardOutput.width).utf8)
      default:
        try pipeline.render(
          try pipeline.analysis(of: aid.draft(to: target)), as: format, termbase: termbase,
          document: file)
      }
    }
    for path in output {
      try OutputFile.write(bytes: try bytes(OutputFormat(path: path) ?? .table), to: path)
    }
    if output.isEmpty || to != nil { Streams.output(try bytes(to ?? .table)) }
  }

  /// Says why segments have no draft; the exit code is that of an input that could not be read.
  func report(_ draft: Draft) throws {
    for failure in draft.failures { Streams.note("\(failure)") }
    let missing = draft.segments.count { $0.target.isEmpty }
    if !draft.failures.isEmpty, missing > 0 {
      Streams.note("\(missing) segments have no draft; run again to go on where it stopped")
      throw ExitCode(3)
    }
  }
}
