import ArgumentParser
import Samsvar

/// What was accepted before: settings and a baseline.
struct AcceptanceOptions: ParsableArguments {
  @Option(help: "Settings (rules, words, paths); samsvar.yml in this folder where absent.")
  var settings: String?

  @Option(help: "A file of accepted findings, which do not count.")
  var baseline: String?

  @Option(help: "Write a file that accepts all findings there are now.")
  var writeBaseline: String?

  /// What applies them to the findings of each document.
  func acceptor() throws(InputError) -> Acceptor {
    let path = settings ?? (FileBytes.exists("samsvar.yml") ? "samsvar.yml" : nil)
    return Acceptor(
      settings: try path.map { path throws(InputError) in
        try ProjectReader.read(try FileBytes.read(path), file: path, rules: RuleCatalogue.names)
          .checks
      } ?? CheckSettings(),
      baseline: try baseline.map { path throws(InputError) in
        try Baseline(try FileBytes.read(path), file: path)
      },
      output: writeBaseline)
  }
}

/// Applies settings and a baseline to findings, and collects a new baseline.
struct Acceptor {
  let settings: CheckSettings
  private var baseline: Baseline?
  private let output: String?
  private var lines = ""

  init(settings: CheckSettings, baseline: Baseline?, output: String?) {
    self.settings = settings
    self.baseline = baseline
    self.output = output
  }

  /// Whether findings are told from those of a baseline.
  var hasBaseline: Bool { baseline != nil }

  /// The findings of a document with their levels and acceptances.
  mutating func accepted(_ findings: [Finding], document: String) -> [Finding] {
    var findings = settings.applied(
      to: findings, document: document, noteRules: RuleCatalogue.noteRules)
    baseline?.accept(&findings)
    if output != nil {
      lines += Baseline.lines(
        findings.filter { $0.acceptance == nil || $0.acceptance?.place == .baseline },
        document: document)
    }
    return findings
  }

  /// Accepts what a baseline knows in a report's document whose levels are set.
  mutating func accept(_ document: inout CheckedDocument) {
    baseline?.accept(&document)
    if output != nil { lines += Baseline.lines(document) }
  }

  /// Writes the new baseline, if one is wanted.
  func finish() throws {
    if let output { try OutputFile.write(lines, to: output) }
  }
}
