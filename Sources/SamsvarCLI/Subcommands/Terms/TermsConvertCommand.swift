import ArgumentParser
import Samsvar

/// `samsvar terms convert`: a termbase in another format.
struct TermsConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: "Writes a termbase in another format.",
    discussion: """
      Reads CSV, TSV, XLSX, TBX v2 and v3, UTX, OmegaT glossaries, MultiTerm XML, SKOS in Turtle and \
      JSON-LD; writes CSV, TSV, XLSX, TBX, UTX and OmegaT glossaries. What the new format cannot hold is said.

        samsvar terms convert Glossaries/news.csv -o news.tbx
        samsvar terms convert Glossaries/news.csv --to tbx2 -o news-v2.tbx
        samsvar terms convert begrep.ttl --report-loss -o begrep.csv
      """)

  @Argument(help: "The termbase.")
  var file: String

  @OptionGroup var input: TermbaseInputOptions

  @Option(
    help: """
      Format of the output; told from its name where absent: csv, tsv, tbx, tbx-dct, tbx-min, \
      tbx-min-dct, tbx-core, tbx2, tbx2-ntig, utx, omegat, xlsx.
      """)
  var to: TermbaseFormat?

  @Option(name: .shortAndLong, help: "The file to write; standard output where absent.")
  var output: String?

  @Flag(help: "Say one by one what the new format cannot hold.")
  var reportLoss = false

  func run() throws {
    guard let format = to ?? output.flatMap({ TermbaseFormat(path: $0) }) else {
      throw UsageError(message: "say which format to write with --to")
    }
    let read = try input.read(file)
    let written = try TermbaseConversion.convert(
      read.termbase, to: format, source: input.sourceLang, target: input.targetLang)
    try OutputFile.write(bytes: written.bytes, to: output ?? "-")
    let losses = written.losses
    guard !losses.isEmpty else { return }
    for loss in losses { Streams.error("samsvar: warning: \(loss.summary)\n") }
    guard reportLoss else { return }
    for change in losses.flatMap(\.changes) { Streams.error("  \(change.description)\n") }
  }
}
