import SamsvarModel
package import SamsvarText

/// How much each segment of a document has in common with the whole of it.
///
/// The cosine of a segment's words, weighted by inverse document frequency, and the sum of all
/// segments' (LexRank with the degree for the rank, Erkan & Radev 2004). The summed vector makes it
/// linear: no two segments are compared.
package enum Centrality {
  /// The score of each segment, 0 to 1; the most central has 1.
  ///
  /// A heading or caption repeats what is said below it, and counts half; a credit says nothing.
  ///
  /// - Complexity: O(n) in the words
  package static func scores(_ document: AnalysedDocument) -> [Double] {
    let units = UnitDocument(document)
    var sum = [Float](repeating: 0, count: units.weights.count)
    let lengths = (0..<units.count).map { length(units, $0) }
    forEach(units) { segment, unit in
      if lengths[segment] > 0 { sum[unit] += units.weights[unit] / lengths[segment] }
    }
    var scores = [Float](repeating: 0, count: units.count)
    forEach(units) { segment, unit in
      guard lengths[segment] > 0 else { return }
      // What a segment has in common with itself alone says nothing.
      let own = units.weights[unit] / lengths[segment]
      scores[segment] += own * (sum[unit] - own)
    }
    for (segment, each) in document.document.segments.enumerated()
    where [.heading, .caption, .credit].contains(each.kind) {
      scores[segment] *= each.kind == .credit ? 0 : 0.5
    }
    let most = scores.max() ?? 0
    return scores.map { most > 0 ? Double($0 / most) : 0 }
  }

  private static func length(_ units: UnitDocument, _ segment: Int) -> Float {
    units.range(segment..<segment + 1).reduce(Float(0)) {
      let weight = units.weights[Int(units.units[$1])]
      return $0 + weight * weight
    }.squareRoot()
  }

  private static func forEach(_ units: UnitDocument, _ body: (Int, Int) -> Void) {
    for segment in 0..<units.count {
      for index in units.range(segment..<segment + 1) { body(segment, Int(units.units[index])) }
    }
  }
}
