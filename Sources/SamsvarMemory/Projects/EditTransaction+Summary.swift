import GRDB

extension EditTransaction {
  /// Says that a summary segment rests on a source segment.
  mutating func addLink(_ summary: Int64, _ source: Int64) throws {
    let (from, to) = try linkEnds(summary, source)
    try database.execute(
      sql: """
        INSERT INTO link (bitext, summary, source, confidence, origin)
          VALUES (?, ?, ?, 1000000, 'manual') ON CONFLICT DO NOTHING
        """, arguments: [try owner(of: from), from.id, to.id])
  }

  /// Takes a link away.
  mutating func removeLink(_ summary: Int64, _ source: Int64) throws {
    let (from, to) = try linkEnds(summary, source)
    try database.execute(
      sql: "DELETE FROM link WHERE summary = ? AND source = ?", arguments: [from.id, to.id])
  }

  private mutating func linkEnds(
    _ summary: Int64, _ source: Int64
  ) throws -> (ProjectSegment, ProjectSegment) {
    let ends = (try segment(summary), try segment(source))
    let bitext = try owner(of: ends.0)
    let kind = try String.fetchOne(
      database, sql: "SELECT kind FROM bitext WHERE id = ?", arguments: [bitext])
    guard kind == "summary", ends.0.side == 1, ends.1.side == 0,
      try owner(of: ends.1) == bitext
    else {
      throw ProjectError.refused("a link leads from a summary's segment to one of its article")
    }
    self.bitext = bitext
    focus = ends.0.bead
    return ends
  }
}
