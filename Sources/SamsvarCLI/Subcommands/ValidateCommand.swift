import ArgumentParser
import Samsvar

extension Validator.Kind: ExpressibleByArgument {}

/// `samsvar validate`: whether files follow their standards.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Checks files against their standards, with line and reason.",
    discussion: """
      XLIFF 2.0/2.1 (schema, core constraints, matches, glossary, metadata, ITS), XLIFF 1.2, TMX 1.4, TBX v3
      (core), PO (as msgfmt -c), SRT, WebVTT, JSON Lines, SARIF. Ends with 1 when a file is invalid;
      warnings leave it valid.

        samsvar validate project.xlf
        samsvar validate --as srt film.txt
      """)

  @Argument(help: "The files; - is standard input (with --as).")
  var files: [String]

  @Option(name: .customLong("as"), help: "The kind of file, where ending and content do not tell.")
  var kind: Validator.Kind?

  @Flag(help: "Print nothing; the exit code tells.")
  var quiet = false

  func run() throws {
    var isInvalid = false
    for file in files {
      let bytes = try FileBytes.read(file)
      guard let kind = kind ?? Validator.Kind(path: file, head: bytes) else {
        throw UsageError(
          message:
            "neither ending nor content of \(file) names a kind that can be checked; use --as")
      }
      let found = try Validator.violations(bytes, file: file, kind: kind)
      let errors = found.count { $0.severity == .error }
      isInvalid = isInvalid || errors > 0
      guard !quiet else { continue }
      for violation in found { Streams.output(line(violation, file)) }
      Streams.output("\(file): \(verdict(errors, found.count - errors)) (\(kind.rawValue))\n")
    }
    if isInvalid { throw ExitCode(1) }
  }

  private func line(_ violation: Violation, _ file: String) -> String {
    let position = SourcePosition(file: file, line: violation.line)
    return "\(position): \(violation.severity.rawValue)[\(violation.rule)] \(violation.message)\n"
  }

  private func verdict(_ errors: Int, _ warnings: Int) -> String {
    let counts = [(errors, "error"), (warnings, "warning")].compactMap { count, name in
      count == 0 ? nil : count.counted(name)
    }
    return (errors == 0 ? "valid" : "invalid") + (counts.isEmpty ? "" : ": ")
      + counts.joined(separator: ", ")
  }
}
