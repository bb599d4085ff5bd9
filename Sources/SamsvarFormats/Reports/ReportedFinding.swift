public import SamsvarModel

/// A finding with its places resolved, so that a report can be written without the texts.
public struct ReportedFinding: Codable, Sendable {
  /// The finding as the machine interface has it.
  package var record: FindingRecord
  /// The place in the source, if any.
  public var source: ReportedPlace?
  /// The place in the target, if any.
  public var target: ReportedPlace?
  /// Other places in the target that belong to it.
  public var related: [ReportedPlace]
  /// Where its fix goes, if it has one.
  public var fixPlace: ReportedPlace?

  /// The rule that found it.
  public var rule: String { record.rule }
  /// How much it matters.
  public var severity: Severity { Severity(rawValue: record.severity) ?? .error }
  /// What it is about.
  public var category: FindingCategory { FindingCategory(rawValue: record.category) ?? .style }
  /// What is wrong, in one line.
  public var message: String { record.message }
  /// Why it is thought to be wrong.
  public var reason: String { record.reason }
  /// What stays the same when lines move.
  public var fingerprint: String { record.fingerprint }
  /// What would mend it, where there is one safe answer.
  public var replacement: String? { record.fix?.replacement }
  /// The bead it belongs to.
  public var bead: String { record.id }

  /// Why it no longer counts; nil for a finding that does.
  public var acceptance: Acceptance? {
    get {
      record.accepted.flatMap { accepted in
        Acceptance.Place(rawValue: accepted.place).map { Acceptance($0, reason: accepted.reason) }
      }
    }
    set {
      record.accepted = newValue.map { .init(place: $0.place.rawValue, reason: $0.reason) }
    }
  }

  /// The place a person looks at first: in the target, else in the source.
  public var place: ReportedPlace? { target ?? source }
}

/// A stretch of a file, with the segment it stands in.
public struct ReportedPlace: Codable, Hashable, Sendable {
  /// The path.
  public var file: String
  /// The part and paragraph of an archive or PDF: `word/document.xml, paragraph 3`.
  public var part: String?
  /// The language of the text.
  public var language: String
  /// The first line, from 1; nil where the file has none to tell (a bead of a bitext).
  public var line: Int?
  /// The first column, from 1, in code points.
  public var column: Int?
  /// The last line.
  public var endLine: Int?
  /// The column after the last character.
  public var endColumn: Int?
  /// The segment's words before the place.
  public var before: String
  /// The words of the place.
  public var text: String
  /// The segment's words after the place.
  public var after: String
}
