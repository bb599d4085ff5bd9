import Foundation
import GRDB

extension Project {
  /// Reads an export into this project, which must be empty.
  ///
  /// - Parameter file: What to name in messages.
  /// - Throws: `ProjectError.malformed` with the line that cannot be read, `ProjectError.refused` when
  ///   the project has texts, or the rows break a law of the beads.
  /// - Complexity: O(n log n)
  package func importLines(_ text: String, file: String) throws(ProjectError) {
    let isEmpty = try bitexts().isEmpty
    guard isEmpty else { throw .refused("an export is read into a new project only") }
    try write { database in
      var reading = ExportReading(database: database, file: file)
      for (number, line) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        .enumerated() where !line.isEmpty
      {
        try reading.add(Data(line), number: number + 1)
      }
      try reading.finish()
      if let violation = try BeadOrder(database).violation() {
        throw ProjectError.refused("\(file): \(violation)")
      }
    }
  }
}

/// An export being read, row by row.
private struct ExportReading {
  let database: Database
  let file: String
  private let decoder = JSONDecoder()
  private var text: ExportLine?
  private var content = Data()

  init(database: Database, file: String) {
    self.database = database
    self.file = file
  }

  mutating func add(_ bytes: Data, number: Int) throws {
    let line: ExportLine
    do {
      line = try decoder.decode(ExportLine.self, from: bytes)
    } catch {
      throw ProjectError.malformed(
        file: file, line: number, "no line of a project's export (\(Self.reason(error)))")
    }
    do {
      try add(line)
    } catch let error as DatabaseError {
      throw ProjectError.malformed(file: file, line: number, error.message ?? "a row does not fit")
    }
  }

  private static func reason(_ error: any Error) -> String {
    switch error as? DecodingError {
    case .keyNotFound(let key, _)?: "\"\(key.stringValue)\" is missing"
    case .typeMismatch(_, let context)?, .valueNotFound(_, let context)?:
      "\"\(context.codingPath.map(\.stringValue).joined(separator: "."))\" has another type"
    default: "it is no JSON object"
    }
  }

  private mutating func add(_ line: ExportLine) throws {
    if line.type != "content" { try finish() }
    switch line.type {
    case "meta": try addMeta(line)
    case "bitext":
      try database.execute(
        sql: "INSERT INTO bitext (id, kind, name) VALUES (?, ?, ?)",
        arguments: [line.id, line.kind, line.name])
    case "text":
      text = line
      content = Data()
    case "content":
      if let text = line.text { content += Data(text.utf8) }
      if let base64 = line.base64 { content += Data(base64Encoded: base64) ?? Data() }
    case "bead": try addBead(line)
    case "segment": try addSegment(line)
    case "link":
      try database.execute(
        sql: """
          INSERT INTO link (id, bitext, summary, source, confidence, origin) VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [line.id, line.bitext, line.summary, line.source, line.confidence, line.origin])
    case "finding": try addFinding(line)
    case "concept":
      try database.execute(
        sql: "INSERT INTO concept (id, ordinal, entry) VALUES (?, ?, ?)",
        arguments: [line.id, line.number, try line.concept.map { try ProjectJSON.text($0) }])
    case "edit":
      try database.execute(
        sql: """
          INSERT INTO edit (id, time, request, bitext, bead, state) VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          line.id, line.time, try line.request.map { try ProjectJSON.text($0) }, line.bitext,
          line.bead, line.state,
        ])
    case "change":
      try database.execute(
        sql: "INSERT INTO change (id, edit, place, key, before, after) VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [line.id, line.edit, line.place, line.segment, line.before, line.after])
    default: throw ProjectError.refused("\(file): unknown type of line \"\(line.type)\"")
    }
  }

  private func addMeta(_ line: ExportLine) throws {
    if line.key == "format", line.value?.hasPrefix("samsvar-project 1") != true {
      throw ProjectError.refused("\(file): made by a newer version: \(line.value ?? "")")
    }
    try database.execute(
      sql: "INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
      arguments: [line.key, line.value])
  }

  private func addBead(_ line: ExportLine) throws {
    var bead = BeadRecord(
      bitext: line.bitext ?? 0, rank: line.rank ?? "", confidence: line.confidence ?? 0,
      status: BeadStatus(rawValue: line.status ?? "") ?? .open, isChanged: line.changed ?? false)
    bead.id = line.id ?? 0
    bead.shape = line.shape ?? ""
    bead.isDropped = line.dropped ?? false
    bead.isCrossing = line.crossing ?? false
    bead.isBookmarked = line.bookmarked ?? false
    bead.note = line.note ?? ""
    try bead.insert(database)
  }

  private func addSegment(_ line: ExportLine) throws {
    try ProjectSegment(
      id: line.id ?? 0, side: line.side ?? 0, start: line.start ?? 0, end: line.end ?? 0,
      kind: line.kind ?? "sentence", text: line.text ?? "", edited: line.edited, bead: line.bead
    ).insert(database, bitext: line.bitext ?? 0)
  }

  private func addFinding(_ line: ExportLine) throws {
    guard let detail = line.detail else {
      throw ProjectError.refused("\(file): a finding without \"detail\"")
    }
    try ProjectFinding(
      id: line.id ?? 0, bitext: line.bitext ?? 0, segment: line.segment ?? 0, rule: line.rule ?? "",
      category: line.category ?? "", severity: line.severity ?? "",
      state: ProjectFinding.State(rawValue: line.state ?? "") ?? .open,
      acceptance: line.acceptance ?? "", fingerprint: line.fingerprint ?? "", detail: detail
    ).insert(database)
  }

  /// Writes the text whose content has been read.
  mutating func finish() throws {
    guard let line = text else { return }
    text = nil
    try database.execute(
      sql: """
        INSERT INTO text (id, bitext, side, name, language, content) VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [line.id, line.bitext, line.side, line.name, line.language, content])
  }
}
