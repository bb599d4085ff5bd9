import Glibc

/// BLEU over a corpus (Papineni and others 2002), as sacreBLEU counts it by default.
///
/// Tokens of mteval-v13a, case kept, orders 1 to 4, orders without a match smoothed by halving
/// (NIST), brevity penalty.
public struct BLEU: Sendable {
  private static let order = 4
  private var counts = NGramMatches(order: order)
  /// The tokens of all hypotheses.
  public private(set) var hypothesisLength = 0
  /// The tokens of all references.
  public private(set) var referenceLength = 0

  /// A score of nothing yet.
  public init() {}

  /// Adds a segment and its reference.
  public mutating func add(_ hypothesis: String, reference: String) {
    var vocabulary = MetricVocabulary()
    let left = vocabulary.numbers(MTEvalTokeniser.tokens(hypothesis))
    let right = vocabulary.numbers(MTEvalTokeniser.tokens(reference))
    hypothesisLength += left.count
    referenceLength += right.count
    counts.add(NGramMatches(left, right, order: Self.order))
  }

  /// The precisions of orders 1 to 4 in percent, smoothed.
  public var precisions: [Double] {
    var result = [Double](repeating: 0, count: Self.order)
    guard counts.common.contains(where: { $0 > 0 }) else { return result }
    var smoothing = 1.0
    for n in 0..<Self.order {
      let total = Double(counts.hypothesis[n])
      if total == 0 { break }
      if counts.common[n] == 0 {
        smoothing *= 2
        result[n] = 100 / (smoothing * total)
      } else {
        result[n] = 100 * Double(counts.common[n]) / total
      }
    }
    return result
  }

  /// What a translation shorter than its reference is multiplied with.
  public var brevityPenalty: Double {
    guard hypothesisLength < referenceLength else { return 1 }
    guard hypothesisLength > 0 else { return 0 }
    return exp(1 - Double(referenceLength) / Double(hypothesisLength))
  }

  /// The score of all segments together, 0 to 100.
  public var score: Double {
    let precisions = precisions
    guard precisions.allSatisfy({ $0 > 0 }) else { return 0 }
    let mean = precisions.reduce(0) { $0 + log($1) } / Double(Self.order)
    return brevityPenalty * exp(mean)
  }

  /// What the score was counted with, without the version.
  public static let signature = "nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp"
}
