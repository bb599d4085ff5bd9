import SamsvarAlign
import SamsvarModel
import SamsvarTerms
import SamsvarText

/// The term occurrences of both sides, by segment, and what counts as a rendering.
struct TermLookup {
  private let context: CheckContext
  private var sourceBySegment: [[TermOccurrence]]
  private var targetBySegment: [[TermOccurrence]]
  private var renderings: [[TermOccurrence]]
  /// For each source segment its pairing, or -1.
  private let owners: [Int]

  init(_ context: CheckContext) {
    self.context = context
    sourceBySegment = [[TermOccurrence]](repeating: [], count: context.source.count)
    targetBySegment = [[TermOccurrence]](repeating: [], count: context.target.count)
    renderings = [[TermOccurrence]](repeating: [], count: context.target.count)
    var owners = [Int](repeating: -1, count: context.source.count)
    for (index, pairing) in context.pairings.enumerated() {
      for segment in pairing.source { owners[segment] = index }
    }
    self.owners = owners
    for occurrence in context.nestedTargetTerms {
      renderings[occurrence.segment].append(occurrence)
    }
    for occurrence in context.sourceTerms { sourceBySegment[occurrence.segment].append(occurrence) }
    for occurrence in context.targetTerms { targetBySegment[occurrence.segment].append(occurrence) }
  }

  /// The source occurrences of a pairing, in order.
  func source(_ pairing: Pairing) -> [TermOccurrence] {
    pairing.source.flatMap { sourceBySegment[$0] }
  }

  /// The target occurrences of a pairing, in order.
  func target(_ pairing: Pairing) -> [TermOccurrence] {
    pairing.target.flatMap { targetBySegment[$0] }
  }

  /// How often the source names a concept, alone or among those that share a term.
  func sourceCount(_ concepts: Set<Int>, in pairing: Pairing) -> Int {
    source(pairing).count { !concepts.isDisjoint(with: [$0.concept] + $0.rivals) }
  }

  /// How often an allowed term of some concepts stands in the target.
  func renderingCount(_ concepts: Set<Int>, in pairing: Pairing) -> Int {
    let places = pairing.target.flatMap { segment in
      renderings[segment].filter {
        concepts.contains($0.concept) && $0.term.status.isAllowed && !isCopied($0, in: pairing)
      }.map(\.range)
    }
    return Set(places).count
  }

  /// Whether a term stands in words that the source has too, in the target's language: the title of
  /// a book renders nothing.
  private func isCopied(_ occurrence: TermOccurrence, in pairing: Pairing) -> Bool {
    guard context.source.language.base != context.target.language.base else { return false }
    let words = run(around: occurrence)
    guard words.count > occurrence.tokens.count else { return false }
    return pairing.source.contains { segment in
      let range = context.source.tokenRange(segment)
      return range.contains { start in
        start + words.count <= range.upperBound
          && words.indices.allSatisfy {
            context.source.string(token: start + $0) == words[$0]
          }
          && !source(pairing).contains {
            $0.concept == occurrence.concept && $0.tokens.overlaps(start..<start + words.count)
          }
      }
    }
  }

  /// A term with the word after it, or before it at the end of a segment.
  private func run(around occurrence: TermOccurrence) -> [String] {
    let range = context.target.tokenRange(occurrence.segment)
    var tokens = occurrence.tokens
    if tokens.upperBound < range.upperBound {
      tokens = tokens.lowerBound..<tokens.upperBound + 1
    } else if tokens.lowerBound > range.lowerBound {
      tokens = tokens.lowerBound - 1..<tokens.upperBound
    }
    return tokens.map { context.target.string(token: $0) }
  }

  /// Whether an allowed term for an occurrence stands in the pairing's target, or one to spare
  /// beside it: a translator may say in the next sentence what the source says in this one.
  ///
  /// An occurrence whose term several concepts share is rendered by any of them: the target says
  /// which is meant.
  func isRendered(_ occurrence: TermOccurrence, at index: Int) -> Bool {
    let concepts = Set([occurrence.concept] + occurrence.rivals)
    if renderingCount(concepts, in: context.pairings[index]) > 0 { return true }
    return [index - 1, index + 1].filter(context.pairings.indices.contains).contains { near in
      let pairing = context.pairings[near]
      return renderingCount(concepts, in: pairing) > sourceCount(concepts, in: pairing)
    }
  }

