public import SamsvarModel

/// Reads `samsvar.yml`; a key it does not know is an error with file and line.
///
///     pairs:
///       - source: docs/**/*.nb.md
///         target: "*.en.md"
///     termbases: [terms.csv]
///     rules: {name.mismatch: warning, style: note}
public enum ProjectReader {
  private static let keys = [
    "pairs", "termbases", "lexicons", "rules", "words", "paths", "only", "fail-on", "baseline",
    "reports", "outputs", "cache", "jobs",
  ]
  private static let pairKeys = [
    "source", "target", "bitext", "summary", "from", "source-lang", "target-lang",
  ]

  /// The project of a settings file.
  ///
  /// - Parameter rules: The names of the rules there are; nil to take any.
  /// - Throws: `InputError` with the line of what does not fit.
  public static func read(
    _ bytes: [UInt8], file: String, rules: Set<String>? = nil
  ) throws(InputError) -> ProjectSettings {
    var project = ProjectSettings(file: file)
    guard let root = try YAMLValue.read(bytes, file: file) else { return project }
    for (key, value) in try root.members(keys) {
      try take(try key.text(), value, rules, into: &project)
    }
    return project
  }

  private static func take(
    _ key: String, _ value: YAMLValue, _ rules: Set<String>?, into project: inout ProjectSettings
  ) throws(InputError) {
    switch key {
    case "pairs":
      for item in try value.items() { project.pairs.append(try pairs(item)) }
    case "termbases": project.termbases = try value.texts()
    case "lexicons": project.lexicons = try value.texts()
    case "rules": project.checks.rules = try levels(value, rules)
    case "words": project.checks.words = try value.texts()
    case "paths":
      for item in try value.items() { project.checks.paths.append(try paths(item, rules)) }
    case "only": project.categories = try categories(value)
    case "fail-on":
      project.failsAt = try value.choice(
        [("error", .error), ("warning", .warning), ("note", .note), ("never", nil)])
    case "baseline": project.baseline = try value.text()
    case "reports": project.reports = try value.texts()
    case "outputs": project.outputs = try value.texts()
    case "cache": project.cache = try value.text()
    default:
      guard let jobs = Int(try value.text()), jobs > 0 else {
        throw value.error("expected a number of jobs, 1 or more")
      }
      project.jobs = jobs
    }
  }

  private static func pairs(_ item: YAMLValue) throws(InputError) -> ProjectSettings.Pairs {
    var pairs = ProjectSettings.Pairs(source: "", target: nil)
    pairs.line = item.line ?? 0
    for (key, value) in try item.members(pairKeys) {
      switch try key.text() {
      case "source", "bitext":
        guard pairs.source.isEmpty else { throw key.error("give a source or a bitext, not both") }
        pairs.source = try value.text()
      case "target": pairs.target = try value.text()
      case "summary": pairs.isSummary = try value.flag()
      case "from": pairs.isLines = try value.choice([("text", false), ("lines", true)])
      case "source-lang": pairs.sourceLanguage = try value.language()
      default: pairs.targetLanguage = try value.language()
      }
    }
    let isBitext = try item.members(nil).contains { (try? $0.name.text()) == "bitext" }
    guard !pairs.source.isEmpty, isBitext == (pairs.target == nil) else {
      throw item.error("a pair has a source and a target, or a bitext, which holds both")
    }
    return pairs
  }

  private static func paths(
    _ item: YAMLValue, _ rules: Set<String>?
  ) throws(InputError) -> CheckSettings.PathLevels {
    var levels = CheckSettings.PathLevels(paths: [], rules: [:])
    for (key, value) in try item.members(["paths", "rules"]) {
      if try key.text() == "paths" {
        levels.paths = try value.texts()
      } else {
        levels.rules = try Self.levels(value, rules)
      }
    }
    return levels
  }

  private static func levels(
    _ value: YAMLValue, _ rules: Set<String>?
  ) throws(InputError) -> [String: CheckSettings.Level] {
    var levels: [String: CheckSettings.Level] = [:]
    for (key, value) in try value.members(nil) {
      let rule = try key.text()
      if let rules, !rules.contains(rule), FindingCategory(rawValue: rule) == nil {
        throw key.error("there is no rule or category \"\(rule)\"; see `samsvar rules`")
      }
      levels[rule] = try value.choice(
        CheckSettings.Level.allCases.map { ($0.rawValue, $0) } + [("false", .off)])
    }
    return levels
  }

  private static func categories(_ value: YAMLValue) throws(InputError) -> Set<FindingCategory> {
    let names = try value.texts()
    do throws(UnknownCategory) {
      return try FindingCategory.named(names)
    } catch {
      throw value.error("\(error)")
    }
  }
}
