import Samsvar

/// Writes to files, whole or not at all, and to standard output, `-`.
enum OutputFile {
  /// Writes a text.
  ///
  /// - Throws: `InputError` with the path and the system's reason.
  static func write(_ text: String, to path: String) throws(InputError) {
    try write(bytes: Array(text.utf8), to: path)
  }

  /// Writes the bytes of a file.
  ///
  /// - Throws: `InputError` with the path and the system's reason.
  static func write(bytes: [UInt8], to path: String) throws(InputError) {
    guard path != "-" else { return Streams.output(bytes) }
    try WholeFile.write(bytes, to: path)
  }

  /// Writes in pieces.
  ///
  /// - Throws: `InputError` with the path and the system's reason, or what `body` throws.
  static func stream<Result>(
    to path: String, _ body: (([UInt8]) throws(InputError) -> Void) throws(InputError) -> Result
  ) throws(InputError) -> Result {
    guard path != "-" else { return try body { bytes in Streams.output(bytes) } }
    return try WholeFile.stream(to: path, body)
  }
}
