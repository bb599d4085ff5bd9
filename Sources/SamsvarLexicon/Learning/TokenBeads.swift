/// One side of a training text: for each bead the numbers of its words, in flat arrays.
///
/// Numbers count from 0, as a `WordTable` gives them. Both sides have the same number of beads.
package struct TokenBeads: Sendable {
  /// The words of all beads, one bead after the other.
  package private(set) var tokens: [Int32] = []
  /// For each bead the index of its first token, and once more for the end.
  package private(set) var starts: [Int32] = [0]

  package init() {}

  /// Beads from flat arrays; `starts` begins with 0 and ends with the number of tokens.
  package init(tokens: [Int32], starts: [Int32]) {
    precondition(starts.first == 0 && Int(starts.last ?? -1) == tokens.count)
    self.tokens = tokens
    self.starts = starts
  }

  /// Adds a bead.
  package mutating func append(_ bead: some Sequence<Int32>) {
    tokens.append(contentsOf: bead)
    starts.append(Int32(tokens.count))
  }

  /// The number of beads.
  package var count: Int { starts.count - 1 }

  /// The tokens of a bead, as indices.
  package func range(_ bead: Int) -> Range<Int> { Int(starts[bead])..<Int(starts[bead + 1]) }

  /// The same beads with each word replaced by what a table says; a negative number drops it.
  ///
  /// - Complexity: O(n)
  package func mapped(_ table: [Int32]) -> TokenBeads {
    var result = TokenBeads()
    result.tokens.reserveCapacity(tokens.count)
    for bead in 0..<count {
      for token in tokens[range(bead)] {
        let mapped = table[Int(token)]
        if mapped >= 0 { result.tokens.append(mapped) }
      }
      result.starts.append(Int32(result.tokens.count))
    }
    return result
  }
}
