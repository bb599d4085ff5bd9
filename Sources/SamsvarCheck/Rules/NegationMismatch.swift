package import SamsvarModel
import SamsvarText

/// A denial in the source that the target affirms, or the other way round.
package struct NegationMismatch: Rule {
  package static let id = "negation.mismatch"
  package static let category = FindingCategory.negation
  package static let summary = "One side negates or denies what the other affirms."

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    guard !context.isSummary else { return [] }
    return context.pairings.flatMap { pairing -> [Finding] in
      guard !pairing.source.isEmpty, !pairing.target.isEmpty else { return [] }
      return findings(context, pairing)
    }
  }

  private func findings(_ context: CheckContext, _ pairing: Pairing) -> [Finding] {
    let source = words(context.source, pairing.source, context.sourceData)
    let target = words(context.target, pairing.target, context.targetData)
    // Denied there, confirmed here: a pair of opposites on the two sides.
    return target.affirming.compactMap { place -> Finding? in
      guard let denial = source.denying.first, source.affirming.isEmpty, target.denying.isEmpty
      else { return nil }
      let left = context.source.span(denial.segment, denial.range)
      let right = context.target.span(place.segment, place.range)
      return context.finding(
        Self.self, .error, in: pairing, source: left, target: right,
        message: "\"\(right.text)\" where the source says \"\(left.text)\"",
        reason: "the source denies what the target affirms")
    }
  }

  private struct Place {
    var segment: Int
    var range: Range<Int>
  }

  private func words(
    _ document: AnalysedDocument, _ segments: [Int], _ data: LanguageData
  ) -> (denying: [Place], affirming: [Place]) {
    var denying: [Place] = []
    var affirming: [Place] = []
    for segment in segments {
      for token in document.tokenRange(segment) {
        let word = document.words.bytes(of: Int(document.tokens[token].word))
        let place = Place(segment: segment, range: document.tokens[token].range)
        if data.denials.contains(word) { denying.append(place) }
        if data.affirmations.contains(word) { affirming.append(place) }
      }
    }
    return (denying, affirming)
  }
}

extension NegationMismatch {
  package static let documentation = RuleDocumentation(
    """
    A verb that denies in the source and one that affirms in the target, such as `benektet` and
    *confirmed*, contradict each other.
    """,
    examples: [
      .finds(
        "confirmed", "Direktøren benektet at fabrikken skal legges ned.",
        "The director confirmed that the factory will be closed."),
      .leaves(
        "Direktøren benektet at fabrikken skal legges ned.",
        "The director denied that the factory will be closed."),
    ])
}
