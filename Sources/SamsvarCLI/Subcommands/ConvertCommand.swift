import ArgumentParser
import Samsvar

/// `samsvar convert`: a bitext from one format to another.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Converts a bitext between formats.",
    discussion: """
      Reads TMX, XLIFF 1.2, 2.0 and 2.1, PO, CSV, TSV, JSON, JSON Lines, Markdown tables, hunalign ladders,
      pairs a line, and bilingual tables in DOCX, ODT and XLSX as they come back from a translator (tracked
      changes accepted), and vertical text by its source (corpus.nb.vert); writes the same and HTML, EPUB, beads and vertical text. The formats are told by
      the files' endings and content; --from docx (odt, xlsx) reads tables without a header too.

        samsvar convert memory.tmx memory.tsv
        samsvar convert article.xlf article.po --report-loss
        samsvar convert article.xlf for-review.docx
        samsvar convert article.xlf article.html --layout interlinear
        samsvar convert edited.docx article.tmx
        samsvar convert article.tmx article.xlf --xliff-version 1.2 --lang-map nb=nb-NO
      """)

  @Argument(help: "The bitext to read; - is standard input (with --from).")
  var input: String

  @Argument(
    help: "The file to write; its ending tells the format; - is standard output (with --to).")
  var output: String

  @Option(help: "Input format, where ending and content do not tell.")
  var from: InputFormat?

  @Option(help: "Output format, where the ending does not tell.")
  var to: OutputFormat?

  @Option(
    help: "Layout of HTML and EPUB: side-by-side, interleaved, facing, tap or interlinear (HTML).")
  var layout: PageLayout?

  @Flag(help: "Say what the output format could not keep.")
  var reportLoss = false

  @OptionGroup var exchange: ExchangeOptions
  @OptionGroup var languages: LanguageOptions
  @OptionGroup var termbase: TermbaseOptions

  func validate() throws {
    if to == nil, OutputFormat(path: output) == nil {
      throw ValidationError("the ending of \(output) names no format; say which with --to")
    }
    if layout != nil, let format = to ?? OutputFormat(path: output), !format.hasLayouts {
      throw ValidationError("--layout is for html and epub, not for \(format.rawValue)")
    }
    if input == "-", from == nil {
      throw ValidationError("standard input has no ending; say its format with --from")
    }
  }

  func run() throws {
    let format = to ?? OutputFormat(path: output) ?? .tsv
    if let target = exchange.format(format) {
      try convert(to: target)
    } else {
      try render(format)
    }
  }

  private func convert(to format: BitextFormat) throws {
    var options = BitextOptions(source: languages.sourceLang, target: languages.targetLang)
    options.languageMap = exchange.languageMap
    options.termbase = try termbase.load()
    let conversion = BitextConversion(from: from?.bitext, to: format, options: options)
    let loss = try OutputFile.stream(to: output) { sink throws(InputError) in
      try conversion.run(input, sink: sink)
    }
    guard reportLoss else { return }
    for line in loss.lines { Streams.note("\(format.title): \(line)") }
    if loss.lines.isEmpty { Streams.note("\(format.title): nothing lost") }
  }

  /// Pages and the like, which need the texts analysed.
  private func render(_ format: OutputFormat) throws {
    var pipeline = try Pipeline.installed()
    pipeline.exchange = exchange.settings
    let termbase = try termbase.load()
    let documents = try pipeline.readBitexts(
      input, as: from?.bitext, source: languages.sourceLang, target: languages.targetLang)
    guard !format.isOneDocument || documents.count <= 1 else {
      throw UsageError(
        message: "\(input) holds \(documents.count) documents; \(format.rawValue) takes one")
    }
    if format == .vertical, output != "-", let (name, analysis) = documents.first {
      return try VerticalFiles.write(analysis, document: name, to: output)
    }
    var bytes: [UInt8] = []
    for (name, analysis) in documents {
      let findings = format.showsFindings ? try pipeline.check(analysis, termbase: termbase) : []
      bytes += try pipeline.render(
        analysis, as: format, termbase: termbase, findings: findings, document: name,
        layout: layout)
    }
    try OutputFile.write(bytes: bytes, to: output)
  }
}
