import SamsvarModel
import SamsvarTerms
import SamsvarText

/// Terms of a status that the target uses for a concept of the source.
struct RuledOutTerms {
  let context: CheckContext
  let status: TermStatus
  private let lookup: TermLookup

  init(_ context: CheckContext, _ status: TermStatus) {
    self.context = context
    self.status = status
    lookup = TermLookup(context)
  }

  /// A finding of a rule for each.
  func findings<R: Rule>(_ rule: R.Type) -> [Finding] {
    context.pairings.flatMap { pairing in
      lookup.target(pairing).compactMap { occurrence -> Finding? in
        guard occurrence.term.status == status else { return nil }
        let sources = lookup.source(pairing).filter {
          $0.concept == occurrence.concept && $0.form != .compoundPart
            || $0.concept == occurrence.concept && occurrence.form == .exact
        }
        guard let source = sources.first, !isOtherwiseMeant(occurrence, sources, pairing) else {
          return nil
        }
        return finding(rule, pairing, occurrence, source)
      }
    }
  }

  /// Whether the word stands for something else: the concept is rendered as often as the source
  /// names it, the word renders another concept, or is a name that stands beside the rendering.
  private func isOtherwiseMeant(
    _ occurrence: TermOccurrence, _ sources: [TermOccurrence], _ pairing: Pairing
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

  private func finding<R: Rule>(
    _ rule: R.Type, _ pairing: Pairing, _ occurrence: TermOccurrence, _ source: TermOccurrence
  ) -> Finding {
    let concept = context.termbase.concepts[occurrence.concept]
    let span = context.target.span(occurrence.segment, occurrence.range)
    let preferred = concept.terms(in: context.target.language).first { $0.status == .preferred }
    let fix = preferred.flatMap { term in
      occurrence.form == .exact
        ? Fix(span: span, replacement: Self.cased(term.term, like: span.text)) : nil
    }
    return context.finding(
      rule, source.isUncertain ? .note : rule.severity, in: pairing, concept: concept.id,
      source: context.source.span(source.segment, source.range), target: span,
      message: "\"\(span.text)\" is \(occurrence.term.status.rawValue) here",
      reason: preferred.map {
        "for \"\(source.term.term)\" the termbase wants \"\($0.term)\""
      } ?? "the termbase rules it out for \"\(source.term.term)\"", fix: fix)
  }

  /// A term with a first capital where what it replaces has one and all the rest in lower case.
  private static func cased(_ term: String, like text: String) -> String {
    guard let first = text.first, first.isUppercase,
      text.dropFirst().allSatisfy({ !$0.isUppercase }), let letter = term.first
    else { return term }
    return letter.uppercased() + term.dropFirst()
  }
}
