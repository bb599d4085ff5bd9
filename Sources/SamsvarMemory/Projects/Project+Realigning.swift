import GRDB

/// What a realignment starts from: the texts without what stands fast out of order, and the beads that
/// stand.
package struct RealignmentStart: Sendable {
  /// The last edit when this was read.
  package var revision: Int64
  /// The languages by side.
  package var languages: [String]
  /// The segments by side, in order, without those of beads that link out of order.
  package var sides: [[ProjectSegment]]
  /// The beads that must stand: on each side indices into `sides`.
  package var fixed: [[Range<Int>]]
}

extension Project {
  /// What a realignment of a bitext starts from: accepted and dropped beads stand.
  ///
  /// - Complexity: O(n)
  package func realignmentStart(_ bitext: Int64) throws(ProjectError) -> RealignmentStart {
    try read { database in
      try EditTransaction(database).requireTranslation(bitext)
      let languages = try String.fetchAll(
        database, sql: "SELECT language FROM text WHERE bitext = ? ORDER BY side",
        arguments: [bitext])
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT s.*, b.status = 'accepted' OR b.isDropped AS stands FROM segment s
            JOIN bead b ON b.id = s.bead AND b.isCrossing = 0
            WHERE s.bitext = ? ORDER BY s.side, s.start
          """, arguments: [bitext])
      var sides = [[ProjectSegment]](repeating: [], count: languages.count)
      var fixed: [Int64: [Range<Int>]] = [:]
      while let row = try rows.next() {
        let segment = ProjectSegment(row: row)
        let place = sides[segment.side].count
        sides[segment.side].append(segment)
        guard row["stands"], let bead = segment.bead else { continue }
        var ranges = fixed[bead] ?? [Range<Int>](repeating: 0..<0, count: languages.count)
        let old = ranges[segment.side]
        ranges[segment.side] = (old.isEmpty ? place : old.lowerBound)..<place + 1
        fixed[bead] = ranges
      }
      return RealignmentStart(
        revision: try Int64.fetchOne(
          database, sql: "SELECT max(id) FROM edit WHERE state = 'done'") ?? 0,
        languages: languages, sides: sides,
        fixed: fixed.sorted { $0.key < $1.key }.map(\.value))
    }
  }

  /// Puts new beads in the place of those that do not stand.
  ///
  /// - Parameters:
  ///   - start: What the beads were found from.
  ///   - beads: The new beads in order, with indices into `start.sides`.
  /// - Throws: `ProjectError.refused` when someone has edited since; start again then.
  @discardableResult
  package func realign(
    _ bitext: Int64, from start: RealignmentStart, _ beads: [NewBitext.Bead]
  ) throws(ProjectError) -> EditResult {
    try record(.realign(bitext: bitext)) { transaction in
      let revision = try Int64.fetchOne(
        transaction.database,
        sql: "SELECT max(id) FROM edit WHERE state = 'done' AND id <> "
          + "(SELECT edit FROM recorder)")
      guard (revision ?? 0) == start.revision else {
        throw ProjectError.refused("the project was edited meanwhile; realign again")
      }
      transaction.bitext = bitext
      try BeadReplacement(transaction, bitext, start).put(beads)
    }
  }
}

/// New beads in the place of old ones; whatever holds the same segments as before stays as it is.
private struct BeadReplacement {
  private let transaction: EditTransaction
  private let bitext: Int64
  private let start: RealignmentStart
  private let records: [Int64: BeadRecord]
  private let standing: Set<Int64>
  private let sizes: [Int64: Int]

  init(_ transaction: EditTransaction, _ bitext: Int64, _ start: RealignmentStart) throws {
    self.transaction = transaction
    self.bitext = bitext
    self.start = start
    let rows = try Row.fetchAll(
      transaction.database, sql: "SELECT * FROM bead WHERE bitext = ?", arguments: [bitext])
    records = Dictionary(
      uniqueKeysWithValues: rows.map { (BeadRecord(row: $0).id, BeadRecord(row: $0)) })
    standing = Set(records.values.filter { $0.status == .accepted || $0.isDropped }.map(\.id))
    var sizes: [Int64: Int] = [:]
    for segment in start.sides.joined() {
      if let bead = segment.bead { sizes[bead, default: 0] += 1 }
    }
    self.sizes = sizes
  }

  /// A place in the new order: a bead that stays, or a new one.
  private enum Place {
    case old(Int64)
    case new(segments: [ProjectSegment], confidence: Double)
  }

  func put(_ beads: [NewBitext.Bead]) throws {
    let places = self.places(beads)
    var kept: Set<Int64> = []
    for case .old(let id) in places { kept.insert(id) }
    let gone = records.values.filter { !kept.contains($0.id) && !$0.isCrossing }
    let ranks = try self.ranks(places)
    for bead in gone {
      try transaction.database.execute(sql: "DELETE FROM bead WHERE id = ?", arguments: [bead.id])
    }
    for (place, rank) in zip(places, ranks) {
      switch place {
      case .old(let id):
        guard var record = records[id], record.rank != rank else { continue }
        record.rank = rank
        try record.update(transaction.database)
      case .new(let segments, let confidence): try insert(segments, confidence, rank)
      }
    }
  }

  private func places(_ beads: [NewBitext.Bead]) -> [Place] {
    var seen: Set<Int64> = []
    return beads.compactMap { bead in
      let segments = bead.sides.enumerated().flatMap { side, range in
        range.map { start.sides[side][$0] }
      }
      guard let owner = segments.first?.bead else { return nil }
      let isSame =
        segments.allSatisfy { $0.bead == owner } && segments.count == sizes[owner]
      guard standing.contains(owner) || isSame else {
        return .new(segments: segments, confidence: bead.confidence)
      }
      return seen.insert(owner).inserted ? .old(owner) : nil
    }
  }

  /// A key for each place: old beads keep theirs as long as they ascend.
  private func ranks(_ places: [Place]) throws -> [String] {
    let crossing = records.values.filter(\.isCrossing).map(\.rank).sorted()
    var ranks: [String] = []
    var low = ""
    var pending = 0
    func close(_ high: String?) {
      guard pending > 0 else { return }
      // Rows that link out of order keep their keys, which must not be given twice.
      let first = crossing.last { $0 > low && $0 < high ?? "~" } ?? low
      ranks += Rank.spread(pending, after: first, before: high)
      pending = 0
    }
    var moved: [BeadRecord] = []
    for place in places {
      if case .old(let id) = place, let record = records[id] {
        if record.rank > low {
          close(record.rank)
          ranks.append(record.rank)
          low = record.rank
          continue
        }
        moved.append(record)
      }
      pending += 1
    }
    close(nil)
    for var record in moved {
      record.rank = "~\(record.id)"
      try record.update(transaction.database)
    }
    return ranks
  }

  private func insert(
    _ segments: [ProjectSegment], _ confidence: Double, _ rank: String
  ) throws {
    var record = BeadRecord(
      bitext: bitext, rank: rank, confidence: Int((confidence * 1_000_000).rounded()))
    record.shape = ProjectSegment.shape(segments, sides: start.languages.count)
    // Notes and bookmarks go with the first segment of the bead they stood at.
    for old in Set(segments.compactMap(\.bead)).sorted() {
      guard let bead = records[old], bead.isBookmarked || !bead.note.isEmpty,
        segments.contains(where: { $0.id == firstSegment(of: old) })
      else { continue }
      record.isBookmarked = record.isBookmarked || bead.isBookmarked
      record.note = [record.note, bead.note].filter { !$0.isEmpty }.joined(separator: "\n")
    }
    try record.insert(transaction.database)
    try transaction.put(segments, into: record.id)
  }

  private func firstSegment(of bead: Int64) -> Int64? {
    start.sides.lazy.compactMap { side in side.first { $0.bead == bead }?.id }.first
  }
}
