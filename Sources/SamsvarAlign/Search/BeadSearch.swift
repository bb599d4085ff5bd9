import SamsvarModel

/// Dynamic programming over beads (Gale & Church 1993, section 3), maximising the sum of scores
/// within a corridor.
struct BeadSearch {
  let settings: AlignmentSettings
  /// What a segment without counterpart costs.
  let nullCost: Float
  let stretch: Stretch
  let fixed: FixedBeads

  private var corridor: Corridor { stretch.corridor }
  private var rows: Range<Int> { stretch.rows }
  private var columns: Range<Int> { stretch.columns }

  /// Coverage from which two segments may belong to one bead of several.
  private static let common: Float = 0.06

  /// The best path from the first to the last segments.
  ///
  /// - Complexity: O(cells of the corridor) bead scores; beads of several segments are scored only
  ///   where each of their segments has something in common with the other side
  func best(_ scorer: inout BeadScorer) -> [Bead] {
    var grid = Grid(count: corridor.count)
    for row in rows.lowerBound...rows.upperBound {
      for column in corridor.columns(row) { relax(&grid, &scorer, row, column) }
    }
    return path(grid)
  }

  /// The best score of each cell, the bead that ends there, and the coverage of the pair before it.
  private struct Grid {
    var totals: [Float]
    var steps: [UInt8]
    var coverages: [Float]

    init(count: Int) {
      totals = [Float](repeating: -.infinity, count: count)
      steps = [UInt8](repeating: 0, count: count)
      coverages = [Float](repeating: 0, count: count)
    }
  }

  /// Tries every bead that ends at a cell.
  private func relax(_ grid: inout Grid, _ scorer: inout BeadScorer, _ row: Int, _ column: Int) {
    guard let cell = corridor.cell(row, column) else { return }
    if row == rows.lowerBound, column == columns.lowerBound { return grid.totals[cell] = 0 }
    var best = -Float.infinity
    var step: UInt8 = 0
    if row > rows.lowerBound, let before = corridor.cell(row - 1, column) {
      best = grid.totals[before] - nullCost
      step = 0x10
    }
    if column > columns.lowerBound, let before = corridor.cell(row, column - 1),
      grid.totals[before] - nullCost > best
    {
      best = grid.totals[before] - nullCost
      step = 0x01
    }
    if row > rows.lowerBound, column > columns.lowerBound {
      let pair = scorer.coverage(row - 1..<row, column - 1..<column)
      grid.coverages[cell] = pair
      forEachShape(row, column, grid) { source, target, before in
        let s = row - source..<row
        let t = column - target..<column
        guard mayStand(s, t) else { return }
        let score =
          source + target == 2 ? scorer.score(pair, s, t) : scorer.score(s, t)
        let total = grid.totals[before] + score
        if total > best { (best, step) = (total, UInt8(source << 4 | target)) }
      }
    }
    grid.totals[cell] = best
    grid.steps[cell] = step
  }

  /// The shapes of beads that may end at a cell, and the cells they begin at.
  private func forEachShape(
    _ row: Int, _ column: Int, _ grid: Grid, _ body: (Int, Int, Int) -> Void
  ) {
    for source in 1...settings.largestBead where row - source >= rows.lowerBound {
      for target in 1...settings.largestBead where column - target >= columns.lowerBound {
        guard let before = corridor.cell(row - source, column - target),
          grid.totals[before] > -.infinity,
          source + target == 2 || hasCommon(row, column, source, target, grid)
        else { continue }
        body(source, target, before)
      }
    }
  }

  /// Whether each segment of a bead has something in common with some segment of the other side.
  private func hasCommon(
    _ row: Int, _ column: Int, _ source: Int, _ target: Int, _ grid: Grid
  ) -> Bool {
    func shares(_ row: Int, _ column: Int) -> Bool {
      corridor.cell(row, column).map { grid.coverages[$0] > Self.common } ?? false
    }
    for i in 0..<source where !(0..<target).contains(where: { shares(row - i, column - $0) }) {
      return false
    }
    for j in 0..<target where !(0..<source).contains(where: { shares(row - $0, column - j) }) {
      return false
    }
    return true
  }

  /// Whether none of the segments was accepted as having no counterpart.
  private func mayStand(_ source: Range<Int>, _ target: Range<Int>) -> Bool {
    if fixed.lonelySources.isEmpty, fixed.lonelyTargets.isEmpty { return true }
    return !source.contains(where: fixed.lonelySources.contains)
      && !target.contains(where: fixed.lonelyTargets.contains)
  }

  private func path(_ grid: Grid) -> [Bead] {
    var beads: [Bead] = []
    var row = rows.upperBound
    var column = columns.upperBound
    while row > rows.lowerBound || column > columns.lowerBound,
      let cell = corridor.cell(row, column)
    {
      let step = Int(grid.steps[cell])
      let source = row - (step >> 4)..<row
      let target = column - (step & 0xF)..<column
      beads.append(Bead(source: source, target: target))
      (row, column) = (source.lowerBound, target.lowerBound)
    }
    return beads.reversed()
  }
}
