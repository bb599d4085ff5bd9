import SamsvarModel
import SamsvarTerms
import SamsvarText

/// The term occurrences of both sides, by segment.
struct TermLookup {
  private var sourceBySegment: [[TermOccurrence]]
  private var targetBySegment: [[TermOccurrence]]
  private var renderings: [[TermOccurrence]]
  private let pairings: [Pairing]

  init(_ context: CheckContext) {
    sourceBySegment = [[TermOccurrence]](repeating: [], count: context.source.count)
    targetBySegment = [[TermOccurrence]](repeating: [], count: context.target.count)
    renderings = [[TermOccurrence]](repeating: [], count: context.target.count)
    for occurrence in context.nestedTargetTerms {
      renderings[occurrence.segment].append(occurrence)
    }
    for occurrence in context.sourceTerms { sourceBySegment[occurrence.segment].append(occurrence) }
    for occurrence in context.targetTerms { targetBySegment[occurrence.segment].append(occurrence) }
    pairings = context.pairings
  }

  /// The source occurrences of a pairing, in order.
  func source(_ pairing: Pairing) -> [TermOccurrence] {
    pairing.source.flatMap { sourceBySegment[$0] }
  }

  /// The target occurrences of a pairing, in order.
  func target(_ pairing: Pairing) -> [TermOccurrence] {
    pairing.target.flatMap { targetBySegment[$0] }
  }

  /// Whether an allowed term of the concept stands in the pairing's target or right beside it.
  ///
  /// An occurrence that shares its place with another concept's is rendered when either is: the
  /// target says which concept is meant.
  func isRendered(_ occurrence: TermOccurrence, in pairing: Pairing) -> Bool {
    let concepts = Set(
      source(pairing).filter { $0.range == occurrence.range }.map(\.concept))
    let around = [pairing.target.first.map { $0 - 1 }, pairing.target.last.map { $0 + 1 }]
    let segments =
      pairing.target + around.compactMap { $0 }.filter(targetBySegment.indices.contains)
    return segments.contains { segment in
      renderings[segment].contains {
        concepts.contains($0.concept) && $0.term.status.isAllowed
      }
    }
  }

  /// Whether a ruled-out term of the concept stands in the pairing's target.
  func hasForbidden(_ concept: Int, in pairing: Pairing) -> Bool {
    target(pairing).contains { $0.concept == concept && !$0.term.status.isAllowed }
  }
}
