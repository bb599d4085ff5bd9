import Glibc
import Samsvar

/// Writes files whole: to a temporary file beside the target, then renamed.
enum OutputFile {
  /// Writes a text; `-` is standard output.
  ///
  /// A failure leaves the old file as it was.
  ///
  /// - Throws: `InputError` with the path and the system's reason.
  static func write(_ text: String, to path: String) throws(InputError) {
    try write(bytes: Array(text.utf8), to: path)
  }

  /// Writes the bytes of a file; `-` is standard output.
  ///
  /// A failure leaves the old file as it was.
  ///
  /// - Throws: `InputError` with the path and the system's reason.
  static func write(bytes: [UInt8], to path: String) throws(InputError) {
    guard path != "-" else { return Streams.output(bytes) }
    let temporary = "\(path).\(getpid()).part"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure(path) }
    let isWritten = writeAll(bytes, descriptor)
    guard close(descriptor) == 0, isWritten, rename(temporary, path) == 0 else {
      let error = failure(path)
      unlink(temporary)
      throw error
    }
  }

  /// Writes a file in pieces; `-` is standard output.
  ///
  /// A failure, also one of `body`, leaves the old file as it was.
  ///
  /// - Throws: `InputError` with the path and the system's reason, or what `body` throws.
  static func stream<Result>(
    to path: String, _ body: (([UInt8]) throws(InputError) -> Void) throws(InputError) -> Result
  ) throws(InputError) -> Result {
    guard path != "-" else { return try body { bytes in Streams.output(bytes) } }
    let temporary = "\(path).\(getpid()).part"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure(path) }
    do throws(InputError) {
      let result = try body { bytes throws(InputError) in
        if !writeAll(bytes, descriptor) { throw failure(path) }
      }
      guard close(descriptor) == 0, rename(temporary, path) == 0 else { throw failure(path) }
      return result
    } catch {
      close(descriptor)
      unlink(temporary)
      throw error
    }
  }

  private static func writeAll(_ bytes: [UInt8], _ descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let count = Glibc.write(
          descriptor, buffer.baseAddress.map { $0 + offset }, buffer.count - offset)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { return false }
        offset += count
      }
      return true
    }
  }

  private static func failure(_ path: String) -> InputError {
    InputError(
      "cannot be written: \(String(cString: strerror(errno)))", at: SourcePosition(file: path))
  }
}
