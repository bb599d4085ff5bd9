import ArgumentParser
import Samsvar

/// `samsvar lexicon learn`: translations of words from texts and their translations.
struct LexiconLearnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn",
    abstract:
      "Learns translations of words, with probabilities, from texts and their translations.",
    discussion: """
      Reads TMX, PO, JSON Lines and tables with a source and a target column; or two texts with one
      segment a line (--source, --target), with beads where the lines do not correspond (--beads).
      Words are learned in their dictionary forms where these are known; stop words and words that are
      the same in both languages are left out.

        samsvar lexicon learn memory.tmx --to learned.lexicon
        samsvar lexicon learn --source a.nb --target a.en --to learned.tsv --min-count 3
        samsvar align a.nb.txt a.en.txt --from lines --to beads > a.beads
        samsvar lexicon learn --source a.nb.txt --target a.en.txt --beads a.beads --to learned.tsv
      """)

  @Argument(help: "Bitexts: .tmx, .po, .jsonl or .tsv.")
  var files: [String] = []

  @OptionGroup var output: LexiconOutput
  @OptionGroup var languages: LexiconLanguages

  @Option(help: "A text with one segment a line.")
  var source: String?

  @Option(help: "Its translation, one segment a line.")
  var target: String?

  @Option(help: "Beads between source and target, as `align --to beads` writes them.")
  var beads: String?

  @Option(help: "Drop pairs expected to be linked fewer times than this.")
  var minCount = 1.5

  @Option(help: "Drop pairs with a lower probability, from 0 to 1.")
  var minProbability = 0.1

  @Option(help: "The licence of the result.")
  var licence = ""

  @Option(help: "Where the texts come from; their names where absent.")
  var origin: String?

  func validate() throws {
    if (source == nil) != (target == nil) || beads != nil && source == nil {
      throw ValidationError("give --source and --target together")
    }
    if files.isEmpty, source == nil {
      throw ValidationError("give a bitext, or --source and --target")
    }
    guard (0...1).contains(minProbability), minCount >= 0 else {
      throw ValidationError("--min-probability is from 0 to 1, --min-count not below 0")
    }
  }

  func run() throws {
    var trainer = try Pipeline.installed().trainer(
      source: languages.sourceLang, target: languages.targetLang)
    for file in files { try trainer.add(file: file) }
    if let source, let target { try trainer.add(source: source, target: target, beads: beads) }
    Streams.error("samsvar: learning from \(trainer.count) pairs\n")
    var settings = LexiconTrainer.Settings()
    settings.minimumCount = minCount
    settings.minimumProbability = minProbability
    let names = (files + [source, target].compactMap { $0 }).map { path in
      String(path.split(separator: "/").last ?? "")
    }
    let provenance = Provenance(
      name: "learned from \(trainer.count) pairs", licence: licence,
      origin: origin ?? names.joined(separator: ", "))
    try output.write(trainer.learn(settings, from: provenance))
  }
}
