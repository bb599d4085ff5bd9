import Foundation
import SamsvarModel

/// All findings as one JSON object, or as JSON Lines of the machine interface.
public enum JSONReport {
  private struct Whole: Encodable {
    struct Document: Encodable {
      var name: String
      var source: String
      var target: String
      var sourceLanguage: String
      var targetLanguage: String
      var findings: [FindingRecord]
    }

    struct Counts: Encodable {
      var error: Int
      var warning: Int
      var note: Int
      var accepted: Int
    }

    var version: String
    var counts: Counts
    var rules: [String: Int]
    var documents: [Document]
  }

  /// One object with counts, rules and documents.
  public static func write(_ report: CheckReport) -> String {
    let whole = Whole(
      version: report.version,
      counts: .init(
        error: report.count(.error), warning: report.count(.warning), note: report.count(.note),
        accepted: report.acceptedCount),
      rules: Dictionary(report.countsByRule.map { ($0.rule, $0.count) }) { first, _ in first },
      documents: report.documents.map {
        .init(
          name: $0.name, source: $0.source, target: $0.target, sourceLanguage: $0.sourceLanguage,
          targetLanguage: $0.targetLanguage, findings: $0.findings.map(\.record))
      })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    let data = (try? encoder.encode(whole)) ?? Data("{}".utf8)
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  /// One finding a line.
  public static func lines(_ report: CheckReport) -> String {
    report.documents.flatMap(\.findings).map { JSONLines.line($0.record) }.joined()
  }
}
