package import SamsvarModel
import SamsvarText

/// A claim, suspicion or possibility of the article that the summary states as a fact.
package struct SummaryHedge: Rule {
  package static let id = "summary.hedge"
  package static let category = FindingCategory.hedge
  package static let summary =
    "The summary states as a fact what the article only claims or thinks possible."

  /// How far after a hedge the words it concerns stand, in tokens.
  private static let reach = 8
  /// How far after a subject its auxiliary stands.
  private static let subjectReach = 3

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    SummaryView.all(context).flatMap(findings)
  }

  private func findings(_ view: SummaryView) -> [Finding] {
    let target = Hedges(document: view.context.target, data: view.context.targetData)
    guard !target.hasAny(in: view.segment) else { return [] }
    let source = Hedges(document: view.context.source, data: view.context.sourceData)
    return view.pairing.source.flatMap { segment in
      source.strong(in: segment).compactMap { hedge -> Finding? in
        fact(stating: hedge.upperBound..<hedge.upperBound + Self.reach, view).map { tokens in
          view.finding(
            Self.self, at: tokens, source: view.sourceSpan(hedge),
            reason: "the source does not say this as a fact")
        }
      }
    }
  }

  /// The auxiliary that states the first matched word of a hedge's scope, up to that word.
  private func fact(stating scope: Range<Int>, _ view: SummaryView) -> Range<Int>? {
    let document = view.context.target
    let auxiliaries = view.context.targetData.claims.auxiliaries
    let first = view.pairs.filter { scope.contains($0.source) }.min { $0.source < $1.source }
    guard let first else { return nil }
    func isAuxiliary(_ token: Int) -> Bool {
      auxiliaries.contains(document.words.bytes(of: Int(document.tokens[token].word)))
    }
    func isMark(_ token: Int) -> Bool { document.tokens[token].kind == .punctuation }
    let start = max(view.tokens.lowerBound, first.target - Self.reach)
    let before = (start..<first.target).reversed().prefix { !isMark($0) }
    if let token = before.first(where: isAuxiliary) { return token..<first.target + 1 }
    // Or its subject stands before the auxiliary.
    let end = min(view.tokens.upperBound, first.target + Self.subjectReach)
    let after = (first.target..<end).prefix { !isMark($0) }
    return after.first(where: isAuxiliary).map { $0..<min($0 + 2, view.tokens.upperBound) }
  }
}

/// The hedges of a document.
private struct Hedges {
  let document: AnalysedDocument
  let data: LanguageData

  /// Those that a summary must not leave out, as runs of tokens.
  func strong(in segment: Int) -> [Range<Int>] {
    let range = document.tokenRange(segment)
    return range.compactMap { token in
      data.claims.hedges.match { forms(token + $0, range) }.map { token..<token + $0 }
    }
  }

  /// Whether there is a hedge of any sort in a segment.
  func hasAny(in segment: Int) -> Bool {
    let range = document.tokenRange(segment)
    return range.contains { token in
      data.claims.hedges.match { forms(token + $0, range) } != nil
        || data.claims.mildHedges.match { forms(token + $0, range) } != nil
    }
  }

  private func forms(_ token: Int, _ range: Range<Int>) -> [[UInt8]] {
    range.contains(token) ? document.forms.candidates(Int(document.tokens[token].word)) : []
  }
}

extension SummaryHedge {
  package static let documentation = RuleDocumentation(
    """
    The article claims, suspects or thinks possible (`hevder`, `kan`, `trolig`); the summary
    says the same as a fact.
    """,
    examples: [
      .finds(
        "will lead",
        "Stengingen kan føre til mangel på deler.",
        "The closure will lead to a shortage of parts."
      ).asSummary(),
      .leaves(
        "Stengingen kan føre til mangel på deler.",
        "The closure may lead to a shortage of parts."
      ).asSummary(),
    ])
}
