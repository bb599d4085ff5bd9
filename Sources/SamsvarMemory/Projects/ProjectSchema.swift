import GRDB

/// The tables of a project file, and the triggers that keep its history.
///
/// Every edited table has triggers that write each changed row, as it was and as it is, into `change`
/// under the running edit: undo and redo put the rows back, and cannot miss one.
enum ProjectSchema {
  /// The edited tables and their columns; the first is the key.
  static let tables: [(name: String, columns: [String])] = [
    (
      "bead",
      [
        "id", "bitext", "rank", "confidence", "status", "shape", "isChanged", "isDropped",
        "isCrossing", "isBookmarked", "note",
      ]
    ),
    (
      "segment",
      ["id", "bitext", "side", "start", "finish", "kind", "text", "edited", "bead"]
    ),
    ("link", ["id", "bitext", "summary", "source", "confidence", "origin"]),
    (
      "finding",
      [
        "id", "bitext", "segment", "rule", "category", "severity", "state", "acceptance",
        "fingerprint", "detail",
      ]
    ),
    ("concept", ["id", "ordinal", "entry"]),
  ]

  /// The steps from an empty file to this version's tables.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 texts, beads, history") { database in
      try database.execute(sql: first)
      for table in tables { try database.execute(sql: triggers(table.name, table.columns)) }
    }
    migrator.registerMigration("2 places of beads") { database in
      try database.execute(sql: places)
      try BeadPlaces.balance(database)
    }
    migrator.registerMigration("3 what the memory has") { try $0.execute(sql: memory) }
    migrator.registerMigration("4 checks") {
      try $0.execute(sql: "CREATE TABLE checked (bitext INTEGER PRIMARY KEY REFERENCES bitext)")
    }
    return migrator
  }

  private static let first = """
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    INSERT INTO meta VALUES ('format', 'samsvar-project 1');
    CREATE TABLE bitext (
      id INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('translation', 'summary')),
      name TEXT NOT NULL);
    CREATE TABLE text (
      id INTEGER PRIMARY KEY, bitext INTEGER NOT NULL REFERENCES bitext, side INTEGER NOT NULL,
      name TEXT NOT NULL, language TEXT NOT NULL, content BLOB NOT NULL, UNIQUE (bitext, side));
    CREATE TABLE bead (
      id INTEGER PRIMARY KEY, bitext INTEGER NOT NULL REFERENCES bitext, rank TEXT NOT NULL,
      confidence INTEGER NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('open', 'accepted', 'rejected', 'review')),
      shape TEXT NOT NULL, isChanged INTEGER NOT NULL, isDropped INTEGER NOT NULL,
      isCrossing INTEGER NOT NULL, isBookmarked INTEGER NOT NULL, note TEXT NOT NULL,
      UNIQUE (bitext, rank));
    CREATE TABLE segment (
      id INTEGER PRIMARY KEY, bitext INTEGER NOT NULL REFERENCES bitext, side INTEGER NOT NULL,
      start INTEGER NOT NULL, finish INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL,
      edited TEXT, bead INTEGER REFERENCES bead DEFERRABLE INITIALLY DEFERRED,
      CHECK (start < finish), UNIQUE (bitext, side, start));
    CREATE INDEX segmentByBead ON segment (bead, side, start);
    CREATE TABLE link (
      id INTEGER PRIMARY KEY, bitext INTEGER NOT NULL REFERENCES bitext,
      summary INTEGER NOT NULL REFERENCES segment, source INTEGER NOT NULL REFERENCES segment,
      confidence INTEGER NOT NULL, origin TEXT NOT NULL, UNIQUE (summary, source));
    CREATE TABLE finding (
      id INTEGER PRIMARY KEY, bitext INTEGER NOT NULL REFERENCES bitext, segment INTEGER NOT NULL,
      rule TEXT NOT NULL, category TEXT NOT NULL, severity TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'fixed', 'stale')),
      acceptance TEXT NOT NULL, fingerprint TEXT NOT NULL, detail TEXT NOT NULL);
    CREATE INDEX findingBySegment ON finding (segment, state);
    CREATE TABLE concept (id INTEGER PRIMARY KEY, ordinal INTEGER NOT NULL, entry TEXT NOT NULL);
    CREATE INDEX beadByStatus ON bead (bitext, isDropped, status);
    CREATE INDEX beadDoubtful ON bead (bitext, rank)
      WHERE status = 'open' AND isDropped = 0 AND confidence < 600000 AND isChanged = 0;
    CREATE INDEX beadLeft ON bead (bitext, rank) WHERE status IN ('open', 'review') AND isDropped = 0;
    CREATE INDEX beadReview ON bead (bitext, rank) WHERE status = 'review' AND isDropped = 0;
    CREATE INDEX beadIrregular ON bead (bitext, rank) WHERE shape NOT IN ('1-1', '1-1-1');
    CREATE INDEX beadBookmarked ON bead (bitext, rank) WHERE isBookmarked = 1;
    CREATE TABLE edit (
      id INTEGER PRIMARY KEY AUTOINCREMENT, time TEXT NOT NULL, request TEXT NOT NULL,
      bitext INTEGER, bead INTEGER,
      state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'abandoned')));
    CREATE INDEX editByState ON edit (state, id);
    CREATE TABLE change (
      id INTEGER PRIMARY KEY, edit INTEGER NOT NULL REFERENCES edit, place TEXT NOT NULL,
      key INTEGER NOT NULL, before TEXT, after TEXT);
    CREATE INDEX changeByEdit ON change (edit, id);
    CREATE TABLE recorder (id INTEGER PRIMARY KEY CHECK (id = 1), edit INTEGER);
    INSERT INTO recorder VALUES (1, NULL);
    """

  private static func triggers(_ table: String, _ columns: [String]) -> String {
    func row(_ name: String) -> String {
      "json_array(\(columns.map { "\(name).\($0)" }.joined(separator: ", ")))"
    }
    func trigger(_ event: String, key: String, before: String, after: String) -> String {
      """
      CREATE TRIGGER \(table)\(event) AFTER \(event) ON \(table)
        WHEN (SELECT edit FROM recorder) IS NOT NULL BEGIN
        INSERT INTO change (edit, place, key, before, after)
          VALUES ((SELECT edit FROM recorder), '\(table)', \(key), \(before), \(after));
      END;

      """
    }
    return trigger("INSERT", key: "new.id", before: "NULL", after: row("new"))
      + trigger("UPDATE", key: "new.id", before: row("old"), after: row("new"))
      + trigger("DELETE", key: "old.id", before: row("old"), after: "NULL")
  }
}
