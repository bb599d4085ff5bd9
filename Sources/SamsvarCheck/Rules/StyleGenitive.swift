package import SamsvarModel
import SamsvarText

/// An apostrophe before the s of a Norwegian genitive: `Norge's`.
package struct StyleGenitive: SegmentRule {
  package static let id = "style.genitive"
  package static let category = FindingCategory.style
  package static let severity = Severity.note
  package static let summary = "A Norwegian genitive has an apostrophe before its s."
  package static let mqm = "linguistic conventions/spelling"

  package init() {}

  package func findings(in segment: TargetSegment) -> [Finding] {
    guard segment.language.isNorwegian else { return [] }
    return segment.tokens.compactMap { index in
      let text = segment.string(index)
      guard segment.token(index).kind == .word, text.hasSuffix("'s") || text.hasSuffix("’s"),
        text.count > 3, !segment.sourceHasToken(text) || isNorwegianName(text)
      else { return nil }
      let replacement = text.dropLast(2) + "s"
      return segment.finding(
        Self.self, at: segment.token(index).range, message: "\"\(text)\" has an apostrophe",
        reason: "Norwegian writes \"\(replacement)\"", replacement: String(replacement))
    }
  }

  /// An English genitive may be a name of its own (`McDonald's`), but not of a word with Norwegian
  /// letters.
  private func isNorwegianName(_ text: String) -> Bool {
    text.contains { "æøåÆØÅ".contains($0) }
  }
}

extension StyleGenitive {
  package static let documentation = RuleDocumentation(
    """
    Norwegian adds s without an apostrophe: `Norges`, `Hansens biler`. After s, x and z a bare
    apostrophe stands (`Lars’ bil`), which is left alone, as is a name that the source writes in the
    same way.
    """,
    examples: [
      .finds("Norge's", "Norway’s coast is long.", "Norge's kyst er lang.").intoNorwegian(),
      .leaves("Norway’s coast is long.", "Norges kyst er lang.").intoNorwegian(),
    ], hasFix: true)
}
