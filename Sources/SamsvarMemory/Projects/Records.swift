import GRDB

/// A bead as a row of its table.
struct BeadRecord {
  var id: Int64
  var bitext: Int64
  var rank: String
  /// Millionths, so that rows come back exactly as they were.
  var confidence: Int
  var status: BeadStatus
  var shape: String
  var isChanged: Bool
  var isDropped: Bool
  var isCrossing: Bool
  var isBookmarked: Bool
  var note: String

  init(
    bitext: Int64, rank: String, confidence: Int, status: BeadStatus = .open,
    isChanged: Bool = false
  ) {
    id = 0
    self.bitext = bitext
    self.rank = rank
    self.confidence = confidence
    self.status = status
    shape = ""
    self.isChanged = isChanged
    isDropped = false
    isCrossing = false
    isBookmarked = false
    note = ""
  }

  init(row: Row) {
    id = row["id"]
    bitext = row["bitext"]
    rank = row["rank"]
    confidence = row["confidence"]
    status = BeadStatus(rawValue: row["status"]) ?? .open
    shape = row["shape"]
    isChanged = row["isChanged"]
    isDropped = row["isDropped"]
    isCrossing = row["isCrossing"]
    isBookmarked = row["isBookmarked"]
    note = row["note"]
  }

  /// Adds the bead as a new row; an `id` of 0 takes the next free one.
  mutating func insert(_ database: Database) throws {
    try database.cachedStatement(
      sql: """
        INSERT INTO bead (id, bitext, rank, confidence, status, shape, isChanged, isDropped, isCrossing,
          isBookmarked, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      id == 0 ? nil : id, bitext, rank, confidence, status.rawValue, shape, isChanged, isDropped,
      isCrossing, isBookmarked, note,
    ])
    id = database.lastInsertedRowID
  }

  /// Writes the row anew.
  func update(_ database: Database) throws {
    try database.cachedStatement(
      sql: """
        UPDATE bead SET rank = ?, confidence = ?, status = ?, shape = ?, isChanged = ?, isDropped = ?,
          isCrossing = ?, isBookmarked = ?, note = ? WHERE id = ?
        """
    ).execute(arguments: [
      rank, confidence, status.rawValue, shape, isChanged, isDropped, isCrossing, isBookmarked,
      note,
      id,
    ])
  }
}

extension ProjectSegment {
  init(row: Row) {
    self.init(
      id: row["id"], side: row["side"], start: row["start"], end: row["finish"], kind: row["kind"],
      text: row["text"], edited: row["edited"], bead: row["bead"])
  }

  /// Adds the segment as a new row; an `id` of 0 takes the next free one.
  func insert(_ database: Database, bitext: Int64) throws {
    try database.cachedStatement(
      sql: """
        INSERT INTO segment (id, bitext, side, start, finish, kind, text, edited, bead)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      id == 0 ? nil : id, bitext, side, start, end, kind, text, edited, bead,
    ])
  }
}
