package import SamsvarModel
import SamsvarText

/// A segment of the source with nothing in the target.
package struct SegmentEmpty: Rule {
  package static let id = "segment.empty"
  package static let category = FindingCategory.untranslated
  package static let summary = "A segment of the source has no translation."
  package static let mqm = "accuracy/omission"

  /// The share of beads without a target above which the text is no full translation.
  private static let full = 0.25

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    guard !context.isSummary else { return [] }
    let empty = context.pairings.filter { $0.target.isEmpty && !$0.source.isEmpty }
    let share = Double(empty.count) / Double(max(1, context.pairings.count))
    // What the aligner leaves alone may be a matter of alignment, and a digest leaves much out.
    guard context.hasGivenBeads || share <= Self.full else { return [] }
    return empty.compactMap { pairing in
      guard let first = pairing.source.first(where: { hasWords(context.source, $0) }) else {
        return nil
      }
      return context.finding(
        Self.self, context.hasGivenBeads ? .error : .note, in: pairing,
        source: context.source.span(first, context.source.document.segments[first].range),
        message: "the segment has no translation",
        reason: context.hasGivenBeads
          ? "its target is empty" : "nothing in the target corresponds to it")
    }
  }

  private func hasWords(_ document: AnalysedDocument, _ segment: Int) -> Bool {
    document.document.segments[segment].kind != .credit
      && document.tokenRange(segment).contains { document.tokens[$0].kind == .word }
  }
}

extension SegmentEmpty {
  package static let documentation = RuleDocumentation(
    """
    In a bitext (JSON Lines, TMX, PO and the like) an empty target is an error. Between two texts it
    is a note, since a translator may leave a sentence out or put it elsewhere; where more than a
    quarter is left out, the text is no full translation, and nothing is said. Credits and segments
    without words are left alone.
    """,
    examples: [.leaves("Hei på deg.\nHa det bra.", "Hello there.\nGoodbye.")])
}
