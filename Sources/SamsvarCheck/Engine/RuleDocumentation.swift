package import SamsvarModel

/// A bead that shows what a rule finds or leaves alone; every example is a test.
package struct RuleExample: Sendable {
  /// The source, Norwegian unless said otherwise; a segment a line.
  package var source: String
  /// The target, English unless said otherwise; a segment a line.
  package var target: String
  /// The words the finding points at, on the target where it has a place there, else on the source;
  /// nil where the rule must find nothing.
  package var marked: String?
  /// Rows of a termbase, with its header, where the rule needs one.
  package var glossary: String
  /// The language of the source.
  package var sourceLanguage = LanguageTag.nb
  /// The language of the target.
  package var targetLanguage = LanguageTag.en
  /// Whether the target is a summary.
  package var isSummary = false

  /// A pair in which the rule points at some words.
  package static func finds(
    _ marked: String, _ source: String, _ target: String, glossary: String = ""
  ) -> RuleExample {
    RuleExample(source: source, target: target, marked: marked, glossary: glossary)
  }

  /// A pair in which the rule finds nothing.
  package static func leaves(
    _ source: String, _ target: String, glossary: String = ""
  ) -> RuleExample {
    RuleExample(source: source, target: target, marked: nil, glossary: glossary)
  }

  /// The same example with the target as a summary.
  package func asSummary() -> RuleExample {
    var example = self
    example.isSummary = true
    return example
  }

  /// The same example from English into Norwegian.
  package func intoNorwegian(_ language: LanguageTag = .nb) -> RuleExample {
    var example = self
    example.sourceLanguage = .en
    example.targetLanguage = language
    return example
  }
}

/// What `samsvar explain` says about a rule.
package struct RuleDocumentation: Sendable {
  /// Why the rule is there and how it decides, in paragraphs.
  package var details: String
  /// What it finds and what it leaves alone.
  package var examples: [RuleExample]
  /// Whether findings of the rule may carry a fix.
  package var hasFix: Bool

  package init(_ details: String, examples: [RuleExample], hasFix: Bool = false) {
    self.details = details
    self.examples = examples
    self.hasFix = hasFix
  }

  /// No documentation.
  package static let none = RuleDocumentation("", examples: [])
}

extension Rule {
  /// How much the rule's findings matter as a rule; a finding with less evidence matters less.
  package static var severity: Severity { .error }

  /// What `samsvar explain` says.
  package static var documentation: RuleDocumentation { .none }

  /// What is taste runs only where a project or `--only` asks for it.
  package static var isOnByDefault: Bool { category != .style }

  /// The category of MQM that the rule's own category belongs to.
  package static var mqm: String { category.mqm }
}

extension FindingCategory {
  /// The category in MQM, the typology of translation errors (https://themqm.org).
  package var mqm: String {
    switch self {
    case .term: "terminology/inconsistent with terminology resource"
    case .number, .date, .unit: "accuracy/mistranslation/number, date or unit"
    case .format: "locale conventions/number or date format"
    case .name: "accuracy/mistranslation/entity"
    case .untranslated: "accuracy/untranslated"
    case .quote: "linguistic conventions/punctuation"
    case .negation, .hedge: "accuracy/mistranslation"
    case .invented: "accuracy/addition"
    case .consistency: "terminology/inconsistent use of terminology"
    case .style: "style"
    }
  }
}
