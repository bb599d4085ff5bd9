import ArgumentParser
import Samsvar

/// `samsvar memory concordance`: how words were translated before.
struct MemoryConcordanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "concordance",
    abstract: "Shows the units that hold the words of a phrase, in any form, the newest first.",
    discussion: """
        samsvar memory concordance news.memory "ny avtale"
        samsvar memory concordance news.memory agreement --side target
      """)

  @OptionGroup var memory: MemoryOptions

  @Argument(help: "One word or several; the units hold all of them.")
  var phrase: String

  @Option(help: "The side to search: source or target.")
  var side = TranslationMemory.Side.source

  @Option(help: "The language of the phrase; that of the memory's first unit where absent.")
  var lang: LanguageTag?

  @Option(help: "The most units.")
  var limit = 20

  @Option(help: "Output: text or jsonl.")
  var to = MemoryOutput.text

  func run() throws {
    let pipeline = try Pipeline.installed()
    let store = try memory.open()
    let known = try store.firstLanguages() ?? (.nb, .en)
    var lemmas = pipeline.memoryLemmas()
    let units = try store.concordance(
      phrase, side, in: lang ?? (side == .source ? known.source : known.target), limit: limit,
      lemmas: &lemmas)
    for unit in units {
      Streams.output(
        to == .jsonl
          ? MemoryReport.line(unit) : "\(unit.source)\t\(unit.target)\t\(unit.document)\n")
    }
  }
}
