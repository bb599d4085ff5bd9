import ArgumentParser
import Samsvar

/// `samsvar memory`: translation memories.
struct MemoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "memory",
    abstract: "Keeps translations and finds them again: exact, in context, similar, by lemma.",
    discussion: """
      A memory is one SQLite file with an index of trigrams and one of lemmas.

        samsvar memory import news.memory old-articles.tmx
        samsvar memory search news.memory "Havna er stengt til 4. april."
        samsvar memory concordance news.memory militæravtale
      """,
    subcommands: [
      MemoryImportCommand.self, MemoryExportCommand.self, MemorySearchCommand.self,
      MemoryConcordanceCommand.self, MemoryStatsCommand.self,
    ])
}

/// The memory a subcommand works on.
struct MemoryOptions: ParsableArguments {
  @Argument(help: "The memory, one file (NAME.memory).")
  var memory: String

  /// The memory for reading.
  func open() throws(InputError) -> TranslationMemory {
    guard FileBytes.exists(memory) else {
      throw InputError(
        "there is no such memory; make one with samsvar memory import",
        at: SourcePosition(file: memory))
    }
    return try TranslationMemory(path: memory)
  }
}

/// How memory matches are shown.
enum MemoryOutput: String, ExpressibleByArgument, CaseIterable { case text, jsonl }
