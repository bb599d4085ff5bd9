/// What an archive may hold before it is refused, so that a small file cannot fill the memory.
package struct ArchiveLimits: Hashable, Sendable {
  /// How many entries there may be.
  package var entries = 20_000
  /// The largest entry, in bytes unpacked.
  package var entrySize: UInt64 = 256 << 20
  /// All entries together, in bytes unpacked.
  package var totalSize: UInt64 = 1 << 30
  /// How many times larger than packed an entry may be: Word tables reach 60, made bombs 1000.
  package var ratio: UInt64 = 250
  /// Entries that unpack to less may have any ratio; an empty sheet is small either way.
  package var ratioFloor: UInt64 = 4 << 20

  /// The limits documents of any honest size stay below.
  package init() {}
}
