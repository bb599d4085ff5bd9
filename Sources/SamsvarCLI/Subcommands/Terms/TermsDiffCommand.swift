import ArgumentParser
import Samsvar

/// `samsvar terms diff`: what differs between two termbases.
struct TermsDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Shows what differs between two termbases, concept by concept.",
    discussion: """
      The two may be in different formats. Exit code 1 where something differs.

        samsvar terms diff old.csv new.tbx
      """)

  @Argument(help: "The first termbase.")
  var before: String

  @Argument(help: "The second termbase.")
  var after: String

  @OptionGroup var input: TermbaseInputOptions

  @Option(help: "Output: text or jsonl.")
  var to = TextOutput.text

  func run() throws {
    let changes = TermbaseDifference.changes(
      try input.read(before).termbase, try input.read(after).termbase)
    for change in changes {
      Streams.output(to == .jsonl ? json(change) : change.description + "\n")
    }
    if !changes.isEmpty { throw ExitCode(1) }
  }

  private func json(_ change: TermbaseChange) -> String {
    var members: [String: Rows.Value] = ["concept": .text(change.concept)]
    if let fact = change.fact {
      members["what"] = .text(fact.kind)
      if !fact.place.isEmpty { members["place"] = .text(fact.place) }
    }
    if let before = change.before { members["before"] = .text(before) }
    if let after = change.after { members["after"] = .text(after) }
    return Rows.json(members)
  }
}
