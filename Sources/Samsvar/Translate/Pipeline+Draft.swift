import SamsvarAlign
import SamsvarLexicon
public import SamsvarMemory
public import SamsvarModel
public import SamsvarText
public import SamsvarTranslate

/// What a text is drafted with.
public struct DraftOptions: Sendable {
  /// The memory, or nil.
  public var memory: TranslationMemory?
  /// The termbase, or an empty one.
  public var termbase = Termbase()
  /// The engine, or nil for the memory alone.
  public var engine: (any TranslationEngine)?
  /// Where the engine's answers are kept, or nil.
  public var cache: AnswerCache?
  /// The lowest score of a fuzzy match.
  public var minimumScore = 70

  /// Nothing but an empty termbase.
  public init() {}
}

/// The draft of a text, segment by segment.
public struct Draft: Sendable {
  /// The source.
  public var source: AnalysedDocument
  /// The language of the drafts.
  public var language: LanguageTag
  /// The drafts of the source's segments.
  public var segments: [DraftSegment]
  /// Why the engine gave none for some.
  public var failures: [EngineError] = []
}

extension Pipeline {
  /// Drafts a text: memory, repaired matches, engine, corrected terms.
  ///
  /// - Parameter progress: Called with the segments done so far, from several threads.
  /// - Throws: `InputError` when the memory or a language's data cannot be read.
  public func draft(
    _ source: AnalysedDocument, to language: LanguageTag, _ options: DraftOptions,
    progress: @Sendable (Int) -> Void = { _ in }
  ) throws(InputError) -> Draft {
    let sources = (0..<source.count).map { source.document.string($0) }
    let result = try drafter(source.language, language, options)
      .drafts(of: sources, progress: progress)
    return Draft(
      source: source, language: language, segments: result.segments, failures: result.failures)
  }

  /// What would be sent to the engine, without sending it.
  ///
  /// - Throws: `InputError` when the memory or a language's data cannot be read.
  public func draftPreview(
    _ source: AnalysedDocument, to language: LanguageTag, _ options: DraftOptions
  ) throws(InputError) -> String {
    let sources = (0..<source.count).map { source.document.string($0) }
    return try drafter(source.language, language, options).preview(of: sources)
  }

  private func drafter(
    _ source: LanguageTag, _ target: LanguageTag, _ options: DraftOptions
  ) throws(InputError) -> Drafter {
    let data = (
      source: try languages.data(for: source.base), target: try languages.data(for: target.base)
    )
    let termbase = options.termbase
    let terms =
      termbase.concepts.isEmpty
      ? nil
      : (
        source: try termIndex(termbase, source.base), target: try termIndex(termbase, target.base)
      )
    let texts = DraftTexts(data: data, lexicon: lexicon, termbase: termbase, terms: terms)
    var settings = Drafter.Settings()
    settings.minimumScore = options.minimumScore
    return Drafter(
      texts, memory: options.memory, engine: options.engine, cache: options.cache,
      lexicon: lexicon,
      suspicion: DraftSuspicion(from: source, to: target, detector: try languageDetector()),
      settings: settings)
  }

  /// The pairs of terms that a glossary of an engine gets: the preferred target of each source term.
  public func glossary(
    of termbase: Termbase, from source: LanguageTag, to target: LanguageTag
  ) -> [(source: String, target: String)] {
    var seen: Set<String> = []
    return termbase.concepts.flatMap { concept -> [(source: String, target: String)] in
      let wanted = concept.terms(in: target).first { $0.status == .preferred }?.term
      return concept.terms(in: source).compactMap { term in
        let text = concept.isDoNotTranslate ? term.term : wanted
        guard let text, seen.insert(term.term).inserted else { return nil }
        return (term.term, text)
      }
    }
  }

  /// A draft as a bitext, a bead a segment, with notes on where each comes from.
  ///
  /// - Throws: `InputError` when a language's data cannot be read.
  public func analysis(of draft: Draft) throws(InputError) -> BitextAnalysis {
    let targets = draft.segments.map { Array($0.target.utf8) }
    let target = try analyser(draft.language.base).analyse(
      segments: targets, name: draft.source.document.name)
    let comparison = try aligner.compare(draft.source, target)
    var beads: [Bead] = []
    var next = 0
    for (index, segment) in draft.segments.enumerated() {
      let hasText = !segment.target.allSatisfy(\.isWhitespace)
      beads.append(
        Bead(
          source: index..<index + 1, target: next..<next + (hasText ? 1 : 0),
          confidence: Self.confidence(segment.origin)))
      next += hasText ? 1 : 0
    }
    var analysis = BitextAnalysis(
      source: draft.source, target: target, alignment: Alignment(beads: beads),
      evidence: comparison.evidence)
    analysis.notes = draft.segments.map(Self.note)
    return analysis
  }

  private static func confidence(_ origin: DraftOrigin) -> Double {
    switch origin {
    case .context, .exact: 1
    case .fuzzy(let score): Double(score) / 100
    case .engine: 0.5
    case .gloss, .none: 0
    }
  }

  private static func note(_ segment: DraftSegment) -> BeadNote {
    BeadNote(
      origin: segment.origin.description, score: segment.origin.score,
      status: DraftSegment.status,
      remarks: segment.marks.map { "\($0.kind.rawValue): \($0.text)" },
      isOpen: segment.marks.contains(where: \.isOpen))
  }
}
