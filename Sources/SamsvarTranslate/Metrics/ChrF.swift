/// The character n-gram F-score chrF2 (Popović 2015), as sacreBLEU counts it by default.
///
/// Characters are code points; white space does not count; orders 1 to 6, no word n-grams, recall
/// weighs twice as much as precision; orders that one side lacks are left out of the mean.
public struct ChrF: Sendable {
  private static let order = 6
  private static let beta = 2.0
  private var counts = NGramMatches(order: order)

  /// A score of nothing yet.
  public init() {}

  /// Adds a segment and its reference.
  public mutating func add(_ hypothesis: String, reference: String) {
    var matches = NGramMatches(
      Self.symbols(hypothesis), Self.symbols(reference), order: Self.order)
    matches.dropUnreachable()
    counts.add(matches)
  }

  /// The score of all segments together, 0 to 100.
  public var score: Double {
    var precision = 0.0
    var recall = 0.0
    var orders = 0.0
    for n in 0..<Self.order where counts.hypothesis[n] > 0 && counts.reference[n] > 0 {
      precision += Double(counts.common[n]) / Double(counts.hypothesis[n])
      recall += Double(counts.common[n]) / Double(counts.reference[n])
      orders += 1
    }
    guard orders > 0, precision + recall > 0 else { return 0 }
    precision /= orders
    recall /= orders
    let factor = Self.beta * Self.beta
    return 100 * ((1 + factor) * precision * recall / (factor * precision + recall))
  }

  /// What the score was counted with, without the version.
  public static let signature = "nrefs:1|case:mixed|eff:yes|nc:6|nw:0|space:no"

  private static func symbols(_ text: String) -> [UInt32] {
    text.unicodeScalars.lazy.filter { !MetricWords.isSpace($0.value) }.map(\.value)
  }
}
