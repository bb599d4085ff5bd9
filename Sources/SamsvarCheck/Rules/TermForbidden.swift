package import SamsvarModel

/// A term in the target that its concept forbids, where the source has the concept.
package struct TermForbidden: Rule {
  package static let id = "term.forbidden"
  package static let category = FindingCategory.term
  package static let summary = "The target uses a term that the termbase forbids for the concept."

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    RuledOutTerms(context, .forbidden).findings(Self.self)
  }
}

extension TermForbidden {
  private static let glossary =
    "id,nb,en,en_admitted,en_forbidden\ngovernment,regjering,government,cabinet,regime\nelection,valg,election,,choice"

  package static let documentation = RuleDocumentation(
    """
    The term is reported only where the source has the concept, where no allowed term stands in its
    place, and where the word does not render another concept of the source. The fix puts the
    preferred term there when the forbidden one stands as it is listed.
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
