import ArgumentParser
import Samsvar

/// `samsvar align`: which segments correspond.
struct AlignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "align",
    abstract: "Aligns a text with its translation, or links a summary to the text.")

  @Argument(help: "The source text; - is standard input.")
  var source: String?

  @Argument(help: "The translation or summary.")
  var target: String?

  @OptionGroup var languages: LanguageOptions

  @Option(help: "Input: text, or lines (one segment a line).")
  var from = InputFormat.text

  @Option(help: "Output: beads.")
  var to = "beads"

  @Option(help: "A list of pairs: name, source path and target path a line, separated by tabs.")
  var pairs: String?

  @Option(help: "Folder for the results of --pairs.")
  var outputDir = "."

  @Flag(help: "The target is a summary: link each of its segments to source segments.")
  var summary = false

  func run() throws {
    let pipeline = try Pipeline.installed()
    if let pairs {
      for line in String(decoding: try FileBytes.read(pairs), as: UTF8.self).split(separator: "\n") {
        let c = line.split(separator: "\t").map(String.init)
        try OutputFile.write(try beads(pipeline, c[1], c[2]), to: "\(outputDir)/\(c[0]).tsv")
      }
      return
    }
    guard let source, let target else { throw UsageError(message: "give two texts, or --pairs") }
    Streams.output(try beads(pipeline, source, target))
  }

  private func beads(_ pipeline: Pipeline, _ a: String, _ b: String) throws -> String {
    let source = try pipeline.read(a, as: languages.sourceLang, layout: from.layout)
    let target = try pipeline.read(b, as: languages.targetLang, layout: from.layout)
    if summary { return BeadsFormat.write(try pipeline.link(source, summary: target)) }
    return BeadsFormat.write(try pipeline.align(source, target))
  }
}
