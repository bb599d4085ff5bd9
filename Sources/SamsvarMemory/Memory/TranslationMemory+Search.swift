import GRDB
public import SamsvarModel

extension TranslationMemory {
  /// What the memory knows about a segment, the best first: in context, exact, then by score.
  ///
  /// - Parameters:
  ///   - context: The segments around it; nil where there are none to compare.
  ///   - minimum: The lowest score of a fuzzy match; 100 for exact ones only.
  ///   - limit: The most matches to give.
  /// - Throws: `InputError` when the file cannot be read.
  /// - Complexity: O(units that share a rare trigram); under 30 ms for 1,000,000 units
  public func matches(
    for text: String, from source: LanguageTag, to target: LanguageTag,
    context: MemoryContext? = nil, minimum: Int = 60, limit: Int = 5
  ) throws(InputError) -> [MemoryMatch] {
    try reading { database in
      let search = MemorySearch(database, source, target, sizes)
      var found = try search.exact(text, context)
      if minimum < 100, found.count < limit {
        found += try search.fuzzy(text, minimum: minimum, limit: limit - found.count)
      }
      return Array(found.prefix(limit))
    }
  }
}

/// One search in one pair of languages.
struct MemorySearch {
  /// The postings read for one search at most, after the first few trigrams.
  private static let budget = 2_500_000
  /// The candidates whose words are compared.
  private static let compared = 64

  private let database: Database
  private let source: LanguageTag
  private let target: LanguageTag
  private let sizes: UnitSizes

  init(_ database: Database, _ source: LanguageTag, _ target: LanguageTag, _ sizes: UnitSizes) {
    self.database = database
    self.sizes = sizes
    self.source = source.base
    self.target = target.base
  }

  private func isWanted(_ unit: MemoryUnit) -> Bool {
    unit.sourceLanguage.base == source && unit.targetLanguage.base == target
  }

  /// The units of the same text: those of the same context first, then the last changed.
  func exact(_ text: String, _ context: MemoryContext?) throws -> [MemoryMatch] {
    let key = SegmentKey.normalised(text)
    let rows = try Row.fetchAll(
      try database.cachedStatement(sql: "SELECT * FROM unit WHERE hash = ?"),
      arguments: [SegmentKey.hash(text)])
    let units = rows.map { MemoryUnit($0) }
      .filter { isWanted($0) && SegmentKey.normalised($0.source) == key }
    let matches = units.map { unit in
      let isInContext = context != nil && unit.context == context
      return MemoryMatch(kind: isInContext ? .context : .exact, score: 100, unit: unit)
    }
    return Self.withoutTwins(
      matches.sorted {
        ($0.kind == .context ? 1 : 0, $0.unit.changed, $0.unit.id)
          > ($1.kind == .context ? 1 : 0, $1.unit.changed, $1.unit.id)
      })
  }

  /// Similar texts, by score.
  func fuzzy(_ text: String, minimum: Int, limit: Int) throws -> [MemoryMatch] {
    let score = FuzzyScore(text)
    let statement = try database.cachedStatement(sql: "SELECT * FROM unit WHERE id = ?")
    var found: [MemoryMatch] = []
    for id in try candidates(Trigrams.of(text), minimum: minimum) {
      guard let row = try Row.fetchOne(statement, arguments: [id]) else { continue }
      let unit = MemoryUnit(row)
      let points = isWanted(unit) ? score.score(unit.source) : 0
      if points >= minimum, points < 100 {
        found.append(MemoryMatch(kind: .fuzzy, score: points, unit: unit))
      }
    }
    let best = found.sorted { ($0.score, $1.unit.id) > ($1.score, $0.unit.id) }.prefix(limit)
    let all = try best.flatMap { match in
      try exact(match.unit.source, nil).map {
        MemoryMatch(kind: .fuzzy, score: match.score, unit: $0.unit)
      }
    }
    return Array(Self.withoutTwins(all).prefix(limit))
  }

  private static func withoutTwins(_ matches: [MemoryMatch]) -> [MemoryMatch] {
    var result: [MemoryMatch] = []
    for match in matches
    where !result.contains(where: {
      $0.unit.target == match.unit.target && $0.unit.source == match.unit.source
    }) {
      result.append(match)
    }
    return result
  }

  // MARK: - Candidates

