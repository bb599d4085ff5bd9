import GRDB
import SamsvarModel

extension Project {
  /// How many beads the memory has yet to hear of.
  package func waitingForMemory() throws(ProjectError) -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM memoryQueue") ?? 0 }
  }

  /// Brings a memory up to date with some beads: what was accepted goes in, what was changed or is no
  /// longer accepted is taken out again.
  ///
  /// A process that ends between the two files does that step again, which changes nothing.
  ///
  /// - Parameters:
  ///   - changed: What to note as the time of the change (`20260131T120000Z`).
  ///   - limit: The most beads of one step.
  /// - Returns: How many beads the step dealt with; 0 when the memory is up to date.
  /// - Throws: `ProjectError`; the beads then wait on.
  package func remember(
    in memory: TranslationMemory, changed: String, limit: Int = 50, lemmas: inout MemoryLemmas
  ) throws(ProjectError) -> Int {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let steps = try read { database in
      try MemoryStep.next(database, limit: limit, project: name, changed: changed)
    }
    guard !steps.isEmpty else { return 0 }
    do {
      try memory.update(
        removing: steps.flatMap(\.removed), adding: steps.flatMap(\.added), lemmas: &lemmas)
    } catch {
      throw .storage("\(error)")
    }
    try write { database in for step in steps { try step.note(database) } }
    return steps.count
  }
}

/// What the memory has to hear of one bead.
private struct MemoryStep {
  private let bead: Int64
  private let stamp: Int64
  private let bitext: Int64
  private let old: [Int: MemoryUnit]
  private let new: [Int: MemoryUnit]

  /// Units that are to go: those that changed or are no longer wanted.
  var removed: [MemoryUnit] { Self.difference(old, new) }
  /// Units that are to come.
  var added: [MemoryUnit] { Self.difference(new, old) }

  private static func difference(
    _ left: [Int: MemoryUnit], _ right: [Int: MemoryUnit]
  ) -> [MemoryUnit] {
    left.sorted { $0.key < $1.key }.filter { side, unit in
      right[side]?.source != unit.source || right[side]?.target != unit.target
    }.map(\.value)
  }

  /// The first beads of the queue.
  static func next(
    _ database: Database, limit: Int, project: String, changed: String
  ) throws -> [MemoryStep] {
    let rows = try Row.fetchAll(
      database, sql: "SELECT bead, stamp FROM memoryQueue ORDER BY bead LIMIT ?",
      arguments: [limit])
    return try rows.map { row in
      try MemoryStep(database, row["bead"], row["stamp"], project, changed)
    }
  }

  private init(
    _ database: Database, _ bead: Int64, _ stamp: Int64, _ project: String, _ changed: String
  ) throws {
    self.bead = bead
    self.stamp = stamp
    let kept = try Row.fetchAll(
      database, sql: "SELECT * FROM memoryUnit WHERE bead = ?", arguments: [bead])
    bitext =
      try kept.first?["bitext"]
      ?? Int64.fetchOne(database, sql: "SELECT bitext FROM bead WHERE id = ?", arguments: [bead])
      ?? 0
    let languages = try String.fetchAll(
      database, sql: "SELECT language FROM text WHERE bitext = ? ORDER BY side",
      arguments: [bitext]
    ).map { LanguageTag($0) ?? .nb }
    let unit = { (side: Int, source: String, target: String) in
      MemoryUnit(
        source: source, target: target, from: languages[0], to: languages[side],
        document: project, changed: changed)
    }
    old = Dictionary(
      uniqueKeysWithValues: kept.map { ($0["side"], unit($0["side"], $0["source"], $0["target"])) })
    var new: [Int: MemoryUnit] = [:]
    if let (texts, context) = try Self.accepted(database, bead) {
      for (side, text) in texts.enumerated().dropFirst() where !text.isEmpty && !texts[0].isEmpty {
        new[side] = unit(side, texts[0], text)
        new[side]?.context = context
      }
    }
    self.new = new
  }

  /// The texts of an accepted bead by side, and the source segments around it; nil of any other bead.
  private static func accepted(
    _ database: Database, _ bead: Int64
  ) throws -> (texts: [String], context: MemoryContext)? {
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT bitext, (SELECT max(side) FROM text WHERE bitext = b.bitext) AS last FROM bead b
          JOIN bitext t ON t.id = b.bitext AND t.kind = 'translation'
          WHERE b.id = ? AND status = 'accepted' AND isDropped = 0
        """, arguments: [bead])
    guard let row else { return nil }
    let segments = try EditTransaction(database).segments(bead)
    let texts = (0...(row["last"] as Int)).map { side in
      segments.filter { $0.side == side }.map(\.current).joined(separator: " ")
    }
    let source = segments.filter { $0.side == 0 }
    return (
      texts,
      MemoryContext(
        previous: try neighbour(
          database, row["bitext"], "start < ? ORDER BY start DESC", source.first),
        next: try neighbour(database, row["bitext"], "start > ? ORDER BY start", source.last))
    )
  }

  private static func neighbour(
    _ database: Database, _ bitext: Int64, _ condition: String, _ segment: ProjectSegment?
  ) throws -> String? {
    guard let segment else { return nil }
    return try String.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT ifnull(edited, text) FROM segment
            WHERE bitext = ? AND side = 0 AND \(condition) LIMIT 1
          """), arguments: [bitext, segment.start])
  }

  /// Notes what the memory has now, and takes the bead out of the queue unless it was edited meanwhile.
  func note(_ database: Database) throws {
    try database.execute(sql: "DELETE FROM memoryUnit WHERE bead = ?", arguments: [bead])
    for (side, unit) in new {
      try database.execute(
        sql: "INSERT INTO memoryUnit VALUES (?, ?, ?, ?, ?)",
        arguments: [bead, side, bitext, unit.source, unit.target])
    }
    try database.execute(
      sql: "DELETE FROM memoryQueue WHERE bead = ? AND stamp = ?", arguments: [bead, stamp])
  }
}
