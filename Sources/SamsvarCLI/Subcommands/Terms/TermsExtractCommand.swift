import ArgumentParser
import Samsvar

/// `samsvar terms extract`: term candidates of a bitext.
struct TermsExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Finds what may be terms in a bitext, with translations, as a termbase to review.",
    discussion: """
      Compounds, noun phrases and names of several words, ranked by how much they are terms (frequency \
      against the lexicon's general words, length, standing alone) and how steadily they are translated. \
      Each has an example sentence.

        samsvar terms extract article.nb.txt article.en.txt -o candidates.csv
        samsvar terms extract memory.tmx --known client.csv --min-count 3 -o candidates.tbx
      """)

  @Argument(help: "A bitext (--from jsonl, tmx), or a text and its translation.")
  var files: [String]

  @Option(help: "Input: text, lines, jsonl or tmx.")
  var from: InputFormat?

  @Option(name: .shortAndLong, help: "The termbase to write; standard output where absent.")
  var output: String?

  @Option(help: "Format of the output; told from its name where absent, else csv.")
  var to: TermbaseFormat?

  @Option(help: "Leave out what stands fewer times.")
  var minCount = 2

  @Option(help: "Leave out what is rendered less steadily, 0 to 1.")
  var minConsistency = 0.0

  @Option(help: "The longest list.")
  var limit = 200

  @Option(help: "A termbase whose terms are left out; repeatable.")
  var known: [String] = []

  @Flag(help: "Keep candidates for which no translation was found.")
  var unpaired = false

  @OptionGroup var languages: LanguageOptions

  func validate() throws {
    guard (1...2).contains(files.count) else {
      throw ValidationError("give a bitext, or a text and its translation")
    }
    guard minCount > 0, limit > 0, (0...1).contains(minConsistency) else {
      throw ValidationError("--min-count and --limit are above 0, --min-consistency from 0 to 1")
    }
  }

  func run() throws {
    let pipeline = try Pipeline.installed()
    var settings = TermExtraction.Settings()
    settings.minimum = minCount
    settings.limit = limit
    settings.minimumConsistency = minConsistency
    settings.keepsUnpaired = unpaired
    for path in known { settings.known.concepts += try TermbaseFile.read(path).termbase.concepts }
    let termbase = try pipeline.extractTerms(try analysis(pipeline), settings)
    let format = to ?? output.flatMap { TermbaseFormat(path: $0) } ?? .csv
    let written = try TermbaseConversion.convert(termbase, to: format)
    try OutputFile.write(bytes: written.bytes, to: output ?? "-")
    Streams.note("\(termbase.concepts.count) candidates")
  }

  private func analysis(_ pipeline: Pipeline) throws -> BitextAnalysis {
    if files.count == 2 {
      let layout = (from ?? .text).layout
      return try pipeline.analyseTranslation(
        try pipeline.read(files[0], as: languages.sourceLang, layout: layout),
        try pipeline.read(files[1], as: languages.targetLang, layout: layout))
    }
    let documents = try pipeline.readBitexts(
      files[0], source: languages.sourceLang, target: languages.targetLang)
    guard let joined = try pipeline.joined(documents.map(\.analysis)) else {
      throw InputError("holds no beads", at: SourcePosition(file: files[0]))
    }
    return joined
  }
}
