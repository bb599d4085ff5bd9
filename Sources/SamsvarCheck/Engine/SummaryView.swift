import SamsvarAlign
import SamsvarModel
import SamsvarText

/// One summary sentence beside the article sentences it rests on: what its details are compared with.
struct SummaryView {
  /// Tokens of both sides that say the same.
  typealias Pair = (source: Int, target: Int, score: Float)

  let context: CheckContext
  let pairing: Pairing
  /// The summary segment.
  let segment: Int
  /// Words and values of the linked sentences and the summary sentence that say the same.
  let pairs: [Pair]
  private let linkedWords: Set<Int32>
  private let summaryWords: Set<Int32>

  /// From here on a word counts as explained.
  static let explained: Float = 0.45
  /// What a pair of equal values counts: a number says more about a place than a word.
  private static let valueScore: Float = 2
  /// How far from a linked sentence the article still speaks of the same.
  private static let reach = 2

  /// A view of a pairing with a link; nil where nothing is linked.
  init?(_ context: CheckContext, _ pairing: Pairing) {
    guard let segment = pairing.target.first, !pairing.source.isEmpty else { return nil }
    self.context = context
    self.pairing = pairing
    self.segment = segment
    linkedWords = context.evidence.sourceWords(pairing.source)
    summaryWords = context.evidence.targetWords(pairing.target)
    pairs = Self.pairs(context, pairing.source, pairing.target)
  }

  /// The views of all summary sentences that have a link, in order.
  static func all(_ context: CheckContext) -> [SummaryView] {
    guard context.isSummary else { return [] }
    return context.pairings.compactMap { SummaryView(context, $0) }
  }

  // MARK: - Words

  /// The tokens of the summary sentence.
  var tokens: Range<Int> { context.target.tokenRange(segment) }

  /// The tokens of the linked sentences, in order.
  var linkedTokens: [Int] { pairing.source.flatMap { Array(context.source.tokenRange($0)) } }

  /// How well the linked sentences explain a token of the summary.
  func linked(_ token: Int) -> Float {
    context.evidence.explained(targetToken: token, by: linkedWords)
  }

  /// How well the summary sentence explains a token of the article.
  func taken(_ token: Int) -> Float {
    context.evidence.explained(sourceToken: token, by: summaryWords)
  }

  /// Whether the linked sentences explain a token of the summary.
  func isLinked(_ token: Int) -> Bool { linked(token) >= Self.explained }

  /// Whether the summary sentence explains a token of the article.
  func isTaken(_ token: Int) -> Bool { taken(token) >= Self.explained }

  /// Whether a token of the summary carries meaning: a word, no stop word, not part of a value.
  func isContent(_ token: Int) -> Bool {
    let kind = context.target.tokens[token].kind
    return (kind == .word || kind == .abbreviation)
      && !context.target.isStopWord[Int(context.target.tokens[token].word)]
      && value(at: token) == nil
  }

  /// The value that a token of the summary belongs to, if any.
  func value(at token: Int) -> ValueMention? {
    context.target.valueRange(segment).lazy.map { context.target.values[$0] }
      .first { $0.tokens.contains(token) }
  }

  /// The value that a token of the linked sentences belongs to, if any.
  func sourceValue(at token: Int) -> ValueMention? {
    pairing.source.lazy.flatMap { context.source.valueRange($0) }.map { context.source.values[$0] }
      .first { $0.tokens.contains(token) }
  }

  // MARK: - Neighbours

  /// The segments around the linked ones, without them.
  var nearSegments: [Int] {
    var near: Set<Int> = []
    for source in pairing.source {
      near.formUnion(
        max(0, source - Self.reach)..<min(context.source.count, source + Self.reach + 1))
    }
    return near.subtracting(pairing.source).sorted()
  }

  /// How alike the surroundings of a place in the linked sentences and of one in the summary are.
  func likeness(_ source: Range<Int>, _ target: Range<Int>) -> Float {
    Neighbours.score(beside(pairs, source, target), source, target)
  }

  /// The pairs that have no part in either place.
  private func beside(_ pairs: [Pair], _ source: Range<Int>, _ target: Range<Int>) -> [Pair] {
    pairs.filter { !source.contains($0.source) && !target.contains($0.target) }
  }

  /// The same within the clauses of the two places, as far as marks tell.
  func likenessInClause(_ source: Int, _ target: Int) -> Float {
    let pairs = pairs.filter {
      isOneClause(context.source, $0.source, source)
        && isOneClause(context.target, $0.target, target)
    }
    let places = (source..<source + 1, target..<target + 1)
    return Neighbours.score(beside(pairs, places.0, places.1), places.0, places.1)
  }

  private func isOneClause(_ document: AnalysedDocument, _ a: Int, _ b: Int) -> Bool {
    !(min(a, b)..<max(a, b)).contains { document.tokens[$0].kind == .punctuation }
  }

  /// The same for a place in any segment of the article.
  func likeness(_ source: Range<Int>, in segment: Int, _ target: Range<Int>) -> Float {
    if pairing.source.contains(segment) { return likeness(source, target) }
    let pairs = Self.pairs(context, [segment], pairing.target)
    return Neighbours.score(beside(pairs, source, target), source, target)
  }

  private static func pairs(_ context: CheckContext, _ source: [Int], _ target: [Int]) -> [Pair] {
    var pairs = context.evidence.pairs(source, target)
    for left in source {
      for value in context.source.valueRange(left).map({ context.source.values[$0] }) {
        for right in target {
          for other in context.target.valueRange(right).map({ context.target.values[$0] })
          where SummarySupport.holds(value, other, in: context.source) {
            pairs.append((value.tokens.lowerBound, other.tokens.lowerBound, valueScore))
          }
        }
      }
    }
    return pairs
  }

  // MARK: - Findings

  /// A finding at a stretch of tokens of the summary sentence.
  func finding<R: Rule>(
    _ rule: R.Type, _ severity: Severity = .error, category: FindingCategory? = nil,
    at tokens: Range<Int>, source: FindingSpan? = nil, reason: String
  ) -> Finding {
    let range =
      Int(
        context.target.tokens[tokens.lowerBound].start)..<Int(
        context.target.tokens[tokens.upperBound - 1].end)
    let span = context.target.span(segment, range)
    return context.finding(
      rule, severity, in: pairing, category: category, source: source, target: span,
      message: source.map { "\"\(span.text)\" where the source says \"\($0.text)\"" }
        ?? "\"\(span.text)\" is not in the linked source sentences",
      reason: reason)
  }

  /// The span of a stretch of tokens of a source segment.
  func sourceSpan(_ tokens: Range<Int>) -> FindingSpan? {
    let range =
      Int(
        context.source.tokens[tokens.lowerBound].start)..<Int(
        context.source.tokens[tokens.upperBound - 1].end)
    return context.source.segment(at: range.lowerBound).map { context.source.span($0, range) }
  }
}
