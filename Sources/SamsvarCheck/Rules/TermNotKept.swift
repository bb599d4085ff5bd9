package import SamsvarModel
import SamsvarTerms
import SamsvarText

/// A term that is not to be translated, and was: `Altinn`, `Vy`, a product's name.
package struct TermNotKept: Rule {
  package static let id = "term.not-kept"
  package static let category = FindingCategory.term
  package static let summary = "A term that is not to be translated does not stand in the target."

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    guard !context.isSummary, context.termbase.concepts.contains(where: \.isDoNotTranslate) else {
      return []
    }
    let lookup = TermLookup(context)
    return context.pairings.indices.flatMap { findings(context, lookup, $0) }
  }

  private func findings(
    _ context: CheckContext, _ lookup: TermLookup, _ index: Int
  ) -> [Finding] {
    let pairing = context.pairings[index]
    guard !pairing.target.isEmpty else { return [] }
    var seen: Set<Int> = []
    return lookup.source(pairing).compactMap { occurrence in
      let concept = context.termbase.concepts[occurrence.concept]
      guard concept.isDoNotTranslate, !seen.contains(occurrence.concept),
        !isKept(context, lookup, occurrence, concept, index),
        !lookup.hasForbidden(occurrence.concept, in: pairing)
      else { return nil }
      seen.insert(occurrence.concept)
      let span = context.source.span(occurrence.segment, occurrence.range)
      let isSure = !occurrence.isUncertain && occurrence.form != .compoundPart
      return context.finding(
        Self.self, isSure ? .error : .note, in: pairing, concept: concept.id, source: span,
        message: "\"\(occurrence.term.term)\" is not kept",
        reason: "the termbase says that \"\(occurrence.term.term)\" is not translated")
    }
  }

  /// Whether the term, or one that the target's language has for it, stands in the bead or beside
  /// it.
  private func isKept(
    _ context: CheckContext, _ lookup: TermLookup, _ occurrence: TermOccurrence,
    _ concept: ConceptEntry, _ index: Int
  ) -> Bool {
    if lookup.isRendered(occurrence, at: index) { return true }
    let forms =
      [occurrence.term.term] + concept.terms(in: context.target.language).map(\.term)
    return [index - 1, index, index + 1].filter(context.pairings.indices.contains).contains {
      near in
      context.pairings[near].target.contains { segment in
        let text = Array(context.target.document.string(segment).utf8)
        return forms.contains { Self.stands(Array($0.utf8), in: text) }
      }
    }
  }

  /// Whether a form stands in a text as it is written, with no letter or digit right before or
  /// after it.
  private static func stands(_ form: [UInt8], in text: [UInt8]) -> Bool {
    guard !form.isEmpty, text.count >= form.count else { return false }
    return (0...text.count - form.count).contains { start in
      guard text[start] == form[0], text[start..<start + form.count].elementsEqual(form) else {
        return false
      }
      let end = start + form.count
      return !(start > 0 && isLetter(text[start - 1])) && !(end < text.count && isLetter(text[end]))
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39
  }
}

extension TermNotKept {
  private static let glossary = "id,nb,en,do_not_translate\nportal,Minside,Minside,yes"

  package static let documentation = RuleDocumentation(
    """
    A concept that the termbase marks with `do_not_translate` stands in the target in the same form,
    in the bead or the one beside it. Inside a compound, and where the word may have another sense,
    a missing one is a note.
    """,
    examples: [
      .finds("Minside", "Logg inn på Minside.", "Log in to My Page.", glossary: glossary),
      .leaves("Logg inn på Minside.", "Log in to Minside.", glossary: glossary),
    ])
}
