import ArgumentParser
import Samsvar

/// `samsvar lexicon build`: a folder of tables as one compiled lexicon.
struct LexiconBuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Builds one lexicon from a folder of tables, as the core lexicon is built.",
    discussion: """
      Each .tsv has a header with language codes and pos; terms of a cell are divided by "; ". A file
      SOURCE in the folder gives name, licence and origin. The same tables give the same bytes.

        samsvar lexicon build words --to words.lexicon
      """)

  @Argument(help: "The folder.")
  var folder: String

  @OptionGroup var output: LexiconOutput

  func run() throws { try output.write(try BuiltLexicon.folder(folder)) }
}

/// `samsvar lexicon stats`: what a lexicon holds.
struct LexiconStatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Counts what a lexicon holds, and names its sources with their licences.",
    discussion: """
        samsvar lexicon stats own.lexicon
        samsvar lexicon stats             # the installed core lexicon
      """)

  @Argument(help: "A lexicon, compiled or a table; the installed one where absent.")
  var file: String?

  @Option(help: "Output: text or jsonl.")
  var to = TextOutput.text

  func run() throws {
    guard let path = file ?? DataLocation.find("core.lexicon", room: "SamsvarLexicon") else {
      throw InputError(
        "is missing; set SAMSVAR_DATA or give a file", at: SourcePosition(file: "core.lexicon"))
    }
    let summary = try LexiconSummary(path: path)
    Streams.output(to == .jsonl ? json(summary) : text(summary))
  }

  private func text(_ summary: LexiconSummary) -> String {
    var result = "entries\t\(summary.entryCount)\n"
    if summary.learnedCount > 0 { result += "learned\t\(summary.learnedCount)\n" }
    for (index, language) in summary.languages.enumerated() {
      let other =
        index == 0
        ? "" : "\t\(percent(language.differing)) other than \(summary.languages[0].code)"
      result +=
        "language\t\(language.code)\t\(language.entries) entries\t\(language.terms) terms\t"
        + "\(Rows.decimal(language.meanTerms)) in an entry\(other)\n"
    }
    for part in summary.partsOfSpeech { result += "pos\t\(part.name)\t\(part.count)\n" }
    for (provenance, count) in summary.provenances {
      result +=
        "source\t\(provenance.name)\t\(count) entries\t"
        + "\(provenance.licence.isEmpty ? "licence unknown" : provenance.licence)\t"
        + "\(provenance.origin)\n"
    }
    return result
  }

  private func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10) %"
  }

  private func json(_ summary: LexiconSummary) -> String {
    var result = Rows.json([
      "entries": .integer(summary.entryCount), "learned": .integer(summary.learnedCount),
    ])
    for language in summary.languages {
      result += Rows.json([
        "language": .text(language.code), "entries": .integer(language.entries),
        "terms": .integer(language.terms), "meanTerms": .number(language.meanTerms),
        "differing": .number(language.differing),
      ])
    }
    for part in summary.partsOfSpeech {
      result += Rows.json(["pos": .text(part.name), "entries": .integer(part.count)])
    }
    for (provenance, count) in summary.provenances {
      result += Rows.json([
        "source": .text(provenance.name), "entries": .integer(count),
        "licence": .text(provenance.licence), "origin": .text(provenance.origin),
      ])
    }
    return result
  }
}
