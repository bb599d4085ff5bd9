/// What a project wants of the checks: the levels of rules, words that are all right, and what
/// differs by path (`samsvar.yml`).
public struct CheckSettings: Hashable, Sendable {
  /// The level of a rule.
  public enum Level: String, Sendable, CaseIterable {
    case off, note, warning, error
  }

  /// Other levels for the documents of some paths.
  public struct PathLevels: Hashable, Sendable {
    /// Patterns with `*`, `**` and `?`.
    public var paths: [String]
    /// Levels by rule or category.
    public var rules: [String: Level]

    /// Levels for the documents of some paths.
    public init(paths: [String], rules: [String: Level]) {
      self.paths = paths
      self.rules = rules
    }
  }

  /// Levels by rule or category.
  public var rules: [String: Level]
  /// Words and phrases a finding may point at without counting, in any case.
  public var words: [String]
  /// What differs by path; later ones win.
  public var paths: [PathLevels]

  /// Settings that change nothing, or the given ones.
  public init(rules: [String: Level] = [:], words: [String] = [], paths: [PathLevels] = []) {
    self.rules = rules
    self.words = words
    self.paths = paths
  }

  /// Whether a rule or its category has a level other than off, for some path at least.
  public func asksFor(_ rule: String, _ category: FindingCategory) -> Bool {
    ([rules] + paths.map(\.rules)).contains { levels in
      (levels[rule] ?? levels[category.rawValue]).map { $0 != .off } ?? false
    }
  }

  /// The findings of a document with their levels; those of rules that are off are left out, those
  /// that point at an accepted word are accepted.
  ///
  /// A note stays a note where the rule finds errors as a rule: there is too little evidence for
  /// it.
  ///
  /// - Parameter noteRules: The rules whose findings are notes by nature, which a level may raise.
  public func applied(
    to findings: [Finding], document: String, noteRules: Set<String> = []
  ) -> [Finding] {
    let words = Set(self.words.map { $0.lowercased() })
    return findings.compactMap { finding in
      var finding = finding
      let isFixed = finding.severity == .note && !noteRules.contains(finding.rule)
      switch level(finding, document: document) {
      case .off: return nil
      case .note: finding.severity = .note
      case .warning: finding.severity = isFixed ? .note : .warning
      case .error: finding.severity = isFixed ? .note : .error
      case nil: break
      }
      let places = [finding.source, finding.target].compactMap { $0?.text.lowercased() }
      if finding.acceptance == nil, places.contains(where: words.contains) {
        finding.acceptance = Acceptance(.settings, reason: "the word is accepted")
      }
      return finding
    }
  }

  private func level(_ finding: Finding, document: String) -> Level? {
    var level = rules[finding.rule] ?? rules[finding.category.rawValue]
    for entry in paths where entry.paths.contains(where: { PathPattern($0).matches(document) }) {
      level = entry.rules[finding.rule] ?? entry.rules[finding.category.rawValue] ?? level
    }
    return level
  }
}

/// A pattern for paths: `*` stands for letters but `/`, `**` for any, `?` for one.
public struct PathPattern: Hashable, Sendable {
  private let pattern: [Character]

  /// Reads a pattern.
  public init(_ pattern: String) { self.pattern = Array(pattern) }

  /// Whether the whole path fits, or its end after a `/`.
  ///
  /// - Complexity: O(nm)
  public func matches(_ path: String) -> Bool {
    let path = Array(path)
    let starts = [0] + path.indices.filter { path[$0] == "/" }.map { $0 + 1 }
    return starts.contains { fits(path[$0...], pattern[...]) }
  }

  private func fits(_ path: ArraySlice<Character>, _ pattern: ArraySlice<Character>) -> Bool {
    guard let first = pattern.first else { return path.isEmpty }
    if first == "*" {
      let isDeep = pattern.dropFirst().first == "*"
      let rest = isDeep ? pattern.dropFirst(2).drop { $0 == "/" } : pattern.dropFirst()
      for end in path.startIndex...path.endIndex {
        if fits(path[end...], rest) { return true }
        if end < path.endIndex, !isDeep, path[end] == "/" { return false }
      }
      return false
    }
    guard let letter = path.first, first == "?" && letter != "/" || letter == first else {
      return false
    }
    return fits(path.dropFirst(), pattern.dropFirst())
  }
}
