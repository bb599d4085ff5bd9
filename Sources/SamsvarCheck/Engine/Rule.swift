package import SamsvarModel

/// Something that may be wrong with a bitext, and how to find it.
package protocol Rule: Sendable {
  /// A stable name, e.g. `number.mismatch`.
  static var id: String { get }
  /// What its findings are about.
  static var category: FindingCategory { get }
  /// What it checks, in one sentence.
  static var summary: String { get }
  /// How much its findings matter as a rule.
  static var severity: Severity { get }
  /// Whether it runs where nobody asks for it.
  static var isOnByDefault: Bool { get }
  /// The category in MQM, the typology of translation errors (https://themqm.org).
  static var mqm: String { get }
  /// What `samsvar explain` says about it, with examples that are its tests.
  static var documentation: RuleDocumentation { get }

  /// The findings of a bitext, in order.
  func findings(in context: CheckContext) -> [Finding]
}
