import GRDB

extension EditTransaction {
  private mutating func finding(_ id: Int64) throws -> ProjectFinding {
    guard
      let row = try Row.fetchOne(
        database, sql: "SELECT * FROM finding WHERE id = ?", arguments: [id])
    else { throw ProjectError.notFound("the finding \(id)") }
    let finding = try ProjectFinding(row: row)
    bitext = finding.bitext
    focus = try segment(finding.segment).bead ?? focus
    return finding
  }

  /// Lets a finding stand, with a reason.
  mutating func acceptFinding(_ id: Int64, _ reason: String) throws {
    let finding = try finding(id)
    guard finding.state == .open || finding.state == .accepted else {
      throw ProjectError.refused("the finding is \(finding.state.rawValue) and needs no reason")
    }
    guard !reason.allSatisfy(\.isWhitespace) else {
      throw ProjectError.refused("say why the finding may stand")
    }
    try database.execute(
      sql: "UPDATE finding SET state = 'accepted', acceptance = ? WHERE id = ?",
      arguments: [reason, id])
  }

  /// Makes an accepted finding count again.
  mutating func reopenFinding(_ id: Int64) throws {
    let finding = try finding(id)
    guard finding.state == .accepted else {
      throw ProjectError.refused("only an accepted finding can be opened again")
    }
    try database.execute(
      sql: "UPDATE finding SET state = 'open', acceptance = '' WHERE id = ?", arguments: [id])
  }

  /// Writes a finding's replacement into the text.
  mutating func applyFix(_ id: Int64) throws {
    let finding = try finding(id)
    guard finding.state == .open, let span = finding.detail.fix,
      let replacement = finding.detail.replacement
    else { throw ProjectError.refused("the finding has no fix that can be applied") }
    let segment = try segment(span.segment)
    let bytes = Array(segment.current.utf8)
    guard span.start <= span.end, span.end <= bytes.count,
      String(decoding: bytes[span.start..<span.end], as: UTF8.self) == span.text
    else { throw ProjectError.refused("the text has changed since the check; check again") }
    let new = bytes[..<span.start] + Array(replacement.utf8) + bytes[span.end...]
    try write(String(decoding: new, as: UTF8.self), to: segment)
    try shiftFindings(finding, span, by: replacement.utf8.count - (span.end - span.start))
    try database.execute(sql: "UPDATE finding SET state = 'fixed' WHERE id = ?", arguments: [id])
  }

  /// Applies all fixes of a rule; those that a fix before has overwritten are left out.
  mutating func applyFixes(_ rule: String) throws {
    let ids = try Int64.fetchAll(
      database,
      sql: """
        SELECT id FROM finding WHERE rule = ? AND state = 'open'
          AND json_extract(detail, '$.fix') IS NOT NULL ORDER BY id
        """, arguments: [rule])
    guard !ids.isEmpty else {
      throw ProjectError.refused("no open finding of \(rule) has a fix")
    }
    for id in ids {
      do {
        try applyFix(id)
      } catch ProjectError.refused { continue }
    }
  }

  /// Moves the places of other findings behind a fix; those it overlaps no longer fit.
  private func shiftFindings(
    _ fixed: ProjectFinding, _ span: ProjectFinding.Span, by distance: Int
  ) throws {
    let rows = try Row.fetchAll(
      database, sql: "SELECT * FROM finding WHERE segment = ? AND state = 'open' AND id <> ?",
      arguments: [span.segment, fixed.id])
    for var finding in try rows.map(ProjectFinding.init(row:)) {
      let isFit = [\ProjectFinding.Detail.target, \.fix].allSatisfy { part in
        guard let place = finding.detail[keyPath: part], place.segment == span.segment else {
          return true
        }
        if place.start >= span.end {
          finding.detail[keyPath: part]?.start += distance
          finding.detail[keyPath: part]?.end += distance
          return true
        }
        return place.end <= span.start
      }
      try database.execute(
        sql: "UPDATE finding SET detail = ?, state = ? WHERE id = ?",
        arguments: [
          try finding.detailText, isFit ? "open" : ProjectFinding.State.stale.rawValue, finding.id,
        ])
    }
  }
}
