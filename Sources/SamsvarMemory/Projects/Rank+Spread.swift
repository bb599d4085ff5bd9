extension Rank {
  /// Keys in ascending order between two others, as short as they get.
  ///
  /// - Complexity: O(n log n)
  static func spread(_ count: Int, after low: String, before high: String?) -> [String] {
    guard count > 0 else { return [] }
    let middle = between(low, high)
    let before = (count - 1) / 2
    return spread(before, after: low, before: middle) + [middle]
      + spread(count - 1 - before, after: middle, before: high)
  }
}
