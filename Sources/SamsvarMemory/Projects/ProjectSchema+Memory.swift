extension ProjectSchema {
  /// What the memory has of this project, and the beads of which it has to hear.
  ///
  /// The stamp tells a bead that was edited again while it was on its way.
  static let memory = """
    CREATE TABLE memoryUnit (
      bead INTEGER NOT NULL, side INTEGER NOT NULL, bitext INTEGER NOT NULL, source TEXT NOT NULL,
      target TEXT NOT NULL, PRIMARY KEY (bead, side)) WITHOUT ROWID;
    CREATE TABLE memoryQueue (bead INTEGER PRIMARY KEY, stamp INTEGER NOT NULL);
    INSERT INTO memoryQueue SELECT id, random() FROM bead WHERE status = 'accepted';
    CREATE TRIGGER beadRemembered AFTER INSERT ON bead WHEN new.status = 'accepted'
      BEGIN \(queue("new.id")) END;
    CREATE TRIGGER beadForgotten AFTER DELETE ON bead WHEN old.status = 'accepted'
      BEGIN \(queue("old.id")) END;
    CREATE TRIGGER beadReconsidered AFTER UPDATE OF status, isDropped ON bead
      WHEN 'accepted' IN (old.status, new.status)
        AND (old.status <> new.status OR old.isDropped <> new.isDropped)
      BEGIN \(queue("new.id")) END;
    CREATE TRIGGER segmentReconsidered AFTER UPDATE OF edited, bead ON segment
      WHEN EXISTS (SELECT 1 FROM bead
        WHERE id IN (old.bead, new.bead) AND status = 'accepted')
      BEGIN
        \(queue("old.bead", unless: "old.bead IS NULL"))
        \(queue("new.bead", unless: "new.bead IS NULL"))
      END;
    """

  private static func queue(_ bead: String, unless condition: String = "0") -> String {
    "INSERT OR REPLACE INTO memoryQueue SELECT \(bead), random() WHERE NOT (\(condition));"
  }
}
