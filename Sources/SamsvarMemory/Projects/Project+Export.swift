import Foundation
import GRDB

extension Project {
  /// The project as JSON Lines: texts line by line, beads, segments, links, findings, concepts.
  ///
  /// Equal projects give equal bytes, and a small change few changed lines.
  ///
  /// - Parameter hasHistory: Whether the history is written as well, so that an import can be undone.
  /// - Complexity: O(n)
  package func export(hasHistory: Bool = false) throws(ProjectError) -> String {
    try read { database in
      var lines = ExportLines()
      try Self.exportTexts(database, &lines)
      try Self.exportBeads(database, &lines)
      try Self.exportFindings(database, &lines)
      if hasHistory { try Self.exportHistory(database, &lines) }
      return lines.text
    }
  }

  private static func exportTexts(_ database: Database, _ lines: inout ExportLines) throws {
    try lines.add(database, "meta", "SELECT * FROM meta ORDER BY key") { line, row in
      line.key = row["key"]
      line.value = row["value"]
    }
    try lines.add(database, "bitext", "SELECT * FROM bitext ORDER BY id") { line, row in
      line.id = row["id"]
      line.kind = row["kind"]
      line.name = row["name"]
    }
    for row in try Row.fetchAll(database, sql: "SELECT * FROM text ORDER BY id") {
      var line = ExportLine("text")
      line.id = row["id"]
      line.bitext = row["bitext"]
      line.side = row["side"]
      line.name = row["name"]
      line.language = row["language"]
      try lines.add(line)
      try lines.add(content: row["content"] as Data, text: row["id"])
    }
  }

  private static func exportBeads(_ database: Database, _ lines: inout ExportLines) throws {
    try lines.add(database, "bead", "SELECT * FROM bead ORDER BY bitext, rank") { line, row in
      let bead = BeadRecord(row: row)
      line.id = bead.id
      line.bitext = bead.bitext
      line.rank = bead.rank
      line.confidence = bead.confidence
      line.status = bead.status.rawValue
      line.shape = bead.shape
      line.changed = bead.isChanged ? true : nil
      line.dropped = bead.isDropped ? true : nil
      line.crossing = bead.isCrossing ? true : nil
      line.bookmarked = bead.isBookmarked ? true : nil
      line.note = bead.note.isEmpty ? nil : bead.note
    }
    try lines.add(database, "segment", "SELECT * FROM segment ORDER BY bitext, side, start") {
      line, row in
      let segment = ProjectSegment(row: row)
      line.id = segment.id
      line.bitext = row["bitext"]
      line.side = segment.side
      line.start = segment.start
      line.end = segment.end
      line.kind = segment.kind
      line.text = segment.text
      line.edited = segment.edited
      line.bead = segment.bead
    }
    try lines.add(database, "link", "SELECT * FROM link ORDER BY summary, source") { line, row in
      line.id = row["id"]
      line.bitext = row["bitext"]
      line.summary = row["summary"]
      line.source = row["source"]
      line.confidence = row["confidence"]
      line.origin = row["origin"]
    }
  }

  private static func exportFindings(_ database: Database, _ lines: inout ExportLines) throws {
    try lines.add(database, "finding", "SELECT * FROM finding ORDER BY id") { line, row in
      let finding = try ProjectFinding(row: row)
      line.id = finding.id
      line.bitext = finding.bitext
      line.segment = finding.segment
      line.rule = finding.rule
      line.category = finding.category
      line.severity = finding.severity
      line.state = finding.state.rawValue
      line.acceptance = finding.acceptance.isEmpty ? nil : finding.acceptance
      line.fingerprint = finding.fingerprint
      line.detail = finding.detail
    }
    try lines.add(database, "concept", "SELECT * FROM concept ORDER BY ordinal") { line, row in
      line.id = row["id"]
      line.number = row["ordinal"]
      line.concept = try ProjectJSON.value(ProjectConcept.self, row["entry"])
    }
  }

  private static func exportHistory(_ database: Database, _ lines: inout ExportLines) throws {
    try lines.add(database, "edit", "SELECT * FROM edit ORDER BY id") { line, row in
      line.id = row["id"]
      line.time = row["time"]
      line.request = try ProjectJSON.value(Edit.self, row["request"])
      line.bitext = row["bitext"]
      line.bead = row["bead"]
      line.state = row["state"]
    }
    try lines.add(database, "change", "SELECT * FROM change ORDER BY id") { line, row in
      line.id = row["id"]
      line.edit = row["edit"]
      line.place = row["place"]
      line.segment = row["key"]
      line.before = row["before"]
      line.after = row["after"]
    }
  }
}

/// The lines of an export under way.
private struct ExportLines {
  var text = ""
  private let encoder = JSONEncoder()

  init() { encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes] }

  mutating func add(_ line: ExportLine) throws {
    text += String(decoding: try encoder.encode(line), as: UTF8.self)
    text += "\n"
  }

  /// A line for each row of a query.
  mutating func add(
    _ database: Database, _ type: String, _ sql: String,
    _ fill: (inout ExportLine, Row) throws -> Void
  ) throws {
    let rows = try Row.fetchCursor(database, sql: sql)
    while let row = try rows.next() {
      var line = ExportLine(type)
      try fill(&line, row)
      try add(line)
    }
  }

  /// The bytes of a file, line by line where they are UTF-8, so that a difference shows where it is.
  mutating func add(content: Data, text id: Int64) throws {
    let isText = String(validating: content, as: UTF8.self) != nil
    let newline: UInt8 = 0x0A
    var start = content.startIndex
    var number = 0
    while start < content.endIndex {
      let end =
        isText
        ? content[start...].firstIndex(of: newline).map { $0 + 1 } ?? content.endIndex
        : min(content.endIndex, start + 57 * 16)
      var line = ExportLine("content")
      line.id = id
      line.number = number
      if isText {
        line.text = String(decoding: content[start..<end], as: UTF8.self)
      } else {
        line.base64 = content[start..<end].base64EncodedString()
      }
      try add(line)
      number += 1
      start = end
    }
  }
}
