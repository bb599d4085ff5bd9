package import SamsvarModel

/// Runs the rules over a bitext.
package struct Checker: Sendable {
  /// All rules, in the order their findings are reported.
  package static let rules: [any Rule] = [
    TermForbidden(), TermDeprecated(), TermNotKept(), TermMissing(), ValueMismatch(),
    NameMismatch(), NegationMismatch(), NegationDropped(), UntranslatedWord(),
    UntranslatedSegment(), AcronymLeft(), SegmentEmpty(), SegmentDoubled(), LengthOutOfRange(),
    QuoteUnbalanced(), QuoteForeign(), BracketUnbalanced(), EndPunctuation(), WordRepeated(),
    SpaceDouble(), NumberFormat(), CapitalForeign(), RenderingInconsistent(), WordInconsistent(),
    TargetReused(), SummaryValue(), SummaryName(), SummaryOpposite(), SummaryNegation(),
    SummaryHedge(), SummaryTerm(), SummaryContent(),
    StyleQuotes(), StyleDash(), StyleRange(), StylePercent(), StyleThousands(), StyleDate(),
    StyleTime(), StyleCurrency(), StyleGenitive(), StyleDecade(), StyleSpelling(),
  ]

  /// What a summary is checked for; it may leave out and reword.
  private static let summaryCategories: Set<FindingCategory> = [
    .number, .name, .date, .unit, .negation, .invented, .term, .hedge,
  ]

  private let categories: Set<FindingCategory>
  private let settings: CheckSettings

  /// A checker of the given categories; all where none is named.
  ///
  /// - Parameter settings: What a project wants: rules that are taste run where these give them a
  /// level.
  package init(
    categories: Set<FindingCategory> = [], settings: CheckSettings = CheckSettings()
  ) {
    self.categories = categories
    self.settings = settings
  }

  /// The findings, in order of the beads and then of their place; overlapping findings of a
  /// category on one span are one.
  package func findings(in context: CheckContext) -> [Finding] {
    let found = Self.rules.filter(runs).flatMap { $0.findings(in: context) }.filter {
      (categories.isEmpty || categories.contains($0.category))
        && (!context.isSummary || Self.summaryCategories.contains($0.category))
    }
    return merged(found.sorted(by: Self.order))
  }

  private func runs(_ rule: any Rule) -> Bool {
    let rule = type(of: rule)
    return rule.isOnByDefault || categories.contains(rule.category)
      || settings.asksFor(rule.id, rule.category)
  }

  private static func order(_ a: Finding, _ b: Finding) -> Bool {
    func key(_ finding: Finding) -> (Int, Int, Int, Int, Int) {
      (
        finding.bead, finding.target?.segment ?? -1, finding.target?.range.lowerBound ?? -1,
        finding.source?.segment ?? -1, finding.source?.range.lowerBound ?? -1
      )
    }
    return key(a) < key(b)
  }

  private func merged(_ findings: [Finding]) -> [Finding] {
    var result: [Finding] = []
    for finding in findings {
      let isCovered = result.contains { other in
        other.bead == finding.bead && other.category == finding.category
          && other.concept == finding.concept && overlaps(other.target, finding.target)
      }
      if !isCovered { result.append(finding) }
    }
    return result
  }

  private func overlaps(_ a: FindingSpan?, _ b: FindingSpan?) -> Bool {
    guard let a, let b else { return false }
    return a.segment == b.segment && a.range.overlaps(b.range)
  }
}
