import Foundation
public import SamsvarFormats
public import SamsvarModel
import SamsvarText

/// What a run found before, by pair, with a hash of all it depended on.
public struct RunCache: Sendable {
  private struct File: Codable {
    var version: String
    var entries: [String: Entry]
  }

  private struct Entry: Codable {
    var hash: String
    var documents: [CheckedDocument]
  }

  private var entries: [String: Entry] = [:]

  /// An empty cache.
  public init() {}

  /// The cache of a file; empty where there is none, or another version wrote it.
  public init(path: String) {
    guard let bytes = try? FileBytes.read(path),
      let file = try? JSONDecoder().decode(File.self, from: Data(bytes)),
      file.version == SamsvarVersion.number
    else { return }
    entries = file.entries
  }

  /// What was found in a pair, where nothing it depends on has changed.
  public func documents(of pair: ProjectPair, hash: String) -> [CheckedDocument]? {
    entries[Self.key(pair)].flatMap { $0.hash == hash ? $0.documents : nil }
  }

  /// Keeps what was found in a pair.
  public mutating func keep(_ documents: [CheckedDocument], of pair: ProjectPair, hash: String) {
    entries[Self.key(pair)] = Entry(hash: hash, documents: documents)
  }

  /// The file's text, with sorted members.
  public var text: String {
    JSONLines.line(File(version: SamsvarVersion.number, entries: entries))
  }

  private static func key(_ pair: ProjectPair) -> String {
    [pair.source, pair.target].compactMap { $0 }.joined(separator: "\t")
  }
}

/// What the findings of a pair depend on, as a hash.
public struct RunInputs: Sendable {
  private let shared: ContentHash

  /// What all pairs of a project depend on: the program, its data, the settings, termbases and
  /// lexicons.
  ///
  /// - Throws: `InputError` when one of them cannot be read.
  public init(_ project: ProjectSettings) throws(InputError) {
    var hash = ContentHash()
    hash.add(SamsvarVersion.number)
    hash.addStatus("/proc/self/exe")
    for (name, room) in [("core.lexicon", "SamsvarLexicon"), ("nb.words", "SamsvarText")] {
      hash.addStatus(DataLocation.find(name, room: room) ?? "")
    }
    hash.add(try FileBytes.read(project.file))
    for path in project.termbases + project.lexicons {
      hash.add(try FileBytes.read(project.path(path)))
    }
    shared = hash
  }

  /// The hash of a pair.
  ///
  /// - Throws: `InputError` when a file of the pair cannot be read.
  public func hash(_ pair: ProjectPair, of project: ProjectSettings) throws(InputError) -> String {
    var hash = shared
    for path in [pair.source, pair.target].compactMap({ $0 }) {
      hash.add(path)
      hash.add(try FileBytes.read(project.path(path)))
    }
    return hash.digits
  }
}
