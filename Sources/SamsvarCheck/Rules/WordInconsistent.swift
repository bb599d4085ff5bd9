import SamsvarAlign
import SamsvarDataFiles
package import SamsvarModel
import SamsvarTerms
import SamsvarText

/// A noun of the source that the document renders by one word, and here by another, told from the
/// words that correspond and not from a termbase.
package struct WordInconsistent: Rule {
  package static let id = "consistency.word"
  package static let category = FindingCategory.consistency
  package static let severity = Severity.note
  package static let summary = "The document renders a noun in one way, and here in another."

  /// The fewest beads that say what is usual.
  private static let fewest = 5
  /// The letters of words that are likely terms; shorter ones are everyday words with many
  /// renderings.
  private static let letters = 7
  /// How sure it must be that two words correspond.
  private static let sure: Float = 0.6

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    guard !context.isSummary, context.source.language.base != context.target.language.base else {
      return []
    }
    var isTerm = [Bool](repeating: false, count: context.source.tokens.count)
    for token in context.sourceTerms.flatMap(\.tokens) { isTerm[token] = true }
    var places: [[UInt8]: [Place]] = [:]
    for (index, pairing) in context.pairings.enumerated() where !pairing.target.isEmpty {
      collect(context, pairing, index, isTerm, into: &places)
    }
    return places.filter { $0.value.count >= Self.fewest }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .flatMap { findings(context, $0.value) }
  }

  /// A noun in a bead, and what stands for it there.
  private struct Place {
    var pairing: Int
    var source: FindingSpan
    var rendering: Rendering
  }

  private func collect(
    _ context: CheckContext, _ pairing: Pairing, _ index: Int, _ isTerm: [Bool],
    into places: inout [[UInt8]: [Place]]
  ) {
    let pairs = context.evidence.pairs(pairing.source, pairing.target)
    for pair in pairs where pair.score >= Self.sure {
      guard let lemma = noun(context, pair.source),
        !isTerm[pair.source],
        let source = place(context.source, pair.source, pairing.source),
        let rendering = rendering(context, pair.target, pairs.map(\.target), pairing.target)
      else { continue }
      places[lemma, default: []].append(
        Place(pairing: index, source: source, rendering: rendering))
    }
  }

  /// The dictionary form of a token that is a noun and nothing else.
  private func noun(_ context: CheckContext, _ token: Int) -> [UInt8]? {
    let word = Int(context.source.tokens[token].word)
    guard context.source.tokens[token].kind == .word, !context.source.isNameWord[word],
      !context.source.isStopWord[word]
    else { return nil }
    let lemmas = context.source.forms.lemmas[word]
    guard let lemma = lemmas.first, lemma.count >= Self.letters,
      lemmas.allSatisfy({ context.sourceLemmatiser.parts(of: $0).subtracting(.name) == .noun })
    else { return nil }
    return lemma
  }

  private func place(
    _ document: AnalysedDocument, _ token: Int, _ segments: [Int]
  ) -> FindingSpan? {
    segments.first { document.tokenRange($0).contains(token) }.map {
      document.span($0, document.tokens[token].range)
    }
  }

  /// The word of the target with the one before it where that stands for nothing else: `local
  /// council`.
  private func rendering(
    _ context: CheckContext, _ token: Int, _ taken: [Int], _ segments: [Int]
  ) -> Rendering? {
    guard let segment = segments.first(where: { context.target.tokenRange($0).contains(token) })
    else { return nil }
    var first = token
    let before = token - 1
    if context.target.tokenRange(segment).contains(before),
      context.target.tokens[before].kind == .word,
      !context.target.isStopWord[Int(context.target.tokens[before].word)],
      !context.target.tokens[before].shape.contains(.capitalised), !taken.contains(before)
    {
      first = before
    }
    let lemma = context.target.forms.lemmas[Int(context.target.tokens[token].word)].first ?? []
    let modifier = first < token ? context.target.string(token: first) + " " : ""
    let range =
      context.target.tokens[first].range.lowerBound..<context.target.tokens[token].range.upperBound
    return Rendering(
      term: modifier.lowercased() + String(decoding: lemma, as: UTF8.self),
      span: context.target.span(segment, range))
  }

  private func findings(_ context: CheckContext, _ places: [Place]) -> [Finding] {
    let all = places.map(\.rendering)
    guard let usual = RenderingCounts.usual(all) else { return [] }
    let head = Self.head(usual.term)
    let alike = all.filter { $0.isVariant(of: usual) || Self.head($0.term) == head }
    guard alike.count >= 4, 5 * alike.count >= 4 * all.count else { return [] }
    return places.compactMap { place in
      let rendering = place.rendering
      let pairing = context.pairings[place.pairing]
      guard !rendering.isVariant(of: usual), Self.head(rendering.term) != head,
        !stands(context, head, pairing)
      else { return nil }
      return context.finding(
        Self.self, .note, in: pairing, source: place.source, target: rendering.span,
        message: "\"\(rendering.span.text)\" for \"\(place.source.text)\", which is "
          + "\"\(usual.term)\" elsewhere",
        reason: "the document has " + RenderingCounts.text(all),
        related: alike.prefix(5).map(\.span))
    }
  }

  private static func head(_ term: String) -> Substring { term.split(separator: " ").last ?? "" }

  /// Whether the usual word stands in the bead for something: then it was not avoided.
  private func stands(_ context: CheckContext, _ head: Substring, _ pairing: Pairing) -> Bool {
    pairing.target.contains { segment in
      context.target.tokenRange(segment).contains { token in
        context.target.forms.candidates(Int(context.target.tokens[token].word)).contains {
          $0.elementsEqual(head.utf8)
        }
      }
    }
  }
}

extension WordInconsistent {
  package static let documentation = RuleDocumentation(
    """
    Without a termbase: for each noun of seven letters or more the words that correspond to it are
    counted over the document, by lemma. Where it stands in five beads or more and four fifths agree,
    the others get a note each with the counts. Words of the termbase are left to `consistency.term`.
    """,
    examples: [
      .finds(
        "report",
        "Meldingen kom i går.\nMeldingen var kort.\nHun leste meldingen.\nMeldingen er slettet.\nHan fikk en melding.",
        "The message came yesterday.\nThe message was short.\nShe read the message.\nThe message has been deleted.\n"
          + "He got a report."),
      .leaves(
        "Meldingen kom i går.\nMeldingen var kort.\nHun leste meldingen.\nHan fikk en melding.",
        "The message came yesterday.\nThe message was short.\nShe read the message.\nHe got a message."
      ),
    ])
}
