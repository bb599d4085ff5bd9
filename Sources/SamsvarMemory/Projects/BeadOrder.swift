import GRDB

/// The laws of a project's beads: every segment of a translation in exactly one bead, no bead without
/// segments, and on each side the segments in the order of the text, except in beads that are marked
/// as linking out of order.
struct BeadOrder {
  private let database: Database

  init(_ database: Database) { self.database = database }

  /// What an edit broke, or nil.
  ///
  /// - Complexity: O(k log n) in the rows changed; O(n) when they are many
  func violation(ofEdit edit: Int64) throws -> String? {
    let beads = try Int64.fetchAll(
      database,
      sql: """
        SELECT DISTINCT key FROM change WHERE edit = ? AND place = 'bead'
        UNION SELECT DISTINCT json_extract(after, '$[8]') FROM change
          WHERE edit = ? AND place = 'segment' AND after IS NOT NULL AND json_extract(after, '$[8]') > 0
        LIMIT 501
        """, arguments: [edit, edit])
    if beads.count > 500 { return try violation() }
    let lost = try Int64.fetchOne(
      database,
      sql: """
        SELECT c.key FROM change c JOIN segment s ON s.id = c.key
          JOIN bitext b ON b.id = s.bitext AND b.kind = 'translation'
          WHERE c.edit = ? AND c.place = 'segment' AND s.bead IS NULL LIMIT 1
        """, arguments: [edit])
    if let lost { return "the segment \(lost) would be in no bead" }
    for id in beads {
      guard
        let row = try Row.fetchOne(
          database.cachedStatement(sql: "SELECT * FROM bead WHERE id = ?"), arguments: [id])
      else { continue }
      if let violation = try violation(BeadRecord(row: row)) { return violation }
    }
    return nil
  }

  /// What is wrong with one bead and its neighbours, or nil.
  func violation(_ bead: BeadRecord) throws -> String? {
    let transaction = EditTransaction(database)
    let segments = try transaction.segments(bead.id)
    if segments.isEmpty { return "the bead \(bead.id) would be empty" }
    if try transaction.shape(segments, bitext: bead.bitext) != bead.shape {
      return "the shape of the bead \(bead.id) would not fit its segments"
    }
    guard !bead.isCrossing else { return nil }
    for segment in segments {
      let before = try transaction.adjacent(segment, bead.bitext, .up)
      let after = try transaction.adjacent(segment, bead.bitext, .down)
      if let before, before.rank > bead.rank { return Self.disorder(segment) }
      if let after, after.rank < bead.rank { return Self.disorder(segment) }
    }
    return nil
  }

  /// What is wrong anywhere, or nil.
  ///
  /// - Complexity: O(n log n)
  func violation() throws -> String? {
    let lost = try Int64.fetchOne(
      database,
      sql: """
        SELECT s.id FROM segment s JOIN bitext b ON b.id = s.bitext LEFT JOIN bead d ON d.id = s.bead
          WHERE (s.bead IS NOT NULL OR b.kind = 'translation')
            AND (d.id IS NULL OR d.bitext <> s.bitext) LIMIT 1
        """)
    if let lost { return "the segment \(lost) is in no bead of its text" }
    let empty = try Int64.fetchOne(
      database,
      sql: "SELECT id FROM bead WHERE NOT EXISTS (SELECT 1 FROM segment s WHERE s.bead = bead.id)")
    if let empty { return "the bead \(empty) is empty" }
    if try !BeadPlaces.areExact(database) { return "the counts of the beads are wrong" }
    return try disorder() ?? overlap()
  }

  private func disorder() throws -> String? {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT s.*, b.rank AS rank FROM segment s JOIN bead b ON b.id = s.bead AND b.isCrossing = 0
          ORDER BY s.bitext, s.side, s.start
        """)
    var place: (bitext: Int64, side: Int, rank: String)?
    while let row = try rows.next() {
      let next: (bitext: Int64, side: Int, rank: String) = (row["bitext"], row["side"], row["rank"])
      if let place, place.bitext == next.bitext, place.side == next.side, place.rank > next.rank {
        return Self.disorder(ProjectSegment(row: row))
      }
      place = next
    }
    return nil
  }

  private func overlap() throws -> String? {
    let rows = try Row.fetchCursor(
      database, sql: "SELECT * FROM segment ORDER BY bitext, side, start")
    var last: (bitext: Int64, side: Int, end: Int)?
    while let row = try rows.next() {
      let segment = ProjectSegment(row: row)
      let bitext: Int64 = row["bitext"]
      if let last, last.bitext == bitext, last.side == segment.side, last.end > segment.start {
        return "the segment \(segment.id) overlaps the one before"
      }
      last = (bitext, segment.side, segment.end)
    }
    return nil
  }

  private static func disorder(_ segment: ProjectSegment) -> String {
    "the segment \(segment.id) would stand out of the order of its text"
  }
}
