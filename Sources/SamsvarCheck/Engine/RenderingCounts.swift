import SamsvarModel

/// What a document renders something by, and how often.
enum RenderingCounts {
  /// The rendering that most places have; of equally frequent ones the first.
  ///
  /// - Complexity: O(n²)
  static func usual(_ all: [Rendering]) -> Rendering? {
    all.enumerated().max { a, b in
      let left = all.count { $0.isVariant(of: a.element) }
      let right = all.count { $0.isVariant(of: b.element) }
      return (left, -a.offset) < (right, -b.offset)
    }?.element
  }

  /// How often each occurs, the most frequent first: `"municipality" 14×, "local council" 3×`.
  static func text(_ all: [Rendering]) -> String {
    var counts: [(term: String, count: Int)] = []
    for rendering in all {
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
