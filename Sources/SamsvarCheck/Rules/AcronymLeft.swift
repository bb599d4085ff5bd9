import SamsvarLexicon
package import SamsvarModel
import SamsvarTerms
import SamsvarText

/// A Norwegian acronym in the translation: `FN` for *UN*.
package struct AcronymLeft: Rule {
  package static let id = "untranslated.acronym"
  package static let category = FindingCategory.untranslated
  package static let summary = "An acronym of the source language stands in the target."

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    guard !context.isSummary,
      context.source.language.base != context.target.language.base
    else { return [] }
    let known = acronyms(context)
    return context.pairings.flatMap { pairing in
      pairing.target.flatMap { findings(context, pairing, $0, known) }
    }
  }

  /// The acronyms of the termbase that only the source language has, with what the target has.
  private func acronyms(_ context: CheckContext) -> [String: String] {
    var result: [String: String] = [:]
    for concept in context.termbase.concepts where !concept.isDoNotTranslate {
      let targets = concept.terms(in: context.target.language).filter(\.status.isAllowed)
      guard let wanted = targets.first?.term else { continue }
      for term in concept.terms(in: context.source.language).map(\.term)
      where Self.isAcronym(term) && !targets.contains(where: { $0.term == term }) {
        result[term] = wanted
      }
    }
    return result
  }

  private static func isAcronym(_ term: String) -> Bool {
    (2...6).contains(term.utf8.count)
      && term.utf8.allSatisfy { (0x41...0x5A).contains($0) || $0 == 0xC3 || $0 >= 0x80 }
  }

  private func findings(
    _ context: CheckContext, _ pairing: Pairing, _ segment: Int, _ known: [String: String]
  ) -> [Finding] {
    context.target.tokenRange(segment).compactMap { token in
      let text = context.target.string(token: token)
      guard context.target.tokens[token].shape.contains(.allCapitals),
        let wanted = known[text] ?? translation(context, text)
      else { return nil }
      let span = context.target.span(segment, context.target.tokens[token].range)
      return context.finding(
        Self.self, .error, in: pairing, target: span, message: "\"\(text)\" is not translated",
        reason: "the acronym is \(context.source.language), in \(context.target.language) it is "
          + "\"\(wanted)\"", fix: Fix(span: span, replacement: wanted))
    }
  }

  /// What the lexicon has for an acronym that is none in the target language.
  private func translation(_ context: CheckContext, _ text: String) -> String? {
    guard let lexicon = context.lexicon, Self.isAcronym(text) else { return nil }
    let word = Folding.lower(Array(text.utf8))
    guard !lexicon.contains(word, in: context.target.language) else { return nil }
    return lexicon.entries(word, in: context.source.language).lazy
      .filter { entry in
        lexicon.terms(entry, in: context.source.language).contains(Array(text.utf8))
      }
      .flatMap { lexicon.terms($0, in: context.target.language) }
      .map { String(decoding: $0, as: UTF8.self) }.first { $0 != text }
  }
}

extension AcronymLeft {
  package static let documentation = RuleDocumentation(
    """
    An acronym in capitals that the termbase or the lexicon has for the source's language only.
    """,
    examples: [
      .finds("FN", "FN sender hjelp.", "FN is sending aid."),
      .leaves("NATO sender soldater.", "NATO is sending soldiers."),
    ], hasFix: true)
}
