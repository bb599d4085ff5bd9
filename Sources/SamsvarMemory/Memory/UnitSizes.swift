import GRDB
import Synchronization

/// How many trigrams each unit has, kept between searches: a byte a unit, read anew when units came.
final class UnitSizes: Sendable {
  private let kept = Mutex<(next: Int64, sizes: [UInt8])>((0, []))

  /// The sizes by unit, at least `count` of them; 255 stands for any larger one.
  ///
  /// - Complexity: O(1) unless the memory has grown
  func all(_ database: Database, count: Int) throws -> [UInt8] {
    let next = try Int64.fetchOne(database, sql: "SELECT next FROM counter") ?? 1
    if let sizes = kept.withLock({ $0.next == next && $0.sizes.count >= count ? $0.sizes : nil }) {
      return sizes
    }
    let sizes = try Self.read(database, count)
    kept.withLock { $0 = (next, sizes) }
    return sizes
  }

  private static func read(_ database: Database, _ count: Int) throws -> [UInt8] {
    var result = [UInt8](repeating: 0, count: count)
    let rows = try Row.fetchCursor(database, sql: "SELECT id, sizes FROM block")
    while let row = try rows.next() {
      let first = Int(row[0] as Int64) << Int(Postings.blockBits)
      try row.withBytes(1) { bytes in
        guard first < count else { return }
        let length = min(bytes.count, count - first)
        result.replaceSubrange(first..<first + length, with: bytes.prefix(length))
      }
    }
    return result
  }
}
