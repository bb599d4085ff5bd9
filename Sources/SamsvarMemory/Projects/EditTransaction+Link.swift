import GRDB

extension EditTransaction {
  /// Parts the sides of a bead: a bead for each, in the order of the texts.
  mutating func unlink(_ id: Int64) throws {
    let bead = try bead(id)
    try requireTranslation(bead.bitext)
    let sides = Dictionary(grouping: try segments(id), by: \.side)
    guard sides.count > 1 else {
      throw ProjectError.refused("only one side of the bead has text; there is nothing to unlink")
    }
    if bead.isCrossing {
      try partCrossing(bead, sides)
    } else {
      var rank = bead.rank
      for side in sides.keys.sorted().dropFirst() {
        rank = try freeRank(bead.bitext, .down, of: rank)
        try newBead(bead, rank, sides[side] ?? [])
      }
      try settle(id)
    }
  }

  /// Puts the sides of a bead that links out of order back where they stand in their texts.
  private mutating func partCrossing(
    _ bead: BeadRecord, _ sides: [Int: [ProjectSegment]]
  ) throws {
    var heir: Int64?
    for side in sides.keys.sorted() {
      let place = try restore(sides[side] ?? [], from: bead)
      heir = heir ?? place
    }
    try settle(bead.id, heir: heir)
    focus = heir ?? focus
  }

  /// Puts segments of one side where they belong among the ordered beads.
  ///
  /// - Returns: The bead they stand in.
  private func restore(_ segments: [ProjectSegment], from bead: BeadRecord) throws -> Int64? {
    var last: Int64?
    for segment in segments {
      let before = try adjacent(segment, bead.bitext, .up)
      let after = try adjacent(segment, bead.bitext, .down)
      if let before, before.id == after?.id {
        try put([segment], into: before.id)
        try settle(before.id)
        last = before.id
      } else if let before {
        last = try newBead(bead, try freeRank(bead.bitext, .down, of: before.rank), [segment])
      } else if let after {
        last = try newBead(bead, try freeRank(bead.bitext, .up, of: after.rank), [segment])
      } else {
        last = try newBead(bead, try freeRank(bead.bitext, .down, of: bead.rank), [segment])
      }
    }
    return last
  }

  /// The ordered bead that holds the nearest segment before or after on the same side.
  func adjacent(
    _ segment: ProjectSegment, _ bitext: Int64, _ direction: Edit.Direction
  ) throws -> BeadRecord? {
    let sql =
      direction == .up ? "s.start < ? ORDER BY s.start DESC" : "s.start > ? ORDER BY s.start"
    return try Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT b.* FROM segment s JOIN bead b ON b.id = s.bead AND b.isCrossing = 0
            WHERE s.bitext = ? AND s.side = ? AND \(sql) LIMIT 1
          """), arguments: [bitext, segment.side, segment.start]
    ).map(BeadRecord.init(row:))
  }

  @discardableResult
  private func newBead(
    _ model: BeadRecord, _ rank: String, _ segments: [ProjectSegment]
  ) throws -> Int64 {
    var bead = BeadRecord(
      bitext: model.bitext, rank: rank, confidence: model.confidence, isChanged: true)
    try bead.insert(database)
    try put(segments, into: bead.id)
    try settle(bead.id)
    return bead.id
  }

  /// Puts two cells into one bead, in the order of the texts where that can be.
  mutating func link(_ cell: Edit.Cell, _ other: Edit.Cell) throws {
    let beads = [try bead(cell.bead), try bead(other.bead)]
    try requireTranslation(beads[0].bitext)
    guard cell.side != other.side, cell.bead != other.bead, beads[0].bitext == beads[1].bitext
    else {
      throw ProjectError.refused("link two cells of different beads and sides of the same text")
    }
    let moved = try [cell, other].map { try segments($0.bead, side: $0.side) }
    guard moved.allSatisfy({ !$0.isEmpty }) else {
      throw ProjectError.refused("an empty cell cannot be linked")
    }
    let source = cell.side < other.side ? beads[0] : beads[1]
    let ends = beads.sorted { $0.rank < $1.rank }
    let ranks = [
      try freeRank(source.bitext, .down, of: ends[0].rank),
      try freeRank(source.bitext, .up, of: ends[1].rank),
      try freeRank(source.bitext, .down, of: source.rank),
    ]
    var new = BeadRecord(
      bitext: source.bitext, rank: ranks[0], confidence: 1_000_000, isChanged: true)
    try new.insert(database)
    for segments in moved { try put(segments, into: new.id) }
    for bead in beads { try settle(bead.id, heir: new.id) }
    try settle(new.id)
    for (number, rank) in ranks.enumerated() {
      new = try bead(new.id)
      new.rank = rank
      new.isCrossing = number == 2
      try new.update(database)
      if try number == 2 || BeadOrder(database).violation(new) == nil { break }
    }
    focus = new.id
  }
}
