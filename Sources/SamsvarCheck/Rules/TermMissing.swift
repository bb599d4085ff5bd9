package import SamsvarModel
import SamsvarTerms
import SamsvarText

/// A termbase concept of the source without an allowed term in the target.
package struct TermMissing: Rule {
  package static let id = "term.missing"
  package static let category = FindingCategory.term
  package static let summary =
    "A concept of the termbase stands in the source, and no allowed term for it in the target."

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    guard !context.isSummary else { return [] }
    let lookup = TermLookup(context)
    return context.pairings.flatMap { pairing in
      pairing.target.isEmpty ? [] : findings(context, lookup, pairing)
    }
  }

  private func findings(
    _ context: CheckContext, _ lookup: TermLookup, _ pairing: Pairing
  ) -> [Finding] {
    var seen: Set<Int> = []
    return lookup.source(pairing).compactMap { occurrence in
      let concept = context.termbase.concepts[occurrence.concept]
      guard seen.insert(occurrence.concept).inserted else { return nil }
      let allowed = concept.terms(in: context.target.language).filter(\.status.isAllowed)
      guard !allowed.isEmpty,
        !lookup.isRendered(occurrence, in: pairing),
        !lookup.hasForbidden(occurrence.concept, in: pairing)
      else { return nil }
      let span = context.source.span(occurrence.segment, occurrence.range)
      let wanted = allowed.map { "\"\($0.term)\"" }.joined(separator: " or ")
      return context.finding(
        Self.self, severity(occurrence), in: pairing, concept: concept.id, source: span,
        message: "no term for \"\(span.text)\"",
        reason: "the termbase wants \(wanted) for \"\(occurrence.term.term)\"")
    }
  }

  /// Part of a compound is often rendered by a word for the whole (`regjeringsmakt`: power).
  private func severity(_ occurrence: TermOccurrence) -> Severity {
    occurrence.form == .compoundPart ? .note : .error
  }
}
