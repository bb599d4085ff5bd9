import SamsvarAlign
package import SamsvarModel
import SamsvarTerms
import SamsvarText

/// A concept of the termbase that a document renders by one term, and here by another.
package struct RenderingInconsistent: Rule {
  package static let id = "consistency.term"
  package static let category = FindingCategory.consistency
  package static let severity = Severity.note
  package static let summary = "The document renders a term in one way, and here in another."

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    guard !context.isSummary else { return [] }
    let lookup = TermLookup(context)
    var places: [Int: [Place]] = [:]
    for (index, pairing) in context.pairings.enumerated() where !pairing.target.isEmpty {
      var seen: Set<Int> = []
      for occurrence in lookup.source(pairing)
      where !occurrence.isUncertain && occurrence.form != .compoundPart {
        guard seen.insert(occurrence.concept).inserted else { continue }
        let place = Place(
          pairing: index, source: occurrence,
          renderings: lookup.renderings(occurrence, in: pairing))
        places[occurrence.concept, default: []].append(place)
      }
    }
    return places.sorted { $0.key < $1.key }.flatMap { concept, places in
      findings(context, lookup, concept, places)
    }
  }

  /// A bead where a concept stands, and by which words it is rendered.
  private struct Place {
    var pairing: Int
    var source: TermOccurrence
    var renderings: [Rendering]
  }

  private func findings(
    _ context: CheckContext, _ lookup: TermLookup, _ concept: Int, _ places: [Place]
  ) -> [Finding] {
    let rendered = places.filter { !$0.renderings.isEmpty }
    guard rendered.count >= 3, let usual = RenderingCounts.usual(rendered.flatMap(\.renderings))
    else { return [] }
    let alike = rendered.filter { place in
      place.renderings.contains { $0.isVariant(of: usual) }
    }
    guard alike.count >= 2, 3 * alike.count >= 2 * rendered.count else { return [] }
    let counts = RenderingCounts.text(rendered.compactMap(\.renderings.first))
    return places.compactMap { place in
      guard !place.renderings.contains(where: { $0.isVariant(of: usual) }) else { return nil }
      let pairing = context.pairings[place.pairing]
      guard
        let span = place.renderings.first?.span
          ?? (lookup.isRendered(place.source, at: place.pairing)
            ? nil : lookup.unexplained(pairing).first)
      else { return nil }
      return context.finding(
        Self.self, .note, in: pairing, concept: context.termbase.concepts[concept].id,
        source: context.source.span(place.source.segment, place.source.range), target: span,
        message: "\"\(span.text)\" for \"\(place.source.term.term)\", which is "
          + "\"\(usual.term)\" elsewhere",
        reason: "the document has " + counts, related: alike.prefix(5).map { $0.renderings[0].span }
      )
    }
  }
}

extension RenderingInconsistent {
  package static let documentation = RuleDocumentation(
    """
    The renderings of each concept are counted over the document: its terms, other words by which
    the lexicon translates it, and where there is neither a word that nothing in the source
    explains. Where two thirds of the beads or more agree on one, the others get a note each, with
    the usual places beside it. An acronym and its full form, and words on one stem, count as one
    choice.
    """,
    examples: [
      .finds(
        "deal", "Avtalen gjelder.\nAvtalen er ny.\nAvtalen er god.\nAvtalen er dårlig.",
        "The agreement applies.\nThe agreement is new.\nThe agreement is good.\nThe deal is bad.",
        glossary: "id,nb,en,en_admitted\nagreement,avtale,agreement,deal"),
      .leaves(
        "Avtalen gjelder.\nAvtalen er ny.\nAvtalen er dårlig.",
        "The agreement applies.\nThe agreement is new.\nThe agreement is bad.",
        glossary: "id,nb,en,en_admitted\nagreement,avtale,agreement,deal"),
    ])
}
