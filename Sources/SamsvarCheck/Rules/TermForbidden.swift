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
        guard let source = lookup.source(pairing).first(where: { $0.concept == occurrence.concept })
        else { return nil }
        return finding(context, pairing, occurrence, source)
      }
    }
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
      Self.self, .error, in: pairing, concept: concept.id,
      source: context.source.span(source.segment, source.range), target: span,
      message: "\"\(span.text)\" is \(occurrence.term.status.rawValue) here",
      reason: preferred.map {
        "for \"\(source.term.term)\" the termbase wants \"\($0.term)\""
      } ?? "the termbase rules it out for \"\(source.term.term)\"", fix: fix)
  }
}
