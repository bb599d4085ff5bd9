import SamsvarAlign
package import SamsvarModel
import SamsvarTerms
import SamsvarText

/// One rendering for two different things: the same segment for different sources, or one term for
/// two concepts.
package struct TargetReused: Rule {
  package static let id = "consistency.target"
  package static let category = FindingCategory.consistency
  package static let severity = Severity.note
  package static let summary = "Two different things of the source have the same rendering."

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    guard !context.isSummary else { return [] }
    return segments(context) + terms(context)
  }

  // MARK: - Segments

  private func segments(_ context: CheckContext) -> [Finding] {
    var groups: [String: [Pairing]] = [:]
    for pairing in context.pairings
    where pairing.source.count == 1 && pairing.target.count == 1
      && words(context.target, pairing.target[0]) >= 2
    {
      groups[context.target.document.string(pairing.target[0]), default: []].append(pairing)
    }
    return groups.values.filter { $0.count > 1 }.flatMap { reused(context, $0) }
  }

  /// The beads of a group whose source has a word that the shared target leaves unexplained, while
  /// another source is explained throughout.
  private func reused(_ context: CheckContext, _ group: [Pairing]) -> [Finding] {
    guard let right = group.first(where: { unexplained(context, $0) == nil }) else { return [] }
    let rightSource = context.source.document.string(right.source[0])
    return group.compactMap { pairing in
      guard abs(pairing.number - right.number) > 1,
        context.source.document.string(pairing.source[0]) != rightSource,
        let token = unexplained(context, pairing)
      else { return nil }
      let span = { (segment: Int) in
        context.target.span(segment, context.target.document.segments[segment].range)
      }
      return context.finding(
        Self.self, .note, in: pairing,
        source: context.source.span(pairing.source[0], context.source.tokens[token].range),
        target: span(pairing.target[0]), message: "the same translation as for another text",
        reason: "it also stands for \"\(rightSource)\"", related: [span(right.target[0])])
    }
  }

  private func unexplained(_ context: CheckContext, _ pairing: Pairing) -> Int? {
    context.source.tokenRange(pairing.source[0]).first { token in
      let word = Int(context.source.tokens[token].word)
      return context.source.tokens[token].kind == .word && !context.source.isStopWord[word]
        && context.evidence.explained(sourceToken: token, by: pairing.target) < 0.3
    }
  }

  private func words(_ document: AnalysedDocument, _ segment: Int) -> Int {
    document.tokenRange(segment).count { document.tokens[$0].kind == .word }
  }

  // MARK: - Terms

  private func terms(_ context: CheckContext) -> [Finding] {
    guard !context.termbase.concepts.isEmpty else { return [] }
    let lookup = TermLookup(context)
    let known = Set(context.sourceTerms.map(\.concept))
    return context.pairings.indices.flatMap { index -> [Finding] in
      let pairing = context.pairings[index]
      let sources = lookup.source(pairing)
      return sources.compactMap { occurrence in
        guard !occurrence.isUncertain, occurrence.form != .compoundPart,
          !context.termbase.concepts[occurrence.concept].isDoNotTranslate,
          !lookup.isRendered(occurrence, at: index), isAlone(context, occurrence, pairing),
          let other = borrowed(context, lookup, pairing, sources, known)
        else { return nil }
        return finding(context, pairing, occurrence, other)
      }
    }
  }

  /// Whether the term is all of the source that the target leaves unexplained: what else stands there may
  /// stand for something else.
  private func isAlone(
    _ context: CheckContext, _ occurrence: TermOccurrence, _ pairing: Pairing
  ) -> Bool {
    pairing.source.allSatisfy { segment in
      context.source.tokenRange(segment).allSatisfy { token in
        let word = Int(context.source.tokens[token].word)
        return occurrence.tokens.contains(token) || context.source.tokens[token].kind != .word
          || context.source.isStopWord[word]
          || context.evidence.explained(sourceToken: token, by: pairing.target) >= 0.3
      }
    }
  }

  /// A term of the target that renders a concept which the bead does not have and the document has.
  private func borrowed(
    _ context: CheckContext, _ lookup: TermLookup, _ pairing: Pairing,
    _ sources: [TermOccurrence], _ known: Set<Int>
  ) -> TermOccurrence? {
    lookup.target(pairing).first { candidate in
      candidate.term.status.isAllowed
        && !sources.contains { ([$0.concept] + $0.rivals).contains(candidate.concept) }
        && known.contains(candidate.concept)
        && context.evidence.explained(
          targetToken: candidate.tokens.upperBound - 1, by: pairing.source) < 0.3
    }
  }

  private func finding(
    _ context: CheckContext, _ pairing: Pairing, _ source: TermOccurrence, _ target: TermOccurrence
  ) -> Finding {
    let span = context.target.span(target.segment, target.range)
    let terms = context.termbase.concepts[target.concept].terms(in: context.source.language)
    let usual = terms.first.map(\.term) ?? context.termbase.concepts[target.concept].id
    return context.finding(
      Self.self, .note, in: pairing, concept: context.termbase.concepts[source.concept].id,
      source: context.source.span(source.segment, source.range), target: span,
      message: "\"\(span.text)\" for \"\(source.term.term)\" stands for \"\(usual)\" elsewhere",
      reason: "the termbase keeps the two apart")
  }
}

extension TargetReused {
  private static let glossary =
    "id,nb,en\nmunicipality,kommune,municipality\ncounty,fylke,county"

  package static let documentation = RuleDocumentation(
    """
    Two segments that lie apart have the same translation, and one of them has a word that it leaves
    unexplained; or a concept of the termbase has no term in the target, which has the term of
    another concept that the document also speaks of. Always a note: the texts may well mean the
    same.
    """,
    examples: [
      .finds(
        "municipality", "Kommunen betaler.\nDe to møttes i går.\nFylket vedtok planen.",
        "The municipality pays.\nThe two met yesterday.\nThe municipality adopted the plan.",
        glossary: glossary),
      .leaves(
        "Kommunen betaler.\nDe to møttes i går.\nFylket vedtok planen.",
        "The municipality pays.\nThe two met yesterday.\nThe county adopted the plan.",
        glossary: glossary),
    ])
}
