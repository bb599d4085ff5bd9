import GRDB

extension EditTransaction {
  /// Carries an edit out.
  mutating func apply(_ edit: Edit) throws {
    switch edit {
    case .status(let bead, let status): try set(bead) { $0.status = status }
    case .acceptAbove(let bead): try acceptAbove(bead)
    case .merge(let bead): try merge(bead)
    case .split(let segment, let utf16): try split(segment, utf16: utf16)
    case .move(let cell, let direction): try move(cell, direction)
    case .unlink(let bead): try unlink(bead)
    case .link(let cell, let other): try link(cell, other)
    case .drop(let bead, let isDropped): try set(bead) { $0.isDropped = isDropped }
    case .text(let segment, let text): try setText(segment, text)
    case .bookmark(let bead, let isBookmarked): try set(bead) { $0.isBookmarked = isBookmarked }
    case .note(let bead, let note): try set(bead) { $0.note = note }
    case .replace(let replacement): try replace(replacement)
    case .addLink(let summary, let source): try addLink(summary, source)
    case .removeLink(let summary, let source): try removeLink(summary, source)
    case .acceptFinding(let finding, let reason): try acceptFinding(finding, reason)
    case .reopenFinding(let finding): try reopenFinding(finding)
    case .applyFix(let finding): try applyFix(finding)
    case .applyFixes(let rule): try applyFixes(rule)
    case .admitTerm(let concept, let language, let term): try admit(term, language, concept)
    case .addTerm(let terms): try addTerm(terms)
    case .realign, .check:
      throw ProjectError.refused("\"\(edit.name)\" is a job; start it with POST /api/jobs")
    }
  }

  private mutating func set(_ id: Int64, _ change: (inout BeadRecord) -> Void) throws {
    var bead = try bead(id)
    change(&bead)
    try bead.update(database)
  }

  private mutating func acceptAbove(_ id: Int64) throws {
    var last = try bead(id)
    try database.execute(
      sql: """
        UPDATE bead SET status = 'accepted'
          WHERE bitext = ? AND rank < ? AND status = 'open' AND isDropped = 0
        """, arguments: [last.bitext, last.rank])
    last.status = .accepted
    try last.update(database)
  }

  /// Joins a bead with the next; the less sure confidence counts.
  private mutating func merge(_ id: Int64) throws {
    var bead = try orderedBead(id)
    guard let next = try neighbour(bead, .down) else {
      throw ProjectError.refused("this is the last bead; there is none to merge it with")
    }
    let isAccepted = bead.status == .accepted && next.status == .accepted
    bead.confidence = min(bead.confidence, next.confidence)
    bead.isDropped = bead.isDropped && next.isDropped
    if bead.status == .rejected, next.status != .rejected { bead.status = .open }
    try bead.update(database)
    try put(try segments(next.id), into: id)
    try settle(next.id, heir: id)
    try settle(id)
    if isAccepted { try set(id) { $0.status = .accepted } }
  }

  /// Moves the first segment of a cell up, or the last one down.
  ///
  /// At the edge of the text it becomes a bead of its own.
  private mutating func move(_ cell: Edit.Cell, _ direction: Edit.Direction) throws {
    let bead = try orderedBead(cell.bead)
    let own = try segments(cell.bead, side: cell.side)
    guard let moved = direction == .up ? own.first : own.last else {
      throw ProjectError.refused("the cell is empty; there is no segment to move")
    }
    if let neighbour = try neighbour(bead, direction) {
      try put([moved], into: neighbour.id)
      try settle(neighbour.id)
      if try !settle(bead.id, heir: neighbour.id) { focus = neighbour.id }
      return
    }
    guard try segments(cell.bead).count > 1 else {
      throw ProjectError.refused("there is no bead to move it to")
    }
    var new = BeadRecord(
      bitext: bead.bitext, rank: try freeRank(bead.bitext, direction, of: bead.rank),
      confidence: bead.confidence, isChanged: true)
    try new.insert(database)
    try put([moved], into: new.id)
    try settle(new.id)
    try settle(bead.id)
  }
}
