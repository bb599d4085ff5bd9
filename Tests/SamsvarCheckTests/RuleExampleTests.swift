import Samsvar
import SamsvarModel
import SamsvarTestSupport
import Testing

@Suite("Examples of the rules")
struct RuleExampleTests {
  /// A rule's name and one of its examples.
  struct Case: CustomTestStringConvertible {
    var rule: String
    var isNote: Bool
    var example: RuleDescription.Example
    var testDescription: String { "\(rule): \(example.target)" }
  }

  static let cases = RuleCatalogue.rules.flatMap { rule in
    rule.examples.map { Case(rule: rule.id, isNote: rule.severity == .note, example: $0) }
  }

  @Test(arguments: cases)
  func ruleFindsWhatItSaysAndNoMore(_ each: Case) throws {
    let found = try Checks.findings(
      each.example.source, each.example.target, glossary: each.example.glossary,
      sourceLanguage: each.example.sourceLanguage, targetLanguage: each.example.targetLanguage,
      settings: CheckSettings(rules: [each.rule: .warning]), isSummary: each.example.isSummary
    ).filter { $0.rule == each.rule && ($0.severity > .note || each.isNote) }
    let marked = found.map { $0.target?.text ?? $0.source?.text ?? "" }
    #expect(marked == (each.example.marked.map { [$0] } ?? []))
  }

  @Test func everyRuleIsDocumented() {
    let rules = RuleCatalogue.rules
    for rule in rules {
      #expect(!rule.details.isEmpty, "\(rule.id) has no details")
      #expect(!rule.examples.isEmpty, "\(rule.id) has no examples")
    }
    #expect(Set(rules.map(\.id)).count == rules.count)
  }
}

/// Checks of short texts.
enum Checks {
  /// The findings of two texts of one segment a line.
  static func findings(
    _ source: String, _ target: String, glossary: String = "",
    sourceLanguage: LanguageTag = .nb, targetLanguage: LanguageTag = .en,
    settings: CheckSettings = CheckSettings(), isSummary: Bool = false
  ) throws -> [Finding] {
    let pipeline = try Pipeline.installed()
    let folder = try TemporaryFolder()
    let left = try pipeline.read(
      try folder.write(source, to: "source.txt"), as: sourceLanguage, layout: .lines)
    let right = try pipeline.read(
      try folder.write(target, to: "target.txt"), as: targetLanguage, layout: .lines)
    let termbase =
      glossary.isEmpty
      ? Termbase() : try TermbaseTableReader.read(Array(glossary.utf8), file: "glossary.csv")
    let analysis =
      isSummary
      ? try pipeline.analyseSummary(left, summary: right)
      : try pipeline.analyseTranslation(left, right)
    return try pipeline.check(analysis, termbase: termbase, settings: settings)
  }

  /// The findings that claim an error, as `rule:source>target`.
  static func errors(
    _ source: String, _ target: String, glossary: String = "",
    sourceLanguage: LanguageTag = .nb
  ) throws -> [String] {
    try findings(source, target, glossary: glossary, sourceLanguage: sourceLanguage)
      .filter { $0.severity > .note }
      .map { "\($0.rule):\($0.source?.text ?? "")>\($0.target?.text ?? "")" }
  }
}
