import GRDB

/// A project: texts, their beads, links and findings, what a person decided, and the whole history, in
/// one SQLite file.
///
///     let project = try Project(path: "artikkel.samsvar")
///     try project.apply(.status(bead: 12, .accepted))
///     try project.undo()
///
/// Every edit is one transaction in the write-ahead log: a process that is killed loses at most the
/// edit it had not acknowledged. Safe to use from several tasks.
package final class Project: Sendable {
  /// The path of the file.
  package let path: String
  private let pool: DatabasePool

  /// Opens a project, or makes an empty one where there is no file.
  ///
  /// - Parameter isDurable: Whether acknowledged edits survive a power cut, not only the end of the
  ///   process.
  /// - Throws: `ProjectError.storage` when the file is no project or cannot be opened.
  package init(path: String, isDurable: Bool = true) throws(ProjectError) {
    self.path = path
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.maximumReaderCount = 3
    configuration.prepareDatabase { database in
      try database.execute(
        sql: "PRAGMA synchronous = \(isDurable ? "FULL" : "OFF"); PRAGMA cache_size = -16000")
    }
    do {
      pool = try DatabasePool(path: path, configuration: configuration)
      try ProjectSchema.migrator.migrate(pool)
    } catch {
      throw .storage("\(path) cannot be opened as a project: \(Self.reason(error))")
    }
  }

  /// Whether the file at a path is an SQLite file (and so may be a project).
  package static func isProject(_ head: some Sequence<UInt8>) -> Bool {
    head.starts(with: Array("SQLite format 3\0".utf8))
  }

  /// Reads in one snapshot.
  func read<Value>(_ body: (Database) throws -> Value) throws(ProjectError) -> Value {
    do {
      return try pool.read(body)
    } catch let error as ProjectError {
      throw error
    } catch {
      throw .storage("\(path) cannot be read: \(Self.reason(error))")
    }
  }

  /// Writes in one transaction; nothing is changed when `body` throws.
  func write<Value>(_ body: (Database) throws -> Value) throws(ProjectError) -> Value {
    do {
      return try pool.write { database in
        let value = try body(database)
        try BeadPlaces.balance(database)
        return value
      }
    } catch let error as ProjectError {
      throw error
    } catch {
      throw .storage("\(path) cannot be written: \(Self.reason(error))")
    }
  }

  private static func reason(_ error: any Error) -> String {
    (error as? DatabaseError)?.message ?? "\(error)"
  }

  /// A value kept with the project, such as the termbase's path.
  package func setting(_ key: String) throws(ProjectError) -> String? {
    try read {
      try String.fetchOne($0, sql: "SELECT value FROM meta WHERE key = ?", arguments: [key])
    }
  }

  /// Keeps a value with the project; this is no edit.
  package func set(_ key: String, to value: String) throws(ProjectError) {
    try write {
      try $0.execute(
        sql: "INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
        arguments: [key, value])
    }
  }
}
