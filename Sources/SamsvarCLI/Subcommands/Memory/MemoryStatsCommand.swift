import ArgumentParser
import Samsvar

/// `samsvar memory stats`: what a memory holds.
struct MemoryStatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Counts the units of a memory and the bytes of its indices.",
    discussion: "  samsvar memory stats news.memory")

  @OptionGroup var memory: MemoryOptions

  func run() throws {
    let statistics = try memory.open().statistics()
    for pair in statistics.pairs {
      Streams.output("units     \(pair.count)  \(pair.source) to \(pair.target)\n")
    }
    Streams.output(
      """
      file      \(statistics.fileBytes) bytes
      trigrams  \(statistics.trigramBytes) bytes
      lemmas    \(statistics.lemmaBytes) bytes

      """)
  }
}
