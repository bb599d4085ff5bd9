extension ProjectSchema {
  /// The tables behind `BeadPlaces`, filled from the beads that are there, and what keeps them.
  static let places = """
    CREATE TABLE beadTally (
      bitext INTEGER NOT NULL, isDropped INTEGER NOT NULL, status TEXT NOT NULL,
      number INTEGER NOT NULL, PRIMARY KEY (bitext, isDropped, status)) WITHOUT ROWID;
    CREATE TABLE beadBlock (
      bitext INTEGER NOT NULL, first TEXT NOT NULL, number INTEGER NOT NULL,
      PRIMARY KEY (bitext, first)) WITHOUT ROWID;
    INSERT INTO beadTally
      SELECT bitext, isDropped, status, count(*) FROM bead GROUP BY bitext, isDropped, status;
    INSERT INTO beadBlock SELECT bitext, '', count(*) FROM bead GROUP BY bitext;
    CREATE TRIGGER beadCounted AFTER INSERT ON bead BEGIN \(tally(+1)) \(block(+1)) END;
    CREATE TRIGGER beadUncounted AFTER DELETE ON bead BEGIN \(tally(-1)) \(block(-1)) END;
    CREATE TRIGGER beadRecounted AFTER UPDATE OF isDropped, status ON bead
      WHEN old.isDropped <> new.isDropped OR old.status <> new.status
      BEGIN \(tally(-1)) \(tally(+1)) END;
    CREATE TRIGGER beadReordered AFTER UPDATE OF rank ON bead WHEN old.rank <> new.rank
      BEGIN \(block(-1)) \(block(+1)) END;
    DROP INDEX beadByStatus;
    """

  /// Counts a bead as it is, or as it was.
  private static func tally(_ step: Int) -> String {
    guard step < 0 else {
      return """
        INSERT INTO beadTally VALUES (new.bitext, new.isDropped, new.status, 1)
          ON CONFLICT DO UPDATE SET number = number + 1;
        """
    }
    let own = "bitext = old.bitext AND isDropped = old.isDropped AND status = old.status"
    return """
      UPDATE beadTally SET number = number - 1 WHERE \(own);
      DELETE FROM beadTally WHERE \(own) AND number = 0;
      """
  }

  /// Counts a bead in the block it stands in, or stood in.
  ///
  /// The first block begins before every rank.
  private static func block(_ step: Int) -> String {
    let row = step < 0 ? "old" : "new"
    return """
      INSERT OR IGNORE INTO beadBlock VALUES (\(row).bitext, '', 0);
      UPDATE beadBlock SET number = number + (\(step)) WHERE bitext = \(row).bitext AND first =
        (SELECT max(first) FROM beadBlock WHERE bitext = \(row).bitext AND first <= \(row).rank);
      """
  }
}
