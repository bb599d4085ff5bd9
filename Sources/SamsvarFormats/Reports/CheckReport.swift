public import SamsvarModel

/// What a run of checks found, for one document or many: what every report is written from.
public struct CheckReport: Sendable {
  /// The rules, in the order their findings are reported.
  public var rules: [ReportRule]
  /// The documents, in the order they were checked.
  public var documents: [CheckedDocument]
  /// The program's version.
  public var version: String
  /// Whether a baseline told new findings from known ones.
  public var hasBaseline: Bool
  /// The lowest severity that makes the run fail; nil for none.
  public var failsAt: Severity?
  /// The folder that paths are told from, with its `/`.
  public var folder: String

  /// A report of some documents.
  public init(
    rules: [ReportRule], documents: [CheckedDocument], version: String, hasBaseline: Bool = false,
    failsAt: Severity? = .error, folder: String = ""
  ) {
    self.rules = rules
    self.documents = documents
    self.version = version
    self.hasBaseline = hasBaseline
    self.failsAt = failsAt
    self.folder = folder
  }

  /// Whether a finding that is not accepted reaches the severity that makes the run fail.
  public var isFailed: Bool {
    documents.contains { document in document.findings.contains(where: fails) }
  }

  /// Whether a finding makes the run fail.
  public func fails(_ finding: ReportedFinding) -> Bool {
    finding.acceptance == nil && failsAt.map { finding.severity >= $0 } ?? false
  }

  /// The findings that count, by rule, in the rules' order: id and number.
  public var countsByRule: [(rule: String, count: Int)] {
    var counts: [String: Int] = [:]
    for finding in documents.flatMap(\.findings) where finding.acceptance == nil {
      counts[finding.rule, default: 0] += 1
    }
    return rules.compactMap { rule in counts[rule.id].map { (rule.id, $0) } }
  }

  /// The number of findings of a severity that count.
  public func count(_ severity: Severity) -> Int {
    documents.reduce(0) { sum, document in
      sum + document.findings.count { $0.severity == severity && $0.acceptance == nil }
    }
  }

  /// The number of accepted findings.
  public var acceptedCount: Int {
    documents.reduce(0) { $0 + $1.findings.count { $0.acceptance != nil } }
  }
}

/// What a report says about a rule.
public struct ReportRule: Sendable {
  /// The stable name: `term.missing`.
  public var id: String
  /// What its findings are about.
  public var category: FindingCategory
  /// The category in the MQM typology of translation errors.
  public var mqm: String
  /// How much its findings matter as a rule.
  public var severity: Severity
  /// Whether it runs where nobody asks for it.
  public var isOnByDefault: Bool
  /// What it checks, in one sentence.
  public var summary: String
  /// Why, and how it decides.
  public var details: String

  /// A rule of the given parts.
  public init(
    id: String, category: FindingCategory, mqm: String, severity: Severity, isOnByDefault: Bool,
    summary: String, details: String
  ) {
    self.id = id
    self.category = category
    self.mqm = mqm
    self.severity = severity
    self.isOnByDefault = isOnByDefault
    self.summary = summary
    self.details = details
  }
}

/// A document of a report with its findings; can be kept in a file and reported again.
public struct CheckedDocument: Codable, Sendable {
  /// What the document is spoken of by.
  public var name: String
  /// The path of the source, or of the bitext that holds both sides.
  public var source: String
  /// The path of the target, or of the bitext that holds both sides.
  public var target: String
  /// The language of the source.
  public var sourceLanguage: String
  /// The language of the target.
  public var targetLanguage: String
  /// The findings in order, accepted ones among them.
  public var findings: [ReportedFinding]
}
