import Glibc
public import SamsvarModel

/// Reads whole files, with messages a person can act on.
public enum FileBytes {
  /// The bytes of a file; `-` is standard input.
  ///
  /// - Throws: `InputError` when the file is missing, a directory or not readable.
  public static func read(_ path: String) throws(InputError) -> [UInt8] {
    guard path != "-" else { return try readAll(STDIN_FILENO, path: path, sizeHint: 0) }
    let descriptor = try open(path)
    defer { Glibc.close(descriptor) }
    var status = stat()
    fstat(descriptor, &status)
    return try readAll(descriptor, path: path, sizeHint: Int(status.st_size))
  }

  /// The first bytes of a file, some ten thousand at most.
  ///
  /// - Throws: `InputError` as `read`.
  package static func head(_ path: String) throws(InputError) -> [UInt8] {
    let descriptor = try open(path)
    defer { close(descriptor) }
    return try chunk(descriptor, path: path)
  }

  /// Whether a file can be read.
  public static func exists(_ path: String) -> Bool { access(path, R_OK) == 0 }

  /// The names in a folder, sorted by their bytes.
  ///
  /// - Throws: `InputError` when there is no such folder.
  package static func names(in folder: String) throws(InputError) -> [String] {
    guard let directory = opendir(folder) else { throw failure(folder, "cannot be read") }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafeBytes(of: entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        })
    }
    return names.filter { $0 != "." && $0 != ".." }.sorted {
      Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8))
    }
  }

  /// A descriptor for libraries that read files themselves; `-` is standard input.
  ///
  /// - Throws: `InputError` when the file is missing, a directory or not readable.
  package static func descriptor(_ path: String) throws(InputError) -> Int32 {
    path == "-" ? STDIN_FILENO : try open(path)
  }

  /// Closes what `descriptor` opened.
  package static func close(_ descriptor: Int32) {
    if descriptor != STDIN_FILENO { _ = Glibc.close(descriptor) }
  }

  /// Opens a file for reading.
  static func open(_ path: String) throws(InputError) -> Int32 {
    var status = stat()
    guard stat(path, &status) == 0 else { throw failure(path, "cannot be read") }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw InputError("is a directory; give a file", at: SourcePosition(file: path))
    }
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path, "cannot be read") }
    return descriptor
  }

  /// Some more bytes; none at the end.
  package static func chunk(_ descriptor: Int32, path: String) throws(InputError) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 { return Array(buffer[..<count]) }
      guard errno == EINTR else { throw failure(path, "cannot be read") }
    }
  }

  private static func readAll(
    _ descriptor: Int32, path: String, sizeHint: Int
  ) throws(InputError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(sizeHint)
    while true {
      let more = try chunk(descriptor, path: path)
      if more.isEmpty { return bytes }
      bytes += more
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
