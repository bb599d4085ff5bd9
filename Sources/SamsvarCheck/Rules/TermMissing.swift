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
    var counts: [Int: String] = [:]
    return context.pairings.indices.flatMap { index in
      context.pairings[index].target.isEmpty ? [] : findings(context, lookup, index, &counts)
    }
  }

  private func findings(
    _ context: CheckContext, _ lookup: TermLookup, _ index: Int, _ counts: inout [Int: String]
  ) -> [Finding] {
    var seen: Set<Int> = []
    let pairing = context.pairings[index]
    return lookup.source(pairing).compactMap { occurrence in
      let concept = context.termbase.concepts[occurrence.concept]
      // A term that the termbase forbids in the source says nothing of what the target must have.
      guard !seen.contains(occurrence.concept), !concept.isDoNotTranslate,
        occurrence.term.status != .forbidden
      else { return nil }
      let allowed = concept.terms(in: context.target.language).filter(\.status.isAllowed)
      guard !allowed.isEmpty, !lookup.isRendered(occurrence, at: index),
        !lookup.hasForbidden(occurrence.concept, in: pairing)
      else { return nil }
      seen.insert(occurrence.concept)
      let span = context.source.span(occurrence.segment, occurrence.range)
      let (severity, target, why) = judge(context, lookup, occurrence, concept, pairing)
      let wanted = allowed.map { "\"\($0.term)\"" }.joined(separator: " or ")
      return context.finding(
        Self.self, severity, in: pairing, concept: concept.id, source: span, target: target,
        message: "no term for \"\(span.text)\"",
        reason: "the termbase wants \(wanted) for \"\(occurrence.term.term)\"" + why
          + elsewhere(lookup, occurrence.concept, &counts))
    }
  }

  /// What the document has for a concept, asked once.
  private func elsewhere(
    _ lookup: TermLookup, _ concept: Int, _ counts: inout [Int: String]
  ) -> String {
    if let known = counts[concept] { return known }
    let text = lookup.counts(concept).map { "; the document has \($0)" } ?? ""
    counts[concept] = text
    return text
  }

  /// How much a missing term matters, the word that stands for it, and why it may be no error.
  private func judge(
    _ context: CheckContext, _ lookup: TermLookup, _ occurrence: TermOccurrence,
    _ concept: ConceptEntry, _ pairing: Pairing
  ) -> (Severity, FindingSpan?, String) {
    if let token = lookup.derivation(concept, in: pairing) {
      let span = place(context, token)
      return (.note, span, "; \"\(span?.text ?? "")\" is built on it")
    }
    if let token = lookup.otherRendering(occurrence, in: pairing) {
      let span = place(context, token)
      return (.note, span, "; the text says \"\(span?.text ?? "")\"")
    }
    if occurrence.isUncertain {
      return (.note, nil, "; the word may have another sense here")
    }
    // Part of a compound is often rendered by a word for the whole (`regjeringsmakt`: power).
    let places = lookup.unexplained(pairing)
    let instead = places.count == 1 ? "; \"\(places[0].text)\" may stand for it" : ""
    if occurrence.form == .compoundPart { return (.note, nil, instead) }
    guard occurrence.term.status != .deprecated else {
      return (.warning, nil, "; the source has a deprecated term for it" + instead)
    }
    return (.error, nil, instead)
  }

  private func place(_ context: CheckContext, _ token: Int) -> FindingSpan? {
    let range = context.target.tokens[token].range
    return context.target.segment(at: range.lowerBound).map { context.target.span($0, range) }
  }
}

extension TermMissing {
  private static let glossary =
    "id,nb,en,en_admitted,en_forbidden\ngovernment,regjering,government,cabinet,regime\nelection,valg,election,,choice"

  package static let documentation = RuleDocumentation(
    """
    A concept counts as rendered when any preferred or admitted term of it stands in the target of
    the bead, in any form, inside a compound or a longer term, or in the bead beside it where that bead has one to
    spare. A word built on an allowed term, a translation that the lexicon knows and the termbase does not, a word
    that may have another sense, and part of a compound are reported as notes. A source term that the termbase
    forbids wants no translation; one that it calls deprecated gives a warning at most.
    """,
    examples: [
      .finds(
        "Regjeringen", "Regjeringen sier nei til forslaget.",
        "The authorities say no to the proposal.", glossary: glossary),
      .leaves(
        "Regjeringens forslag ble vedtatt.", "The cabinet’s proposal was adopted.",
        glossary: glossary),
      .leaves(
        "Arbeidsutvalget møtes i dag.", "The working committee meets today.",
        glossary: glossary),
      .leaves(
        "Kjønnskvotering ble drøftet.", "Affirmative measures were discussed.",
        glossary: "id,nb,nb_forbidden,en\nquota,kvotering,kjønnskvotering,quota system"),
    ])
}
