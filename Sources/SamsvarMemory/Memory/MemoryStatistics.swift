/// What a memory holds.
public struct MemoryStatistics: Sendable {
  /// The units by pair of languages, the most first.
  public var pairs: [(source: String, target: String, count: Int)]
  /// The bytes of the whole file.
  public var fileBytes: Int
  /// The bytes of the trigram index.
  public var trigramBytes: Int
  /// The bytes of the index of lemmas.
  public var lemmaBytes: Int

  /// All units.
  public var count: Int { pairs.reduce(0) { $0 + $1.count } }
}
