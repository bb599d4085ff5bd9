package import SamsvarModel

/// A lexicon kept as a folder of tables, such as the core list, with a file `SOURCE` that says where
/// it comes from.
///
///     name: Our house list
///     licence: CC0-1.0
///     origin: https://example.org/words
package enum LexiconFolder {
  /// The name of the file with the provenance.
  package static let about = "SOURCE"

  /// The lexicon of a folder's files, in the order given.
  ///
  /// - Parameters:
  ///   - name: What it is called where there is no `SOURCE`.
  ///   - languages: The first columns; further ones follow as the headers name them.
  /// - Throws: `InputError` at the first line that does not fit.
  package static func read(
    _ files: [(path: String, text: [UInt8])], name: String, languages: [String] = []
  ) throws(InputError) -> LexiconSource {
    let about = files.first { isAbout($0.path) }
    let provenance =
      about.map { Self.provenance($0.text, name: name) } ?? Provenance(name: name)
    var lexicon = LexiconSource(languages: languages)
    for file in files where !isAbout(file.path) {
      try LexiconTable.read(file.text, file: file.path, provenance: provenance, into: &lexicon)
    }
    return lexicon
  }

  private static func isAbout(_ path: String) -> Bool {
    path == about || path.hasSuffix("/\(about)")
  }

  private static func provenance(_ text: [UInt8], name: String) -> Provenance {
    var result = Provenance(name: name)
    for line in String(decoding: text, as: UTF8.self).split(whereSeparator: \.isNewline) {
      result.set(line)
    }
    return result
  }
}

extension Provenance {
  /// Takes over what a line such as `licence: CC0-1.0` says; `name` begins another provenance.
  mutating func set(_ line: some StringProtocol) {
    let parts = line.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return }
    let value = String(parts[1].drop { $0 == " " })
    switch String(parts[0].filter { $0 != " " }) {
    case "name": self = Provenance(name: value)
    case "licence", "license": licence = value
    case "origin": origin = value
    default: break
    }
  }
}
