import ArgumentParser
import Samsvar

/// `samsvar convert`: a bitext from one format to another.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Converts a bitext between formats.",
    discussion: """
      Reads JSON Lines, TMX, and bilingual tables in DOCX, ODT and XLSX, as they come back from a
      translator (tracked changes accepted); writes these, HTML, EPUB and TSV.

        samsvar convert article.tmx article.html
        samsvar convert beads.jsonl beads.tmx
        samsvar convert beads.jsonl for-review.docx
        samsvar convert edited.docx beads.tmx
      """)

  @Argument(help: "The bitext to read (.jsonl, .tmx, .docx, .odt, .xlsx).")
  var input: String

  @Argument(help: "The file to write; its ending tells the format.")
  var output: String

  @Option(help: "Output format, where the ending does not tell.")
  var to: OutputFormat?

  @Option(help: "Input, where ending and content do not tell; bilingual: any table of two columns.")
  var from: InputFormat?

  @OptionGroup var languages: LanguageOptions
  @OptionGroup var termbase: TermbaseOptions

  func validate() throws {
    if to == nil, OutputFormat(path: output) == nil {
      throw ValidationError("the ending of \(output) names no format; say which with --to")
    }
  }

  func run() throws {
    let pipeline = try Pipeline.installed()
    let termbase = try termbase.load()
    let format = to ?? OutputFormat(path: output) ?? .tsv
    let documents = try pipeline.readBitexts(
      input, source: languages.sourceLang, target: languages.targetLang,
      acceptsPlain: from == .bilingual)
    guard !format.isOneDocument || documents.count <= 1 else {
      throw UsageError(
        message: "\(input) holds \(documents.count) documents; \(format.rawValue) takes one")
    }
    var bytes: [UInt8] = []
    for (name, analysis) in documents {
      let findings = format.showsFindings ? try pipeline.check(analysis, termbase: termbase) : []
      bytes += try pipeline.render(
        analysis, as: format, termbase: termbase, findings: findings, document: name)
    }
    try OutputFile.write(bytes: bytes, to: output)
  }
}
