import GRDB
public import SamsvarModel

extension TranslationMemory {
  /// How many units an import added, and how many the memory had already.
  public struct Added: Hashable, Sendable {
    /// The units that were new.
    public var new = 0
    /// The units that were there before.
    public var known = 0

    /// No units.
    public init() {}
  }

  /// Lets the next unit have a number, so that tests reach a new block of postings with few units.
  ///
  /// - Throws: `InputError` when the file cannot be written.
  package func number(nextUnit id: Int64) throws(InputError) {
    do {
      try queue.write {
        try $0.execute(sql: "UPDATE counter SET next = max(next, ?)", arguments: [id])
      }
    } catch {
      throw Self.failure(path, "cannot be written", error)
    }
  }

  /// Adds units, all or none.
  ///
  /// A pair that is known in the same context is left out. The pair of the same document and context
  /// with another target is replaced: that translation was changed. For a large file call it with
  /// 50,000 units at a time.
  ///
  /// - Throws: `InputError` when the file cannot be written.
  /// - Complexity: O(n) in the text of the units
  @discardableResult
  public func add(
    _ units: [MemoryUnit], lemmas: inout MemoryLemmas
  ) throws(InputError) -> Added {
    try update(removing: [], adding: units, lemmas: &lemmas)
  }

  /// Removes units and adds others, all or nothing; one that is not there is no error.
  ///
  /// A unit is removed where source, target, languages and document are the same.
  ///
  /// - Throws: `InputError` when the file cannot be written.
  /// - Complexity: O(n) in the text of the units
  @discardableResult
  public func update(
    removing old: [MemoryUnit], adding new: [MemoryUnit], lemmas: inout MemoryLemmas
  ) throws(InputError) -> Added {
    var local = lemmas
    defer { lemmas = local }
    do {
      return try queue.write { database in
        var writer = try UnitWriter(database)
        for unit in old { try writer.remove(unit, &local) }
        for unit in new { try writer.add(unit, &local) }
        try writer.finish()
        return writer.added
      }
    } catch {
      throw Self.failure(path, "cannot be written", error)
    }
  }
}

/// Adds units within one transaction; the postings are written at its end.
private struct UnitWriter {
  private(set) var added = TranslationMemory.Added()
  private let database: Database
  private let insert: Statement
  private let same: Statement
  private var next: Int64
  private var postings: [Int64: Postings] = [:]
  private var grams: [UInt32: Int] = [:]
  private var sizes: [Int64: [UInt8]] = [:]

  init(_ database: Database) throws {
    self.database = database
    next = try Int64.fetchOne(database, sql: "SELECT next FROM counter") ?? 1
    insert = try database.makeStatement(
      sql: "INSERT INTO unit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    same = try database.makeStatement(
      sql: "SELECT * FROM unit WHERE hash = ? AND sourceLanguage = ? AND targetLanguage = ?")
  }

  mutating func add(_ unit: MemoryUnit, _ lemmas: inout MemoryLemmas) throws {
    let twins = try twins(unit)
    if twins.contains(where: { $0.target == unit.target && $0.context == unit.context }) {
      added.known += 1
      return
    }
    let replaced = twins.filter {
      $0.context == unit.context && $0.document == unit.document && !unit.document.isEmpty
    }
    for twin in replaced { try delete(twin) }
    let id = next
    next += 1
    added.new += 1
    try insert.execute(arguments: [
      id, SegmentKey.hash(unit.source), unit.sourceLanguage.description,
      unit.targetLanguage.description, unit.source, unit.target, unit.document, unit.author,
      unit.changed, unit.context?.previous, unit.context?.next,
    ])
    // A source is indexed once; its other translations are found through it. The one that was
    // replaced may have been the one indexed.
    if twins.isEmpty || !replaced.isEmpty { index(trigramsOf: unit.source, id) }
    index(lemmasOf: unit, id, &lemmas)
  }

