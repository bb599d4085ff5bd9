import ArgumentParser
import Samsvar

/// `samsvar terms`: termbases and what they find in texts.
struct TermsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "terms", abstract: "Works with termbases: find, check, convert, merge, extract.",
    subcommands: [
      TermsFindCommand.self, TermsLintCommand.self, TermsConvertCommand.self,
      TermsMergeCommand.self, TermsDiffCommand.self, TermsStatsCommand.self,
      TermsExtractCommand.self,
    ])
}

/// How a termbase file is read.
struct TermbaseInputOptions: ParsableArguments {
  @Option(
    help: """
      Format of the input; told from content and name where absent: csv, tsv, xlsx, tbx, tbx2, utx, omegat, \
      multiterm, turtle, jsonld.
      """)
  var from: TermbaseFormat?

  @Option(help: "Source language of a glossary of two languages.")
  var sourceLang: LanguageTag?

  @Option(help: "Target language of a glossary of two languages.")
  var targetLang: LanguageTag?

  /// Reads a termbase and says on standard error what was left out.
  func read(_ path: String) throws(InputError) -> TermbaseInput {
    let input = try TermbaseFile.read(
      path, .init(format: from, source: sourceLang, target: targetLang))
    Streams.report(input.diagnostics)
    return input
  }
}
