import Foundation
import GRDB
package import SamsvarModel

extension Project {
  /// Adds a bitext; this is no edit and is not undone.
  ///
  /// - Returns: The bitext's key.
  /// - Throws: `ProjectError.refused` when the beads do not cover the texts in order.
  /// - Complexity: O(n)
  @discardableResult
  package func add(_ bitext: NewBitext) throws(ProjectError) -> Int64 {
    try write { database in
      try database.execute(
        sql: "INSERT INTO bitext (kind, name) VALUES (?, ?)",
        arguments: [bitext.kind.rawValue, bitext.name])
      let id = database.lastInsertedRowID
      var owners: [[Int64?]] = []
      for (side, text) in bitext.texts.enumerated() {
        try database.execute(
          sql: "INSERT INTO text (bitext, side, name, language, content) VALUES (?, ?, ?, ?, ?)",
          arguments: [
            id, side, text.name, text.language.description, Data(text.content),
          ])
        owners.append([Int64?](repeating: nil, count: text.segments.count))
      }
      for (number, bead) in bitext.beads.enumerated() {
        var record = BeadRecord(
          bitext: id, rank: Rank.initial(number, of: bitext.beads.count),
          confidence: Int((bead.confidence * 1_000_000).rounded()))
        record.shape = bead.sides.map { String($0.count) }.joined(separator: "-")
        try record.insert(database)
        for (side, range) in bead.sides.enumerated() {
          for segment in range { owners[side][segment] = record.id }
        }
      }
      let segments = try Self.insert(bitext.texts, owners, bitext: id, database)
      for link in bitext.links {
        for source in link.sources {
          try database.execute(
            sql: """
              INSERT INTO link (bitext, summary, source, confidence, origin)
                VALUES (?, ?, ?, ?, 'auto')
              """,
            arguments: [
              id, segments[1][link.summary], segments[0][source],
              Int((link.confidence * 1_000_000).rounded()),
            ])
        }
      }
      if let violation = try BeadOrder(database).violation() {
        throw ProjectError.refused(violation)
      }
      return id
    }
  }

  private static func insert(
    _ texts: [NewBitext.Text], _ owners: [[Int64?]], bitext: Int64, _ database: Database
  ) throws -> [[Int64]] {
    try texts.enumerated().map { side, text in
      try text.segments.enumerated().map { number, piece in
        try ProjectSegment(
          id: 0, side: side, start: piece.start, end: piece.end, kind: piece.kind.rawValue,
          text: piece.text, edited: nil, bead: owners[side][number]
        ).insert(database, bitext: bitext)
        return database.lastInsertedRowID
      }
    }
  }

  /// Whether all laws of the beads hold.
  ///
  /// - Throws: `ProjectError.refused` with what is wrong.
  /// - Complexity: O(n log n)
  package func verify() throws(ProjectError) {
    if let violation = try read({ try BeadOrder($0).violation() }) { throw .refused(violation) }
  }

  /// The bytes of a text's file as they were read.
  package func content(_ bitext: Int64, side: Int) throws(ProjectError) -> [UInt8] {
    let content = try read {
      try Data.fetchOne(
        $0, sql: "SELECT content FROM text WHERE bitext = ? AND side = ?",
        arguments: [bitext, side])
    }
    guard let content else { throw .notFound("the text") }
    return Array(content)
  }

  /// Takes over a termbase in place of the project's; this is no edit.
  package func set(termbase: Termbase) throws(ProjectError) {
    try write { database in
      try database.execute(sql: "DELETE FROM concept")
      for (number, concept) in termbase.concepts.enumerated() {
        try database.execute(
          sql: "INSERT INTO concept (ordinal, entry) VALUES (?, ?)",
          arguments: [number + 1, try ProjectJSON.text(ProjectConcept(concept))])
      }
    }
  }

  /// The project's termbase.
  package func termbase() throws(ProjectError) -> Termbase {
    try read { database in
      let entries = try String.fetchAll(database, sql: "SELECT entry FROM concept ORDER BY ordinal")
      return Termbase(
        concepts: try entries.map { try ProjectJSON.value(ProjectConcept.self, $0).entry })
    }
  }
}
