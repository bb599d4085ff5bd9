import Glibc
import SamsvarModel

/// Dynamic programming over beads (Gale & Church 1993, section 3), maximising the sum of scores.
struct BeadSearch {
  let settings: AlignmentSettings

  /// The best path from the first to the last segments.
  ///
  /// - Complexity: O(n * m) bead scores; beads of several segments are scored only where a pair of
  ///   their segments has something in common.
  func best(_ scorer: inout BeadScorer) -> Alignment {
    let rows = scorer.similarity.source.count
    let columns = scorer.similarity.target.count
    let single = singleCoverages(&scorer, rows, columns)
    var total = [Float](repeating: -.infinity, count: (rows + 1) * (columns + 1))
    var step = [UInt8](repeating: 0, count: (rows + 1) * (columns + 1))
    total[0] = 0
    for row in 0...rows {
      for column in 0...columns {
        relax(&scorer, single, row, column, rows, columns, &total, &step)
      }
    }
    return path(&scorer, step, rows, columns)
  }

  private func singleCoverages(
    _ scorer: inout BeadScorer, _ rows: Int, _ columns: Int
  ) -> [Float] {
    var result = [Float](repeating: 0, count: rows * columns)
    for row in 0..<rows {
      for column in 0..<columns {
        result[row * columns + column] = scorer.coverage(row..<row + 1, column..<column + 1)
      }
    }
    return result
  }

  /// Tries every bead that ends at a cell.
  private func relax(
    _ scorer: inout BeadScorer, _ single: [Float], _ row: Int, _ column: Int, _ rows: Int,
    _ columns: Int, _ total: inout [Float], _ step: inout [UInt8]
  ) {
    let width = columns + 1
    let cell = row * width + column
    func improve(_ value: Float, _ source: Int, _ target: Int) {
      guard value > total[cell] else { return }
      total[cell] = value
      step[cell] = UInt8(source << 4 | target)
    }
    if row > 0 { improve(total[cell - width] - settings.nullCost, 1, 0) }
    if column > 0 { improve(total[cell - 1] - settings.nullCost, 0, 1) }
    for source in 1...settings.largestBead where source <= row {
      for target in 1...settings.largestBead where target <= column {
        guard source + target == 2 || min(source, target) == 1 || source + target <= 4
        else { continue }
        let s = row - source..<row
        let t = column - target..<column
        guard isPlausible(scorer, single, s, t, columns) else { continue }
        improve(
          total[(row - source) * width + column - target] + scorer.score(s, t), source, target)
      }
    }
  }

  /// A bead of several segments is worth scoring when each segment has something in common with
  /// the other side.
  private func isPlausible(
    _ scorer: BeadScorer, _ single: [Float], _ source: Range<Int>, _ target: Range<Int>,
    _ columns: Int
  ) -> Bool {
    if source.count == 1, target.count == 1 { return true }
    let floor = scorer.chance * 0.8
    for row in source
    where !target.contains(where: { single[row * columns + $0] > floor }) { return false }
    for column in target
    where !source.contains(where: { single[$0 * columns + column] > floor }) { return false }
    return true
  }

  private func path(
    _ scorer: inout BeadScorer, _ step: [UInt8], _ rows: Int, _ columns: Int
  ) -> Alignment {
    var beads: [Bead] = []
    var row = rows
    var column = columns
    while row > 0 || column > 0 {
      let move = Int(step[row * (columns + 1) + column])
      let source = row - (move >> 4)..<row
      let target = column - (move & 0xF)..<column
      beads.append(
        Bead(source: source, target: target, confidence: confidence(&scorer, source, target)))
      row = source.lowerBound
      column = target.lowerBound
    }
    return Alignment(beads: beads.reversed())
  }

  /// A logistic curve over the score, so that a bead on the edge has 0.5.
  private func confidence(
    _ scorer: inout BeadScorer, _ source: Range<Int>, _ target: Range<Int>
  ) -> Double {
    guard !source.isEmpty, !target.isEmpty else { return 0.8 }
    let score = Double(scorer.score(source, target)) + Double(settings.nullCost)
    return (1 / (1 + exp(-1.2 * score))).rounded(toPlaces: 3)
  }
}

extension Double {
  /// The value with some decimals, so that files do not differ in the last bit.
  func rounded(toPlaces places: Int) -> Double {
    let scale = pow(10, Double(places))
    return (self * scale).rounded() / scale
  }
}
