import Foundation
import GRDB

extension ProjectFinding {
  init(row: Row) throws {
    let detail: String = row["detail"]
    self.init(
      id: row["id"], bitext: row["bitext"], segment: row["segment"], rule: row["rule"],
      category: row["category"], severity: row["severity"],
      state: State(rawValue: row["state"]) ?? .open, acceptance: row["acceptance"],
      fingerprint: row["fingerprint"],
      detail: try JSONDecoder().decode(Detail.self, from: Data(detail.utf8)))
  }

  /// The detail as JSON with sorted members.
  var detailText: String {
    get throws { try ProjectJSON.text(detail) }
  }

  /// Adds the finding as a new row.
  func insert(_ database: Database) throws {
    try database.cachedStatement(
      sql: """
        INSERT INTO finding (id, bitext, segment, rule, category, severity, state, acceptance,
          fingerprint, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      id == 0 ? nil : id, bitext, segment, rule, category, severity, state.rawValue, acceptance,
      fingerprint, try detailText,
    ])
  }
}

/// JSON as the project writes it: members sorted, so that equal values are equal bytes.
enum ProjectJSON {
  static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  static func value<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(text.utf8))
  }
}
