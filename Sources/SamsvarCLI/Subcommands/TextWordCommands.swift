import ArgumentParser
import Samsvar

/// Options of commands that take words, one a line.
struct WordOptions: ParsableArguments {
  @Argument(help: "Words, one a line; - is standard input.")
  var file = "-"

  @Option(help: "Language of the words.")
  var lang = LanguageTag.nb

  @Option(help: "Input: lines.")
  var from = InputFormat.lines

  @Option(help: "Output: tsv or jsonl.")
  var to = WordFormat.tsv

  @Flag(help: "Say how each answer came about.")
  var explain = false

  /// The lines of the input that are not blank.
  func lines() throws(InputError) -> [String] {
    try InputLines.read(file)
  }
}

/// How words are printed.
enum WordFormat: String, ExpressibleByArgument, CaseIterable { case tsv, jsonl }

/// `samsvar text lemmas`: the dictionary forms a word may have.
struct TextLemmasCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lemmas",
    abstract: "Gives the dictionary forms that words may be inflected from, best first.",
    discussion: "  echo avtalene | samsvar text lemmas --lang nb -")

  @OptionGroup var options: WordOptions

  func run() throws {
    let words = try Pipeline.installed().wordReport(options.lang)
    for line in try options.lines() {
      let answer = words.lemmas(line)
      let text = answer.lemmas.joined(separator: "|")
      switch options.to {
      case .jsonl:
        Streams.output(Rows.json(["form": .text(line), "lemmas": .texts(answer.lemmas)]))
      case .tsv:
        Streams.output("\(line)\t\(text)\(options.explain ? "\t\(answer.reason)" : "")\n")
      }
    }
  }
}

/// `samsvar text compounds`: modifier and head of compounds.
struct TextCompoundsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compounds",
    abstract: "Cuts compounds into modifier and head; other words are left whole.",
    discussion: "  echo militæravtale | samsvar text compounds --lang nb -")

  @OptionGroup var options: WordOptions

  func run() throws {
    let words = try Pipeline.installed().wordReport(options.lang)
    for line in try options.lines() {
      let readings = words.compounds(line)
      switch options.to {
      case .jsonl:
        Streams.output(
          Rows.json(["word": .text(line), "readings": .texts(readings.map(\.text))]))
      case .tsv:
        let best = readings.first?.text ?? line
        let all = readings.map { "\($0.text) (\($0.reason))" }.joined(separator: "; ")
        Streams.output("\(line)\t\(best)\(options.explain ? "\t\(all)" : "")\n")
      }
    }
  }
}

/// `samsvar text detect`: the language of texts.
struct TextDetectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "detect",
    abstract: "Tells the language of texts (nb, nn, en, da, sv) and, of a file, the charset.",
    discussion: """
        samsvar text detect article.txt
        samsvar text detect --from lines --to tsv sentences.txt
      """)

  @Argument(help: "A text, or one text a line with --from lines; - is standard input.")
  var file = "-"

  @Option(help: "Input: text or lines.")
  var from = InputFormat.text

  @Option(help: "Output: tsv or jsonl.")
  var to = WordFormat.tsv

  @Flag(help: "Give the share of every language.")
  var explain = false

  func run() throws {
    let detector = try Pipeline.installed().languageDetector()
    let bytes = try FileBytes.read(file)
    let decoded = try TextDecoder.decode(bytes, file: file)
    if from == .lines {
      for line in InputLines.split(decoded.text) { show(detector.detect(line), charset: nil) }
    } else {
      show(detector.detect(decoded.text), charset: decoded.charset)
    }
  }

  private func show(_ shares: [LanguageShare], charset: String?) {
    guard let best = shares.first else { return }
    switch to {
    case .jsonl:
      var row: [String: Rows.Value] = [
        "language": .text(best.language.description), "confidence": .number(best.share),
      ]
      if let charset { row["charset"] = .text(charset) }
      Streams.output(Rows.json(row))
    case .tsv:
      let all = shares.map { "\($0.language)=\(Rows.decimal($0.share))" }.joined(separator: " ")
      Streams.output(
        "\(best.language)\t\(Rows.decimal(best.share))" + (charset.map { "\t\($0)" } ?? "")
          + (explain ? "\t\(all)" : "") + "\n")
    }
  }
}
