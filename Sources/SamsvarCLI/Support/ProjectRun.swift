import Dispatch
import Foundation
import Samsvar
import Synchronization

/// Checks the pairs of a project, several at a time, and only those that changed.
struct ProjectRun: Sendable {
  let project: ProjectSettings
  let pipeline: Pipeline
  let termbase: Termbase
  let phrases: Phrases
  /// Whether pairs that did not change are checked as well.
  var isAll = false
  /// Pairs checked at the same time; nil for as many as there are processors.
  var jobs: Int?

  /// What a run gave.
  struct Result {
    /// The documents of all pairs, in order.
    var documents: [CheckedDocument] = []
    /// The pairs that were checked now.
    var checked = 0
    /// The pairs that had not changed.
    var unchanged = 0
    /// The pairs that could not be read.
    var failed = 0

    /// A line for a person.
    var summary: String {
      "\((checked + unchanged + failed).counted("pair")): "
        + "\(checked) checked, \(unchanged) unchanged" + (failed > 0 ? ", \(failed) failed" : "")
    }
  }

  /// Checks the pairs; one that cannot be read is reported and the rest go on.
  ///
  /// - Throws: `InputError` when the project itself cannot be read.
  func checked() throws(InputError) -> Result {
    let found = try ProjectPairs(project)
    Streams.report(found.diagnostics)
    try found.requireOwnOutputs(project)
    let inputs = try RunInputs(project)
    let cachePath = project.path(project.cache)
    let known = isAll ? RunCache() : RunCache(path: cachePath)
    let work = Mutex(Work(count: found.pairs.count))
    let workers = min(
      jobs ?? ProcessInfo.processInfo.activeProcessorCount, max(1, found.pairs.count))
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while let index = work.withLock({ $0.take() }) {
        let outcome = outcome(found.pairs[index], inputs, known)
        work.withLock { $0.finish(index, outcome) }
      }
    }
    let outcomes = work.withLock { $0.outcomes }
    let result = try collected(found.pairs, outcomes, cachePath)
    return result
  }

  /// What became of a pair.
  private enum Outcome: Sendable {
    case checked([CheckedDocument], hash: String)
    case unchanged([CheckedDocument], hash: String)
    case failed(InputError)
  }

  /// What the workers share.
  private struct Work {
    var outcomes: [Outcome?]
    var next = 0
    var progress: Progress

    init(count: Int) {
      outcomes = [Outcome?](repeating: nil, count: count)
      progress = Progress(total: count)
    }

    mutating func take() -> Int? {
      guard next < outcomes.count else { return nil }
      next += 1
      return next - 1
    }

    mutating func finish(_ index: Int, _ outcome: Outcome) {
      outcomes[index] = outcome
      progress.advance()
    }
  }

  private func outcome(_ pair: ProjectPair, _ inputs: RunInputs, _ known: RunCache) -> Outcome {
    do throws(InputError) {
      let hash = try inputs.hash(pair, of: project)
      if let documents = known.documents(of: pair, hash: hash), hasOutputs(pair) {
        return .unchanged(documents, hash: hash)
      }
      return .checked(try check(pair), hash: hash)
    } catch {
      return .failed(error)
    }
  }

  private func collected(
    _ pairs: [ProjectPair], _ outcomes: [Outcome?], _ cachePath: String
  ) throws(InputError) -> Result {
    var result = Result()
    var cache = RunCache()
    for (pair, outcome) in zip(pairs, outcomes) {
      switch outcome {
      case .checked(let documents, let hash):
        result.checked += 1
        result.documents += documents
        cache.keep(documents, of: pair, hash: hash)
      case .unchanged(let documents, let hash):
        result.unchanged += 1
        result.documents += documents
        cache.keep(documents, of: pair, hash: hash)
      case .failed(let error):
        result.failed += 1
        Streams.error("samsvar: \(error)\n")
      case nil: break
      }
    }
    if result.checked > 0 || isAll { try OutputFile.write(cache.text, to: cachePath) }
    return result
  }

  // MARK: - One pair

  private func check(_ pair: ProjectPair) throws(InputError) -> [CheckedDocument] {
    let entry = project.pairs[pair.entry]
    let source = project.path(pair.source)
    var documents: [CheckedDocument] = []
    for (name, analysis) in try analyses(pair, entry, source) {
      let found = try pipeline.check(
        analysis, termbase: termbase, categories: project.categories, settings: project.checks)
      let findings = project.checks.applied(
        to: found, document: pair.source, noteRules: RuleCatalogue.noteRules)
      documents.append(
        analysis.checked(
          findings, document: name, inBitext: pair.target == nil ? source : nil,
          isPerSegment: entry.isLines))
      try write(analysis, findings, pair)
    }
    return documents
  }

  private func analyses(
    _ pair: ProjectPair, _ entry: ProjectSettings.Pairs, _ source: String
  ) throws(InputError) -> [(String, BitextAnalysis)] {
    guard let target = pair.target else {
      return try pipeline.readBitexts(
        source, source: entry.sourceLanguage, target: entry.targetLanguage)
    }
    let layout: TextLayout = entry.isLines ? .lines : .text
    let left = try pipeline.read(source, as: entry.sourceLanguage, layout: layout)
    let right = try pipeline.read(
      project.path(target), as: entry.targetLanguage, layout: layout)
    return [
      (
        source,
        entry.isSummary
          ? try pipeline.analyseSummary(left, summary: right)
          : try pipeline.analyseTranslation(left, right)
      )
    ]
  }

  private func write(
    _ analysis: BitextAnalysis, _ findings: [Finding], _ pair: ProjectPair
  ) throws(InputError) {
    for template in project.outputs {
      let path = project.path(pair.output(template))
      if let slash = path.lastIndex(of: "/") {
        try? FileManager.default.createDirectory(
          atPath: String(path[..<slash]), withIntermediateDirectories: true)
      }
      let bytes = try pipeline.render(
        analysis, as: OutputFormat(path: path) ?? .html, termbase: termbase, findings: findings,
        document: pair.name, phrases: phrases)
      try OutputFile.write(bytes: bytes, to: path)
    }
  }

  private func hasOutputs(_ pair: ProjectPair) -> Bool {
    project.outputs.allSatisfy { FileBytes.exists(project.path(pair.output($0))) }
  }
}
