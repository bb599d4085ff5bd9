import Foundation
import SamsvarFormats
public import SamsvarModel
import SamsvarText

/// Answers jobs a line each: the interface of `samsvar worker`, for programs that keep one process
/// open.
///
///     {"id": "1", "command": "align", "source": "Hei. Ha det.", "target": ["Hello.", "Goodbye."]}
///
/// A worker keeps analysers and termbases between jobs; use one for each task.
public final class Worker {
  private let pipeline: Pipeline
  private var analysers: [LanguageTag: Analyser] = [:]
  private let segmentation: TextReport
  private var termbases: [(path: String, termbase: Termbase)] = []

  /// The most termbases kept.
  private static let keptTermbases = 4

  /// A worker with the data installed.
  ///
  /// - Throws: `InputError` when data are missing or a lexicon is damaged.
  public convenience init(lexicons: [String] = []) throws(InputError) {
    self.init(pipeline: try Pipeline.installed(lexicons: lexicons))
  }

  /// A worker with a pipeline that is there.
  package init(pipeline: Pipeline) {
    self.pipeline = pipeline
    segmentation = TextReport(pipeline)
  }

  /// The answer to a job, as a line; a job that cannot be done is answered with an error.
  public func answer(_ line: [UInt8]) -> String {
    let job: WorkerJob
    do {
      job = try JSONDecoder().decode(WorkerJob.self, from: Data(line))
    } catch {
      let failure = WorkerFailure(
        code: "malformed", message: "not a job: a JSON object with \"command\" is expected")
      return Self.failed(id: Self.id(line), failure)
    }
    do throws(WorkerFailure) {
      return try result(job)
    } catch {
      return Self.failed(id: job.id, error)
    }
  }

  /// The id of a line that is no job but has one.
  private static func id(_ line: [UInt8]) -> WorkerJob.Identifier? {
    struct Named: Decodable { var id: WorkerJob.Identifier }
    return (try? JSONDecoder().decode(Named.self, from: Data(line)))?.id
  }

  private static func failed(id: WorkerJob.Identifier?, _ failure: WorkerFailure) -> String {
    JSONLines.line(
      WorkerAnswer.Failed(
        id: id, error: .init(code: failure.code, message: failure.message)))
  }

  private func result(_ job: WorkerJob) throws(WorkerFailure) -> String {
    switch job.command {
    case "align": return try align(job)
    case "check": return try check(job)
    case "segment": return try segment(job)
    default:
      throw WorkerFailure(
        code: "usage", message: "no command \"\(job.command)\"; there are align, check, segment")
    }
  }

  // MARK: - Commands

  private func align(_ job: WorkerJob) throws(WorkerFailure) -> String {
    var options = WorkerOptions(job)
    let isSummary = try options.flag("summary")
    try options.finish()
    let (source, target) = try sides(job)
    let analysis = try analysis(source, target, isSummary: isSummary)
    if let links = analysis.links {
      return JSONLines.line(
        WorkerAnswer.Linked(
          id: job.id,
          links: links.map {
            WorkerAnswer.BeadTriple(
              source: $0.sources.map(source.original), target: [target.original($0.summary)],
              confidence: $0.confidence)
          }, source: source.texts, target: target.texts))
    }
    let beads = WorkerBeads(analysis.alignment, source, target).triples
    return JSONLines.line(
      WorkerAnswer.Aligned(id: job.id, beads: beads, source: source.texts, target: target.texts))
  }

  private func check(_ job: WorkerJob) throws(WorkerFailure) -> String {
    var options = WorkerOptions(job)
    let isSummary = try options.flag("summary")
    let termbase = try termbase(try options.text("termbase"))
    let categories = try categories(try options.text("only"))
    let unit = try unit(try options.text("offsets"))
    try options.finish()
    let (source, target) = try sides(job)
    let analysis = try analysis(source, target, isSummary: isSummary)
    let findings = try input { () throws(InputError) in
      try pipeline.check(analysis, termbase: termbase, categories: categories)
    }
    let encoder = FindingEncoder(
      analysis.bitext, document: "", unit: unit, base: .bead, located: false)
    return JSONLines.line(
      WorkerAnswer.Checked(
        id: job.id, findings: findings.map { encoder.record($0, isSummary: isSummary) }))
  }

