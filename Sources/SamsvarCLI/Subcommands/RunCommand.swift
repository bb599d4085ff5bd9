import ArgumentParser
import Samsvar

/// `samsvar run`: everything that `samsvar.yml` names.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Checks all texts that samsvar.yml names, and reports over all of them.",
    discussion: """
      Only pairs that changed since the last run are checked again: a change of a text, of the settings, a termbase, a
      lexicon or the program counts. Ends with 1 when there is a finding at or above fail-on, with 3 when a text
      could not be read.

        samsvar run --init
        samsvar run
        samsvar run docs/samsvar.yml --report build/samsvar.sarif --to github
      """)

  @Argument(help: "The settings file.")
  var settings = "samsvar.yml"

  @Flag(name: .customLong("init"), help: "Write a settings file with comments, and check nothing.")
  var isInit = false

  @Flag(name: .customLong("all"), help: "Check all pairs, changed or not.")
  var isAll = false

  @Option(help: "Pairs checked at the same time; as many as there are processors where absent.")
  var jobs: Int?

  @Option(help: "Lowest severity that makes the exit code 1: error, warning, note or never.")
  var failOn: FailOn?

  @Option(help: "A file of accepted findings, which do not count.")
  var baseline: String?

  @Option(help: "Write a file that accepts all findings there are now.")
  var writeBaseline: String?

  @OptionGroup var reports: ReportOptions
  @OptionGroup var interface: InterfaceOptions

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1") }
  }

  func run() throws {
    if isInit { return try writeSettings() }
    let project = try ProjectReader.read(
      try FileBytes.read(settings), file: settings, rules: RuleCatalogue.names)
    try check(project)
    var run = ProjectRun(
      project: project, pipeline: try pipeline(project), termbase: try termbase(project),
      phrases: try interface.phrases())
    run.isAll = isAll
    run.jobs = jobs ?? project.jobs
    let result = try run.checked()
    var acceptor = try acceptor(project)
    var documents = result.documents
    for index in documents.indices { acceptor.accept(&documents[index]) }
    try acceptor.finish()
    let report = CheckReport(
      documents, failsAt: failOn.map(\.severity) ?? project.failsAt,
      hasBaseline: acceptor.hasBaseline, folder: ReportOptions.folder)
    try reports.write(
      report, also: project.reports.map(project.path), phrases: try interface.phrases())
    Streams.note(result.summary)
    if result.failed > 0 { throw ExitCode(3) }
    if report.isFailed { throw ExitCode(1) }
  }

  private func check(_ project: ProjectSettings) throws(InputError) {
    guard !project.pairs.isEmpty else {
      throw InputError(
        "names no pairs; see `samsvar help run`", at: SourcePosition(file: settings))
    }
    for path in project.reports where ReportFormat(path: path) == nil {
      throw InputError(
        "the ending of \(path) names no report", at: SourcePosition(file: settings))
    }
    for path in project.outputs where OutputFormat(path: path) == nil {
      throw InputError(
        "the ending of \(path) names no format", at: SourcePosition(file: settings))
    }
  }

  private func pipeline(_ project: ProjectSettings) throws(InputError) -> Pipeline {
    try Pipeline.installed(lexicons: project.lexicons.map(project.path))
  }

  private func termbase(_ project: ProjectSettings) throws(InputError) -> Termbase {
    var termbase = Termbase()
    for path in project.termbases {
      termbase.concepts += try TermbaseFile.read(project.path(path)).termbase.concepts
    }
    return termbase
  }

  private func acceptor(_ project: ProjectSettings) throws(InputError) -> Acceptor {
    let path = baseline ?? project.baseline.map(project.path)
    // A baseline that is about to be written need not be there yet.
    let isThere = path.map { FileBytes.exists($0) || $0 != writeBaseline } ?? false
    return Acceptor(
      settings: project.checks,
      baseline: isThere
        ? try path.map { path throws(InputError) in
          try Baseline(try FileBytes.read(path), file: path)
        } : nil, output: writeBaseline)
  }

  private func writeSettings() throws(InputError) {
    guard !FileBytes.exists(settings) else {
      throw InputError(
        "exists already; remove it or name another file", at: SourcePosition(file: settings))
    }
    try OutputFile.write(ProjectTemplate.text, to: settings)
    Streams.note("wrote \(settings); name your texts in it, then `samsvar run`")
  }
}
