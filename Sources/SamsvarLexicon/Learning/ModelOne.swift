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
    probabilities = [Float](repeating: 0, count: rows.columns.count)
    counts = probabilities
    let uniform = 1 / Float(max(1, rows.columnCount))
    empty = [Float](repeating: uniform, count: rows.columnCount)
    sums = [Float](repeating: 0, count: others.tokens.count)
    for bead in 0..<words.count where occurrences.isUsed[bead] {
      let sum = Float(words.range(bead).count + 1) * uniform
      for token in others.range(bead) { sums[token] = sum }
    }
    for cell in probabilities.indices { probabilities[cell] = uniform }
  }

  /// One round of expectation and maximisation.
  ///
  /// - Complexity: O(Σ words × other words of a bead)
  mutating func iterate() {
    var next = [Float](repeating: 0, count: sums.count)
    // For the word at hand: its probabilities, and what is counted, by the other side's words.
    var given = [Float](repeating: 0, count: rows.columnCount)
    var counted = given
    iterateEmpty(into: &next)
    sums.withUnsafeBufferPointer { sums in
      others.tokens.withUnsafeBufferPointer { tokens in
        next.withUnsafeMutableBufferPointer { next in
          given.withUnsafeMutableBufferPointer { given in
            counted.withUnsafeMutableBufferPointer { counted in
              for row in 0..<rows.rowCount {
                iterate(row, sums, tokens, next, given, counted)
              }
            }
          }
        }
      }
    }
    sums = next
  }

  private mutating func iterate(
    _ row: Int, _ sums: UnsafeBufferPointer<Float>, _ tokens: UnsafeBufferPointer<Int32>,
    _ next: UnsafeMutableBufferPointer<Float>, _ given: UnsafeMutableBufferPointer<Float>,
    _ counted: UnsafeMutableBufferPointer<Float>
  ) {
    let cells = rows.starts[row]..<rows.starts[row + 1]
    for cell in cells {
      let column = Int(rows.columns[cell])
      given[column] = probabilities[cell]
      counted[column] = 0
    }
    let beads = occurrences.beads(row)
    for bead in beads {
      for token in others.range(Int(bead)) {
        let column = Int(tokens[token])
        counted[column] += given[column] / sums[token]
      }
    }
    var total: Float = 0
    for cell in cells { total += counted[Int(rows.columns[cell])] }
    let scale = total > 0 ? 1 / total : 0
    for cell in cells {
      let column = Int(rows.columns[cell])
      counts[cell] = counted[column]
      given[column] = counted[column] * scale
      probabilities[cell] = given[column]
    }
    for bead in beads {
      for token in others.range(Int(bead)) { next[token] += given[Int(tokens[token])] }
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
