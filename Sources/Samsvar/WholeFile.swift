import Glibc
package import SamsvarModel

/// Writes files whole: to a temporary file beside the target, then renamed.
///
/// A symbolic link is followed, a file keeps its permissions, and what is no regular file (a device, a
/// pipe) is written to as it is, never replaced.
package enum WholeFile {
  /// Writes the bytes of a file.
  ///
  /// A failure leaves the old file as it was.
  ///
  /// - Throws: `InputError` with the path and the system's reason.
  package static func write(_ bytes: [UInt8], to path: String) throws(InputError) {
    try stream(to: path) { write throws(InputError) in try write(bytes) }
  }

  /// Writes a file in pieces.
  ///
  /// A failure, also one of `body`, leaves the old file as it was.
  ///
  /// - Throws: `InputError` with the path and the system's reason, or what `body` throws.
  package static func stream<Result>(
    to path: String, _ body: (([UInt8]) throws(InputError) -> Void) throws(InputError) -> Result
  ) throws(InputError) -> Result {
    let target = try Target(path)
    let result: Result
    do throws(InputError) {
      result = try body { bytes throws(InputError) in
        if !writeAll(bytes, to: target.descriptor) { throw failure(path) }
      }
    } catch {
      target.abandon()
      throw error
    }
    guard target.finish() else { throw failure(path) }
    return result
  }

  /// What is written to: a temporary file that takes the target's place, or the target itself.
  private struct Target {
    let descriptor: Int32
    private let final: String
    private let temporary: String?

    init(_ path: String) throws(InputError) {
      final = Self.resolved(path)
      var status = stat()
      let exists = stat(final, &status) == 0
      guard !exists || status.st_mode & S_IFMT == S_IFREG else {
        temporary = nil
        descriptor = open(final, O_WRONLY | O_CLOEXEC)
        if descriptor < 0 { throw WholeFile.failure(path) }
        return
      }
      let temporary = "\(final).\(getpid()).part"
      descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw WholeFile.failure(path) }
      self.temporary = temporary
      if exists { fchmod(descriptor, status.st_mode & 0o7777) }
    }

    /// The file that a chain of symbolic links leads to; it need not exist.
    private static func resolved(_ path: String) -> String {
      var path = path
      var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
      for _ in 0..<40 {
        let length = readlink(path, &buffer, buffer.count)
        guard length > 0 else { break }
        let link = String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
        path = link.hasPrefix("/") ? link : folder + link
      }
      return path
    }

    /// Puts the file in its place; false, with nothing left behind, where that cannot be done.
    func finish() -> Bool {
      let isClosed = close(descriptor) == 0
      guard let temporary else { return isClosed }
      if isClosed, rename(temporary, final) == 0 { return true }
      let reason = errno
      unlink(temporary)
      errno = reason
      return false
    }

    func abandon() {
      close(descriptor)
      if let temporary { unlink(temporary) }
    }
  }

  /// Writes all bytes to a descriptor; false where it takes no more.
  package static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
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

  fileprivate static func failure(_ path: String) -> InputError {
    InputError(
      "cannot be written: \(String(cString: strerror(errno)))", at: SourcePosition(file: path))
  }
}
