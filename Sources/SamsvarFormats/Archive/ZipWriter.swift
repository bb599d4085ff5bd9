import CZip
package import SamsvarModel

/// Writes a zip archive into memory: entries in the order they are added, one date for all, no extra
/// fields, so that the same entries give the same bytes.
///
///     var zip = ZipWriter(date: ArchiveDate(seconds: nil))
///     zip.add("mimetype", "application/epub+zip", isStored: true)
///     zip.add("META-INF/container.xml", container)
///     let bytes = try zip.finish(file: "bok.epub")
package struct ZipWriter: Sendable {
  private struct Entry: Sendable {
    var name: String
    var bytes: [UInt8]
    var isStored: Bool
  }

  private let date: ArchiveDate
  private var entries: [Entry] = []

  /// A writer that gives all entries the date.
  package init(date: ArchiveDate) { self.date = date }

  /// Adds an entry; stored as it is, or deflated.
  package mutating func add(_ name: String, _ bytes: [UInt8], isStored: Bool = false) {
    entries.append(Entry(name: name, bytes: bytes, isStored: isStored))
  }

  /// Adds an entry of text in UTF-8.
  package mutating func add(_ name: String, _ text: String, isStored: Bool = false) {
    add(name, Array(text.utf8), isStored: isStored)
  }

  /// The archive's bytes.
  ///
  /// - Parameter file: The path the archive is meant for, for a message.
  /// - Throws: `InputError` when libzip refuses, as with more than 4 GB of memory in use.
  package func finish(file: String = "archive") throws(InputError) -> [UInt8] {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let target = zip_source_buffer_create(nil, 0, 0, &error) else {
      throw Self.failure(file, &error)
    }
    // The archive frees its source when it is closed; one more reference keeps the bytes.
    zip_source_keep(target)
    defer { zip_source_free(target) }
    guard let archive = zip_open_from_source(target, ZIP_TRUNCATE, &error) else {
      zip_source_free(target)
      throw Self.failure(file, &error)
    }
    guard entries.allSatisfy({ add($0, to: archive, &error) }), zip_close(archive) == 0 else {
      let failure = Self.failure(file, zip_get_error(archive))
      zip_discard(archive)
      throw failure
    }
    guard let bytes = ZipSource.content(target) else { throw Self.failure(file, &error) }
    return bytes
  }

  private func add(
    _ entry: Entry, to archive: OpaquePointer, _ error: inout zip_error_t
  ) -> Bool {
    guard let source = ZipSource.copying(entry.bytes, &error) else { return false }
    let index = zip_file_add(archive, entry.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      return false
    }
    let method = entry.isStored ? ZIP_CM_STORE : ZIP_CM_DEFLATE
    let (time, day) = date.dos
    return zip_set_file_compression(archive, UInt64(index), method, entry.isStored ? 0 : 6) == 0
      && zip_file_set_dostime(archive, UInt64(index), time, day, 0) == 0
      && zip_file_set_external_attributes(
        archive, UInt64(index), 0, UInt8(ZIP_OPSYS_UNIX), 0o100644 << 16) == 0
  }

  private static func failure(
    _ file: String, _ error: UnsafeMutablePointer<zip_error_t>
  ) -> InputError {
    InputError(
      "the archive cannot be written: \(String(cString: zip_error_strerror(error)))",
      at: SourcePosition(file: file))
  }
}
