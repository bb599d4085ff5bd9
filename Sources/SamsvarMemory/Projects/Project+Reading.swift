import GRDB

/// What to look for among the beads.
package enum BeadSearch: Hashable, Sendable {
  /// Open, and the alignment not sure.
  case doubtful
  /// Nobody has said anything of it, or it is marked to be looked at again.
  case left
  /// Marked to be looked at again.
  case review
  /// Not one segment a side.
  case irregular
  case bookmarked
  /// With an open finding.
  case finding
  /// With a text in it.
  case text(Edit.Replacement)

  /// A search by its name, but for `text`.
  package init?(_ name: String) {
    switch name {
    case "doubtful": self = .doubtful
    case "left": self = .left
    case "review": self = .review
    case "irregular": self = .irregular
    case "bookmarked": self = .bookmarked
    case "finding": self = .finding
    default: return nil
    }
  }

  /// The condition on a bead `b`.
  var condition: String {
    switch self {
    case .doubtful:
      "b.status = 'open' AND b.isDropped = 0 AND b.confidence < 600000 AND b.isChanged = 0"
    case .left: "b.status IN ('open', 'review') AND b.isDropped = 0"
    case .review: "b.status = 'review' AND b.isDropped = 0"
    case .irregular: "b.shape NOT IN ('1-1', '1-1-1')"
    case .bookmarked: "b.isBookmarked = 1"
    case .finding:
      """
      b.id IN (SELECT s.bead FROM finding f JOIN segment s ON s.id = f.segment
        WHERE f.bitext = b.bitext AND f.state = 'open')
      """
    case .text: "1"
    }
  }
}

extension Project {
  /// The bitexts, with how far their review is.
  ///
  package func bitexts() throws(ProjectError) -> [ProjectBitext] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM bitext ORDER BY id").map { row in
        let id: Int64 = row["id"]
        let texts = try Row.fetchAll(
          database, sql: "SELECT side, name, language FROM text WHERE bitext = ? ORDER BY side",
          arguments: [id])
        return ProjectBitext(
          id: id, kind: BitextKind(rawValue: row["kind"]) ?? .translation, name: row["name"],
          texts: texts.map {
            ProjectText(side: $0["side"], name: $0["name"], language: $0["language"])
          }, counts: try Self.counts(database, id))
      }
    }
  }

  /// How far the review of a bitext is.
  package func counts(_ bitext: Int64) throws(ProjectError) -> ReviewCounts {
    try read { try Self.counts($0, bitext) }
  }

  private static func counts(_ database: Database, _ bitext: Int64) throws -> ReviewCounts {
    var counts = ReviewCounts(
      beads: 0, open: 0, accepted: 0, rejected: 0, review: 0, dropped: 0, findings: 0,
      isChecked: false)
    let rows = try Row.fetchAll(
      database.cachedStatement(
        sql: "SELECT isDropped, status, number FROM beadTally WHERE bitext = ?"),
      arguments: [bitext])
    for row in rows {
      let number: Int = row["number"]
      counts.beads += number
      if row["isDropped"] {
        counts.dropped += number
        continue
      }
      switch BeadStatus(rawValue: row["status"]) ?? .open {
      case .open: counts.open = number
      case .accepted: counts.accepted = number
      case .rejected: counts.rejected = number
      case .review: counts.review = number
      }
    }
    counts.findings =
      try Int.fetchOne(
        database.cachedStatement(
          sql: "SELECT count(*) FROM finding WHERE bitext = ? AND state = 'open'"),
        arguments: [bitext]) ?? 0
    counts.isChecked =
      try Bool.fetchOne(
        database.cachedStatement(
          sql: "SELECT EXISTS (SELECT 1 FROM checked WHERE bitext = ?)"),
        arguments: [bitext]) ?? false
    return counts
  }

  /// Beads of a bitext from a row on.
  ///
  /// - Complexity: O(√n + count) for n beads
  package func beads(
    _ bitext: Int64, from row: Int, count: Int
  ) throws(ProjectError) -> [ProjectBead] {
    try read { database in
      guard let rank = try BeadPlaces(database, bitext).rank(ofRow: row) else { return [] }
      let rows = try Row.fetchAll(
        database.cachedStatement(
          sql: "SELECT * FROM bead WHERE bitext = ? AND rank >= ? ORDER BY rank LIMIT ?"),
        arguments: [bitext, rank, count])
      let sides =
        try Int.fetchOne(
          database.cachedStatement(sql: "SELECT count(*) FROM text WHERE bitext = ?"),
          arguments: [bitext]) ?? 2
      let transaction = EditTransaction(database)
      return try rows.enumerated().map { number, columns in
        var bead = ProjectBead(BeadRecord(row: columns), row: row + number, sides: sides)
        for segment in try transaction.segments(bead.id) {
          bead.sides[segment.side].append(segment)
        }
        return bead
      }
    }
  }

  /// Where a bead stands, counted from 0; nil when it is gone.
  package func row(ofBead id: Int64) throws(ProjectError) -> Int? {
    try read { try BeadPlaces.row(ofBead: id, $0) }
  }

  /// The next or previous bead that fits, seen from a row; nil where there is none.
  ///
  /// - Complexity: O(distance) over an index; a search for text reads the texts
  package func seek(
    _ search: BeadSearch, in bitext: Int64, from row: Int, _ direction: Edit.Direction
  ) throws(ProjectError) -> (bead: Int64, row: Int)? {
    let matcher: TextSearch? =
      if case .text(let replacement) = search { try TextSearch(replacement) } else { nil }
    return try read { database in
      let start = try BeadPlaces(database, bitext).rank(ofRow: max(0, row))
      let order =
        direction == .up ? "b.rank < ? ORDER BY b.rank DESC" : "b.rank > ? ORDER BY b.rank"
      let limit = matcher == nil ? "LIMIT 1" : ""
      let beads = try Int64.fetchCursor(
        database,
        sql: """
          SELECT b.id FROM bead b
            WHERE b.bitext = ? AND \(search.condition) AND \(order) \(limit)
          """, arguments: [bitext, row < 0 ? "" : start ?? "~"])
      while let bead = try beads.next() {
        if let matcher, case .text(let wanted) = search {
          let texts = try EditTransaction(database).segments(bead, side: wanted.side)
          guard try texts.contains(where: { try matcher.matches($0.current) }) else { continue }
        }
        return (bead, try BeadPlaces.row(ofBead: bead, database) ?? 0)
      }
      return nil
    }
  }
}
