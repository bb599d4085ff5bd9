import ArgumentParser
import Samsvar

/// `samsvar memory search`: what a memory knows about a segment.
struct MemorySearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Shows exact, context and similar matches of a segment, with scores from 0 to 100.",
    discussion: """
        samsvar memory search news.memory "Havna er stengt til 4. april." --minimum 70
        samsvar memory search news.memory - --to jsonl < segments.txt
      """)

  @OptionGroup var memory: MemoryOptions

  @Argument(help: "The segment; - reads one a line from standard input.")
  var text: String

  @OptionGroup var languages: LanguageOptions

  @Option(help: "Lowest score, 1 to 100.")
  var minimum = 60

  @Option(help: "The most matches for a segment.")
  var limit = 5

  @Option(help: "Output: text or jsonl.")
  var to = MemoryOutput.text

  func validate() throws {
    guard (1...100).contains(minimum) else { throw ValidationError("--minimum takes 1 to 100") }
    guard limit > 0 else { throw ValidationError("--limit takes 1 or more") }
  }

  func run() throws {
    let store = try memory.open()
    let known = try store.firstLanguages() ?? (.nb, .en)
    let source = languages.sourceLang ?? known.source
    let target = languages.targetLang ?? known.target
    guard text == "-" else { return try show(text, store, source, target, nil) }
    var reader = LineReader(0)
    var previous: String?
    var line = try reader.next().map { String(decoding: $0, as: UTF8.self) }
    while let current = line {
      line = try reader.next().map { String(decoding: $0, as: UTF8.self) }
      let context = MemoryContext(previous: previous, next: line)
      try show(current, store, source, target, context)
      previous = current
    }
  }

  private func show(
    _ text: String, _ store: TranslationMemory, _ source: LanguageTag, _ target: LanguageTag,
    _ context: MemoryContext?
  ) throws(InputError) {
    let matches = try store.matches(
      for: text, from: source, to: target, context: context, minimum: minimum, limit: limit)
    switch to {
    case .jsonl: Streams.output(MemoryReport.line(text, matches))
    case .text:
      for match in matches {
        let name = match.kind == .fuzzy ? "fuzzy \(match.score)" : match.kind.rawValue
        Streams.output("\(name)\t\(match.unit.source)\t\(match.unit.target)\n")
      }
    }
  }
}
