import Glibc
public import SamsvarModel

/// Reads whole files, with messages a person can act on.
public enum FileBytes {
  /// The bytes of a file; `-` is standard input.
  ///
  /// - Throws: `InputError` when the file is missing, a directory or not readable.
  public static func read(_ path: String) throws(InputError) -> [UInt8] {
    guard path != "-" else { return try readAll(STDIN_FILENO, path: path, sizeHint: 0) }
    var status = stat()
    guard stat(path, &status) == 0 else { throw failure(path, "cannot be read") }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw InputError("is a directory; give a file", at: SourcePosition(file: path))
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path, "cannot be read") }
    defer { close(descriptor) }
    return try readAll(descriptor, path: path, sizeHint: Int(status.st_size))
  }

  private static func readAll(
    _ descriptor: Int32, path: String, sizeHint: Int
  ) throws(InputError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(sizeHint)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(path, "cannot be read")
      }
      bytes.append(contentsOf: buffer[0..<count])
    }
  }

  private static func failure(_ path: String, _ what: String) -> InputError {
    let cause =
      switch errno {
      case ENOENT: "no such file"
      case EACCES: "permission denied"
      default: String(cString: strerror(errno))
      }
    return InputError("\(what): \(cause)", at: SourcePosition(file: path))
  }
}
