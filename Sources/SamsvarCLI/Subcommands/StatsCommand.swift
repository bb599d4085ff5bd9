import ArgumentParser
import Samsvar

/// `samsvar stats`: what a bilingual file holds.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract:
      "Counts what a bilingual file holds: units, words, languages, repeated, empty, states.",
    discussion: """
        samsvar stats memory.tmx
        samsvar stats project.xlf --to jsonl
      """)

  @Argument(help: "A TMX, XLIFF, PO, CSV, TSV, JSON, JSON Lines, Markdown or ladder file.")
  var file: String

  @Option(help: "Input format, where ending and content do not tell.")
  var from: BitextFormat?

  @Option(help: "Output: table or jsonl.")
  var to = Output.table

  @OptionGroup var languages: LanguageOptions

  enum Output: String, ExpressibleByArgument, CaseIterable { case table, jsonl }

  func run() throws {
    let format = if let from { from } else { try BitextFormat.of(file) }
    var statistics = BitextStatistics()
    let options = BitextOptions(source: languages.sourceLang, target: languages.targetLang)
    try format.forEachUnit(file, options) { unit in statistics.add(unit) }
    switch to {
    case .table:
      let rows = [("format", format.title)] + statistics.rows.map { ($0.name, $0.value) }
      let width = rows.map(\.0.count).max() ?? 0
      for (name, value) in rows {
        Streams.output(name + String(repeating: " ", count: width + 2 - name.count) + value + "\n")
      }
    case .jsonl: Streams.output(Rows.json(members(statistics, format)))
    }
  }

  private func members(
    _ statistics: BitextStatistics, _ format: BitextFormat
  ) -> [String: Rows.Value] {
    var members: [String: Rows.Value] = ["format": .text(format.rawValue)]
    for (name, value) in statistics.rows {
      let words = name.filter { $0 != "," }.split(separator: " ")
      let key = words.prefix(1).joined() + words.dropFirst().map(\.capitalized).joined()
      members[key] = Int(value).map { .integer($0) } ?? .text(value)
    }
    return members
  }
}

extension Substring {
  /// The word with a capital.
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
