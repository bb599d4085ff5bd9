/// Finds pairs of segments that surely correspond, in linear time: an inverted index over rare words,
/// then the heaviest chain in which both sides ascend.
struct AnchorChain {
  private let similarity: Similarity
  /// The segments that hold each target unit, for units that are not too common.
  private let postings: Postings
  /// The most segments a word may stand in to count.
  private static let rare = 200
  /// How many segments are looked at for a row, the rarest words first.
  private static let looks = 96
  /// How many of them may be candidates, and the share of the best one's weight they must have: in a
  /// text that repeats itself the same sentence stands in many places.
  private static let places = 24
  private static let share: Float = 0.6
  /// What a pair must score to be a candidate.
  private static let least: Float = 2

  init(_ similarity: Similarity) {
    self.similarity = similarity
    postings = Postings(similarity.target, upTo: Self.rare)
  }

  /// A pair of segments and how surely they correspond.
  struct Candidate {
    var source: Int
    var target: Int
    var score: Float
  }

  /// The anchors within some rows and columns, ascending on both sides.
  ///
  /// - Complexity: O(n log n) in the words of the rows
  func anchors(rows: Range<Int>, columns: Range<Int>, _ scorer: inout BeadScorer) -> [Candidate] {
    var counts = [Float](repeating: 0, count: columns.count)
    var candidates: [Candidate] = []
    for row in rows {
      for column in likeliest(row, columns, &counts) {
        let source = row..<row + 1
        let target = column..<column + 1
        let score = scorer.score(scorer.coverage(source, target), source, target)
        if score >= Self.least {
          candidates.append(Candidate(source: row, target: column, score: score))
        }
      }
    }
    return Self.heaviestChain(candidates, columns: columns)
  }

  /// The target segments that share the most rare words with a source segment.
  private func likeliest(_ row: Int, _ columns: Range<Int>, _ counts: inout [Float]) -> [Int] {
    var seen: [Int] = []
    var looks = Self.looks
    for match in rarestMatches(row) where looks > 0 {
      let weight = match.score * similarity.target.weights[Int(match.unit)]
      for segment in postings.segments(of: Int(match.unit)) where columns.contains(Int(segment)) {
        let column = Int(segment) - columns.lowerBound
        if counts[column] == 0 { seen.append(column) }
        counts[column] += weight
        looks -= 1
      }
    }
    let best = seen.reduce(0) { max($0, counts[$1]) }
    let likely = seen.filter { counts[$0] >= Self.share * best }
      .sorted { (counts[$1], $0) < (counts[$0], $1) }.prefix(Self.places)
    for segment in seen { counts[segment] = 0 }
    return likely.map { columns.lowerBound + $0 }
  }

  /// What the words of a row match, the rarest first.
  private func rarestMatches(_ row: Int) -> [UnitMatches.Match] {
    var matches: [UnitMatches.Match] = []
    for index in similarity.source.range(row..<row + 1) {
      for number in similarity.forward.range(Int(similarity.source.units[index])) {
        let match = similarity.forward[number]
        if !postings.segments(of: Int(match.unit)).isEmpty { matches.append(match) }
      }
    }
    return matches.sorted { left, right in
      let a = postings.segments(of: Int(left.unit)).count
      let b = postings.segments(of: Int(right.unit)).count
      return (a, left.unit) < (b, right.unit)
    }
  }

  /// The chain of greatest total score in which rows and columns ascend strictly.
  ///
  /// - Complexity: O(k log k), by a Fenwick tree of the best chain that ends at or before a column
  static func heaviestChain(_ candidates: [Candidate], columns: Range<Int>) -> [Candidate] {
    // Of one row the later columns come first, so that a row is used once.
    let sorted = candidates.sorted { ($0.source, $1.target) < ($1.source, $0.target) }
    var tree = MaximumTree(count: columns.count + 1)
    var previous = [Int](repeating: -1, count: sorted.count)
    var last = -1
    var heaviest: Float = 0
    for (index, candidate) in sorted.enumerated() {
      let column = candidate.target - columns.lowerBound
      let before = tree.best(upTo: column)
      let total = before.value + candidate.score
      previous[index] = before.index
      tree.raise(column + 1, to: total, index: index)
      if total > heaviest { (heaviest, last) = (total, index) }
    }
    var chain: [Candidate] = []
    while last >= 0 {
      chain.append(sorted[last])
      last = previous[last]
    }
    return chain.reversed()
  }
}

/// A Fenwick tree of prefix maxima.
private struct MaximumTree {
  private var values: [Float]
  private var indices: [Int]

  init(count: Int) {
    values = [Float](repeating: 0, count: count + 1)
    indices = [Int](repeating: -1, count: count + 1)
  }

  /// The greatest value at positions 0 to `position`.
  func best(upTo position: Int) -> (value: Float, index: Int) {
    var best: (value: Float, index: Int) = (0, -1)
    var node = position + 1
    while node > 0 {
      if values[node] > best.value { best = (values[node], indices[node]) }
      node &= node - 1
    }
    return best
  }

  mutating func raise(_ position: Int, to value: Float, index: Int) {
    var node = position + 1
    while node < values.count {
      if value > values[node] { (values[node], indices[node]) = (value, index) }
      node += node & -node
    }
  }
}
