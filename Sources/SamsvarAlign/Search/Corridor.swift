/// The part of the search space that is looked at: for each row a range of columns.
///
/// Rows and columns are the places between segments: row r stands before source segment r. Both ends
/// of the ranges never go back, and the first and last corner are inside.
struct Corridor: Sendable {
  private let lower: [Int32]
  private let upper: [Int32]
  private let starts: [Int]
  private let firstRow: Int

  /// The number of cells.
  var count: Int { starts[starts.count - 1] }

  /// A corridor that runs along a chain of anchors, `margin` segments to both sides.
  ///
  /// - Parameters:
  ///   - anchors: Pairs of segments inside the ranges, both ascending.
  ///   - widest: The most columns of a row where anchors are far apart; there the corridor follows
  ///     the straight line between them.
  /// - Complexity: O(rows + anchors)
  init(
    rows: Range<Int>, columns: Range<Int>, anchors: [(source: Int, target: Int)], margin: Int,
    widest: Int
  ) {
    firstRow = rows.lowerBound
    let count = rows.count + 1
    var lower = [Int32](repeating: Int32(columns.upperBound), count: count)
    var upper = [Int32](repeating: Int32(columns.lowerBound), count: count)
    var from = (row: rows.lowerBound, column: columns.lowerBound)
    let corners = anchors.map { ($0.source, $0.target) } + [(rows.upperBound, columns.upperBound)]
    for to in corners {
      for row in max(rows.lowerBound, from.row - margin)...min(rows.upperBound, to.0 + margin) {
        var low = from.column
        var high = to.1
        if high - low > widest {
          let share =
            Double(min(max(row, from.row), to.0) - from.row) / Double(max(1, to.0 - from.row))
          let middle = low + Int(share * Double(high - low))
          (low, high) = (max(low, middle - widest / 2), min(high, middle + widest / 2))
        }
        let index = row - firstRow
        lower[index] = min(lower[index], Int32(max(columns.lowerBound, low - margin)))
        upper[index] = max(upper[index], Int32(min(columns.upperBound, high + margin)))
      }
      from = to
    }
    (self.lower, self.upper) = Self.monotone(lower, upper, columns)
    starts = Self.starts(self.lower, self.upper)
  }

  /// Makes both borders ascend, and neighbouring rows overlap.
  private static func monotone(
    _ lower: [Int32], _ upper: [Int32], _ columns: Range<Int>
  ) -> ([Int32], [Int32]) {
    var lower = lower
    var upper = upper
    lower[0] = Int32(columns.lowerBound)
    upper[upper.count - 1] = Int32(columns.upperBound)
    for row in lower.indices.dropLast().reversed() { lower[row] = min(lower[row], lower[row + 1]) }
    for row in upper.indices.dropFirst() { upper[row] = max(upper[row], upper[row - 1]) }
    for row in lower.indices.dropFirst() { lower[row] = min(lower[row], upper[row - 1]) }
    return (lower, upper)
  }

  private static func starts(_ lower: [Int32], _ upper: [Int32]) -> [Int] {
    var starts = [0]
    starts.reserveCapacity(lower.count + 1)
    for row in lower.indices {
      starts.append(starts[row] + Int(upper[row]) - Int(lower[row]) + 1)
    }
    return starts
  }

  /// The columns of a row.
  @inline(__always)
  func columns(_ row: Int) -> ClosedRange<Int> {
    Int(lower[row - firstRow])...Int(upper[row - firstRow])
  }

  /// The number of a cell, or nil outside.
  @inline(__always)
  func cell(_ row: Int, _ column: Int) -> Int? {
    let index = row - firstRow
    guard index >= 0, column >= Int(lower[index]), column <= Int(upper[index]) else { return nil }
    return starts[index] + column - Int(lower[index])
  }
}
