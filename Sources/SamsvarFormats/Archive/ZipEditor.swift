import CZip
import SamsvarModel

/// Changes entries of an archive; the others are copied as they stand, packed, in their order.
enum ZipEditor {
  /// The archive with other bytes for some entries, which keep their dates.
  ///
  /// - Throws: `InputError` when libzip refuses.
  static func replacing(
    _ parts: [String: [UInt8]], in file: [UInt8], name: String
  ) throws(InputError) -> [UInt8] {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let target = ZipSource.copying(file, &error) else {
      throw ZipWriter.failure(name, &error)
    }
    // The archive frees its source when it is closed; one more reference keeps the bytes.
    zip_source_keep(target)
    defer { zip_source_free(target) }
    guard let archive = zip_open_from_source(target, 0, &error) else {
      zip_source_free(target)
      throw ZipWriter.failure(name, &error)
    }
    let isDone = parts.keys.sorted().allSatisfy { part in
      replace(part, with: parts[part] ?? [], in: archive, &error)
    }
    guard isDone, zip_close(archive) == 0 else {
      let failure = ZipWriter.failure(name, zip_get_error(archive))
      zip_discard(archive)
      throw failure
    }
    guard let bytes = ZipWriter.content(target) else { throw ZipWriter.failure(name, &error) }
    return bytes
  }

  private static func replace(
    _ part: String, with bytes: [UInt8], in archive: OpaquePointer, _ error: inout zip_error_t
  ) -> Bool {
    let index = zip_name_locate(archive, part, 0)
    var status = zip_stat_t()
    zip_stat_init(&status)
    guard index >= 0, zip_stat_index(archive, UInt64(index), 0, &status) == 0,
      let source = ZipSource.copying(bytes, &error)
    else { return false }
    guard zip_file_replace(archive, UInt64(index), source, 0) == 0 else {
      zip_source_free(source)
      return false
    }
    return zip_file_set_mtime(archive, UInt64(index), status.mtime, 0) == 0
  }
}
