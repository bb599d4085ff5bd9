import Samsvar

/// The log of what readers left out: file, kind, place and text a line, separated by tabs.
enum RemovalLog {
  /// Writes the log of some documents; `-` is standard output.
  ///
  /// - Throws: `InputError` when the file cannot be written.
  static func write(_ documents: [Document], to path: String) throws(InputError) {
    let lines = documents.flatMap { document in
      document.removals.map { "\(document.name)\t\($0)\n" }
    }
    try OutputFile.write(lines.joined(), to: path)
  }
}
