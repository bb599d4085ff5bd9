import ArgumentParser
import Samsvar

/// `samsvar rules`: what is checked.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Lists the rules that check works by.",
    discussion: """
        samsvar rules
        samsvar rules --to markdown > Documentation/Rules.md
      """)

  /// How the list is printed.
  enum ListFormat: String, ExpressibleByArgument, CaseIterable { case text, jsonl, markdown }

  @Option(help: "Output: text, jsonl or markdown.")
  var to = ListFormat.text

  func run() throws {
    switch to {
    case .jsonl: Streams.output(RuleCatalogue.lines)
    case .markdown: Streams.output(RuleCatalogue.markdown)
    case .text:
      let rows = RuleCatalogue.rules.map {
        [
          $0.id, $0.severity.rawValue + ($0.isOnByDefault ? "" : " (off)"), $0.summary,
        ]
      }
      for row in rows {
        Streams.output(
          ColumnText.padded(row[0], to: 22) + ColumnText.padded(row[1], to: 12) + row[2] + "\n")
      }
    }
  }
}

/// `samsvar explain`: one rule at length.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explains a rule: what it finds, how it decides, and how to accept a finding.",
    discussion: """
        samsvar explain term.missing
      """)

  @Argument(help: "The rule, as findings name it.")
  var rule: String

  func run() throws {
    guard let rule = RuleCatalogue.rules.first(where: { $0.id == rule }) else {
      let known = RuleCatalogue.rules.map(\.id).joined(separator: ", ")
      throw ValidationError("there is no rule \"\(rule)\"; there are \(known)")
    }
    Streams.output(text(rule))
  }

  /// The segments of an example, each on its line.
  private func side(_ language: LanguageTag, _ text: String) -> String {
    text.split(separator: "\n").map {
      "  \(ColumnText.padded(language.description, to: 4))\($0)\n"
    }.joined()
  }

  private func text(_ rule: RuleDescription) -> String {
    var text = "\(rule.id) (\(rule.severity.rawValue))\n\(rule.summary)\n"
    text += "Category \(rule.category.rawValue); MQM \(rule.mqm).\n"
    if !rule.details.isEmpty { text += "\n\(rule.details)\n" }
    if rule.hasFix { text += "\n`samsvar check --fix` mends what has one safe answer.\n" }
    if !rule.isOnByDefault {
      text +=
        "\nOff unless samsvar.yml gives it a level or --only \(rule.category.rawValue) asks.\n"
    }
    for example in rule.examples {
      text += "\n"
      text += side(example.sourceLanguage, example.source)
      text += side(example.targetLanguage, example.target)
      text += "      " + (example.marked.map { "finds \"\($0)\"" } ?? "finds nothing") + "\n"
    }
    return text + """

      Accept a finding beside it with <!-- samsvar:accept \(rule.id) because … -->, by
      --baseline, or switch the rule off in samsvar.yml.

      """
  }
}
