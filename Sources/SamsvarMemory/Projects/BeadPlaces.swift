import GRDB

/// Which row a bead stands in and which bead stands in a row, and how many beads there are of a
/// status, without counting beads one by one.
///
/// The beads of a bitext are cut into blocks of neighbours, and triggers keep the number of beads of
/// each block and of each status. A place is the sum of the blocks before and a count within one.
struct BeadPlaces {
  private let database: Database
  private let bitext: Int64

  /// How many beads a new block holds.
  private static let blockSize = 512

  init(_ database: Database, _ bitext: Int64) {
    self.database = database
    self.bitext = bitext
  }

  /// The row of a bead, counted from 0; nil when it is gone.
  ///
  /// - Complexity: O(√n) for n beads
  static func row(ofBead id: Int64, _ database: Database) throws -> Int? {
    let bead = try Row.fetchOne(
      database.cachedStatement(sql: "SELECT bitext, rank FROM bead WHERE id = ?"), arguments: [id])
    guard let bead else { return nil }
    return try BeadPlaces(database, bead["bitext"]).row(ofRank: bead["rank"])
  }

  private func row(ofRank rank: String) throws -> Int? {
    let sql = """
      WITH own AS (SELECT max(first) AS first FROM beadBlock WHERE bitext = ?1 AND first <= ?2)
      SELECT (SELECT ifnull(sum(number), 0) FROM beadBlock
          WHERE bitext = ?1 AND first < (SELECT first FROM own))
        + (SELECT count(*) FROM bead
          WHERE bitext = ?1 AND rank >= (SELECT first FROM own) AND rank < ?2)
      """
    return try Int.fetchOne(database.cachedStatement(sql: sql), arguments: [bitext, rank])
  }

  /// The rank of the bead in a row; nil behind the last one.
  ///
  /// - Complexity: O(√n) for n beads
  func rank(ofRow row: Int) throws -> String? {
    var left = row
    let blocks = try Row.fetchCursor(
      database.cachedStatement(
        sql: "SELECT first, number FROM beadBlock WHERE bitext = ? ORDER BY first"),
      arguments: [bitext])
    while let block = try blocks.next() {
      let number: Int = block["number"]
      guard left >= number else { return try rank(from: block["first"], skipping: left) }
      left -= number
    }
    return nil
  }

  private func rank(from first: String, skipping count: Int) throws -> String? {
    let sql = "SELECT rank FROM bead WHERE bitext = ? AND rank >= ? ORDER BY rank LIMIT 1 OFFSET ?"
    return try String.fetchOne(
      database.cachedStatement(sql: sql), arguments: [bitext, first, count])
  }

  /// Cuts anew the blocks of bitexts in which one has grown large.
  ///
  /// - Complexity: O(√n) where none has, else O(n)
  static func balance(_ database: Database) throws {
    let large = try Int64.fetchAll(
      database.cachedStatement(sql: "SELECT DISTINCT bitext FROM beadBlock WHERE number > ?"),
      arguments: [4 * blockSize])
    for bitext in large { try BeadPlaces(database, bitext).cut() }
  }

  private func cut() throws {
    try database.execute(
      sql: """
        DELETE FROM beadBlock WHERE bitext = ?1;
        INSERT INTO beadBlock
          SELECT ?1, CASE block WHEN 0 THEN '' ELSE min(rank) END, count(*) FROM (
            SELECT rank, (row_number() OVER (ORDER BY rank) - 1) / \(Self.blockSize) AS block
              FROM bead WHERE bitext = ?1)
            GROUP BY block;
        """, arguments: [bitext, bitext])
  }

  /// Whether tallies and blocks say what counting says.
  ///
  /// - Complexity: O(n)
  static func areExact(_ database: Database) throws -> Bool {
    let tallies = """
      SELECT bitext, isDropped, status, count(*) FROM bead GROUP BY bitext, isDropped, status
      """
    let blocks = """
      SELECT k.bitext, k.first, (SELECT count(*) FROM bead b WHERE b.bitext = k.bitext
          AND b.rank >= k.first AND (n.first IS NULL OR b.rank < n.first))
        FROM beadBlock k LEFT JOIN beadBlock n ON n.bitext = k.bitext AND n.first =
          (SELECT min(first) FROM beadBlock m WHERE m.bitext = k.bitext AND m.first > k.first)
      """
    let difference = { (left: String, right: String) in
      try Row.fetchOne(database, sql: "\(left) EXCEPT \(right)") == nil
    }
    return try difference(tallies, "SELECT * FROM beadTally")
      && difference("SELECT * FROM beadTally", tallies)
      && difference("SELECT * FROM beadBlock", blocks)
  }
}