  mutating func remove(_ unit: MemoryUnit, _ lemmas: inout MemoryLemmas) throws {
    let twins = try twins(unit)
    let isGone = { (twin: MemoryUnit) in
      twin.source == unit.source && twin.target == unit.target && twin.document == unit.document
    }
    for twin in twins where isGone(twin) { try delete(twin) }
    guard var heir = twins.first(where: { !isGone($0) }), twins.contains(where: isGone) else {
      return
    }
    // Postings ascend: what is to be indexed now needs a new number.
    try database.execute(
      sql: "UPDATE unit SET id = ? WHERE id = ?", arguments: [next, heir.id])
    heir.id = next
    next += 1
    index(trigramsOf: heir.source, heir.id)
    index(lemmasOf: heir, heir.id, &lemmas)
  }

  /// The units with the same source in the same languages.
  private func twins(_ unit: MemoryUnit) throws -> [MemoryUnit] {
    try Row.fetchAll(
      same,
      arguments: [
        SegmentKey.hash(unit.source), unit.sourceLanguage.description,
        unit.targetLanguage.description,
      ]
    ).map { MemoryUnit($0) }
  }

  private func delete(_ unit: MemoryUnit) throws {
    try database.execute(sql: "DELETE FROM unit WHERE id = ?", arguments: [unit.id])
  }

  private mutating func index(lemmasOf unit: MemoryUnit, _ id: Int64, _ lemmas: inout MemoryLemmas)
  {
    index(.sourceLemma, lemmas.hashes(unit.source, unit.sourceLanguage), id)
    index(.targetLemma, lemmas.hashes(unit.target, unit.targetLanguage), id)
  }

  private mutating func index(trigramsOf source: String, _ id: Int64) {
    let found = Trigrams.of(source)
    for gram in found {
      grams[gram, default: 0] += 1
      post(.trigram, gram, id)
    }
    let block = id >> Postings.blockBits
    let place = Int(id & 0xFFFF)
    var blockSizes = sizes.removeValue(forKey: block) ?? []
    while blockSizes.count <= place { blockSizes.append(0) }
    blockSizes[place] = UInt8(min(found.count, 255))
    sizes[block] = blockSizes
  }

  private mutating func index(_ space: PostingKey.Space, _ words: [[UInt32]], _ id: Int64) {
    for hash in words.joined() { post(space, hash, id) }
  }

  private mutating func post(_ space: PostingKey.Space, _ value: UInt32, _ id: Int64) {
    postings[PostingKey.key(space, value, unit: id), default: Postings()].append(Int(id & 0xFFFF))
  }

  /// Writes what was gathered, appending to what was there.
  mutating func finish() throws {
    try mergePostings()
    try mergeSizes()
    let count = try database.makeStatement(
      sql: """
        INSERT INTO trigram VALUES (?, ?) ON CONFLICT (gram) DO UPDATE SET count = count + \
        excluded.count
        """)
    for (gram, number) in grams.sorted(by: { $0.key < $1.key }) {
      try count.execute(arguments: [Int64(gram), number])
    }
    try database.execute(sql: "UPDATE counter SET next = ?", arguments: [next])
  }

  private func mergePostings() throws {
    let read = try database.makeStatement(sql: "SELECT units FROM posting WHERE key = ?")
    let write = try database.makeStatement(
      sql: "INSERT OR REPLACE INTO posting VALUES (?, ?)")
    for (key, more) in postings.sorted(by: { $0.key < $1.key }) {
      var all = more
      if let old = try [UInt8].fetch(read, key) {
        all = Postings(old)
        more.bytes.withUnsafeBytes { buffer in Postings.forEach(buffer) { all.append($0) } }
      }
      try write.execute(arguments: [key, Blob.data(all.bytes)])
    }
  }

  private func mergeSizes() throws {
    let read = try database.makeStatement(sql: "SELECT sizes FROM block WHERE id = ?")
    let write = try database.makeStatement(sql: "INSERT OR REPLACE INTO block VALUES (?, ?)")
    for (block, new) in sizes.sorted(by: { $0.key < $1.key }) {
      var all = try [UInt8].fetch(read, block) ?? []
      while all.count < new.count { all.append(0) }
      for (place, size) in new.enumerated() where size > 0 { all[place] = size }
      try write.execute(arguments: [block, Blob.data(all)])
    }
  }
}
