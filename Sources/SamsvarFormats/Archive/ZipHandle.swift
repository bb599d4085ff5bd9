import CZip
import Glibc
import SamsvarModel
import SamsvarText

/// An archive opened by libzip, closed with the object.
final class ZipHandle {
  private let archive: OpaquePointer

  /// Opens a copy of the bytes.
  init(bytes: [UInt8], file: String) throws(InputError) {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    // libzip takes an empty file for an archive without entries.
    guard !bytes.isEmpty, let source = ZipSource.copying(bytes, &error) else {
      throw Self.failure(&error, file: file, beginning: bytes)
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      throw Self.failure(&error, file: file, beginning: bytes)
    }
    self.archive = archive
  }

  /// Opens a file.
  init(path: String) throws(InputError) {
    // Says what is wrong with a path in the same words as for every other file.
    let descriptor = try FileBytes.descriptor(path)
    var beginning = [UInt8](repeating: 0, count: 8)
    let count = beginning.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, 8) }
    FileBytes.close(descriptor)
    var code = ZIP_ER_NOZIP
    guard count > 0, let archive = zip_open(path, ZIP_RDONLY, &code) else {
      var error = zip_error_t()
      zip_error_init_with_code(&error, code)
      defer { zip_error_fini(&error) }
      throw Self.failure(&error, file: path, beginning: beginning.prefix(max(0, count)))
    }
    self.archive = archive
  }

  deinit { zip_discard(archive) }

  /// How many entries there are, folders with them.
  var count: Int { max(0, Int(zip_get_num_entries(archive, 0))) }

  /// What the central directory says of an entry.
  func status(_ index: UInt64) -> zip_stat_t? {
    var status = zip_stat_t()
    zip_stat_init(&status)
    let wanted = UInt64(
      ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_ENCRYPTION_METHOD)
    guard zip_stat_index(archive, index, 0, &status) == 0, status.valid & wanted == wanted
    else { return nil }
    return status
  }

  /// The bytes of an entry; nil when it is damaged, or not as long as the directory says.
  ///
  /// Reading one byte more than announced lets libzip compare the checksum.
  func unpack(_ entry: ZipEntry) -> [UInt8]? {
    guard let stream = zip_fopen_index(archive, entry.index, 0) else { return nil }
    defer { zip_fclose(stream) }
    let expected = Int(entry.size)
    var isWhole = false
    let bytes = [UInt8](unsafeUninitializedCapacity: expected + 1) { buffer, count in
      while count <= expected {
        let more = zip_fread(
          stream, buffer.baseAddress.map { $0 + count }, UInt64(expected + 1 - count))
        guard more > 0 else {
          isWhole = more == 0 && count == expected
          return
        }
        count += Int(more)
      }
    }
    return isWhole ? bytes : nil
  }

  private static func failure(
    _ error: inout zip_error_t, file: String, beginning: some Collection<UInt8>
  ) -> InputError {
    let message =
      if beginning.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
        "is an old Office file (.doc, .xls) or has a password; save it as .docx or .xlsx without one"
      } else if ZipArchive.isZip(beginning) {
        "the archive is damaged or cut off (\(String(cString: zip_error_strerror(&error))));"
          + " copy or download it again"
      } else {
        "is no zip archive, as documents of its ending are; check that the ending is right"
      }
    return InputError(message, at: SourcePosition(file: file))
  }
}

/// Bytes handed to libzip.
enum ZipSource {
  /// A source with its own copy, freed with it; nil when there is no memory.
  static func copying(_ bytes: [UInt8], _ error: inout zip_error_t) -> OpaquePointer? {
    guard let copy = malloc(max(1, bytes.count)) else { return nil }
    bytes.withUnsafeBytes { if let base = $0.baseAddress { memcpy(copy, base, $0.count) } }
    guard let source = zip_source_buffer_create(copy, UInt64(bytes.count), 1, &error) else {
      free(copy)
      return nil
    }
    return source
  }

  /// All bytes of a source; nil where it cannot be read.
  static func content(_ source: OpaquePointer) -> [UInt8]? {
    var status = zip_stat_t()
    guard zip_source_open(source) == 0 else { return nil }
    defer { zip_source_close(source) }
    guard zip_source_stat(source, &status) == 0 else { return nil }
    let size = Int(status.size)
    var isWhole = true
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let more = zip_source_read(
          source, buffer.baseAddress.map { $0 + count }, UInt64(size - count))
        guard more > 0 else {
          isWhole = false
          return
        }
        count += Int(more)
      }
    }
    return isWhole ? bytes : nil
  }
}
