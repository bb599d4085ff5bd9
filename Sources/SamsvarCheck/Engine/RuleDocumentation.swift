package import SamsvarModel

/// A bead that shows what a rule finds or leaves alone; every example is a test.
package struct RuleExample: Sendable {
  /// The Norwegian side.
  package var source: String
  /// The English side.
  package var target: String
  /// The words the finding points at, on the target where it has a place there, else on the source; nil
  /// where the rule must find nothing.
  package var marked: String?
  /// Rows of a termbase, with its header, where the rule needs one.
  package var glossary: String

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
