import SamsvarAlign
package import SamsvarModel
import SamsvarText

/// A name in the target that the source does not have, where the source has one that the target
/// lacks: swapped, misspelt, or left in its Norwegian form.
package struct NameMismatch: Rule {
  package static let id = "name.mismatch"
  package static let category = FindingCategory.name
  package static let summary = "A name differs from the one in the source."

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    guard !context.isSummary else { return [] }
    return context.pairings.flatMap { pairing -> [Finding] in
      guard !pairing.source.isEmpty, !pairing.target.isEmpty else { return [] }
      return swapped(context, pairing)
    }
  }

  private func swapped(_ context: CheckContext, _ pairing: Pairing) -> [Finding] {
    NameComparison(context, pairing).differences().map { difference in
      let left = span(context.source, difference.source)
      let right = span(context.target, difference.target)
      return context.finding(
        Self.self, .error, in: pairing, source: left, target: right,
        message: "the name \"\(left?.text ?? "")\" became \"\(right?.text ?? "")\"",
        reason: difference.reason)
    }
  }

  private func span(_ document: AnalysedDocument, _ parts: [NameComparison.Part]) -> FindingSpan? {
    guard let first = parts.first, let last = parts.last else { return nil }
    let range = Int(document.tokens[first.token].start)..<Int(document.tokens[last.token].end)
    return document.span(first.segment, range)
  }
}

extension NameMismatch {
  package static let documentation = RuleDocumentation(
    """
    Names are compared word by word. A word is explained by the same word or another spelling of it on the other
    side, by a term, by a place that the language calls otherwise, by the words whose initials it is. What is left is
    reported when it is spelt almost like a name of the source, when the rest of its name is the same, or when one
    unexplained name stands where the source has one unexplained name.
    """,
    examples: [
      .finds("Trondheim", "Han reiste til Bergen med båt.", "He travelled to Trondheim by boat."),
      .finds(
        "Coens", "Flake snakket med senator Chris Coons i går.",
        "Flake spoke with Senator Chris Coens yesterday."),
      .leaves("Erdogan møtte Sarraj i Ankara.", "Erdogan met Sarraj in Ankara."),
      .leaves("EUs utenriksministre møtes.", "European Union foreign ministers meet."),
    ])
}
