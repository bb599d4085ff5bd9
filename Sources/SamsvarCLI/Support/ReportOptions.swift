import ArgumentParser
import Glibc
import Samsvar

/// How findings are reported, and which make the exit code 1.
struct ReportOptions: ParsableArguments {
  @Option(help: "Output: text, json, jsonl, sarif, junit, github, html or csv.")
  var to = ReportFormat.text

  @Option(
    help:
      "Write a report; the ending tells the format (.sarif, .html, .xml, .csv, .json, .jsonl); repeatable."
  )
  var report: [String] = []

  func validate() throws {
    for path in report where ReportFormat(path: path) == nil {
      throw ValidationError(
        "the ending of \(path) names no report; there are .sarif, .html, .xml (JUnit), .csv, .json, .jsonl, .txt"
      )
    }
  }

  /// Writes a report to standard output and to the files wanted.
  func write(_ report: CheckReport, also paths: [String] = [], phrases: Phrases) throws {
    Streams.output(try Self.text(report, to, Terminal.standardOutput, phrases))
    for path in self.report + paths {
      let text = try Self.text(report, ReportFormat(path: path) ?? .text, .file, phrases)
      try OutputFile.write(text, to: path)
    }
  }

  private static func text(
    _ report: CheckReport, _ format: ReportFormat, _ terminal: Terminal, _ phrases: Phrases
  ) throws -> String {
    try report.rendered(as: format, phrases: phrases)
      ?? FindingsText(terminal: terminal, phrases: phrases).text(report)
  }

  /// The folder the program was started in, with its `/`.
  static var folder: String {
    guard let path = getcwd(nil, 0) else { return "" }
    defer { free(path) }
    let folder = String(cString: path)
    return folder.hasSuffix("/") ? folder : folder + "/"
  }
}

/// What makes a check fail.
enum FailOn: String, ExpressibleByArgument, CaseIterable {
  case error, warning, note, never

  /// The lowest severity that does; nil for none.
  var severity: Severity? { Severity(rawValue: rawValue) }
}

/// For a person or a program.
enum TextOrLines: String, ExpressibleByArgument, CaseIterable { case text, jsonl }
