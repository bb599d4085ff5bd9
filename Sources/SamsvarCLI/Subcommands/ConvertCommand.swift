import ArgumentParser
import Samsvar

/// `samsvar convert`: a bitext from one format to another.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Converts a bitext between formats.",
    discussion: """
      Reads JSON Lines and TMX; writes HTML, TMX, TSV and JSON Lines.

        samsvar convert article.tmx article.html
        samsvar convert beads.jsonl beads.tmx
      """)

  @Argument(help: "The bitext to read (.jsonl or .tmx).")
  var input: String

  @Argument(help: "The file to write; its ending tells the format.")
  var output: String

  @Option(help: "Output format, where the ending does not tell.")
  var to: OutputFormat?

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
      input, source: languages.sourceLang, target: languages.targetLang)
    guard format != .html && format != .tmx || documents.count <= 1 else {
      throw UsageError(
        message: "\(input) holds \(documents.count) documents; \(format.rawValue) takes one")
    }
    var text = ""
    for (name, analysis) in documents {
      let findings = format == .html ? try pipeline.check(analysis, termbase: termbase) : []
      text += try pipeline.render(
        analysis, as: format, termbase: termbase, findings: findings, document: name)
    }
    try OutputFile.write(text, to: output)
  }
}
