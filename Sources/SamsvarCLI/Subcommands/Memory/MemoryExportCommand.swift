import ArgumentParser
import Samsvar

/// `samsvar memory export`: a memory as TMX.
struct MemoryExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes the units of a memory as TMX 1.4.",
    discussion: "  samsvar memory export news.memory news.tmx")

  @OptionGroup var memory: MemoryOptions

  @Argument(help: "The file to write; - is standard output.")
  var output: String

  @OptionGroup var languages: LanguageOptions

  func run() throws {
    let pipeline = try Pipeline.installed()
    let store = try memory.open()
    try OutputFile.stream(to: output) { sink throws(InputError) in
      var waiting: [UInt8] = []
      try pipeline.writeTMX(
        of: store, source: languages.sourceLang, target: languages.targetLang
      ) { text throws(InputError) in
        waiting += text.utf8
        if waiting.count >= Self.piece {
          try sink(waiting)
          waiting.removeAll(keepingCapacity: true)
        }
      }
      try sink(waiting)
    }
  }

  /// The bytes that are written at a time.
  private static let piece = 1 << 16
}
