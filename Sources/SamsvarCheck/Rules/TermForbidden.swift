package import SamsvarModel
import SamsvarTerms
import SamsvarText

/// A term in the target that its concept forbids, where the source has the concept.
package struct TermForbidden: Rule {
  package static let id = "term.forbidden"
  package static let category = FindingCategory.term
  package static let summary = "The target uses a term that the termbase forbids for the concept."

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    let lookup = TermLookup(context)
    return context.pairings.flatMap { pairing in
      lookup.target(pairing).compactMap { occurrence -> Finding? in
        guard !occurrence.term.status.isAllowed else { return nil }
        let sources = lookup.source(pairing).filter {
          $0.concept == occurrence.concept && $0.form != .compoundPart
            || $0.concept == occurrence.concept && occurrence.form == .exact
        }
        guard let source = sources.first,
          !isOtherwiseMeant(context, lookup, occurrence, sources, pairing)
        else { return nil }
        return finding(context, pairing, occurrence, source)
      }
    }
  }

  /// Whether the word stands for something else: the concept is rendered as often as the source names
  /// it, the word renders another concept, or is a name that stands beside the rendering.
  private func isOtherwiseMeant(
    _ context: CheckContext, _ lookup: TermLookup, _ occurrence: TermOccurrence,
    _ sources: [TermOccurrence], _ pairing: Pairing
  ) -> Bool {
    let rendered = lookup.renderingCount([occurrence.concept], in: pairing)
    if rendered >= sources.count { return true }
    let others = lookup.target(pairing).filter {
      $0.range == occurrence.range && $0.term.status.isAllowed
    }
    let present = Set(lookup.source(pairing).map(\.concept))
    if others.contains(where: { present.contains($0.concept) }) { return true }
    let text = context.target.document.string(in: occurrence.range)
    return rendered > 0
      && sources.contains { context.source.document.string(in: $0.range) == text }
  }

  private func finding(
    _ context: CheckContext, _ pairing: Pairing, _ occurrence: TermOccurrence,
    _ source: TermOccurrence
  ) -> Finding {
    let concept = context.termbase.concepts[occurrence.concept]
    let span = context.target.span(occurrence.segment, occurrence.range)
    let preferred = concept.terms(in: context.target.language).first { $0.status == .preferred }
    let fix = preferred.flatMap { term in
      occurrence.form == .exact ? Fix(span: span, replacement: term.term) : nil
    }
    return context.finding(
      Self.self, source.isUncertain ? .note : .error, in: pairing, concept: concept.id,
      source: context.source.span(source.segment, source.range), target: span,
      message: "\"\(span.text)\" is \(occurrence.term.status.rawValue) here",
      reason: preferred.map {
        "for \"\(source.term.term)\" the termbase wants \"\($0.term)\""
      } ?? "the termbase rules it out for \"\(source.term.term)\"", fix: fix)
  }
}

extension TermForbidden {
  private static let glossary =
    "id,nb,en,en_admitted,en_forbidden\ngovernment,regjering,government,cabinet,regime\nelection,valg,election,,choice"

  package static let documentation = RuleDocumentation(
    """
    The term is reported only where the source has the concept, where no allowed term stands in its
    place, and where the word does not render another concept of the source. The fix puts the preferred term
    there when the forbidden one stands as it is listed.
    """,
    examples: [
      .finds(
        "regime", "Regjeringen sier nei til forslaget.", "The regime says no to the proposal.",
        glossary: glossary),
      .leaves(
        "Regimet i nabolandet sier nei.", "The regime in the neighbouring country says no.",
        glossary: glossary),
    ], hasFix: true)
}
