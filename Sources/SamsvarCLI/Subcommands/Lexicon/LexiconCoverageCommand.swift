import ArgumentParser
import Samsvar

/// `samsvar lexicon coverage`: which words of texts lack an entry.
struct LexiconCoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Shows which share of a text's words has an entry, and the frequent ones without.",
    discussion: """
      Names and stop words are not counted: they need no entry.

        samsvar lexicon coverage article.nb.txt article.en.txt
        samsvar lexicon coverage article.nb.txt --lexicon own.tsv --top 100
      """)

  @Argument(help: "A text; - is standard input.")
  var source: String

  @Argument(help: "Its translation.")
  var target: String?

  @Option(help: "Language of the source; told from name and text where absent.")
  var sourceLang: LanguageTag?

  @Option(help: "Language of the target.")
  var targetLang: LanguageTag?

  @Option(help: "How many words without an entry to show; 0 for all.")
  var top = 25

  @Option(help: "Output: text or jsonl.")
  var to = TextOutput.text

  @OptionGroup var lexicons: LexiconOptions

  func run() throws {
    let pipeline = try Pipeline.installed(lexicons: lexicons.lexicon)
    show(
      try pipeline.lexiconCoverage(of: source, as: sourceLang, to: targetLang ?? .en), of: source)
    guard let target else { return }
    show(
      try pipeline.lexiconCoverage(of: target, as: targetLang, to: sourceLang ?? .nb), of: target)
  }

  private func show(_ coverage: LexiconCoverage, of path: String) {
    let missing = coverage.missing.prefix(top == 0 ? coverage.missing.count : top)
    if to == .jsonl {
      Streams.output(
        Rows.json([
          "file": .text(path), "language": .text(coverage.language.description),
          "words": .integer(coverage.contentCount), "direct": .integer(coverage.directCount),
          "compound": .integer(coverage.compoundCount), "names": .integer(coverage.nameCount),
          "stopWords": .integer(coverage.stopWordCount), "share": .number(coverage.share),
        ]))
      for word in missing {
        Streams.output(
          Rows.json([
            "file": .text(path), "word": .text(word.word), "count": .integer(word.count),
            "line": .integer(word.line), "example": .text(word.example),
          ]))
      }
      return
    }
    Streams.output(
      "\(path) (\(coverage.language)): \(percent(coverage.share)) of \(coverage.contentCount) words "
        + "have an entry, \(coverage.compoundCount) of them as compounds; not counted: "
        + "\(coverage.nameCount) in names, \(coverage.stopWordCount) stop words\n")
    for word in missing {
      Streams.output("\(word.count)\t\(word.word)\t\(word.line): \(excerpt(word))\n")
    }
  }

  private func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10) %"
  }

  /// The example, cut to a line, with the word in it.
  private func excerpt(_ missing: LexiconCoverage.Missing) -> String {
    let words = missing.example.split(whereSeparator: \.isWhitespace).map(String.init)
    let place = words.firstIndex { $0.lowercased().contains(missing.word) } ?? 0
    let start = max(0, place - 5)
    let end = min(words.count, place + 6)
    let text = words[start..<end].joined(separator: " ")
    return (start > 0 ? "… " : "") + text + (end < words.count ? " …" : "")
  }
}
