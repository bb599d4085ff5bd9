import ArgumentParser
import Samsvar

/// `samsvar lexicon import`: dictionaries of others as a lexicon.
struct LexiconImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Imports dictionaries; each keeps its licence and origin.",
    discussion: """
      Reads dictd (.index with .dict or .dict.dz, FreeDict among them), hunalign's .dict, tables (.tsv
      with a header such as nb<TAB>en, or two columns) and termbases (.csv). Of TMX and PO only units
      of at most three words are taken; `samsvar lexicon learn` learns from their sentences.

        samsvar lexicon import freedict-eng-nor.index --to freedict.lexicon
        samsvar lexicon import en-nb.dict --from hunalign --to own.tsv --licence CC0-1.0
        samsvar lexicon import words.tsv terms.csv --source-lang nn --target-lang en --to own.lexicon
      """)

  @Argument(help: "The files to import.")
  var files: [String]

  @OptionGroup var output: LexiconOutput

  @Option(help: "Input format, where the ending does not tell.")
  var from: LexiconImport.Format?

  @Option(help: "Language of the source side, where the file does not tell (else nb).")
  var sourceLang: LanguageTag?

  @Option(help: "Language of the target side, where the file does not tell (else en).")
  var targetLang: LanguageTag?

  @Option(help: "The licence of the files, where they do not state one.")
  var licence = ""

  @Option(help: "Where the files come from: an address or a name.")
  var origin = ""

  func validate() throws {
    guard !files.isEmpty else { throw ValidationError("give a file to import") }
    for file in files where from == nil && LexiconImport.Format(path: file) == nil {
      let known = LexiconImport.Format.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError(
        "the ending of \(file) names no format; say which with --from: \(known)")
    }
  }

  func run() throws {
    var importer = LexiconImport(
      source: sourceLang, target: targetLang, licence: licence, origin: origin)
    for file in files {
      try importer.add(file, as: from ?? LexiconImport.Format(path: file) ?? .tsv)
    }
    try output.write(importer.finish())
  }
}
