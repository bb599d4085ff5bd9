import ArgumentParser
import Samsvar

/// `samsvar terms merge`: two changed versions of a termbase.
struct TermsMergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Merges two changed versions of a termbase over the one they began with.",
    discussion: """
      Each definition, term and status is merged by itself. Where both changed the same thing in \
      different ways, ours stands, the conflict is shown, and the exit code is 1.

        samsvar terms merge base.csv ours.csv theirs.csv -o merged.csv
      """)

  @Argument(help: "The version both began with.")
  var base: String

  @Argument(help: "Our version.")
  var ours: String

  @Argument(help: "Their version.")
  var theirs: String

  @OptionGroup var input: TermbaseInputOptions

  @Option(help: "Format of the output; told from its name where absent, else that of ours.")
  var to: TermbaseFormat?

  @Option(name: .shortAndLong, help: "The file to write; standard output where absent.")
  var output: String?

  func run() throws {
    let read = try input.read(ours)
    let merged = TermbaseMerge.merge(
      base: try input.read(base).termbase, ours: read.termbase,
      theirs: try input.read(theirs).termbase)
    let format =
      to ?? output.flatMap { TermbaseFormat(path: $0) }
      ?? (read.format.isWritable ? read.format : .csv)
    let written = try TermbaseConversion.convert(
      merged.termbase, to: format, source: input.sourceLang, target: input.targetLang)
    try OutputFile.write(bytes: written.bytes, to: output ?? "-")
    for conflict in merged.conflicts { Streams.error("conflict: \(conflict.description)\n") }
    guard merged.conflicts.isEmpty else {
      Streams.note("\(merged.conflicts.count) conflicts, where ours was kept")
      throw ExitCode(1)
    }
  }
}
