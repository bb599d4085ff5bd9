/// Whether two places have the same surroundings: `i Berlin på nyåret`, `in Benghazi in the new year`.
enum Neighbours {
  /// How far around a place its neighbours stand, in tokens.
  private static let window = 6

  /// The summed score of matching words around two places; nearer ones count more.
  ///
  /// - Parameter pairs: Tokens of both sides that say the same.
  static func score(
    _ pairs: [(source: Int, target: Int, score: Float)], _ source: Range<Int>, _ target: Range<Int>
  ) -> Float {
    pairs.reduce(0) { sum, pair in
      let distance = max(self.distance(pair.source, source), self.distance(pair.target, target))
      guard distance > 0, distance <= window else { return sum }
      return sum + pair.score * (1 - Float(distance) / Float(window + 1))
    }
  }

  private static func distance(_ token: Int, _ range: Range<Int>) -> Int {
    token < range.lowerBound
      ? range.lowerBound - token : token >= range.upperBound ? token - range.upperBound + 1 : 0
  }
}
