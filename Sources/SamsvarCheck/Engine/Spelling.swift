/// How far two spellings are from each other.
enum Spelling {
  /// The number of letters added, left out or changed, up to a limit.
  ///
  /// - Returns: The Levenshtein distance over bytes, or `limit + 1` where it is greater.
  /// - Complexity: O(n · m)
  static func distance(_ a: [UInt8], _ b: [UInt8], upTo limit: Int) -> Int {
    guard abs(a.count - b.count) <= limit else { return limit + 1 }
    var row = Array(0...b.count)
    for (i, left) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, right) in b.enumerated() {
        let change = diagonal + (left == right ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(change, diagonal + 1, row[j] + 1)
      }
    }
    return min(row[b.count], limit + 1)
  }

  /// Whether one may be a slip for the other: one letter of five or more, two of eight or more.
  static func isSlip(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    let shorter = min(a.count, b.count)
    guard shorter >= 5 else { return false }
    let limit = shorter >= 8 ? 2 : 1
    return distance(a, b, upTo: limit) <= limit
  }
}
