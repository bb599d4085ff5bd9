import ArgumentParser
import Samsvar

/// `samsvar lexicon lookup`: what words may mean.
struct LexiconLookupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lookup",
    abstract: "Shows the entries of words, in any of their forms, and where these come from.",
    discussion: """
      A word without an entry is looked up by its dictionary forms, then as a compound.

        samsvar lexicon lookup avtalene militæravtale
        samsvar lexicon lookup agreement --source-lang en --target-lang nn
        samsvar lexicon lookup kåk --lexicon own.tsv --to jsonl
      """)

  @Argument(help: "Words or, in quotation marks, phrases.")
  var words: [String]

  @OptionGroup var languages: LexiconLanguages
  @OptionGroup var lexicons: LexiconOptions

  @Option(help: "Output: text or jsonl.")
  var to = TextOutput.text

  func run() throws {
    let report = try Pipeline.installed(lexicons: lexicons.lexicon).lexiconReport(
      from: languages.sourceLang, to: languages.targetLang)
    for word in words {
      let rows = report.rows(word)
      if rows.isEmpty {
        Streams.output(
          to == .jsonl
            ? Rows.json(["word": .text(word), "translations": .texts([])]) : "\(word)\tno entry\n")
      }
      for row in rows { Streams.output(line(row, of: word)) }
    }
  }

  private func line(_ row: LexiconReport.Row, of word: String) -> String {
    guard to == .jsonl else {
      let lemma = row.part.isEmpty ? row.lemma : "\(row.lemma) (\(row.part))"
      let likely = row.probability.map { " (\(Rows.decimal($0)))" } ?? ""
      return [
        word, lemma, row.partOfSpeech, row.translations.joined(separator: "; ") + likely,
        Self.text(row.provenance),
      ].joined(separator: "\t") + "\n"
    }
    var members: [String: Rows.Value] = [
      "word": .text(word), "lemma": .text(row.lemma), "translations": .texts(row.translations),
      "source": .text(row.provenance.name), "licence": .text(row.provenance.licence),
      "origin": .text(row.provenance.origin),
    ]
    if !row.part.isEmpty { members["part"] = .text(row.part) }
    if !row.partOfSpeech.isEmpty { members["pos"] = .text(row.partOfSpeech) }
    if let probability = row.probability { members["probability"] = .number(probability) }
    return Rows.json(members)
  }

  /// A name with its licence: `Samsvar core list, Apache-2.0`.
  static func text(_ provenance: Provenance) -> String {
    provenance.licence.isEmpty
      ? "\(provenance.name), licence unknown" : "\(provenance.name), \(provenance.licence)"
  }
}
