import Foundation
import GRDB

/// Bytes on their way to and from SQLite.
enum Blob {
  static func data(_ bytes: [UInt8]) -> Data { Data(bytes) }
}

extension Row {
  /// Calls `body` with the bytes of a column, which are not copied.
  func withBytes(_ column: Int, _ body: (UnsafeRawBufferPointer) -> Void) throws {
    try withUnsafeData(atIndex: column) { data in data?.withUnsafeBytes { body($0) } }
  }
}

extension [UInt8] {
  /// The bytes of the first column of a statement's only row; nil where there is none.
  static func fetch(_ statement: Statement, _ key: Int64) throws -> [UInt8]? {
    try Data.fetchOne(statement, arguments: [key]).map { [UInt8]($0) }
  }
}
