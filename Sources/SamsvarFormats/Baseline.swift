public import SamsvarModel

/// Findings that were accepted once and for all, by fingerprint (`--baseline`).
///
/// The file is JSON Lines, one finding a line, so that a diff shows what was accepted. Fingerprints
/// do not depend on where in its document a finding stands.
public struct Baseline: Sendable {
  private struct Entry: Codable {
    var document: String
    var fingerprint: String
    var message: String
    var reason: String?
    var rule: String
  }

  private var open: [String: [String]] = [:]

  /// Reads a baseline.
  ///
  /// - Throws: `InputError` with the line that is no entry.
  public init(_ bytes: [UInt8], file: String) throws(InputError) {
    for entry in try JSONLines.read(Entry.self, from: bytes, file: file) {
      open[entry.fingerprint, default: []].append(entry.reason ?? "")
    }
  }

  /// A baseline that accepts nothing.
  public init() {}

  /// Accepts the findings it knows; one entry accepts one finding.
  public mutating func accept(_ findings: inout [Finding]) {
    for index in findings.indices where findings[index].acceptance == nil {
      findings[index].acceptance = take(findings[index].fingerprint)
    }
  }

  /// Accepts the findings of a report's document that it knows.
  public mutating func accept(_ document: inout CheckedDocument) {
    for index in document.findings.indices where document.findings[index].acceptance == nil {
      document.findings[index].acceptance = take(document.findings[index].fingerprint)
    }
  }

  /// The acceptance of a finding, used up; nil where there is none left.
  private mutating func take(_ fingerprint: String) -> Acceptance? {
    guard var reasons = open[fingerprint], !reasons.isEmpty else { return nil }
    let reason = reasons.removeFirst()
    open[fingerprint] = reasons
    return Acceptance(.baseline, reason: reason)
  }

  /// Entries that no finding has used: what was mended since.
  public var unusedCount: Int { open.values.reduce(0) { $0 + $1.count } }

  /// The lines of a baseline that accepts some findings.
  public static func lines(_ findings: [Finding], document: String) -> String {
    findings.map { finding in
      JSONLines.line(
        Entry(
          document: document, fingerprint: finding.fingerprint, message: finding.message,
          reason: finding.acceptance.flatMap { $0.reason.isEmpty ? nil : $0.reason },
          rule: finding.rule))
    }.joined()
  }

  /// The lines of a baseline that accepts what counts in a report's document, and what it accepted
  /// before.
  public static func lines(_ document: CheckedDocument) -> String {
    document.findings.filter { $0.acceptance == nil || $0.acceptance?.place == .baseline }
      .map { finding in
        JSONLines.line(
          Entry(
            document: document.name, fingerprint: finding.fingerprint, message: finding.message,
            reason: finding.acceptance.flatMap { $0.reason.isEmpty ? nil : $0.reason },
            rule: finding.rule))
      }.joined()
  }
}
