import SamsvarModel

/// SARIF 2.1.0 (OASIS), for code scanning and editors.
///
/// Accepted findings stay in it with a suppression, and with a baseline each says whether it is
/// new: what is left out would be opened again by the next run. Columns count code points.
public enum SARIFReport {
  /// The report as JSON.
  ///
  /// - Complexity: O(n)
  public static func write(_ report: CheckReport) -> String {
    JSONText.object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .string("2.1.0")),
      ("runs", .array([run(report)])),
    ]).text() + "\n"
  }

  private static func run(_ report: CheckReport) -> JSONText {
    let numbers = Dictionary(
      report.rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var seen: [String: Int] = [:]
    let results = report.documents.flatMap { document in
      document.findings.map { finding in
        seen[finding.fingerprint, default: 0] += 1
        return SARIFResult(
          report: report, finding: finding, ruleIndex: numbers[finding.rule],
          ordinal: seen[finding.fingerprint] ?? 1
        ).json
      }
    }
    return .object([
      ("tool", .object([("driver", driver(report))])),
      (
        "automationDetails", .object([("id", .string("samsvar/"))])
      ),
      ("invocations", .array([.object([("executionSuccessful", .bool(true))])])),
      (
        "originalUriBaseIds",
        .object([
          (
            "%SRCROOT%",
            .object([("description", text("The folder in which samsvar was started."))])
          )
        ])
      ),
      ("columnKind", .string("unicodeCodePoints")),
      ("results", .array(results)),
    ])
  }

  private static func driver(_ report: CheckReport) -> JSONText {
    .object([
      ("name", .string("Samsvar")), ("semanticVersion", .string(report.version)),
      ("rules", .array(report.rules.map(rule))),
    ])
  }

  private static func rule(_ rule: ReportRule) -> JSONText {
    let details = rule.details.isEmpty ? rule.summary : rule.details
    let accept =
      "Accept a finding beside it with `<!-- samsvar:accept \(rule.id) because … -->`, with a baseline, or set "
      + "the rule's level in samsvar.yml."
    return .object([
      ("id", .string(rule.id)),
      ("shortDescription", text(rule.summary)),
      ("fullDescription", text(details)),
      (
        "help",
        .object([
          ("text", .string("\(rule.summary)\n\n\(details)\n\n\(accept)")),
          ("markdown", .string("**\(rule.summary)**\n\n\(details)\n\n\(accept)")),
        ])
      ),
      (
        "defaultConfiguration",
        .object([
          ("enabled", rule.isOnByDefault ? nil : .bool(false)),
          ("level", .string(rule.severity.rawValue)),
        ])
      ),
      (
        "properties",
        .object([
          ("tags", .array([.string("translation"), .string(rule.category.rawValue)])),
          ("mqm", .string(rule.mqm)),
        ])
      ),
    ])
  }

  static func text(_ text: String) -> JSONText { .object([("text", .string(text))]) }
}

/// One result of a SARIF run.
struct SARIFResult {
  let report: CheckReport
  let finding: ReportedFinding
  let ruleIndex: Int?
  /// Which of several findings with the same fingerprint it is.
  let ordinal: Int

  /// The result as JSON.
  var json: JSONText {
    .object([
      ("ruleId", .string(finding.rule)),
      ("ruleIndex", ruleIndex.map { .number($0) }),
      ("level", .string(finding.severity.rawValue)),
      ("message", SARIFReport.text("\(finding.message): \(finding.reason)")),
      ("locations", finding.place.map { .array([location($0, nil, nil)]) }),
      ("relatedLocations", .unlessEmpty(related)),
      (
        "partialFingerprints",
        .object([
          ("primaryLocationLineHash", .string("\(finding.fingerprint):\(ordinal)")),
          ("samsvar/v1", .string(finding.fingerprint)),
        ])
      ),
      ("suppressions", suppressions),
      ("baselineState", baselineState),
      ("fixes", fixes),
      ("properties", properties),
    ])
  }

  /// The other side, then the places elsewhere in the target.
  private var related: [JSONText] {
    var places: [(ReportedPlace, String)] = []
    if finding.target != nil, let source = finding.source {
      places.append((source, "the source: \(source.text)"))
    }
    places += finding.related.map { ($0, "elsewhere: \($0.text)") }
    return places.enumerated().map { location($1.0, $1.1, $0 + 1) }
  }

  private var suppressions: JSONText? {
    guard let acceptance = finding.acceptance else {
      // Where anything is suppressed, an empty array says that this is not (SARIF 3.27.23).
      return report.acceptedCount > 0 ? .array([]) : nil
    }
    return .array([
      .object([
        ("kind", .string(acceptance.place == .inline ? "inSource" : "external")),
        ("status", .string("accepted")),
        ("justification", .unlessEmpty(acceptance.reason)),
      ])
    ])
  }

  private var baselineState: JSONText? {
    guard report.hasBaseline else { return nil }
    return .string(finding.acceptance?.place == .baseline ? "unchanged" : "new")
  }

  private var fixes: JSONText? {
    guard let place = finding.fixPlace, let replacement = finding.replacement,
      place.endColumn != nil
    else { return nil }
    let change = JSONText.object([
      ("artifactLocation", artifact(place.file)),
      (
        "replacements",
        .array([
          .object([
            ("deletedRegion", region(place)), ("insertedContent", SARIFReport.text(replacement)),
          ])
        ])
      ),
    ])
    return .array([
      .object([
        ("description", SARIFReport.text("Write \"\(replacement)\"")),
        ("artifactChanges", .array([change])),
      ])
    ])
  }

  private var properties: JSONText {
    .object([
      ("category", .string(finding.category.rawValue)),
      ("bead", .string(finding.bead)),
      ("concept", finding.record.concept.map { .string($0) }),
    ])
  }

  // MARK: - Places

  private func location(_ place: ReportedPlace, _ message: String?, _ id: Int?) -> JSONText {
    .object([
      ("id", id.map { .number($0) }),
      (
        "physicalLocation",
        .object([
          ("artifactLocation", artifact(place.file)),
          ("region", place.line == nil ? nil : region(place)),
        ])
      ),
      (
        "logicalLocations",
        .array([.object([("name", .string(place.part ?? "bead \(finding.bead)"))])])
      ),
      ("message", message.map(SARIFReport.text)),
    ])
  }

  private func artifact(_ path: String) -> JSONText {
    let (uri, isRelative) = ReportURI.reference(path, in: report.folder)
    return .object([
      ("uri", .string(uri)), ("uriBaseId", isRelative ? .string("%SRCROOT%") : nil),
    ])
  }

  private func region(_ place: ReportedPlace) -> JSONText {
    .object([
      ("startLine", place.line.map { .number($0) }),
      ("startColumn", place.column.map { .number($0) }),
      ("endLine", place.endLine.map { .number($0) }),
      ("endColumn", place.endColumn.map { .number($0) }),
      ("snippet", place.text.isEmpty ? nil : SARIFReport.text(place.text)),
    ])
  }
}
