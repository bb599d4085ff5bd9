package import SamsvarModel

/// A term in the target that its concept had before and has no longer: `Department of Finance`.
package struct TermDeprecated: Rule {
  package static let id = "term.deprecated"
  package static let category = FindingCategory.term
  package static let severity = Severity.warning
  package static let summary = "The target uses a term that the termbase calls deprecated."

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    RuledOutTerms(context, .deprecated).findings(Self.self)
  }
}

extension TermDeprecated {
  private static let glossary =
    "id,nb,en,en_deprecated\ngovernor,statsforvalter,county governor,county prefect"

  package static let documentation = RuleDocumentation(
    """
    A deprecated term was right once and is understood; a forbidden one is wrong. It is reported as
    a forbidden one is: where the source has the concept and no allowed term stands in its place.
    The fix puts the preferred term there when the deprecated one stands as it is listed.
    """,
    examples: [
      .finds(
        "county prefect", "Statsforvalteren avgjør klagen.",
        "The county prefect decides the appeal.", glossary: glossary),
      .leaves(
        "Statsforvalteren avgjør klagen.", "The county governor decides the appeal.",
        glossary: glossary),
    ], hasFix: true)
}
