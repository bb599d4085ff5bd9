package import SamsvarModel
import SamsvarText

/// A segment of the target that stands twice, where the source says two different things or says it
/// once.
package struct SegmentDoubled: Rule {
  package static let id = "segment.doubled"
  package static let category = FindingCategory.invented
  package static let severity = Severity.warning
  package static let summary = "A segment stands twice in the target, and not in the source."

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    guard !context.isSummary, context.target.count > 1 else { return [] }
    var owners: [Int: Pairing] = [:]
    for pairing in context.pairings {
      for segment in pairing.target { owners[segment] = pairing }
    }
    return (1..<context.target.count).compactMap { segment in
      guard let pairing = owners[segment], let before = owners[segment - 1],
        hasWords(context.target, segment),
        context.target.document.string(segment) == context.target.document.string(segment - 1),
        !isDoubledInSource(context, before, pairing)
      else { return nil }
      let range = context.target.document.segments[segment].range
      let first = context.target.document.segments[segment - 1].range
      return context.finding(
        Self.self, .warning, in: pairing, target: context.target.span(segment, range),
        message: "the segment stands twice", reason: "the source does not say it twice",
        related: [context.target.span(segment - 1, first)])
    }
  }

  /// Whether two neighbouring segments of the source beside it are the same text as well.
  private func isDoubledInSource(
    _ context: CheckContext, _ first: Pairing, _ second: Pairing
  ) -> Bool {
    let segments = Array(Set(first.source + second.source)).sorted()
    let texts = segments.map { context.source.document.string($0) }
    return segments.isEmpty || zip(texts, texts.dropFirst()).contains { $0 == $1 }
  }

  private func hasWords(_ document: AnalysedDocument, _ segment: Int) -> Bool {
    document.tokenRange(segment).count { document.tokens[$0].kind == .word } >= 3
  }
}

extension SegmentDoubled {
  package static let documentation = RuleDocumentation(
    """
    Two neighbouring segments of the target are the same text of three words or more, and their
    sources are not: one of them was copied and never translated, or pasted twice.
    """,
    examples: [
      .finds(
        "The meeting is open to all.", "Møtet er åpent for alle.\nDet koster ingenting.",
        "The meeting is open to all.\nThe meeting is open to all."),
      .leaves(
        "Vi vil ha fred nå.\nVi vil ha fred nå.", "We want peace now.\nWe want peace now."),
    ])
}
