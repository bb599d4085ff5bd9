import SamsvarAlign
import SamsvarDataFiles
import SamsvarLexicon
import SamsvarModel
import SamsvarText

/// A clause of the article with a negation, and what a summary that has none makes of it.
struct NegatedClause {
  let negation: Int
  /// The tokens of its segment.
  let segment: Range<Int>
  private let view: SummaryView
  private let pairs: [SummaryView.Pair]

  /// How far before its negation a finite verb stands.
  private static let reach = 3

  /// - Parameter phrases: Tokens that say something else than by themselves (`si opp`).
  init(
    _ view: SummaryView, _ negation: Int, _ segment: Int, _ pairs: [SummaryView.Pair],
    hiding phrases: Set<Int>
  ) {
    self.view = view
    self.negation = negation
    self.segment = view.context.source.tokenRange(segment)
    self.pairs = pairs.filter { !phrases.contains($0.source) }
  }

  private var source: AnalysedDocument { view.context.source }
  private var target: AnalysedDocument { view.context.target }

  /// The tokens of the clause, from mark to mark.
  private var tokens: Range<Int> {
    func isMark(_ token: Int) -> Bool { source.tokens[token].kind == .punctuation }
    let start = (segment.lowerBound..<negation).last(where: isMark).map { $0 + 1 }
    let end = (negation..<segment.upperBound).first(where: isMark)
    return (start ?? segment.lowerBound)..<(end ?? segment.upperBound)
  }

  /// `ikke til Oslo, men til Bergen`: the negation ends where the contrast begins.
  private var hasContrast: Bool {
    let end = tokens.upperBound
    return [end, end + 1].contains { token in
      guard segment.contains(token) else { return false }
      let word = source.words.bytes(of: Int(source.tokens[token].word))
      return ["men", "but", "utan", "snarere", "rather"].contains { word.elementsEqual($0.utf8) }
    }
  }

  // MARK: - Verbs

  /// The summary's word for the verb that is negated: *rule out* for `utelukker foreløpig ikke`.
  var affirmedVerb: Range<Int>? {
    let before = (max(tokens.lowerBound, negation - Self.reach)..<negation).reversed()
      .prefix { !beginsClause($0) }
    guard !hasContrast, let verb = before.first(where: isVerb),
      let pair = pairs.first(where: { $0.source == verb }), isOnly(pair),
      pairs.contains(where: {
        tokens.contains($0.source) && $0.source != verb && $0.target != pair.target
      })
    else { return nil }
    return pair.target..<pair.target + 1
  }

  /// `hvis du ikke`, `og ville ikke`: the verb before is another clause's.
  private func beginsClause(_ token: Int) -> Bool {
    let word = source.words.bytes(of: Int(source.tokens[token].word))
    let data = view.context.sourceData
    return data.conjunctions.contains(word) || data.functionWords[word]?.contains(.clause) == true
  }

  private func isVerb(_ token: Int) -> Bool {
    guard isContent(token) else { return false }
    return source.forms.candidates(Int(source.tokens[token].word)).contains {
      view.context.lexicon?.parts(of: $0, in: source.language).contains(.verb) == true
    }
  }

  // MARK: - Nouns

  /// The summary's word for what there is none of: *an agreement* for `ingen avtale`, *two were
  /// injured* for `ingen ble skadet`.
  var affirmedNoun: Range<Int>? {
    guard !hasContrast, isDeterminer(negation, source, view.context.sourceData) else { return nil }
    let words = (negation + 1..<max(tokens.upperBound, negation + 1)).filter(isContent)
    let found = words.compactMap { word in pairs.first { $0.source == word } }
    guard let first = words.first, let pair = found.first, pair.source == first, isOnly(pair),
      2 * found.count >= words.count
    else { return nil }
    // A clause of its own is denied whole; a noun needs an article on the other side.
    let isWhole = negation == tokens.lowerBound && found.count == words.count
    return isWhole || isGiven(pair.target) ? pair.target..<pair.target + 1 : nil
  }

  /// Whether an article stands right before a word, or before the one before it.
  private func isGiven(_ token: Int) -> Bool {
    (max(view.tokens.lowerBound, token - 2)..<token).contains {
      isDeterminer($0, target, view.context.targetData)
    }
  }

  private func isDeterminer(
    _ token: Int, _ document: AnalysedDocument, _ data: LanguageData
  ) -> Bool {
    let word = document.words.bytes(of: Int(document.tokens[token].word))
    return data.functionWords[word]?.contains(.determiner) == true
  }

  private func isContent(_ token: Int) -> Bool {
    source.tokens[token].kind == .word
      && !source.isStopWord[Int(source.tokens[token].word)]
  }

  /// Whether no word beside the clause explains the summary's word too.
  private func isOnly(_ pair: SummaryView.Pair) -> Bool {
    let near = (view.pairing.source + view.nearSegments).flatMap { source.tokenRange($0) }
    return !near.contains {
      !tokens.contains($0)
        && view.context.evidence.isMatch(sourceToken: $0, targetToken: pair.target)
    }
  }
}
