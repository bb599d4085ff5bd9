/// What `samsvar.yml` says about a folder of texts: which belong together, and how they are
/// checked.
public struct ProjectSettings: Sendable {
  /// Texts that belong together, found by pattern.
  public struct Pairs: Sendable {
    /// The pattern of the sources, or of bitext files.
    public var source: String
    /// The pattern of the targets; nil for bitext files, which hold both sides.
    public var target: String?
    /// Whether the targets are summaries.
    public var isSummary = false
    /// Whether each line is a segment.
    public var isLines = false
    /// The language of the sources; nil to tell it from names and texts.
    public var sourceLanguage: LanguageTag?
    /// The language of the targets.
    public var targetLanguage: LanguageTag?
    /// The line of the settings file that says so.
    public var line = 0

    /// Pairs of sources and targets.
    public init(source: String, target: String?) {
      self.source = source
      self.target = target
    }
  }

  /// The settings file.
  public var file: String
  /// Levels of rules, accepted words, and what differs by path.
  public var checks = CheckSettings()
  /// What is checked with what.
  public var pairs: [Pairs] = []
  /// Termbases to follow, as one.
  public var termbases: [String] = []
  /// Lexicons that answer before the installed one.
  public var lexicons: [String] = []
  /// The only categories to check; all where empty.
  public var categories: Set<FindingCategory> = []
  /// The lowest severity that makes the run fail; nil for none.
  public var failsAt: Severity? = .error
  /// A file of accepted findings.
  public var baseline: String?
  /// Reports over all pairs; the endings tell the formats.
  public var reports: [String] = []
  /// Files for each pair, with `{path}`, `{dir}` and `{name}`; the endings tell the formats.
  public var outputs: [String] = []
  /// Where is kept what was found before.
  public var cache = ".samsvar-cache.json"
  /// Pairs checked at the same time; nil for as many as there are processors.
  public var jobs: Int?

  /// A project without pairs.
  public init(file: String) { self.file = file }

  /// The folder of the settings file with its `/`, or nothing for the folder one is in.
  public var folder: String {
    file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
  }

  /// A path of the settings file as seen from the folder one is in.
  public func path(_ path: String) -> String { path.hasPrefix("/") ? path : folder + path }
}
