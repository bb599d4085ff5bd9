package import SamsvarLexicon
package import SamsvarMemory
package import SamsvarModel
import SamsvarTerms
import SamsvarText

/// Drafts a text segment by segment: the memory first, then the engine, then corrections of terms.
///
///     memory exact or in context  >  fuzzy, fully repaired  >  engine  >  fuzzy with open differences
package final class Drafter {
  /// What decides between the sources of a draft.
  package struct Settings: Sendable {
    /// The lowest score of a fuzzy match.
    package var minimumScore = 70
    /// The lowest score of a match of which nothing is left open after repair.
    ///
    /// In a short sentence a name of two words is soon a third of it.
    package var minimumRepairedScore = 40
    /// The score from which a match with open differences comes before an engine.
    package var trustedScore = 90

    package init() {}
  }

  private let texts: DraftTexts
  private let memory: TranslationMemory?
  private let engine: (any TranslationEngine)?
  private let cache: AnswerCache?
  private let correction: TermCorrection
  private let suspicion: DraftSuspicion
  private let settings: Settings

  package init(
    _ texts: DraftTexts, memory: TranslationMemory?, engine: (any TranslationEngine)?,
    cache: AnswerCache?, lexicon: Lexicon?, suspicion: DraftSuspicion, settings: Settings
  ) {
    self.texts = texts
    self.memory = memory
    self.engine = engine
    self.cache = cache
    self.suspicion = suspicion
    self.settings = settings
    correction = TermCorrection(texts, lexicon: lexicon)
  }

  /// The drafts of the segments of a text, in order, and why the engine gave none for some.
  ///
  /// - Parameter progress: Called with the segments done so far, from several threads.
  /// - Throws: `InputError` when the memory cannot be read.
  package func drafts(
    of sources: [String], progress: @Sendable (Int) -> Void = { _ in }
  ) throws(InputError) -> (segments: [DraftSegment], failures: [EngineError]) {
    var drafts: [DraftSegment] = []
    var examples: [[(source: String, target: String)]] = []
    for (index, source) in sources.enumerated() {
      let context = MemoryContext(
        previous: index > 0 ? sources[index - 1] : nil,
        next: index + 1 < sources.count ? sources[index + 1] : nil)
      let matches =
        try memory?.matches(
          for: source, from: texts.source, to: texts.target, context: context,
          minimum: settings.minimumScore, limit: 3) ?? []
      drafts.append(try draft(source, matches))
      examples.append(matches.map { ($0.unit.source, $0.unit.target) })
      if engine == nil { progress(index + 1) }
    }
    let open = drafts.indices.filter { wantsEngine(drafts[$0]) }
    let failures = translate(open, examples, &drafts, progress)
    for index in drafts.indices { finish(&drafts[index]) }
    return (drafts, failures)
  }

  // MARK: - Memory

  private func draft(
    _ source: String, _ matches: [MemoryMatch]
  ) throws(InputError) -> DraftSegment {
    if let draft = known(source, matches) { return draft }
    return try repairedDraft(source)
  }

  /// The draft by a match of a low score, if a repair leaves nothing open.
  private func repairedDraft(_ source: String) throws(InputError) -> DraftSegment {
    let minimum = min(settings.minimumRepairedScore, settings.minimumScore)
    let text = texts.source(source)
    guard let memory, minimum < settings.minimumScore,
      !text.names.isEmpty || !text.document.values.isEmpty
    else { return DraftSegment(source: source) }
    let matches = try memory.matches(
      for: source, from: texts.source, to: texts.target, minimum: minimum, limit: 3)
    guard let draft = known(source, matches), draft.isRepaired,
      !draft.marks.contains(where: \.isOpen)
    else { return DraftSegment(source: source) }
    return draft
  }

  /// The draft by what the memory has; nil where it has nothing.
  private func known(_ source: String, _ matches: [MemoryMatch]) -> DraftSegment? {
    guard let best = matches.first else { return nil }
    guard best.kind == .fuzzy else {
      var draft = DraftSegment(
        source: source, target: best.unit.target,
        origin: best.kind == .context ? .context : .exact)
      let others = matches.dropFirst().filter {
        $0.kind != .fuzzy && $0.unit.target != best.unit.target
      }
      if best.kind == .exact, let other = others.first {
        draft.marks.append(
          DraftMark(.differs, "the memory also has \"\(other.unit.target)\""))
      }
      return draft
    }
    let repair = MatchRepair(texts)
    let repaired = matches.map { match in
      let result = repair.repaired(match, for: source)
      return DraftSegment(
        source: source, target: result.target, origin: .fuzzy(match.score), marks: result.marks)
    }
    // The nearest match with nothing left to do, else the nearest.
    return repaired.first { !$0.marks.contains(where: \.isOpen) } ?? repaired[0]
  }

  private func wantsEngine(_ draft: DraftSegment) -> Bool {
    guard engine != nil else { return false }
    switch draft.origin {
    case .context, .exact: return false
    case .fuzzy(let score):
      return score < settings.trustedScore && draft.marks.contains(where: \.isOpen)
    default: return true
    }
  }

  // MARK: - Engine

  /// Fills in what the engine says, with a second try for lost placeholders.
  private func translate(
    _ open: [Int], _ examples: [[(source: String, target: String)]],
    _ drafts: inout [DraftSegment], _ progress: @Sendable (Int) -> Void
  ) -> [EngineError] {
    let before = drafts.count - open.count
    progress(before)
    guard let engine, !open.isEmpty else { return [] }
    let protection = Protection(texts, style: engine.placeholders)
    let run = EngineRun(engine, cache: cache, from: texts.source, to: texts.target)
    let sent = open.map { protection.protected(drafts[$0].source) }
    let result = run.answers(
      to: zip(open, sent).map { segment(drafts[$0].source, $1.text, examples[$0]) }
    ) { progress(before + $0) }
    var broken: [Int] = []
    for (number, index) in open.enumerated() {
      guard let answer = result.answers[number] else { continue }
      switch sent[number].restored(answer) {
      case .whole(let text): set(&drafts[index], text, engine.name)
      case .broken(let text):
        set(&drafts[index], text, engine.name)
        broken.append(index)
      }
    }
    return result.failures + tryAgain(broken, engine, run, protection, examples, &drafts)
  }

  private func segment(
    _ source: String, _ text: String, _ examples: [(source: String, target: String)]
  ) -> EngineSegment {
    EngineSegment(text: text, terms: terms(of: source), examples: examples)
  }

  /// The termbase's terms for the concepts that a segment names.
  private func terms(of source: String) -> [(source: String, target: String)] {
    var result: [(source: String, target: String)] = []
    for occurrence in texts.source(source).terms {
      let concept = texts.termbase.concepts[occurrence.concept]
      let wanted =
        concept.isDoNotTranslate
        ? occurrence.term.term
        : concept.terms(in: texts.target).first { $0.status == .preferred }?.term
      if let wanted, !result.contains(where: { $0.source == occurrence.term.term }) {
        result.append((occurrence.term.term, wanted))
      }
    }
    return result
  }

  /// Sends segments without placeholders for numbers; the numbers are compared by value instead.
  private func tryAgain(
    _ broken: [Int], _ engine: any TranslationEngine, _ run: EngineRun, _ protection: Protection,
    _ examples: [[(source: String, target: String)]], _ drafts: inout [DraftSegment]
  ) -> [EngineError] {
    guard !broken.isEmpty else { return [] }
    let sent = broken.map { protection.protected(drafts[$0].source, numbers: false) }
    let result = run.answers(
      to: zip(broken, sent).map { segment(drafts[$0].source, $1.text, examples[$0]) })
    for (number, index) in broken.enumerated() {
      if let answer = result.answers[number], case .whole(let text) = sent[number].restored(answer),
        holdsValues(text, of: drafts[index].source)
      {
        set(&drafts[index], text, engine.name)
      } else {
        drafts[index].marks.append(
          DraftMark(.placeholder, "\(engine.name) lost or doubled a number, address, term or code"))
      }
    }
    return result.failures
  }

  private func holdsValues(_ text: String, of source: String) -> Bool {
    let found = texts.target(text).document.values
    return texts.source(source).document.values.filter { $0.hasDigits && !$0.isWeak }
      .allSatisfy { value in found.contains { $0.agreement(with: value) >= .compatible } }
  }

  private func set(_ draft: inout DraftSegment, _ text: String, _ engine: String) {
    draft.target = text
    draft.origin = .engine(engine)
    draft.marks = []
    if let reason = suspicion.reason(text, of: draft.source) {
      draft.marks.append(DraftMark(.suspicious, reason))
    }
  }

  /// Corrects terms, except in what was translated before word for word.
  private func finish(_ draft: inout DraftSegment) {
    if draft.target.isEmpty {
      if draft.origin == .none { draft.marks.append(DraftMark(.missing, "there is no draft")) }
      return
    }
    guard draft.origin != .exact, draft.origin != .context else { return }
    let (text, marks) = correction.corrected(draft.target, of: draft.source)
    draft.target = text
    draft.marks += marks
  }

  /// What would be sent to the engine for a text, without sending it.
  ///
  /// - Throws: `InputError` when the memory cannot be read.
  package func preview(of sources: [String]) throws(InputError) -> String {
    guard let engine else { return "" }
    let protection = Protection(texts, style: engine.placeholders)
    var segments: [EngineSegment] = []
    for source in sources {
      let matches =
        try memory?.matches(
          for: source, from: texts.source, to: texts.target, minimum: settings.minimumScore,
          limit: 3) ?? []
      guard wantsEngine(try draft(source, matches)) else { continue }
      segments.append(
        segment(
          source, protection.protected(source).text,
          matches.map { ($0.unit.source, $0.unit.target) }))
    }
    return stride(from: 0, to: segments.count, by: engine.batchSize).map {
      engine.preview(Array(segments[$0..<min($0 + engine.batchSize, segments.count)]))
    }.joined()
  }
}
