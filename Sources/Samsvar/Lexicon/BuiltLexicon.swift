package import SamsvarDataFiles
public import SamsvarModel
import SamsvarText

/// A lexicon that was imported, learned or read from tables, and can be written.
public struct BuiltLexicon: Sendable {
  package var source: LexiconSource
  /// What a person should know, such as a missing licence.
  public internal(set) var diagnostics: [Diagnostic] = []

  init(_ source: LexiconSource) { self.source = source }

  /// The number of entries.
  public var entryCount: Int { source.entries.count }

  /// How a lexicon can be written.
  public enum Format: Sendable {
    /// The compiled form, which is memory-mapped.
    case compiled
    /// The table that people can edit.
    case table

    /// The format a file's ending stands for; nil for an unknown ending.
    public init?(path: String) {
      if path.hasSuffix(".lexicon") {
        self = .compiled
      } else if path.hasSuffix(".tsv") || path.hasSuffix(".tab") {
        self = .table
      } else {
        return nil
      }
    }
  }

  /// The bytes of a file; the same for the same entries.
  public func bytes(_ format: Format) -> [UInt8] {
    switch format {
    case .compiled: LexiconWriter.bytes(source)
    case .table: Array(LexiconTable.write(source).utf8)
    }
  }

  /// The lexicon of a folder of tables, as the build compiles the core list.
  ///
  /// - Throws: `InputError` at the first line that does not fit, or where there is no table.
  public static func folder(_ path: String) throws(InputError) -> BuiltLexicon {
    let names = try FileBytes.names(in: path).filter {
      $0.hasSuffix(".tsv") || $0 == LexiconFolder.about
    }
    guard names.contains(where: { $0.hasSuffix(".tsv") }) else {
      throw InputError("holds no table (.tsv)", at: SourcePosition(file: path))
    }
    var files: [(path: String, text: [UInt8])] = []
    for name in names {
      let file = "\(path)/\(name)"
      files.append((file, try TextDecoder.decode(try FileBytes.read(file), file: file).text))
    }
    return BuiltLexicon(try LexiconFolder.read(files, name: path, languages: ["nb", "nn", "en"]))
  }
}