  private func segment(_ job: WorkerJob) throws(WorkerFailure) -> String {
    var options = WorkerOptions(job)
    let unit = try unit(try options.text("offsets"))
    try options.finish()
    guard case .running(let text)? = job.source else {
      throw WorkerFailure(code: "usage", message: "\"segment\" wants \"source\", a text")
    }
    let language = try language(.running(text), job.sourceLanguage, "sourceLanguage")
    let (sentences, tokens) = try input { () throws(InputError) in
      try segmentation.segmentation(
        TextInputs.Part(
          id: nil, language: language, text: Array(text.utf8), offset: 0, firstSegment: 0,
          diagnostics: []), unit: unit)
    }
    return JSONLines.line(
      WorkerAnswer.Segmented(id: job.id, text: text, sentences: sentences, tokens: tokens))
  }

  // MARK: - Parts of a job

  private func sides(_ job: WorkerJob) throws(WorkerFailure) -> (WorkerSide, WorkerSide) {
    guard let source = job.source, let target = job.target else {
      throw WorkerFailure(
        code: "usage",
        message:
          "\"\(job.command)\" wants \"source\" and \"target\", each a text or a list of segments")
    }
    return (
      try side(source, job.sourceLanguage, "sourceLanguage"),
      try side(target, job.targetLanguage, "targetLanguage")
    )
  }

  private func side(
    _ text: WorkerJob.Text, _ code: String?, _ member: String
  ) throws(WorkerFailure) -> WorkerSide {
    let language = try language(text, code, member)
    let analyser = try analyser(language)
    return WorkerSide(text, analyser)
  }

  private func language(
    _ text: WorkerJob.Text, _ code: String?, _ member: String
  ) throws(WorkerFailure) -> LanguageTag {
    guard let code else {
      return try input { () throws(InputError) in
        try pipeline.detectLanguage(of: Array(text.joined.utf8), name: "")
      }
    }
    guard let language = LanguageTag(code) else {
      throw WorkerFailure(code: "usage", message: "\"\(member)\": no language code \"\(code)\"")
    }
    return language
  }

  private func analyser(_ language: LanguageTag) throws(WorkerFailure) -> Analyser {
    if let known = analysers[language] { return known }
    let analyser = try input { () throws(InputError) in try pipeline.analyser(language) }
    analysers[language] = analyser
    return analyser
  }

  private func analysis(
    _ source: WorkerSide, _ target: WorkerSide, isSummary: Bool
  ) throws(WorkerFailure) -> BitextAnalysis {
    try input { () throws(InputError) in
      isSummary
        ? try pipeline.analyseSummary(source.document, summary: target.document)
        : try pipeline.analyseTranslation(source.document, target.document)
    }
  }

  private func termbase(_ path: String?) throws(WorkerFailure) -> Termbase {
    guard let path else { return Termbase() }
    if let known = termbases.first(where: { $0.path == path }) { return known.termbase }
    let termbase = try input { () throws(InputError) in try TermbaseFile.read(path).termbase }
    termbases.append((path, termbase))
    if termbases.count > Self.keptTermbases { termbases.removeFirst() }
    return termbase
  }

  private func categories(_ names: String?) throws(WorkerFailure) -> Set<FindingCategory> {
    do throws(UnknownCategory) {
      return try FindingCategory.named((names ?? "").split(separator: ","))
    } catch {
      throw WorkerFailure(code: "usage", message: "unknown category \"\(error.name)\"")
    }
  }

  private func unit(_ name: String?) throws(WorkerFailure) -> OffsetUnit {
    guard let name else { return .utf8 }
    guard let unit = OffsetUnit(rawValue: name) else {
      throw WorkerFailure(
        code: "usage", message: "\"offsets\" is utf8, utf16 or codepoints, not \"\(name)\"")
    }
    return unit
  }

  private func input<Value>(
    _ body: () throws(InputError) -> Value
  ) throws(WorkerFailure) -> Value {
    do throws(InputError) {
      return try body()
    } catch {
      throw WorkerFailure(code: "input", message: "\(error)")
    }
  }
}
