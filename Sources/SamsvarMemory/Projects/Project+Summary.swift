import GRDB

/// A link of a summary segment to a source segment.
package struct ProjectLink: Codable, Hashable, Sendable {
  package var summary: Int64
  package var source: Int64
  /// How sure it is, 0 to 1.
  package var confidence: Double
  /// `auto`, or `manual` where a person drew it.
  package var origin: String
}

extension Project {
  /// The segments of a side of a bitext, in order.
  package func segments(_ bitext: Int64, side: Int) throws(ProjectError) -> [ProjectSegment] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM segment WHERE bitext = ? AND side = ? ORDER BY start",
        arguments: [bitext, side]
      ).map(ProjectSegment.init(row:))
    }
  }

  /// The links of a summary, in the order of its segments.
  package func links(_ bitext: Int64) throws(ProjectError) -> [ProjectLink] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT l.* FROM link l JOIN segment a ON a.id = l.summary JOIN segment b ON b.id = l.source
            WHERE l.bitext = ? ORDER BY a.start, b.start
          """, arguments: [bitext]
      ).map {
        ProjectLink(
          summary: $0["summary"], source: $0["source"],
          confidence: Double($0["confidence"] as Int) / 1_000_000, origin: $0["origin"])
      }
    }
  }

  /// All beads of a bitext, or some rows of them, and the last edit, in one snapshot.
  ///
  /// - Complexity: O(n)
  package func snapshot(
    _ bitext: Int64
  ) throws(ProjectError) -> (revision: Int64, beads: [ProjectBead]) {
    try read { database in
      let revision = try Int64.fetchOne(
        database, sql: "SELECT max(id) FROM edit WHERE state = 'done'")
      return (revision ?? 0, try Self.beads(database, in: bitext))
    }
  }

  private static func beads(_ database: Database, in bitext: Int64) throws -> [ProjectBead] {
    let sides =
      try Int.fetchOne(
        database, sql: "SELECT count(*) FROM text WHERE bitext = ?", arguments: [bitext]) ?? 2
    var beads: [ProjectBead] = []
    let rows = try Row.fetchCursor(
      database, sql: "SELECT * FROM bead WHERE bitext = ? ORDER BY rank", arguments: [bitext])
    var places: [Int64: Int] = [:]
    while let row = try rows.next() {
      let record = BeadRecord(row: row)
      places[record.id] = beads.count
      beads.append(ProjectBead(record, row: beads.count, sides: sides))
    }
    let segments = try Row.fetchCursor(
      database,
      sql: "SELECT * FROM segment WHERE bitext = ? AND bead IS NOT NULL ORDER BY side, start",
      arguments: [bitext])
    while let row = try segments.next() {
      let segment = ProjectSegment(row: row)
      guard let place = segment.bead.flatMap({ places[$0] }) else { continue }
      beads[place].sides[segment.side].append(segment)
    }
    return beads
  }
}

extension ProjectBead {
  /// A bead without its segments.
  init(_ record: BeadRecord, row: Int, sides: Int) {
    self.init(
      id: record.id, row: row, shape: record.shape,
      confidence: Double(record.confidence) / 1_000_000, status: record.status,
      isChanged: record.isChanged, isDropped: record.isDropped, isCrossing: record.isCrossing,
      isBookmarked: record.isBookmarked, note: record.note,
      sides: [[ProjectSegment]](repeating: [], count: sides))
  }
}
