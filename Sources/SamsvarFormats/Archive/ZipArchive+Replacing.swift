import CZip
package import SamsvarModel

extension ZipArchive {
  /// An archive with some of its entries replaced; all others stay as they are packed, in their order and
  /// with their dates.
  ///
  ///     let bytes = try ZipArchive.replacing(["word/document.xml": body], in: old, file: "avtale.docx")
  ///
  /// - Throws: `InputError` where the archive is damaged or holds no such entry.
  package static func replacing(
    _ parts: [String: [UInt8]], in bytes: [UInt8], file: String
  ) throws(InputError) -> [UInt8] {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = ZipSource.copying(bytes, &error) else { throw failure(file, &error) }
    // The archive frees its source when it is closed; one more reference keeps the bytes.
    zip_source_keep(source)
    defer { zip_source_free(source) }
    guard let archive = zip_open_from_source(source, 0, &error) else {
      zip_source_free(source)
      throw failure(file, &error)
    }
    let isReplaced = parts.sorted { $0.key < $1.key }.allSatisfy { name, content in
      replace(name, with: content, in: archive, &error)
    }
    guard isReplaced, zip_close(archive) == 0 else {
      let reason = failure(file, zip_get_error(archive))
      zip_discard(archive)
      throw reason
    }
    guard let result = ZipSource.content(source) else { throw failure(file, &error) }
    return result
  }

  private static func replace(
    _ name: String, with content: [UInt8], in archive: OpaquePointer, _ error: inout zip_error_t
  ) -> Bool {
    var status = zip_stat_t()
    zip_stat_init(&status)
    let index = zip_name_locate(archive, name, 0)
    guard index >= 0, zip_stat_index(archive, UInt64(index), 0, &status) == 0,
      let source = ZipSource.copying(content, &error)
    else { return false }
    guard zip_file_replace(archive, UInt64(index), source, 0) == 0 else {
      zip_source_free(source)
      return false
    }
    return zip_file_set_mtime(archive, UInt64(index), status.mtime, 0) == 0
  }

  private static func failure(
    _ file: String, _ error: UnsafeMutablePointer<zip_error_t>
  ) -> InputError {
    InputError(
      "the archive cannot be written back: \(String(cString: zip_error_strerror(error)))",
      at: SourcePosition(file: file))
  }
}
