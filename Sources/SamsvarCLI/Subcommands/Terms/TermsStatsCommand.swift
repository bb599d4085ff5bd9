import ArgumentParser
import Samsvar

/// `samsvar terms stats`: how much a termbase holds.
struct TermsStatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Counts concepts and terms of termbases by language and status.")

  @Argument(help: "Termbases.")
  var files: [String]

  @OptionGroup var input: TermbaseInputOptions

  @Option(help: "Output: text or jsonl (one object a file and language).")
  var to = TextOutput.text

  func run() throws {
    for file in files {
      let statistics = TermbaseStatistics(try input.read(file).termbase)
      Streams.output(to == .jsonl ? json(statistics, file) : text(statistics, file))
    }
  }

  private func text(_ statistics: TermbaseStatistics, _ file: String) -> String {
    var lines = [
      "\(file): \(statistics.concepts) concepts, \(statistics.defined) with a definition, "
        + "\(statistics.doNotTranslate) not translated, \(statistics.caseSensitive) case-sensitive"
    ]
    let names =
      ["language", "concepts", "terms"] + TermStatus.allCases.map(\.rawValue) + ["multiword"]
    lines.append(row(names))
    for language in statistics.languages {
      let numbers =
        [language.concepts, language.termCount] + language.terms + [language.multiword]
      lines.append(row([language.language.description] + numbers.map(String.init)))
    }
    let subjects = statistics.subjects.prefix(10).map { "\($0.name) (\($0.count))" }
    if !subjects.isEmpty { lines.append("subjects: \(subjects.joined(separator: ", "))") }
    return lines.joined(separator: "\n") + "\n"
  }

  private func row(_ cells: [String]) -> String {
    let text = cells.map { ColumnText.padded($0, to: 11) }.joined()
    return "  " + String(text.reversed().drop { $0 == " " }.reversed())
  }

  private func json(_ statistics: TermbaseStatistics, _ file: String) -> String {
    statistics.languages.map { language in
      var members: [String: Rows.Value] = [
        "file": .text(file), "language": .text(language.language.description),
        "concepts": .integer(language.concepts), "terms": .integer(language.termCount),
        "multiword": .integer(language.multiword),
      ]
      for (status, count) in zip(TermStatus.allCases, language.terms) {
        members[status.rawValue] = .integer(count)
      }
      return Rows.json(members)
    }.joined()
  }
}
