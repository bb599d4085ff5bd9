/// One direction of IBM Model 1: how likely each word gives each word of the other side.
///
/// The work goes word by word instead of bead by bead: the probabilities of one word lie in a flat
/// array over the other side's words while its beads are visited, so that no pair is looked up. The
/// sums over a bead's words, which the expectation needs, are kept for each token of the other side
/// and built anew while the probabilities are.
struct ModelOne: Sendable {
  let rows: CooccurrenceRows
  /// The probability of each cell of `rows`: t(column | row).
  private(set) var probabilities: [Float]
  /// The expected number of links of each cell in the last round.
  private(set) var counts: [Float]
  private let others: TokenBeads
  private let occurrences: Occurrences
  /// t(word | empty word).
  private var empty: [Float]
  /// For each token of the other side the sum of its probabilities over its bead's words; 0 in beads
  /// that are left out.
  private var sums: [Float]

  /// The start: all words are equally likely.
  init(
    _ rows: CooccurrenceRows, _ words: TokenBeads, _ others: TokenBeads, maximumLength: Int
  ) {
    self.rows = rows
    self.others = others
    occurrences = Occurrences(words, others, maximumLength: maximumLength)
    let uniform = 1 / Float(max(1, rows.columnCount))
    probabilities = [Float](repeating: uniform, count: rows.columns.count)
    counts = [Float](repeating: 0, count: rows.columns.count)
    empty = [Float](repeating: uniform, count: rows.columnCount)
    sums = [Float](repeating: 0, count: others.tokens.count)
    for bead in 0..<words.count where occurrences.isUsed[bead] {
      let sum = Float(words.range(bead).count + 1) * uniform
      for token in others.range(bead) { sums[token] = sum }
    }
  }

  /// One round of expectation and maximisation.
  ///
  /// - Parameter isLast: Whether no other round follows, so that its sums need not be built.
  /// - Complexity: O(Σ words × other words of a bead)
  mutating func iterate(isLast: Bool) {
    var next = [Float](repeating: 0, count: sums.count)
    iterateEmpty(into: &next)
    let inverse = sums.map { $0 > 0 ? 1 / $0 : 0 }
    var given = [Float](repeating: 0, count: rows.columnCount)
    var counted = given
    others.tokens.withUnsafeBufferPointer { tokens in
      others.starts.withUnsafeBufferPointer { starts in
        inverse.withUnsafeBufferPointer { inverse in
          next.withUnsafeMutableBufferPointer { next in
            given.withUnsafeMutableBufferPointer { given in
              counted.withUnsafeMutableBufferPointer { counted in
                iterate(
                  Round(
                    tokens: tokens, starts: starts, inverse: inverse, next: next, given: given,
                    counted: counted, isLast: isLast))
              }
            }
          }
        }
      }
    }
    sums = next
  }

  private mutating func iterate(_ round: borrowing Round) {
    rows.columns.withUnsafeBufferPointer { columns in
      probabilities.withUnsafeMutableBufferPointer { probabilities in
        counts.withUnsafeMutableBufferPointer { counts in
          for row in 0..<rows.rowCount {
            let cells = rows.starts[row]..<rows.starts[row + 1]
            round.visit(
              occurrences.beads(row), columns: .init(rebasing: columns[cells]),
              probabilities: .init(rebasing: probabilities[cells]),
              counts: .init(rebasing: counts[cells]))
          }
        }
      }
    }
  }

  /// The empty word stands once in every bead.
  private mutating func iterateEmpty(into next: inout [Float]) {
    var counted = [Float](repeating: 0, count: empty.count)
    for (token, word) in others.tokens.enumerated() where sums[token] > 0 {
      counted[Int(word)] += empty[Int(word)] / sums[token]
    }
    let total = counted.reduce(0, +)
    for word in empty.indices { empty[word] = total > 0 ? counted[word] / total : 0 }
    for (token, word) in others.tokens.enumerated() where sums[token] > 0 {
      next[token] = empty[Int(word)]
    }
  }

  /// The cells' values in the order of the transposed matrix.
  ///
  /// - Complexity: O(n)
  func values(
    transposedTo other: CooccurrenceRows
  ) -> (probabilities: [Float], counts: [Float]) {
    var next = other.starts
    var result = (probabilities: probabilities, counts: counts)
    for row in 0..<rows.rowCount {
      for cell in rows.starts[row]..<rows.starts[row + 1] {
        let place = next[Int(rows.columns[cell])]
        next[Int(rows.columns[cell])] += 1
        result.probabilities[place] = probabilities[cell]
        result.counts[place] = counts[cell]
      }
    }
    return result
  }
}

/// The flat arrays of one round, without bounds checks in the innermost loops.
private struct Round: ~Copyable {
  /// The other side's words.
  let tokens: UnsafeBufferPointer<Int32>
  let starts: UnsafeBufferPointer<Int32>
  /// For each token one divided by its sum.
  let inverse: UnsafeBufferPointer<Float>
  /// For each token the sum of the next round.
  let next: UnsafeMutableBufferPointer<Float>
  /// By the other side's words: the probabilities given the word at hand, and what is counted.
  let given: UnsafeMutableBufferPointer<Float>
  let counted: UnsafeMutableBufferPointer<Float>
  let isLast: Bool

  /// Expectation and maximisation for one word.
  func visit(
    _ beads: ArraySlice<Int32>, columns: UnsafeBufferPointer<Int32>,
    probabilities: UnsafeMutableBufferPointer<Float>, counts: UnsafeMutableBufferPointer<Float>
  ) {
    for cell in columns.indices {
      given[Int(columns[cell])] = probabilities[cell]
      counted[Int(columns[cell])] = 0
    }
    for bead in beads {
      for token in Int(starts[Int(bead)])..<Int(starts[Int(bead) + 1]) {
        let column = Int(tokens[token])
        counted[column] += given[column] * inverse[token]
      }
    }
    var total: Float = 0
    for column in columns { total += counted[Int(column)] }
    let scale = total > 0 ? 1 / total : 0
    for cell in columns.indices {
      let column = Int(columns[cell])
      counts[cell] = counted[column]
      given[column] = counted[column] * scale
      probabilities[cell] = given[column]
    }
    guard !isLast else { return }
    for bead in beads {
      for token in Int(starts[Int(bead)])..<Int(starts[Int(bead) + 1]) {
        next[token] += given[Int(tokens[token])]
      }
    }
  }
}
