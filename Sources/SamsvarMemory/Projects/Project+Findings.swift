import GRDB

/// Which findings are asked for.
package struct FindingFilter: Sendable {
  package var bitext: Int64?
  package var rule: String?
  package var severity: String?
  package var state: ProjectFinding.State?

  /// All findings, or those that fit every part given.
  package init(
    bitext: Int64? = nil, rule: String? = nil, severity: String? = nil,
    state: ProjectFinding.State? = nil
  ) {
    self.bitext = bitext
    self.rule = rule
    self.severity = severity
    self.state = state
  }
}

/// A finding with the bead it stands in.
package struct PlacedFinding: Codable, Hashable, Sendable {
  package var bead: Int64?
  package var finding: ProjectFinding
}

extension Project {
  /// Findings in the order of the texts.
  package func findings(
    _ filter: FindingFilter, from first: Int = 0, count: Int = .max
  ) throws(ProjectError) -> (total: Int, rows: [PlacedFinding]) {
    let condition = """
      f.bitext = ifnull(?, f.bitext) AND f.rule = ifnull(?, f.rule)
        AND f.severity = ifnull(?, f.severity) AND f.state = ifnull(?, f.state)
      """
    let arguments: StatementArguments = [
      filter.bitext, filter.rule, filter.severity, filter.state?.rawValue,
    ]
    return try read { database in
      let total = try Int.fetchOne(
        database, sql: "SELECT count(*) FROM finding f WHERE \(condition)", arguments: arguments)
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT f.*, s.bead AS bead FROM finding f JOIN segment s ON s.id = f.segment
            LEFT JOIN bead b ON b.id = s.bead WHERE \(condition)
            ORDER BY f.bitext, b.rank, s.side, s.start, f.id LIMIT ? OFFSET ?
          """, arguments: arguments + [count, first])
      return (
        total ?? 0,
        try rows.map { PlacedFinding(bead: $0["bead"], finding: try ProjectFinding(row: $0)) }
      )
    }
  }

  /// The open and accepted findings of some beads.
  package func findings(ofBeads beads: [Int64]) throws(ProjectError) -> [PlacedFinding] {
    guard !beads.isEmpty else { return [] }
    return try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT f.*, s.bead AS bead FROM segment s JOIN finding f ON f.segment = s.id
            WHERE s.bead IN (\(beads.map(String.init).joined(separator: ",")))
              AND f.state IN ('open', 'accepted') ORDER BY f.id
          """
      ).map { PlacedFinding(bead: $0["bead"], finding: try ProjectFinding(row: $0)) }
    }
  }

  /// The rules with open findings and how many, the most frequent first.
  package func findingRules() throws(ProjectError) -> [(rule: String, count: Int, fixes: Int)] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT rule, count(*) AS number, sum(json_extract(detail, '$.fix') IS NOT NULL) AS fixes
            FROM finding WHERE state = 'open' GROUP BY rule ORDER BY number DESC, rule
          """
      ).map { ($0["rule"], $0["number"], $0["fixes"]) }
    }
  }

  /// Puts the findings of a check in the place of the open ones; what was accepted stays accepted.
  @discardableResult
  package func keep(
    _ findings: [ProjectFinding], of bitext: Int64, revision: Int64
  ) throws(ProjectError) -> EditResult {
    let result = try record(.check(bitext: bitext)) { transaction in
      transaction.bitext = bitext
      let database = transaction.database
      let now = try Int64.fetchOne(
        database,
        sql: "SELECT max(id) FROM edit WHERE state = 'done' AND id <> "
          + "(SELECT edit FROM recorder)")
      guard (now ?? 0) == revision else {
        throw ProjectError.refused("the project was edited meanwhile; check again")
      }
      try database.execute(
        sql: "DELETE FROM finding WHERE bitext = ? AND state IN ('open', 'stale')",
        arguments: [bitext])
      var accepted: [String: Int] = [:]
      for key in try String.fetchAll(
        database,
        sql: "SELECT fingerprint || segment FROM finding WHERE bitext = ? AND state = 'accepted'",
        arguments: [bitext])
      { accepted[key, default: 0] += 1 }
      for finding in findings {
        let key = finding.fingerprint + String(finding.segment)
        if let left = accepted[key], left > 0 {
          accepted[key] = left - 1
          continue
        }
        try finding.insert(database)
      }
    }
    // No edit: a check that finds nothing is one all the same.
    try write {
      try $0.execute(sql: "INSERT OR IGNORE INTO checked VALUES (?)", arguments: [bitext])
    }
    return result
  }
}