  /// Whether a ruled-out term of the concept stands in the pairing's target.
  func hasForbidden(_ concept: Int, in pairing: Pairing) -> Bool {
    target(pairing).contains { $0.concept == concept && !$0.term.status.isAllowed }
  }

  /// A word of the target built on an allowed term of the concept, as `vaccinated` is on `vaccine`.
  func derivation(_ concept: ConceptEntry, in pairing: Pairing) -> Int? {
    let wanted = concept.terms(in: context.target.language).filter(\.status.isAllowed)
      .map { Folding.lower(Array($0.term.utf8)) }
    let words = wanted.filter { $0.count >= 4 && !$0.contains(0x20) }
    return tokens(pairing).first { token in
      let word = context.target.forms.words[Int(context.target.tokens[token].word)]
      return words.contains { WordKinship.areRelated($0, word) }
    }
  }

  /// A word of the target by which the lexicon translates an occurrence, though the termbase does
  /// not have it.
  func otherRendering(_ occurrence: TermOccurrence, in pairing: Pairing) -> Int? {
    let source = Set(occurrence.tokens.lazy.map { context.source.tokens[$0].word })
    guard occurrence.form != .compoundPart, source.count == 1 else { return nil }
    let pairs = context.evidence.pairs(pairing.source, pairing.target)
    return pairs.first {
      source.contains(context.source.tokens[$0.source].word) && $0.score >= 0.7
    }?.target
  }

  /// What stands in the target for an occurrence: terms of the concept, allowed or not, else a word
  /// by which the lexicon translates it, else one built on its terms.
  func renderings(_ occurrence: TermOccurrence, in pairing: Pairing) -> [Rendering] {
    let concepts = Set([occurrence.concept] + occurrence.rivals)
    let terms = pairing.target.flatMap { segment in
      renderings[segment].filter {
        concepts.contains($0.concept) && !isCopied($0, in: pairing)
      }
    }
    if !terms.isEmpty {
      return terms.map {
        Rendering(
          term: Self.lower($0.term.term), span: context.target.span($0.segment, $0.range))
      }
    }
    let concept = context.termbase.concepts[occurrence.concept]
    guard
      let token = otherRendering(occurrence, in: pairing) ?? derivation(concept, in: pairing),
      let segment = context.target.segment(at: context.target.tokens[token].range.lowerBound)
    else { return [] }
    let range = context.target.tokens[token].range
    let lemma = context.target.forms.lemmas[Int(context.target.tokens[token].word)].first ?? []
    return [
      Rendering(
        term: String(decoding: lemma, as: UTF8.self), span: context.target.span(segment, range))
    ]
  }

  /// The content words of the target that nothing in the source explains: what may stand for a term
  /// that has no known rendering.
  func unexplained(_ pairing: Pairing) -> [FindingSpan] {
    pairing.target.flatMap { segment in
      context.target.tokenRange(segment).compactMap { token -> FindingSpan? in
        let word = Int(context.target.tokens[token].word)
        guard context.target.tokens[token].kind == .word, !context.target.isStopWord[word],
          !context.target.isNameWord[word],
          context.evidence.explained(targetToken: token, by: pairing.source) < 0.3
        else { return nil }
        return context.target.span(segment, context.target.tokens[token].range)
      }
    }
  }

  /// What the document renders a concept by, and how often: `"municipality" 14×, "local council"
  /// 3×`; nil where fewer than two beads say.
  ///
  /// - Complexity: O(terms of the source)
  func counts(_ concept: Int) -> String? {
    var last = -1
    let all = context.sourceTerms.compactMap { occurrence -> Rendering? in
      let owner = owners[occurrence.segment]
      guard occurrence.concept == concept, owner >= 0, owner != last else { return nil }
      last = owner
      return renderings(occurrence, in: context.pairings[owner]).first
    }
    return all.count < 2 ? nil : RenderingCounts.text(all)
  }

  private static func lower(_ text: String) -> String {
    String(decoding: Folding.lower(Array(text.utf8)), as: UTF8.self)
  }

  private func tokens(_ pairing: Pairing) -> [Int] {
    pairing.target.flatMap { Array(context.target.tokenRange($0)) }
  }
}
