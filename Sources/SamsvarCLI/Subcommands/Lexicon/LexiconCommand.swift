import ArgumentParser
import Samsvar

/// `samsvar lexicon`: what translates what.
struct LexiconCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon",
    abstract: "Looks up, measures, imports, learns and builds bilingual lexicons.",
    discussion: """
        samsvar lexicon lookup avtalene
        samsvar lexicon coverage article.nb.txt article.en.txt
        samsvar lexicon import freedict-eng-nor.index --to freedict.lexicon
        samsvar lexicon learn memory.tmx --to learned.tsv

      What is made here is used with --lexicon by align and check.
      """,
    subcommands: [
      LexiconLookupCommand.self, LexiconCoverageCommand.self, LexiconImportCommand.self,
      LexiconLearnCommand.self, LexiconBuildCommand.self, LexiconStatsCommand.self,
    ])
}

/// Where a lexicon that was made goes.
struct LexiconOutput: ParsableArguments {
  @Option(
    name: .customLong("to"),
    help: "The file to write: .lexicon (compiled) or .tsv (a table that can be edited).")
  var path: String

  func validate() throws {
    if BuiltLexicon.Format(path: path) == nil {
      throw ValidationError("the ending of \(path) names no format; use .lexicon or .tsv")
    }
  }

  /// Writes a lexicon and says on standard error what was written.
  ///
  /// - Throws: `InputError` when nothing was found or the file cannot be written.
  func write(_ lexicon: BuiltLexicon) throws(InputError) {
    Streams.report(lexicon.diagnostics)
    guard lexicon.entryCount > 0 else {
      throw InputError("no entry was found, so nothing is written", at: SourcePosition(file: path))
    }
    let format = BuiltLexicon.Format(path: path) ?? .table
    try OutputFile.write(bytes: lexicon.bytes(format), to: path)
    Streams.error("samsvar: \(lexicon.entryCount) entries written to \(path)\n")
  }
}

/// The languages of the two sides, Norwegian Bokmål and English unless said otherwise.
struct LexiconLanguages: ParsableArguments {
  @Option(help: "Language of the source side.")
  var sourceLang = LanguageTag.nb

  @Option(help: "Language of the target side.")
  var targetLang = LanguageTag.en
}
