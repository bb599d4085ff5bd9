public import SamsvarModel
import SamsvarTerms
import SamsvarText

/// Term candidates of a bitext, as a termbase to review.
public struct TermExtraction: Sendable {
  /// What to keep.
  public struct Settings: Sendable {
    /// The fewest places of a source term.
    public var minimum = 2
    /// The longest list.
    public var limit = 200
    /// The lowest consistency of the rendering, 0 to 1.
    public var minimumConsistency = 0.0
    /// Whether source terms without a rendering are kept.
    public var keepsUnpaired = false
    /// Concepts whose terms are left out.
    public var known = Termbase()

    /// The defaults.
    public init() {}
  }
}

extension Pipeline {
  /// The terms that a bitext may have, the likeliest first.
  ///
  /// Each concept has the term, its rendering as preferred term, other renderings as admitted ones, an
  /// example of each, and in its note the numbers to judge it by.
  ///
  /// - Throws: `InputError` when a language's data cannot be read.
  /// - Complexity: O(n) in the text, times the candidates of a bead
  public func extractTerms(
    _ analysis: BitextAnalysis, _ settings: TermExtraction.Settings = .init()
  ) throws(InputError) -> Termbase {
    let sources = try candidates(analysis.source, minimum: settings.minimum)
    let targets = try candidates(analysis.target, minimum: max(1, settings.minimum - 1))
    let pairing = CandidatePairing(analysis, targets: targets)
    let known = Set(
      settings.known.concepts.flatMap { concept in
        concept.terms(in: analysis.source.language).map { Folding.lower(Array($0.term.utf8)) }
      })
    let pairs = sources.filter { !known.contains($0.key) }.map(pairing.pair).filter {
      ($0.renderings.isEmpty ? settings.keepsUnpaired : true)
        && $0.consistency >= settings.minimumConsistency && $0.source.termhood > 0
    }.sorted { ($1.rank, $0.source.form) < ($0.rank, $1.source.form) }
    let writer = CandidateConcepts(analysis, targets: targets)
    return Termbase(concepts: writer.concepts(Array(pairs.prefix(settings.limit))))
  }

  private func candidates(
    _ document: AnalysedDocument, minimum: Int
  ) throws(InputError) -> [TermCandidate] {
    CandidateFinder(
      document, try languages.data(for: document.language), vocabulary(document.language)
    ).candidates(minimum: minimum)
  }
}

/// Candidates as concepts.
struct CandidateConcepts {
  private let analysis: BitextAnalysis
  private let targets: [TermCandidate]

  init(_ analysis: BitextAnalysis, targets: [TermCandidate]) {
    self.analysis = analysis
    self.targets = targets
  }

  func concepts(_ pairs: [BilingualCandidate]) -> [ConceptEntry] {
    pairs.enumerated().map { number, pair in concept(pair, number: number + 1) }
  }

  private func concept(_ pair: BilingualCandidate, number: Int) -> ConceptEntry {
    var concept = ConceptEntry(id: "candidate-\(number)", note: note(pair))
    concept.add([term(pair.source, analysis.source, .preferred)], in: analysis.source.language)
    let terms = renderings(pair).enumerated().map { rank, rendering in
      term(targets[rendering.candidate], analysis.target, rank == 0 ? .preferred : .admitted)
    }
    concept.add(terms, in: analysis.target.language)
    return concept
  }

  /// The best rendering, and others that are as likely and no part of it.
  private func renderings(_ pair: BilingualCandidate) -> [BilingualCandidate.Rendering] {
    guard let best = pair.renderings.first else { return [] }
    let others = pair.renderings.dropFirst().filter { other in
      let (long, short) = (targets[best.candidate].form, targets[other.candidate].form)
      return other.score >= 0.7 * best.score && other.count >= 2 && !long.contains(short)
        && !short.contains(long)
    }
    return [best] + others.prefix(2)
  }

  private func note(_ pair: BilingualCandidate) -> String {
    let percent = Int((pair.consistency * 100).rounded())
    return "found \(pair.source.places.count) times; rendered so in \(percent) % of its places; "
      + "termhood \(Self.decimal(pair.source.termhood))"
  }

  private static func decimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private func term(
    _ candidate: TermCandidate, _ document: AnalysedDocument, _ status: TermStatus
  ) -> TermSection {
    var term = TermSection(candidate.form, status: status)
    term.partOfSpeech = .noun
    term.context = context(candidate, document)
    return term
  }

  /// The shortest segment of eight words or more with the term, else the longest with it.
  private func context(_ candidate: TermCandidate, _ document: AnalysedDocument) -> String {
    let segments = candidate.segments.sorted {
      (document.tokenRange($0).count, $0) < (document.tokenRange($1).count, $1)
    }
    let chosen = segments.first { document.tokenRange($0).count >= 8 } ?? segments.last
    guard let chosen else { return "" }
    return document.document.string(in: document.document.segments[chosen].range)
      .split { $0.isWhitespace }.joined(separator: " ")
  }
}
