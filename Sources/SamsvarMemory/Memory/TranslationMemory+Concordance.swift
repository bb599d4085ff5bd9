import GRDB
public import SamsvarModel

extension TranslationMemory {
  /// Which side of a unit is searched.
  public enum Side: String, Sendable, CaseIterable { case source, target }

  /// The units that hold all words of a phrase on one side, in any form, the newest first.
  ///
  ///     concordance("avtale", .source, in: .nb)  // units with avtalen, avtaler, avtalene …
  ///
  /// - Throws: `InputError` when the file cannot be read.
  /// - Complexity: O(units that hold one of the words)
  public func concordance(
    _ phrase: String, _ side: Side, in language: LanguageTag, limit: Int = 20,
    lemmas: inout MemoryLemmas
  ) throws(InputError) -> [MemoryUnit] {
    let words = lemmas.hashes(phrase, language)
    guard !words.isEmpty else { return [] }
    var local = lemmas
    defer { lemmas = local }
    return try reading { database in
      var units: Set<Int64>?
      for word in words {
        var holders: Set<Int64> = []
        for hash in word { holders.formUnion(try Self.units(database, side, hash)) }
        units = units?.intersection(holders) ?? holders
      }
      let statement = try database.makeStatement(sql: "SELECT * FROM unit WHERE id = ?")
      var found: [MemoryUnit] = []
      for id in (units ?? []).sorted(by: >) where found.count < limit {
        guard let row = try Row.fetchOne(statement, arguments: [id]) else { continue }
        let unit = MemoryUnit(row)
        let text = side == .source ? unit.source : unit.target
        let own = side == .source ? unit.sourceLanguage : unit.targetLanguage
        guard own.base == language.base else { continue }
        // Hashes may clash, and a replaced unit leaves its postings behind.
        let there = local.hashes(text, own)
        let holdsAll = words.allSatisfy { word in
          there.contains { !$0.filter(word.contains).isEmpty }
        }
        if holdsAll { found.append(unit) }
      }
      return found
    }
  }

  private static func units(
    _ database: Database, _ side: Side, _ hash: UInt32
  ) throws -> [Int64] {
    let keys = PostingKey.keys(side == .source ? .sourceLemma : .targetLemma, hash)
    let rows = try Row.fetchCursor(
      database, sql: "SELECT key, units FROM posting WHERE key BETWEEN ? AND ?",
      arguments: [keys.lowerBound, keys.upperBound])
    var result: [Int64] = []
    while let row = try rows.next() {
      let first = PostingKey.firstUnit(row[0])
      try row.withBytes(1) { bytes in
        Postings.forEach(bytes) { result.append(first + Int64($0)) }
      }
    }
    return result
  }
}
