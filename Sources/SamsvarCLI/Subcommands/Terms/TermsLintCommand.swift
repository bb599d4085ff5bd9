import ArgumentParser
import Samsvar

/// `samsvar terms lint`: faults of termbases.
struct TermsLintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Looks for faults in termbases.",
    discussion: """
      Duplicates, contradictory and circular status, languages without a term, stray blanks, terms \
      forbidden here and allowed elsewhere, homographs. Exit code 1 where there is an error.

        samsvar terms lint Glossaries/*.csv
        samsvar terms lint client.tbx --to jsonl
      """)

  @Argument(help: "Termbases.")
  var files: [String]

  @OptionGroup var input: TermbaseInputOptions

  @Option(help: "Output: text or jsonl.")
  var to = TextOutput.text

  @Option(help: "The lowest severity to show: error, warning or note.")
  var show = Level.warning

  /// What is shown.
  enum Level: String, ExpressibleByArgument, CaseIterable {
    case error, warning, note

    var severities: Set<Severity> {
      switch self {
      case .error: [.error]
      case .warning: [.error, .warning]
      case .note: [.error, .warning, .note]
      }
    }
  }

  func run() throws {
    var counts: [Severity: Int] = [:]
    for file in files {
      let read = try input.read(file)
      for issue in TermbaseLint.issues(read.termbase) {
        counts[issue.rule.severity, default: 0] += 1
        guard show.severities.contains(issue.rule.severity) else { continue }
        let line = issue.concept < read.lines.count ? read.lines[issue.concept] : nil
        Streams.output(
          to == .jsonl
            ? json(issue, read.termbase, file, line) : text(issue, read.termbase, file, line))
      }
    }
    if to == .text {
      let parts = [Severity.error, .warning, .note].map { severity in
        let count = counts[severity, default: 0]
        return count.counted(severity.rawValue)
      }
      Streams.note("\(parts.joined(separator: ", ")) in \(files.joined(separator: ", "))")
    }
    if counts[.error] != nil { throw ExitCode(1) }
  }

  private func text(
    _ issue: TermbaseIssue, _ termbase: Termbase, _ file: String, _ line: Int?
  ) -> String {
    let position = SourcePosition(file: file, line: line)
    return "\(position): \(issue.rule.severity.rawValue): \(termbase.concepts[issue.concept].id): "
      + "\(issue.message) [\(issue.rule.rawValue)]\n"
  }

  private func json(
    _ issue: TermbaseIssue, _ termbase: Termbase, _ file: String, _ line: Int?
  ) -> String {
    var members: [String: Rows.Value] = [
      "file": .text(file), "rule": .text(issue.rule.rawValue),
      "severity": .text(issue.rule.severity.rawValue),
      "concept": .text(termbase.concepts[issue.concept].id), "message": .text(issue.message),
    ]
    if let line { members["line"] = .integer(line) }
    if let language = issue.language { members["language"] = .text(language.description) }
    if !issue.related.isEmpty { members["related"] = .texts(issue.related) }
    return Rows.json(members)
  }
}
