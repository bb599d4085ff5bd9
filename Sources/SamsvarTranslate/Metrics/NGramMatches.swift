/// How many n-grams two sequences have, and how many of them in common, for every order up to a limit.
///
/// An n-gram is numbered by the number of its first n-1 symbols and its last symbol, so that no
/// sub-sequence is ever copied.
package struct NGramMatches: Hashable, Sendable {
  /// The n-grams of the hypothesis, by order - 1.
  package private(set) var hypothesis: [Int]
  /// The n-grams of the reference.
  package private(set) var reference: [Int]
  /// Those in common, each counted as often as both have it.
  package private(set) var common: [Int]

  /// No n-grams, of so many orders.
  package init(order: Int) {
    hypothesis = [Int](repeating: 0, count: order)
    reference = hypothesis
    common = hypothesis
  }

  /// The n-grams of two sequences of symbols.
  ///
  /// - Complexity: O(order · (n + m))
  package init(_ left: [UInt32], _ right: [UInt32], order: Int) {
    self.init(order: order)
    var numbers: [UInt64: UInt32] = [:]
    var leftGrams = [UInt32](repeating: 0, count: left.count)
    var rightGrams = [UInt32](repeating: 0, count: right.count)
    for n in 1...order {
      let base = numbers.count
      Self.extend(&rightGrams, right, n, &numbers)
      Self.extend(&leftGrams, left, n, &numbers)
      reference[n - 1] = rightGrams.count
      hypothesis[n - 1] = leftGrams.count
      guard !leftGrams.isEmpty, !rightGrams.isEmpty else { continue }
      var counts = [Int32](repeating: 0, count: numbers.count - base)
      for gram in rightGrams { counts[Int(gram) - base - 1] += 1 }
      for gram in leftGrams where counts[Int(gram) - base - 1] > 0 {
        counts[Int(gram) - base - 1] -= 1
        common[n - 1] += 1
      }
    }
  }

  /// Turns the numbers of (n-1)-grams into those of n-grams; numbers begin at 1 and differ by order.
  private static func extend(
    _ grams: inout [UInt32], _ symbols: [UInt32], _ n: Int, _ numbers: inout [UInt64: UInt32]
  ) {
    let count = max(symbols.count - n + 1, 0)
    for index in 0..<count {
      let key = UInt64(grams[index]) << 32 | UInt64(symbols[index + n - 1])
      let next = UInt32(numbers.count + 1)
      let number = numbers[key] ?? next
      if number == next { numbers[key] = next }
      grams[index] = number
    }
    grams.removeSubrange(count...)
  }

  /// Adds the counts of another pair.
  package mutating func add(_ other: NGramMatches) {
    for n in common.indices {
      hypothesis[n] += other.hypothesis[n]
      reference[n] += other.reference[n]
      common[n] += other.common[n]
    }
  }

  /// Forgets the hypothesis' n-grams of orders that the reference has none of.
  package mutating func dropUnreachable() {
    for n in common.indices where reference[n] == 0 { hypothesis[n] = 0 }
  }
}
