import Foundation
import GRDB
public import SamsvarModel

/// The answers of engines by engine, model, languages and input, so that no segment is sent twice and a
/// run that was ended goes on where it stopped.
///
/// Each answer is its own transaction.
public final class AnswerCache: Sendable {
  private let path: String
  private let queue: DatabaseQueue

  /// Opens a cache, made where there is none, readable by its owner alone.
  ///
  /// - Throws: `InputError` when the file is no cache or cannot be opened.
  public init(path: String) throws(InputError) {
    self.path = path
    do {
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      if !FileManager.default.fileExists(atPath: path) {
        _ = FileManager.default.createFile(
          atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
      }
      var configuration = Configuration()
      configuration.busyMode = .timeout(10)
      configuration.prepareDatabase { database in
        try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
      }
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.write {
        try $0.execute(
          sql: """
            CREATE TABLE IF NOT EXISTS answer (
              engine TEXT NOT NULL, model TEXT NOT NULL, pair TEXT NOT NULL, input TEXT NOT NULL,
              output TEXT NOT NULL, PRIMARY KEY (engine, model, pair, input)) WITHOUT ROWID
            """)
      }
    } catch { throw TranslationMemory.failure(path, "cannot be opened as a cache", error) }
  }

  /// What an answer is kept by.
  public struct Key: Hashable, Sendable {
    var engine: String
    var model: String
    var pair: String

    /// The answers of an engine with a model for a pair of languages.
    public init(engine: String, model: String, from source: LanguageTag, to target: LanguageTag) {
      self.engine = engine
      self.model = model
      pair = "\(source) \(target)"
    }
  }

  /// The answer to an input, or nil.
  public func answer(_ key: Key, to input: String) -> String? {
    try? queue.read {
      try String.fetchOne(
        $0.cachedStatement(
          sql: "SELECT output FROM answer WHERE engine = ? AND model = ? AND pair = ? AND input = ?"
        ),
        arguments: [key.engine, key.model, key.pair, input])
    }
  }

  /// Keeps an answer.
  ///
  /// - Throws: `InputError` when it cannot be written.
  public func keep(_ answer: String, _ key: Key, to input: String) throws(InputError) {
    do {
      try queue.write {
        try $0.cachedStatement(sql: "INSERT OR REPLACE INTO answer VALUES (?, ?, ?, ?, ?)")
          .execute(arguments: [key.engine, key.model, key.pair, input, answer])
      }
    } catch { throw TranslationMemory.failure(path, "cannot be written", error) }
  }
}
