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
    guard rendered.count >= 3, let usual = usual(rendered) else { return [] }
    let alike = rendered.filter { place in
      place.renderings.contains { $0.isVariant(of: usual) }
    }
    guard alike.count >= 2, 3 * alike.count >= 2 * rendered.count else { return [] }
    let counts = Self.counts(rendered)
    return places.compactMap { place in
      guard !place.renderings.contains(where: { $0.isVariant(of: usual) }) else { return nil }
      let pairing = context.pairings[place.pairing]
      guard
        let span = place.renderings.first?.span
          ?? (lookup.isRendered(place.source, at: place.pairing)
            ? nil : unexplained(context, pairing))
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

  /// A content word of the target that nothing in the source explains: what may stand for a term that
  /// has no known rendering.
  private func unexplained(_ context: CheckContext, _ pairing: Pairing) -> FindingSpan? {
    for segment in pairing.target {
      for token in context.target.tokenRange(segment) {
        let word = Int(context.target.tokens[token].word)
        guard context.target.tokens[token].kind == .word, !context.target.isStopWord[word],
          !context.target.isNameWord[word],
          context.evidence.explained(targetToken: token, by: pairing.source) < 0.3
        else { continue }
        return context.target.span(segment, context.target.tokens[token].range)
      }
    }
    return nil
  }

  /// The rendering that most beads have; of equally frequent ones the first.
  private func usual(_ places: [Place]) -> Rendering? {
    let all = places.flatMap(\.renderings)
    return all.enumerated().max { a, b in
      let left = all.count { $0.isVariant(of: a.element) }
      let right = all.count { $0.isVariant(of: b.element) }
      return (left, -a.offset) < (right, -b.offset)
    }?.element
  }

  /// How often each rendering occurs: `"municipality" 14×, "local council" 3×`.
  private static func counts(_ places: [Place]) -> String {
    var counts: [(term: String, count: Int)] = []
    for rendering in places.compactMap(\.renderings.first) {
      if let index = counts.firstIndex(where: { $0.term == rendering.term }) {
        counts[index].count += 1
      } else {
        counts.append((rendering.term, 1))
      }
    }
    return counts.sorted { ($1.count, $0.term) < ($0.count, $1.term) }
      .map { "\"\($0.term)\" \($0.count)×" }.joined(separator: ", ")
  }
}

/// What stands in a target for a concept.
struct Rendering {
  /// In lower case, as the termbase or the lexicon has it.
  var term: String
  var span: FindingSpan

  /// Whether two renderings are one choice of word: the same, on the same stem, or an acronym and what
  /// it stands for.
  func isVariant(of other: Rendering) -> Bool {
    if term == other.term { return true }
    let left = Self.words(term)
    let right = Self.words(other.term)
    if left.count == 1, right.count == 1 { return WordKinship.areRelated(left[0], right[0]) }
    if left.count == right.count, zip(left, right).allSatisfy(WordKinship.areRelated) {
      return true
    }
    return Self.isAcronym(term, of: right) || Self.isAcronym(other.term, of: left)
  }

  private static func words(_ term: String) -> [[UInt8]] {
    term.utf8.split { $0 == 0x20 || $0 == 0x2D }.map(Array.init)
  }

  private static func isAcronym(_ term: String, of words: [[UInt8]]) -> Bool {
    let letters = term.utf8.filter { $0 != 0x2E }
    let initials = words.compactMap(\.first)
    return words.count > 1 && letters.count >= 2 && letters.count <= words.count
      && initials.starts(with: letters)
  }
}

extension RenderingInconsistent {
  package static let documentation = RuleDocumentation(
    """
    The renderings of each concept are counted over the document: its terms, other words by which the lexicon
    translates it, and where there is neither a word that nothing in the source explains. Where two thirds of the beads
    or more agree on one, the others get a note each, with the usual places beside it. An acronym and its full
    form, and words on one stem, count as one choice.
    """,
    examples: [])
}
