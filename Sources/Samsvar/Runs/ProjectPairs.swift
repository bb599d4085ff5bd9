public import SamsvarModel
import SamsvarText

/// A source and its target, or a bitext, that a project's patterns found.
public struct ProjectPair: Hashable, Sendable {
  /// The source's path, from the settings file's folder on.
  public var source: String
  /// The target's path; nil for a bitext.
  public var target: String?
  /// The index of the pairs entry that found it.
  public var entry: Int

  /// What the pair is spoken of by.
  public var name: String { source }
}

/// Finds the pairs of a project.
public struct ProjectPairs: Sendable {
  /// The pairs, sorted by source.
  public private(set) var pairs: [ProjectPair] = []
  /// What has no counterpart, and patterns that find nothing.
  public private(set) var diagnostics: [Diagnostic] = []

  /// The pairs of a project's patterns; a source found twice stays with the first.
  ///
  /// - Throws: `InputError` when a pattern's wildcards do not fit, or a folder cannot be read.
  public init(_ project: ProjectSettings) throws(InputError) {
    var seen: Set<String> = []
    var trees: [String: [String]] = [:]
    for (entry, wanted) in project.pairs.enumerated() {
      let pattern = WildcardPattern(wanted.source)
      let folder = pattern.fixedFolder
      if trees[folder] == nil {
        trees[folder] =
          FileBytes.exists(project.path(folder.isEmpty ? "." : folder))
          ? try FileTree.files(below: project.path(folder)).map { folder + $0 } : []
      }
      var count = 0
      for path in trees[folder] ?? [] {
        guard let match = pattern.match(path) else { continue }
        count += 1
        let target = try target(project, wanted, path, match)
        guard target.map({ FileBytes.exists(project.path($0)) }) ?? true else {
          diagnostics.append(
            Diagnostic(
              .warning, "has no counterpart \(target ?? "")",
              at: SourcePosition(file: project.path(path))))
          continue
        }
        if target != path, seen.insert(path + "\u{1F}" + (target ?? "")).inserted {
          pairs.append(ProjectPair(source: path, target: target, entry: entry))
        }
      }
      if count == 0 {
        diagnostics.append(
          Diagnostic(
            .warning, "\"\(wanted.source)\" finds no file",
            at: SourcePosition(file: project.file, line: wanted.line)))
      }
    }
    pairs.sort { ($0.source, $0.target ?? "") < ($1.source, $1.target ?? "") }
  }

  /// Makes sure that no two pairs write the same file.
  ///
  /// - Throws: `InputError` that names both pairs and the file.
  public func requireOwnOutputs(_ project: ProjectSettings) throws(InputError) {
    var owners: [String: ProjectPair] = [:]
    for pair in pairs {
      for template in project.outputs {
        let path = pair.output(template)
        if let other = owners.updateValue(pair, forKey: path) {
          throw InputError(
            "\(other.source) with \(other.target ?? "itself") and \(pair.source) with "
              + "\(pair.target ?? "itself") would both be written to \(path); put {target} into \"outputs\"",
            at: SourcePosition(file: project.file))
        }
      }
    }
  }

  private func target(
    _ project: ProjectSettings, _ wanted: ProjectSettings.Pairs, _ source: String,
    _ match: WildcardPattern.Match
  ) throws(InputError) -> String? {
    guard let target = wanted.target else { return nil }
    guard let path = WildcardPattern(target).path(match) else {
      throw InputError(
        "\"\(target)\" has a wildcard that \"\(wanted.source)\" has no match for",
        at: SourcePosition(file: project.file, line: wanted.line))
    }
    guard !target.contains("/"), let slash = source.lastIndex(of: "/") else { return path }
    return source[...slash] + path
  }
}

extension ProjectPair {
  /// The path of an output for the pair: `{path}` is the source's without its endings, `{dir}` its
  /// folder, `{name}` its name; `{target}` is the target's name with its language (`article.en`).
  public func output(_ template: String) -> String {
    let folder = source.lastIndex(of: "/").map { String(source[..<$0]) } ?? "."
    let file = Self.file(source)
    let name = file.split(separator: ".", maxSplits: 1).first.map(String.init) ?? file
    let other = Self.file(target ?? source)
    return
      template.replacing("{path}", with: folder == "." ? name : "\(folder)/\(name)")
      .replacing("{dir}", with: folder).replacing("{name}", with: name)
      .replacing("{target}", with: other.lastIndex(of: ".").map { String(other[..<$0]) } ?? other)
  }

  private static func file(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }
}
