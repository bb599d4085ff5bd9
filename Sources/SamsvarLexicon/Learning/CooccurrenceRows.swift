/// For each word of one side the words of the other it occurs with: a sparse matrix by rows.
struct CooccurrenceRows: Sendable {
  /// For each row the index of its first cell, and once more for the end.
  let starts: [Int]
  /// The column of each cell.
  let columns: [Int32]
  let columnCount: Int

  var rowCount: Int { starts.count - 1 }

  private init(starts: [Int], columns: [Int32], columnCount: Int) {
    self.starts = starts
    self.columns = columns
    self.columnCount = columnCount
  }

  /// The words of `rows` and those of `columns` in the same beads; cells in order of appearance.
  ///
  /// - Complexity: O(Σ row words × column words of a bead)
  init(_ rows: TokenBeads, _ columns: TokenBeads, maximumLength: Int) {
    let occurrences = Occurrences(rows, columns, maximumLength: maximumLength)
    columnCount = Int(columns.tokens.max() ?? -1) + 1
    var lastRow = [Int32](repeating: -1, count: columnCount)
    var starts = [0]
    var cells: [Int32] = []
    starts.reserveCapacity(occurrences.rowCount + 1)
    cells.reserveCapacity(4 * columns.tokens.count)
    lastRow.withUnsafeMutableBufferPointer { lastRow in
      columns.tokens.withUnsafeBufferPointer { tokens in
        for row in 0..<occurrences.rowCount {
          for bead in occurrences.beads(row) {
            for token in columns.range(Int(bead)) where lastRow[Int(tokens[token])] != row {
              lastRow[Int(tokens[token])] = Int32(row)
              cells.append(tokens[token])
            }
          }
          starts.append(cells.count)
        }
      }
    }
    self.starts = starts
    self.columns = cells
  }

  /// Rows and columns exchanged; the cells of each row in ascending order.
  ///
  /// - Complexity: O(n)
  func transposed() -> CooccurrenceRows {
    var starts = [Int](repeating: 0, count: columnCount + 1)
    for column in columns { starts[Int(column) + 1] += 1 }
    for index in 0..<columnCount { starts[index + 1] += starts[index] }
    var next = starts
    var cells = [Int32](repeating: 0, count: columns.count)
    for row in 0..<rowCount {
      for cell in self.starts[row]..<self.starts[row + 1] {
        let column = Int(columns[cell])
        cells[next[column]] = Int32(row)
        next[column] += 1
      }
    }
    return CooccurrenceRows(starts: starts, columns: cells, columnCount: rowCount)
  }
}

/// For each word the beads it stands in, once for each time it stands there.
struct Occurrences: Sendable {
  private let starts: [Int32]
  private let list: [Int32]
  /// For each bead whether it is learned from.
  let isUsed: [Bool]

  var rowCount: Int { starts.count - 1 }

  /// The occurrences of one side's words in beads that are short enough and have words on both
  /// sides.
  ///
  /// - Complexity: O(n)
  init(_ words: TokenBeads, _ others: TokenBeads, maximumLength: Int) {
    let count = Int(words.tokens.max() ?? -1) + 1
    let used = (0..<words.count).map { bead in
      (1...maximumLength).contains(words.range(bead).count)
        && (1...maximumLength).contains(others.range(bead).count)
    }
    var starts = [Int32](repeating: 0, count: count + 1)
    for bead in 0..<words.count where used[bead] {
      for token in words.range(bead) { starts[Int(words.tokens[token]) + 1] += 1 }
    }
    for index in 0..<count { starts[index + 1] += starts[index] }
    var next = starts
    var list = [Int32](repeating: 0, count: Int(starts[count]))
    for bead in 0..<words.count where used[bead] {
      for token in words.range(bead) {
        let word = Int(words.tokens[token])
        list[Int(next[word])] = Int32(bead)
        next[word] += 1
      }
    }
    isUsed = used
    self.starts = starts
    self.list = list
  }

  /// The beads of a word, in order.
  func beads(_ word: Int) -> ArraySlice<Int32> { list[Int(starts[word])..<Int(starts[word + 1])] }
}
