import SamsvarCheck
import SamsvarFormats
public import SamsvarModel

/// What there is to say about a rule, for people and machines.
public struct RuleDescription: Sendable {
  /// The stable name: `term.missing`.
  public var id: String
  /// What its findings are about.
  public var category: FindingCategory
  /// The category in the MQM typology of translation errors.
  public var mqm: String
  /// How much its findings matter as a rule.
  public var severity: Severity
  /// Whether it runs where nobody asks for it; rules of taste do not.
  public var isOnByDefault: Bool
  /// What it checks, in one sentence.
  public var summary: String
  /// Why, and how it decides.
  public var details: String
  /// Whether findings may carry a fix.
  public var hasFix: Bool
  /// What it finds and what it leaves alone.
  public var examples: [Example]

  /// A pair of texts, and the words the rule points at; nil where it finds nothing.
  public struct Example: Sendable {
    /// The source; a segment a line.
    public var source: String
    /// The target; a segment a line.
    public var target: String
    /// The words the finding points at; nil where there is none.
    public var marked: String?
    /// A termbase as a table, or an empty text.
    public var glossary: String
    /// The language of the source.
    public var sourceLanguage: LanguageTag
    /// The language of the target.
    public var targetLanguage: LanguageTag
    /// Whether the target is a summary.
    public var isSummary: Bool
  }
}

/// All rules, for `samsvar rules`, `samsvar explain` and `Documentation/Rules.md`.
public enum RuleCatalogue {
  /// The rules whose findings are notes by nature.
  public static var noteRules: Set<String> {
    Set(Checker.rules.map { type(of: $0) }.filter { $0.severity == .note }.map { $0.id })
  }

  /// The names of all rules.
  public static var names: Set<String> { Set(Checker.rules.map { type(of: $0).id }) }

  /// The rules in the order their findings are reported.
  public static var rules: [RuleDescription] {
    Checker.rules.map { describe(type(of: $0)) }
  }

  private static func describe(_ rule: any Rule.Type) -> RuleDescription {
    RuleDescription(
      id: rule.id, category: rule.category, mqm: rule.mqm, severity: rule.severity,
      isOnByDefault: rule.isOnByDefault, summary: rule.summary, details: rule.documentation.details,
      hasFix: rule.documentation.hasFix,
      examples: rule.documentation.examples.map {
        RuleDescription.Example(
          source: $0.source, target: $0.target, marked: $0.marked, glossary: $0.glossary,
          sourceLanguage: $0.sourceLanguage, targetLanguage: $0.targetLanguage,
          isSummary: $0.isSummary)
      })
  }

  /// The rules as a page in Markdown.
  public static var markdown: String {
    var page = """
      # Rules
      Written by `samsvar rules --to markdown`. `samsvar explain RULE` shows one of them; every example is a test.

      | rule | category | severity | what it finds |
      |---|---|---|---|

      """
    for rule in rules {
      page +=
        "| [`\(rule.id)`](#\(anchor(rule.id))) | \(rule.category.rawValue) | "
        + "\(rule.severity.rawValue) | \(rule.summary) |\n"
    }
    return page + rules.map(section).joined()
  }

  private static func anchor(_ id: String) -> String { String(id.filter { $0 != "." }) }

  private static func section(_ rule: RuleDescription) -> String {
    var text = "\n## \(rule.id)\n\(rule.summary)\n\n"
    text +=
      "Category `\(rule.category.rawValue)` (MQM: \(rule.mqm)), severity \(rule.severity.rawValue)"
    text += rule.isOnByDefault ? "" : ", off unless a project or `--only` asks for it"
    text += rule.hasFix ? ", with a fix where there is one safe answer.\n" : ".\n"
    if !rule.details.isEmpty { text += "\n\(rule.details)\n" }
    guard !rule.examples.isEmpty else { return text }
    text += "\n| source | target | finding |\n|---|---|---|\n"
    for example in rule.examples {
      text +=
        "| \(cell(example.source)) | \(cell(example.target)) | "
        + (example.marked.map { "`\($0)`" } ?? "none") + " |\n"
    }
    return text
  }

  /// A text in a cell of a table, its lines kept apart.
  private static func cell(_ text: String) -> String {
    text.split(separator: "\n").joined(separator: "<br>").replacing("|", with: "\\|")
  }

  /// One JSON object a line for each rule.
  public static var lines: String {
    struct Record: Encodable {
      var rule: String
      var category: String
      var mqm: String
      var severity: String
      var summary: String
      var details: String
      var hasFix: Bool
      var isOnByDefault: Bool
    }
    return rules.map { rule in
      JSONLines.line(
        Record(
          rule: rule.id, category: rule.category.rawValue, mqm: rule.mqm,
          severity: rule.severity.rawValue, summary: rule.summary, details: rule.details,
          hasFix: rule.hasFix, isOnByDefault: rule.isOnByDefault))
    }.joined()
  }
}
