package import SamsvarModel
import SamsvarText

/// A segment that was copied instead of translated.
package struct UntranslatedSegment: Rule {
  package static let id = "untranslated.segment"
  package static let category = FindingCategory.untranslated
  package static let summary = "The target of a bead is the same as its source."

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    guard context.source.language.base != context.target.language.base, !context.isSummary else {
      return []
    }
    return context.pairings.compactMap { pairing in
      guard pairing.source.count == 1, pairing.target.count == 1 else { return nil }
      let source = pairing.source[0]
      let target = pairing.target[0]
      guard context.source.document.string(source) == context.target.document.string(target),
        hasWords(context.source, source)
      else { return nil }
      let range = context.target.document.segments[target].range
      return context.finding(
        Self.self, .error, in: pairing, target: context.target.span(target, range),
        message: "the segment is not translated",
        reason: "both sides are the same text")
    }
  }

  /// Three words in lower case or more: names, numbers and titles may well be the same.
  private func hasWords(_ document: AnalysedDocument, _ segment: Int) -> Bool {
    document.tokenRange(segment).count { token in
      let token = document.tokens[token]
      return token.kind == .word && !token.shape.contains(.capitalised)
    } >= 3
  }
}

extension UntranslatedSegment {
  package static let documentation = RuleDocumentation(
    """
    Both sides are the same text, with three words in lower case or more.
    """,
    examples: [
      .finds("Det regner mye her nå.", "Det regner mye her nå.", "Det regner mye her nå."),
      .leaves("Windows 11 Pro", "Windows 11 Pro"),
    ])
}
