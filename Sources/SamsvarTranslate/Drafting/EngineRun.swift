import Dispatch
package import SamsvarMemory
package import SamsvarModel
import Synchronization

/// Sends segments to an engine in batches, several at once, and keeps each answer as it comes.
package struct EngineRun: Sendable {
  private let engine: any TranslationEngine
  private let cache: AnswerCache?
  private let key: AnswerCache.Key

  /// Runs of an engine for a pair of languages.
  package init(
    _ engine: any TranslationEngine, cache: AnswerCache?, from source: LanguageTag,
    to target: LanguageTag
  ) {
    self.engine = engine
    self.cache = cache
    key = AnswerCache.Key(engine: engine.name, model: engine.model, from: source, to: target)
  }

  /// What a run gave.
  package struct Result: Sendable {
    /// The answers; nil where there is none.
    package var answers: [String?]
    /// Why there is none for some, each reason once.
    package var failures: [EngineError] = []
  }

  /// The answers to segments, from the cache where it has them.
  ///
  /// A batch that comes back with another number of segments is sent again one by one. After a
  /// refusal or two failures of whole batches nothing more is sent.
  ///
  /// - Parameter progress: Called with the number of answers so far, from several threads.
  package func answers(
    to segments: [EngineSegment], progress: @Sendable (Int) -> Void = { _ in }
  ) -> Result {
    let state = Mutex(State(answers: segments.map { cache?.answer(key, to: $0.cacheText) }))
    let open = state.withLock { state in state.answers.indices.filter { state.answers[$0] == nil } }
    // Equal segments are sent once.
    var first: [String: Int] = [:]
    let wanted = open.filter { first.updateValue($0, forKey: segments[$0].cacheText) == nil }
    let batches = stride(from: 0, to: wanted.count, by: engine.batchSize).map {
      Array(wanted[$0..<min($0 + engine.batchSize, wanted.count)])
    }
    let next = Mutex(0)
    progress(segments.count - open.count)
    DispatchQueue.concurrentPerform(iterations: min(max(engine.concurrency, 1), batches.count)) {
      _ in
      while !state.withLock({ $0.isStopped }),
        let batch = next.withLock({ next -> [Int]? in
          defer { next += 1 }
          return next < batches.count ? batches[next] : nil
        })
      {
        send(batch, segments, state, progress)
      }
    }
    return state.withLock { state in
      for index in open where state.answers[index] == nil {
        state.answers[index] =
          first[segments[index].cacheText].flatMap { state.answers[$0] }
          ?? wanted.first { segments[$0] == segments[index] }.flatMap { state.answers[$0] }
      }
      return Result(answers: state.answers, failures: state.failures)
    }
  }

  private struct State {
    var answers: [String?]
    var failures: [EngineError] = []
    var failedBatches = 0
    var isStopped = false

    mutating func fail(_ error: EngineError) {
      if !failures.contains(error) { failures.append(error) }
      failedBatches += 1
      isStopped = isStopped || error.kind == .refused || failedBatches >= 2
    }
  }

  private func send(
    _ batch: [Int], _ segments: [EngineSegment], _ state: borrowing Mutex<State>,
    _ progress: @Sendable (Int) -> Void
  ) {
    do throws(EngineError) {
      try engine.translate(batch.map { segments[$0] }) { number, answer in
        guard batch.indices.contains(number) else { return }
        deliver(answer, batch[number], segments, state, progress)
      }
    } catch {
      guard error.kind == .count, batch.count > 1 else { return state.withLock { $0.fail(error) } }
      for index in batch { send([index], segments, state, progress) }
    }
  }

  private func deliver(
    _ answer: String, _ index: Int, _ segments: [EngineSegment], _ state: borrowing Mutex<State>,
    _ progress: @Sendable (Int) -> Void
  ) {
    // An answer that cannot be kept is still an answer.
    try? cache?.keep(answer, key, to: segments[index].cacheText)
    progress(
      state.withLock { state in
        state.answers[index] = answer
        return state.answers.count { $0 != nil }
      })
  }
}