  /// The units that share the most trigrams for their length.
  ///
  /// A text that shares k of n trigrams shares at least one of any n - k + 1 (the prefix filter of
  /// Chaudhuri, Ganti & Kaushik 2006): the rarest are read, until the budget is spent.
  private func candidates(_ grams: [UInt32], minimum: Int) throws -> [Int64] {
    guard !grams.isEmpty else { return [] }
    let needed = max(1, grams.count * max(minimum - 15, 20) / 100)
    let rare = try byRarity(grams).prefix(min(grams.count - needed + 1, 250))
    let units = try Int64.fetchOne(database, sql: "SELECT next FROM counter") ?? 1
    var counts = [UInt8](repeating: 0, count: (Int(units) | 0xFFFF) + 1)
    var spent = 0
    var read = 0
    for (gram, count) in rare {
      if read >= 4, spent + count > Self.budget { break }
      spent += count
      read += 1
      try add(gram, to: &counts)
    }
    return try ranked(counts, read: read, grams: grams.count)
  }

  private func byRarity(_ grams: [UInt32]) throws -> [(gram: UInt32, count: Int)] {
    let statement = try database.cachedStatement(sql: "SELECT count FROM trigram WHERE gram = ?")
    var result: [(gram: UInt32, count: Int)] = []
    for gram in grams {
      let count = try Int.fetchOne(statement, arguments: [Int64(gram)])
      if let count { result.append((gram, count)) }
    }
    return result.sorted { ($0.count, $0.gram) < ($1.count, $1.gram) }
  }

  private func add(_ gram: UInt32, to counts: inout [UInt8]) throws {
    let statement = try database.cachedStatement(
      sql: "SELECT key, units FROM posting WHERE key BETWEEN ? AND ?")
    let keys = PostingKey.keys(.trigram, gram)
    let rows = try Row.fetchCursor(statement, arguments: [keys.lowerBound, keys.upperBound])
    try counts.withUnsafeMutableBufferPointer { counts in
      guard let base = counts.baseAddress else { return }
      while let row = try rows.next() {
        let first = Int(PostingKey.firstUnit(row[0]))
        guard first + 0xFFFF < counts.count else { continue }
        // A pointer: the array would be asked for its owner at each unit.
        let block = base + first
        try row.withBytes(1) { bytes in Postings.forEach(bytes) { block[$0] &+= 1 } }
      }
    }
  }

  /// The best of the units counted, by the share of trigrams in common that the counts let expect.
  private func ranked(_ counts: [UInt8], read: Int, grams: Int) throws -> [Int64] {
    let cut = Self.cut(counts)
    let sizes = try sizes.all(database, count: counts.count)
    var best: [(rank: Float, id: Int)] = []
    for id in Self.units(counts, from: cut) {
      let share = Float(counts[id]) / Float(read)
      let size = Float(max(sizes[id], 1))
      let length = min(size, Float(grams)) / max(size, Float(grams))
      best.append((share * (0.5 + 0.5 * length), id))
    }
    best.sort { ($0.rank, $1.id) > ($1.rank, $0.id) }
    return best.prefix(Self.compared).map { Int64($0.id) }
  }

  /// The units whose count reaches a cut, ascending; eight counts are looked at in one step.
  private static func units(_ counts: [UInt8], from cut: UInt8) -> [Int] {
    var found: [Int] = []
    // A count that reaches the cut carries into its highest bit, or has it set already.
    let distance = UInt64(0x80 - min(cut, 0x80)) &* 0x0101_0101_0101_0101
    counts.withUnsafeBytes { bytes in
      for start in stride(from: 0, to: bytes.count & ~7, by: 8) {
        let eight = bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
        let carried = (eight & 0x7F7F_7F7F_7F7F_7F7F) &+ distance
        guard (carried | eight) & 0x8080_8080_8080_8080 != 0 else { continue }
        for id in start..<start + 8 where bytes[id] >= cut { found.append(id) }
      }
    }
    return found
  }

  /// The count that some thousand units reach.
  private static func cut(_ counts: [UInt8]) -> UInt8 {
    var histogram = [Int](repeating: 0, count: 256)
    counts.withUnsafeBufferPointer { for count in $0 { histogram[Int(count)] += 1 } }
    var cut = 255
    var units = histogram[255]
    while cut > 1, units < 4 * compared || units + histogram[cut - 1] < 4000 {
      cut -= 1
      units += histogram[cut]
    }
    return UInt8(cut)
  }
}
