/// Something in a file that its standard does not allow.
package struct Violation: Hashable, Sendable {
  /// How bad it is: an invalid file, or one that is valid and probably not what was meant.
  package enum Severity: String, Sendable { case error, warning }

  /// The constraint: `xliff.unit-id-unique`.
  package var rule: String
  /// The line, from 1; nil for the file as a whole.
  package var line: Int?
  /// What is wrong, in lower case without a full stop.
  package var message: String
  /// How bad it is.
  package var severity: Severity

  /// A violation of a constraint.
  package init(_ rule: String, line: Int?, _ message: String, severity: Severity = .error) {
    self.rule = rule
    self.line = line
    self.message = message
    self.severity = severity
  }
}

/// Collects violations.
struct Violations {
  private(set) var found: [Violation] = []

  mutating func add(_ rule: String, _ element: XMLElement, _ message: String) {
    found.append(Violation(rule, line: element.line, message))
  }

  mutating func warn(_ rule: String, _ element: XMLElement, _ message: String) {
    found.append(Violation(rule, line: element.line, message, severity: .warning))
  }

  mutating func add(_ violation: Violation) { found.append(violation) }
}
