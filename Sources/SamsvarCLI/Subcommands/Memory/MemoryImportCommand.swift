import ArgumentParser
import Samsvar

/// `samsvar memory import`: bitexts into a memory.
struct MemoryImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Adds the pairs of bitexts (TMX, JSON Lines) to a memory, made where there is none.",
    discussion: """
      Pairs known in the same context are left out; a changed translation of the same document and
      context replaces the old one.

        samsvar memory import news.memory 2024.tmx 2025.tmx --source-lang nb --target-lang en
      """)

  @Argument(help: "The memory, one file (NAME.memory).")
  var memory: String

  @Argument(help: "The bitexts to read.")
  var files: [String]

  @OptionGroup var languages: LanguageOptions

  @Option(help: "When the pairs were made (20260131T120000Z); later ones are shown first.")
  var date = ""

  func run() throws {
    let pipeline = try Pipeline.installed()
    let store = try TranslationMemory(path: memory)
    for file in files {
      let added = try pipeline.addUnits(
        of: file, to: store, source: languages.sourceLang, target: languages.targetLang, date: date
      ) { Streams.note("\(file): \($0.counted("unit"))") }
      Streams.note("\(file): \(added.new) new, \(added.known) known")
    }
  }
}
