import GRDB

/// One edit under way: what it reads and writes, and where it leaves the reader.
struct EditTransaction {
  let database: Database
  /// The bitext the edit is about.
  var bitext: Int64?
  /// The bead to show afterwards.
  var focus: Int64?

  init(_ database: Database) { self.database = database }

  // MARK: - Rows

  /// A bead, which becomes the focus.
  mutating func bead(_ id: Int64) throws -> BeadRecord {
    guard
      let row = try Row.fetchOne(
        database.cachedStatement(sql: "SELECT * FROM bead WHERE id = ?"), arguments: [id])
    else { throw ProjectError.notFound("the bead \(id)") }
    let bead = BeadRecord(row: row)
    bitext = bead.bitext
    focus = id
    return bead
  }

  /// A bead of a translation that links cells in order, whose segments may be moved.
  mutating func orderedBead(_ id: Int64) throws -> BeadRecord {
    let bead = try bead(id)
    try requireTranslation(bead.bitext)
    if bead.isCrossing {
      throw ProjectError.refused("the bead links cells out of order; unlink it first")
    }
    return bead
  }

  func requireTranslation(_ bitext: Int64) throws {
    let kind = try String.fetchOne(
      database, sql: "SELECT kind FROM bitext WHERE id = ?", arguments: [bitext])
    if kind != "translation" {
      throw ProjectError.refused("a summary has links, no beads to be moved; use the summary view")
    }
  }

  func segment(_ id: Int64) throws -> ProjectSegment {
    guard
      let row = try Row.fetchOne(
        database.cachedStatement(sql: "SELECT * FROM segment WHERE id = ?"), arguments: [id])
    else { throw ProjectError.notFound("the segment \(id)") }
    return ProjectSegment(row: row)
  }

  /// The segments of a bead in order, of one side or of all.
  func segments(_ bead: Int64, side: Int? = nil) throws -> [ProjectSegment] {
    let all = try Row.fetchAll(
      database.cachedStatement(sql: "SELECT * FROM segment WHERE bead = ? ORDER BY side, start"),
      arguments: [bead]
    ).map(ProjectSegment.init(row:))
    return side.map { side in all.filter { $0.side == side } } ?? all
  }

  /// The bead before or after, leaving out those that link cells out of order.
  func neighbour(_ bead: BeadRecord, _ direction: Edit.Direction) throws -> BeadRecord? {
    let sql =
      direction == .up
      ? "rank < ? AND isCrossing = 0 ORDER BY rank DESC"
      : "rank > ? AND isCrossing = 0 ORDER BY rank"
    return try Row.fetchOne(
      database.cachedStatement(sql: "SELECT * FROM bead WHERE bitext = ? AND \(sql) LIMIT 1"),
      arguments: [bead.bitext, bead.rank]
    ).map(BeadRecord.init(row:))
  }

  /// A free key right after or before a bead, or some key of a bead that is gone.
  func freeRank(_ bitext: Int64, _ direction: Edit.Direction, of rank: String) throws -> String {
    let sql =
      direction == .up
      ? "SELECT max(rank) FROM bead WHERE bitext = ? AND rank < ?"
      : "SELECT min(rank) FROM bead WHERE bitext = ? AND rank > ?"
    let other = try String.fetchOne(
      database.cachedStatement(sql: sql), arguments: [bitext, rank])
    return direction == .up ? Rank.between(other ?? "", rank) : Rank.between(rank, other)
  }

  // MARK: - Changes

  func put(_ segments: [ProjectSegment], into bead: Int64) throws {
    let statement = try database.cachedStatement(sql: "UPDATE segment SET bead = ? WHERE id = ?")
    for segment in segments { try statement.execute(arguments: [bead, segment.id]) }
  }

  /// Takes note of a bead's new segments; a bead without any is deleted, its note and bookmark go to
  /// `heir`.
  ///
  /// - Returns: Whether the bead is still there.
  @discardableResult
  func settle(_ id: Int64, heir: Int64? = nil) throws -> Bool {
    guard
      let row = try Row.fetchOne(database, sql: "SELECT * FROM bead WHERE id = ?", arguments: [id])
    else { return false }
    var bead = BeadRecord(row: row)
    let segments = try segments(id)
    guard !segments.isEmpty else {
      try database.execute(sql: "DELETE FROM bead WHERE id = ?", arguments: [id])
      if let heir { try inherit(bead, heir) }
      return false
    }
    bead.shape = try shape(segments, bitext: bead.bitext)
    bead.isChanged = true
    if bead.status == .accepted { bead.status = .open }
    try bead.update(database)
    return true
  }

  private func inherit(_ bead: BeadRecord, _ heir: Int64) throws {
    guard bead.isBookmarked || !bead.note.isEmpty else { return }
    try database.execute(
      sql: """
        UPDATE bead SET isBookmarked = max(isBookmarked, ?),
          note = CASE WHEN note = '' OR ? = '' THEN note || ? ELSE note || char(10) || ? END
          WHERE id = ?
        """, arguments: [bead.isBookmarked, bead.note, bead.note, bead.note, heir])
  }

  /// The segments on each side: `2-1`.
  func shape(_ segments: [ProjectSegment], bitext: Int64) throws -> String {
    let sides = try Int.fetchOne(
      database.cachedStatement(sql: "SELECT count(*) FROM text WHERE bitext = ?"),
      arguments: [bitext])
    return ProjectSegment.shape(segments, sides: sides ?? 2)
  }

  /// Findings that speak of a segment no longer fit its text.
  func outdateFindings(bitext: Int64, segment: Int64) throws {
    try database.execute(
      sql: """
        UPDATE finding SET state = 'stale' WHERE bitext = ? AND state = 'open'
          AND (segment = ? OR json_extract(detail, '$.source.segment') = ?)
        """, arguments: [bitext, segment, segment])
  }
}

extension ProjectSegment {
  /// The number of segments on each side, joined by `-`.
  static func shape(_ segments: [ProjectSegment], sides: Int) -> String {
    (0..<sides).map { side in String(segments.count { $0.side == side }) }.joined(separator: "-")
  }
}
