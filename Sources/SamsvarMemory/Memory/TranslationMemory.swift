import GRDB
public import SamsvarModel

/// A translation memory: one SQLite file with units, an index of trigrams and one of lemmas.
///
///     let memory = try TranslationMemory(path: "news.memory")
///     try memory.add([MemoryUnit(source: "Havna er stengt.", target: "The harbour is closed.", …)])
///     memory.matches(for: "Havna er åpen.", from: .nb, to: .en)
///
/// Units and indices change in the same transaction, so that a run that is killed leaves a memory that
/// can be used.
public final class TranslationMemory: Sendable {
  /// The file, for messages.
  public let path: String
  let queue: DatabaseQueue
  let sizes = UnitSizes()

  /// Opens a memory, or makes a new one where there is no file.
  ///
  /// - Parameter isReadOnly: Refuse a file that does not exist, and change nothing.
  /// - Throws: `InputError` when the file is no memory or cannot be opened.
  public init(path: String, isReadOnly: Bool = false) throws(InputError) {
    self.path = path
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA mmap_size = 4294967296; PRAGMA cache_size = -65536")
    }
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      if isReadOnly {
        try queue.read { database in
          guard try database.tableExists("unit"), try database.tableExists("posting") else {
            throw DatabaseError(message: "it holds no translation memory")
          }
        }
      } else {
        try Self.migrator.migrate(queue)
      }
    } catch {
      throw Self.failure(path, "cannot be opened as a translation memory", error)
    }
  }

  /// Writes through, so that a moved or copied file is whole.
  private static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("units, trigrams, lemmas") { database in
      try database.execute(
        sql: """
          CREATE TABLE unit (
            id INTEGER PRIMARY KEY, hash INTEGER NOT NULL, sourceLanguage TEXT NOT NULL,
            targetLanguage TEXT NOT NULL, source TEXT NOT NULL, target TEXT NOT NULL,
            document TEXT NOT NULL, author TEXT NOT NULL, changed TEXT NOT NULL,
            previous INTEGER, next INTEGER);
          CREATE INDEX unit_hash ON unit (hash);
          CREATE TABLE posting (key INTEGER PRIMARY KEY, units BLOB NOT NULL);
          CREATE TABLE trigram (gram INTEGER PRIMARY KEY, count INTEGER NOT NULL);
          CREATE TABLE block (id INTEGER PRIMARY KEY, sizes BLOB NOT NULL);
          CREATE TABLE counter (id INTEGER PRIMARY KEY CHECK (id = 1), next INTEGER NOT NULL);
          INSERT INTO counter VALUES (1, 1);
          """)
    }
    return migrator
  }()

  static func failure(_ path: String, _ what: String, _ error: any Error) -> InputError {
    let reason = (error as? DatabaseError)?.message ?? "\(error)"
    return InputError("\(what): \(reason)", at: SourcePosition(file: path))
  }

  /// Reads from the memory.
  func reading<T>(_ body: (Database) throws -> T) throws(InputError) -> T {
    do { return try queue.read(body) } catch {
      throw Self.failure(path, "cannot be read as a translation memory", error)
    }
  }

  /// What the memory holds, and how large its indices are.
  ///
  /// - Throws: `InputError` when the file cannot be read.
  /// - Complexity: O(size of the file)
  public func statistics() throws(InputError) -> MemoryStatistics {
    try reading { database in
      let pairs = try Row.fetchAll(
        database,
        sql: """
          SELECT sourceLanguage, targetLanguage, count(*) FROM unit GROUP BY 1, 2
          ORDER BY 3 DESC, 1, 2
          """)
      let size = { (first: Int64, end: Int64) in
        try Int.fetchOne(
          database, sql: "SELECT total(length(units)) FROM posting WHERE key >= ? AND key < ?",
          arguments: [first, end]) ?? 0
      }
      return MemoryStatistics(
        pairs: pairs.map { ($0[0], $0[1], $0[2]) },
        fileBytes: try Int.fetchOne(
          database, sql: "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
          ?? 0,
        trigramBytes: try size(0, 1 << 60), lemmaBytes: try size(1 << 60, .max))
    }
  }

  /// The languages of the first unit; nil in an empty memory.
  ///
  /// - Throws: `InputError` when the file cannot be read.
  public func firstLanguages() throws(InputError) -> (source: LanguageTag, target: LanguageTag)? {
    try reading { database in
      try Row.fetchOne(database, sql: "SELECT * FROM unit ORDER BY id LIMIT 1").map {
        let unit = MemoryUnit($0)
        return (unit.sourceLanguage, unit.targetLanguage)
      }
    }
  }

  /// Calls `body` with every unit of a pair of languages, in the order they were added; nil is any
  /// language.
  ///
  /// Units are read as they are asked for, so that memory does not grow with the file.
  ///
  /// - Throws: `InputError` when the file cannot be read, or what `body` throws, which ends the walk.
  public func forEachUnit(
    from source: LanguageTag?, to target: LanguageTag?,
    _ body: (MemoryUnit) throws(InputError) -> Void
  ) throws(InputError) {
    var failure: InputError?
    try reading { database in
      let cursor = try Row.fetchCursor(database, sql: "SELECT * FROM unit ORDER BY id")
      while let row = try cursor.next() {
        let unit = MemoryUnit(row)
        if source.map({ $0.base == unit.sourceLanguage.base }) ?? true,
          target.map({ $0.base == unit.targetLanguage.base }) ?? true
        {
          do throws(InputError) { try body(unit) } catch {
            failure = error
            return
          }
        }
      }
    }
    if let failure { throw failure }
  }
}

extension MemoryUnit {
  /// A row of table `unit`.
  init(_ row: Row) {
    self.init(
      source: row["source"], target: row["target"],
      from: LanguageTag(row["sourceLanguage"] as String) ?? .nb,
      to: LanguageTag(row["targetLanguage"] as String) ?? .en, document: row["document"],
      author: row["author"], changed: row["changed"])
    id = row["id"]
    if let previous = row["previous"] as Int64?, let next = row["next"] as Int64? {
      context = MemoryContext(previous: previous, next: next)
    }
  }
}
