import Foundation
import SamsvarModel

/// Checks JSON Lines, and the parts of SARIF 2.1.0 that readers depend on.
enum JSONValidator {
  /// Each line that is not blank must be a JSON object.
  static func lines(_ bytes: [UInt8]) -> [Violation] {
    var found: [Violation] = []
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated() where line.contains(where: { $0 > 0x20 })
    {
      let value = try? JSONSerialization.jsonObject(
        with: Data(line), options: [.fragmentsAllowed])
      if value == nil {
        found.append(Violation("jsonl.syntax", line: number + 1, "the line is no JSON"))
      } else if !(value is [String: Any]) {
        found.append(Violation("jsonl.object", line: number + 1, "the line is no JSON object"))
      }
    }
    return found
  }

  /// What a SARIF log does wrong.
  static func sarif(_ bytes: [UInt8]) -> [Violation] {
    guard let log = (try? JSONSerialization.jsonObject(with: Data(bytes))) as? [String: Any] else {
      return [Violation("sarif.syntax", line: nil, "the file is no JSON object")]
    }
    var found: [Violation] = []
    func add(_ rule: String, _ message: String) {
      found.append(Violation(rule, line: nil, message))
    }
    if log["version"] as? String != "2.1.0" { add("sarif.version", "version is not \"2.1.0\"") }
    guard let runs = log["runs"] as? [[String: Any]] else {
      add("sarif.runs", "runs is missing or no array")
      return found
    }
    for (number, run) in runs.enumerated() {
      let driver = (run["tool"] as? [String: Any])?["driver"] as? [String: Any]
      if (driver?["name"] as? String ?? "").isEmpty {
        add("sarif.tool", "runs[\(number)].tool.driver.name is missing")
      }
      for (index, result) in (run["results"] as? [[String: Any]] ?? []).enumerated() {
        for (rule, message) in problems(of: result) {
          add(rule, "runs[\(number)].results[\(index)]\(message)")
        }
      }
    }
    return found
  }

  private static func problems(of result: [String: Any]) -> [(String, String)] {
    var found: [(String, String)] = []
    let message = result["message"] as? [String: Any]
    if message?["text"] as? String == nil, message?["id"] as? String == nil {
      found.append(("sarif.message", ".message has neither text nor id"))
    }
    if let level = result["level"] as? String,
      !["none", "note", "warning", "error"].contains(level)
    {
      found.append(("sarif.level", ".level \"\(level)\" is unknown"))
    }
    for location in result["locations"] as? [[String: Any]] ?? [] {
      let place = location["physicalLocation"] as? [String: Any]
      let region = place?["region"] as? [String: Any] ?? [:]
      for name in ["startLine", "startColumn", "endLine", "endColumn"] {
        if let value = region[name] as? Int, value < 1 {
          found.append(("sarif.region", " has \(name) \(value); lines and columns count from 1"))
        }
      }
    }
    return found
  }
}
