import ArgumentParser
import Samsvar

/// `samsvar terms find`: where terms stand.
struct TermsFindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Finds the terms of a termbase in a bitext or a text.",
    discussion: """
        samsvar terms find --termbase news.csv article.nb.txt
        samsvar terms find --termbase news.csv --from jsonl beads.jsonl --to jsonl --side source
      """)

  @Argument(help: "A bitext (--from jsonl) or a text.")
  var file: String

  @Option(help: "The termbase, in any format that is read.")
  var termbase: String

  @Option(help: "Input: text, lines or jsonl (beads).")
  var from: InputFormat?

  @Option(help: "Output: text or jsonl.")
  var to = TextOrLines.text

  @Option(help: "Sides of a bitext to look at: source, target or both.")
  var side = SideChoice.both

  @Option(help: "What offsets count: utf8, utf16 or codepoints.")
  var offsets = OffsetUnit.utf8

  @Flag(help: "Print nothing but how many terms were found.")
  var count = false

  @OptionGroup var languages: LanguageOptions

  /// One side or both.
  enum SideChoice: String, ExpressibleByArgument, CaseIterable {
    case source, target, both

    var sides: Set<Side> {
      switch self {
      case .source: [.source]
      case .target: [.target]
      case .both: [.source, .target]
      }
    }
  }

  func run() throws {
    let pipeline = try Pipeline.installed()
    let termbase = try TermbaseFile.read(termbase).termbase
    let format = from ?? (file.hasSuffix(".jsonl") ? .jsonl : .text)
    let inputs: [(name: String, analysis: BitextAnalysis)]
    if format.isBitext {
      inputs = try pipeline.readBitexts(
        file, source: languages.sourceLang, target: languages.targetLang)
    } else {
      let document = try pipeline.read(
        file, as: languages.sourceLang, layout: format.layout, format: from?.document)
      let empty = Analyser(try pipeline.languages.data(for: .en)).analyse([], name: "")
      inputs = [(file, try pipeline.analyseTranslation(document, empty))]
    }
    if count {
      let found = try inputs.map { input in
        try pipeline.termCount(input.analysis, termbase: termbase, sides: side.sides)
      }
      return Streams.output("\(found.reduce(0, +))\n")
    }
    for (_, analysis) in inputs {
      switch to {
      case .jsonl:
        Streams.output(
          try pipeline.termLines(
            analysis, termbase: termbase, sides: side.sides, offsets: offsets))
      case .text: try show(analysis, termbase, pipeline)
      }
    }
  }

  private func show(
    _ analysis: BitextAnalysis, _ termbase: Termbase, _ pipeline: Pipeline
  ) throws {
    for document in [analysis.source, analysis.target] {
      for occurrence in try pipeline.occurrences(of: termbase, in: document) {
        let place = document.document.location(of: occurrence.range)
        let found = document.document.string(in: occurrence.range)
        Streams.output(
          "\(place)\t\(found)\t"
            + "\(occurrence.form.rawValue)\t\(termbase.concepts[occurrence.concept].id)\t"
            + "\(occurrence.term.term) (\(occurrence.term.status.rawValue))\n")
      }
    }
  }
}
