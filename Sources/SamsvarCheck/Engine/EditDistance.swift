/// How many letters two words differ in.
enum EditDistance {
  /// Whether two words of four letters or more differ in one letter, or two of eight or more in two;
  /// a different first letter makes another word.
  static func isSmall(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    let longer = max(a.count, b.count)
    guard longer >= 4, a.first == b.first, a != b else { return false }
    return distance(a, b) <= (longer >= 8 ? 2 : 1)
  }

  /// The Damerau-Levenshtein distance with adjacent transpositions.
  ///
  /// - Complexity: O(nm)
  static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i]
      for j in 1...b.count {
        var cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          cost = min(cost, before[j - 2] + 1)
        }
        row.append(cost)
      }
      before = last
      last = row
    }
    return last[b.count]
  }
}
