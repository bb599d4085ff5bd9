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
    if let whole = mostlyMissing(context, empty, share) { return [whole] }
    // What the aligner leaves alone may be a matter of alignment.
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

  /// One finding for a document of which nothing, or less than most, is translated.
  private func mostlyMissing(
    _ context: CheckContext, _ empty: [Pairing], _ share: Double
  ) -> Finding? {
    let isBlank = !(0..<context.target.count).contains { hasWords(context.target, $0) }
    let missing = empty.flatMap(\.source).filter { hasWords(context.source, $0) }.sorted()
    guard isBlank || !context.hasGivenBeads && share > Self.full, let first = missing.first,
      let pairing = empty.first(where: { $0.source.contains(first) })
    else { return nil }
    let all = (0..<context.source.count).count { hasWords(context.source, $0) }
    return context.finding(
      Self.self, isBlank ? .error : .warning, in: pairing,
      source: context.source.span(first, context.source.document.segments[first].range),
      message: "\(missing.count) of \(all) segments have no translation",
      reason: isBlank
        ? "the target has no words" : "more than a quarter of the source has no counterpart")
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
    is a note, since a translator may leave a sentence out or put it elsewhere. Where more than a
    quarter is left out, one warning says how much; where the target has no words at all, that is
    an error. Credits and segments without words are left alone.
    """,
    examples: [.leaves("Hei på deg.\nHa det bra.", "Hello there.\nGoodbye.")])
}
