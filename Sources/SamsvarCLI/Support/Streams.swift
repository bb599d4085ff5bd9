import Glibc
import Samsvar

/// Standard output and standard error.
enum Streams {
  /// Writes to standard output.
  static func output(_ text: String) { write(Array(text.utf8), to: STDOUT_FILENO) }

  /// Writes bytes to standard output.
  static func output(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

  /// Writes to standard error.
  static func error(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

  /// Says on standard error what was done.
  static func note(_ text: String) { error("samsvar: \(text)\n") }

  /// Prints what was noticed about an input.
  static func report(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics {
      let place = diagnostic.position.map { "\($0): " } ?? ""
      error("samsvar: \(diagnostic.severity.rawValue): \(place)\(diagnostic.message)\n")
    }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    if !WholeFile.writeAll(bytes, to: descriptor) { exit(4) }
  }
}
