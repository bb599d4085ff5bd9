import ArgumentParser
import Samsvar

/// `samsvar text`: what the text layer sees.
struct TextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text", abstract: "Shows how a text is understood.",
    subcommands: [
      TextSegmentCommand.self, TextLemmasCommand.self, TextCompoundsCommand.self,
      TextDetectCommand.self,
    ])
}

/// `samsvar text segment`: blocks, segments and tokens.
struct TextSegmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segment", abstract: "Cuts a text into segments.")

  @Argument(help: "The text; - is standard input.")
  var file = "-"

  @Option(help: "Language of the text; told from the text where absent.")
  var lang: LanguageTag?

  @Option(help: "Input: text, lines or jsonl ({\"id\", \"lang\", \"text\"} a line).")
  var from = InputFormat.text

  @Option(help: "Output: text (kind and segment a line) or jsonl.")
  var to = "text"

  @Option(help: "What offsets count: utf8, utf16 or codepoints.")
  var offsets = OffsetUnit.utf8

  @Flag(help: "End a sentence after a colon that a capital or quotation follows.")
  var colonBreaks = false

  func run() throws {
    let pipeline = try Pipeline.installed()
    if from == .jsonl {
      return Streams.output(
        try SegmentationReport(pipeline, offsets: offsets, colonBreaks: colonBreaks).lines(file))
    }
    let document = try pipeline.read(file, as: lang, layout: from.layout)
    Streams.report(document.document.diagnostics)
    for segment in document.document.segments {
      Streams.output(
        "\(segment.kind.rawValue)\t\(document.document.string(in: segment.range))\n")
    }
  }
}
