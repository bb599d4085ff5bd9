import Foundation
import GRDB

/// What an edit, undo or redo did.
package struct EditResult: Codable, Hashable, Sendable {
  /// The edit's number in the history; nil where nothing had to be changed.
  package var edit: Int64?
  /// What it was: `merge`, `undo`.
  package var name: String
  /// The bitext it was about, if one.
  package var bitext: Int64?
  /// The bead to show.
  package var bead: Int64?
}

/// An entry of the history.
package struct HistoryEntry: Codable, Hashable, Sendable {
  /// The edit's number.
  package var edit: Int64
  /// When it was made, in UTC.
  package var time: String
  /// The edit.
  package var request: Edit
  /// Whether it counts, was undone, or was undone before another edit was made.
  package var state: String
}

/// Thrown to leave a transaction that changed nothing.
private struct Unchanged: Error {
  var bitext: Int64?
  var bead: Int64?
}

extension Project {
  /// Makes an edit in one transaction; an edit that changes nothing leaves no trace.
  ///
  /// - Throws: `ProjectError`; the project is then as it was.
  @discardableResult
  package func apply(_ edit: Edit) throws(ProjectError) -> EditResult {
    try record(edit) { try $0.apply(edit) }
  }

  /// Records what `body` changes as one edit.
  func record(
    _ edit: Edit, _ body: (inout EditTransaction) throws -> Void
  ) throws(ProjectError) -> EditResult {
    try write { database in
      do {
        var result: EditResult?
        try database.inSavepoint {
          result = try Self.record(edit, database, body)
          return .commit
        }
        return result ?? EditResult(name: edit.name)
      } catch let unchanged as Unchanged {
        return EditResult(name: edit.name, bitext: unchanged.bitext, bead: unchanged.bead)
      }
    }
  }

  private static func record(
    _ edit: Edit, _ database: Database, _ body: (inout EditTransaction) throws -> Void
  ) throws -> EditResult {
    try database.execute(
      sql: "INSERT INTO edit (time, request, state) VALUES (?, ?, 'done')",
      arguments: [
        Date.now.formatted(.iso8601), try ProjectJSON.text(edit),
      ])
    let id = database.lastInsertedRowID
    try database.execute(sql: "UPDATE recorder SET edit = ?", arguments: [id])
    var transaction = EditTransaction(database)
    try body(&transaction)
    try database.execute(
      sql: """
        UPDATE recorder SET edit = NULL;
        DELETE FROM change WHERE edit = \(id) AND before = after;
        UPDATE edit SET state = 'abandoned' WHERE state = 'undone';
        """)
    let (bitext, bead) = (transaction.bitext, transaction.focus)
    let isChanged = try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM change WHERE edit = ?)", arguments: [id])
    guard isChanged == true else { throw Unchanged(bitext: bitext, bead: bead) }
    if let violation = try BeadOrder(database).violation(ofEdit: id) {
      throw ProjectError.refused(violation)
    }
    try database.execute(
      sql: "UPDATE edit SET bitext = ?, bead = ? WHERE id = ?", arguments: [bitext, bead, id])
    return EditResult(edit: id, name: edit.name, bitext: bitext, bead: bead)
  }

  /// Takes the last edit back.
  ///
  /// - Throws: `ProjectError.refused` when there is none.
  @discardableResult
  package func undo() throws(ProjectError) -> EditResult {
    try write { database in
      let sql = "SELECT * FROM edit WHERE state = 'done' ORDER BY id DESC LIMIT 1"
      guard let row = try Row.fetchOne(database, sql: sql) else {
        throw ProjectError.refused("there is nothing to undo")
      }
      return try Self.replay(row, database, isUndo: true)
    }
  }

  /// Makes the last edit that was undone again.
  ///
  /// - Throws: `ProjectError.refused` when there is none.
  @discardableResult
  package func redo() throws(ProjectError) -> EditResult {
    try write { database in
      let sql = "SELECT * FROM edit WHERE state = 'undone' ORDER BY id LIMIT 1"
      guard let row = try Row.fetchOne(database, sql: sql) else {
        throw ProjectError.refused("there is nothing to redo")
      }
      return try Self.replay(row, database, isUndo: false)
    }
  }

  private static func replay(_ edit: Row, _ database: Database, isUndo: Bool) throws -> EditResult {
    let id: Int64 = edit["id"]
    let changes = try Row.fetchCursor(
      database,
      sql: "SELECT * FROM change WHERE edit = ? ORDER BY id \(isUndo ? "DESC" : "")",
      arguments: [id])
    while let change = try changes.next() {
      let (from, to): (String?, String?) =
        isUndo ? (change["after"], change["before"]) : (change["before"], change["after"])
      try replay(database, change["place"], change["key"], from, to)
    }
    try database.execute(
      sql: "UPDATE edit SET state = ? WHERE id = ?", arguments: [isUndo ? "undone" : "done", id])
    let bead = try Int64.fetchOne(
      database, sql: "SELECT id FROM bead WHERE id = ?", arguments: [edit["bead"] as Int64?])
    return EditResult(
      edit: id, name: isUndo ? "undo" : "redo", bitext: edit["bitext"],
      bead: try bead ?? firstBead(ofEdit: id, database))
  }

  /// A bead that an edit touched and that is there, to be shown.
  private static func firstBead(ofEdit id: Int64, _ database: Database) throws -> Int64? {
    try Int64.fetchOne(
      database,
      sql: """
        SELECT b.id FROM change c JOIN bead b ON c.place = 'bead' AND b.id = c.key
          WHERE c.edit = ? LIMIT 1
        """, arguments: [id])
  }

  /// Puts one row from one state into another.
  private static func replay(
    _ database: Database, _ place: String, _ key: Int64, _ from: String?, _ to: String?
  ) throws {
    guard let table = ProjectSchema.tables.first(where: { $0.name == place }) else { return }
    guard let to else {
      return try database.cachedStatement(sql: "DELETE FROM \(place) WHERE id = ?")
        .execute(arguments: [key])
    }
    let values = table.columns.indices.map { "json_extract(?1, '$[\($0)]')" }
    let sql =
      from == nil
      ? "INSERT INTO \(place) (\(table.columns.joined(separator: ", "))) "
        + "SELECT \(values.joined(separator: ", "))"
      : "UPDATE \(place) SET "
        + zip(table.columns, values).map { "\($0) = \($1)" }.joined(separator: ", ")
        + " WHERE id = json_extract(?1, '$[0]')"
    try database.cachedStatement(sql: sql).execute(arguments: [to])
  }

  /// The number of the last edit that counts, and whether there is something to undo and redo.
  package func revision() throws(ProjectError) -> (edit: Int64, canUndo: Bool, canRedo: Bool) {
    try read { database in
      let edit = try Int64.fetchOne(
        database, sql: "SELECT max(id) FROM edit WHERE state = 'done'")
      let redo = try Bool.fetchOne(
        database, sql: "SELECT EXISTS (SELECT 1 FROM edit WHERE state = 'undone')")
      return (edit ?? 0, edit != nil, redo == true)
    }
  }

  /// The latest entries of the history, newest first.
  package func history(limit: Int, before: Int64 = .max) throws(ProjectError) -> [HistoryEntry] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM edit WHERE id < ? ORDER BY id DESC LIMIT ?",
        arguments: [before, limit]
      ).map { row in
        HistoryEntry(
          edit: row["id"], time: row["time"],
          request: try ProjectJSON.value(Edit.self, row["request"]), state: row["state"])
      }
    }
  }
}
