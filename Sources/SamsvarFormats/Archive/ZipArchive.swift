import CZip
import Glibc
package import SamsvarModel
import SamsvarText

/// A zip archive (PKWARE APPNOTE 6.3) that is read entry by entry, within limits.
///
///     let archive = try ZipArchive(path: "avtale.docx")
///     let body = try archive.read("word/document.xml")
///
/// Everything that makes an archive dangerous is refused when it is opened: too many or too large
/// entries, a ratio no document has, encryption, names that lead out of the archive, one name twice.
package struct ZipArchive {
  /// The names of the entries in the archive's order, folders left out, `/` between their parts.
  package let names: [String]
  /// The path the archive is spoken of by.
  package let file: String
  private let handle: ZipHandle
  private let entries: [String: ZipEntry]

  /// Opens an archive in memory; the bytes are copied.
  ///
  /// - Throws: `InputError` for what is no archive, is damaged, or goes beyond the limits.
  package init(
    bytes: [UInt8], file: String, limits: ArchiveLimits = ArchiveLimits()
  ) throws(InputError) {
    try self.init(try ZipHandle(bytes: bytes, file: file), file: file, limits: limits)
  }

  /// Opens an archive in a file, of which only what is asked for is read; `-` is standard input.
  ///
  /// - Throws: `InputError` as `init(bytes:file:limits:)`, or when the file cannot be read.
  package init(path: String, limits: ArchiveLimits = ArchiveLimits()) throws(InputError) {
    guard path != "-" else {
      try self.init(bytes: try FileBytes.read(path), file: path, limits: limits)
      return
    }
    try self.init(try ZipHandle(path: path), file: path, limits: limits)
  }

  private init(
    _ handle: ZipHandle, file: String, limits: ArchiveLimits
  ) throws(InputError) {
    let list = try ZipDirectory(handle, file: file, limits: limits).entries()
    self.handle = handle
    self.file = file
    names = list.map(\.name)
    entries = Dictionary(list.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether the bytes begin as a zip archive does.
  package static func isZip(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
  }

  /// Whether there is an entry of the name.
  package func contains(_ name: String) -> Bool { entries[name] != nil }

  /// The bytes of an entry.
  ///
  /// - Throws: `InputError` when there is no such entry, or it is damaged.
  package func read(_ name: String) throws(InputError) -> [UInt8] {
    guard let bytes = try readIfPresent(name) else {
      throw InputError(
        "holds no \(name); it is no such document, or damaged: save it anew with its program",
        at: SourcePosition(file: file))
    }
    return bytes
  }

  /// The bytes of an entry, or nil where there is none of the name.
  ///
  /// - Throws: `InputError` when the entry is damaged or unpacks to more than it says.
  package func readIfPresent(_ name: String) throws(InputError) -> [UInt8]? {
    guard let entry = entries[name] else { return nil }
    guard let bytes = handle.unpack(entry) else {
      throw InputError(
        "the entry \(name) is damaged or cut off; copy or download the file again",
        at: SourcePosition(file: file))
    }
    return bytes
  }
}

/// An entry of the central directory.
struct ZipEntry: Sendable {
  var name: String
  var index: UInt64
  var size: UInt64
}
