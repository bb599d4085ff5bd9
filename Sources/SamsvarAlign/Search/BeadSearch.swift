import SamsvarModel

/// Dynamic programming over beads (Gale & Church 1993, section 3), maximising the sum of scores
/// within a corridor.
struct BeadSearch {
  let settings: AlignmentSettings
  /// What a segment without counterpart costs.
  let nullCost: Float
  let stretch: Stretch
  let fixed: FixedBeads
  /// Who is told how far the search is.
  let watch: SearchWatch

  private var corridor: Corridor { stretch.corridor }
  private var rows: Range<Int> { stretch.rows }
  private var columns: Range<Int> { stretch.columns }

  /// The share of one of two segments that the other must explain for both to belong to one bead of
  /// several.
  private static let common: Float = 0.15

  /// The best path from the first to the last segments.
  ///
  /// - Complexity: O(cells of the corridor) bead scores; beads of several segments are scored only
  ///   where each of their segments has something in common with the other side
  func best(_ scorer: inout BeadScorer) -> [Bead] {
    var grid = Grid(count: corridor.count)
    for row in rows.lowerBound...rows.upperBound {
      guard watch.mayGoOn(row - rows.lowerBound, of: max(1, rows.count)) else { return [] }
      for column in corridor.columns(row) { relax(&grid, &scorer, row, column) }
    }
    return path(grid)
  }

  /// The best score of each cell, the bead that ends there, and what the pair of segments before it
  /// explains of either.
  private struct Grid: ~Copyable {
    var totals: [Float]
    var steps: [UInt8]
    var shares: [Float]

    init(count: Int) {
      totals = [Float](repeating: -.infinity, count: count)
      steps = [UInt8](repeating: 0, count: count)
      shares = [Float](repeating: 0, count: count)
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
      grid.shares[cell] = scorer.largestShare
      for source in 1...min(settings.largestBead, row - rows.lowerBound) {
        for target in 1...min(settings.largestBead, column - columns.lowerBound) {
          guard let before = corridor.cell(row - source, column - target),
            grid.totals[before] > -.infinity
          else { continue }
          let total =
            grid.totals[before]
            + score(
              pair, row, column, source, target, above: best - grid.totals[before], grid, &scorer)
          if total > best { (best, step) = (total, UInt8(source << 4 | target)) }
        }
      }
    }
    grid.totals[cell] = best
    grid.steps[cell] = step
  }

  /// The score of a bead that ends at a cell, or -∞ where it cannot stand or score above a limit.
  @inline(__always)
  private func score(
    _ pair: Float, _ row: Int, _ column: Int, _ source: Int, _ target: Int, above limit: Float,
    _ grid: borrowing Grid, _ scorer: inout BeadScorer
  ) -> Float {
    let s = row - source..<row
    let t = column - target..<column
    guard mayStand(s, t) else { return -.infinity }
    if source + target == 2 { return scorer.score(pair, s, t) }
    guard scorer.highestScore(s, t) > limit, hasCommon(row, column, source, target, grid) else {
      return -.infinity
    }
    return scorer.score(s, t)
  }

  /// Whether each segment of a bead has something in common with some segment of the other side.
  private func hasCommon(
    _ row: Int, _ column: Int, _ source: Int, _ target: Int, _ grid: borrowing Grid
  ) -> Bool {
    for i in 0..<source {
      var found = false
      for j in 0..<target where !found { found = shares(row - i, column - j, grid) }
      if !found { return false }
    }
    for j in 0..<target {
      var found = false
      for i in 0..<source where !found { found = shares(row - i, column - j, grid) }
      if !found { return false }
    }
    return true
  }

  /// Whether the two segments before a cell explain enough of one of them.
  private func shares(_ row: Int, _ column: Int, _ grid: borrowing Grid) -> Bool {
    guard let cell = corridor.cell(row, column) else { return false }
    return grid.shares[cell] > Self.common
  }

  /// Whether none of the segments was accepted as having no counterpart.
  private func mayStand(_ source: Range<Int>, _ target: Range<Int>) -> Bool {
    if fixed.lonelySources.isEmpty, fixed.lonelyTargets.isEmpty { return true }
    return !source.contains(where: fixed.lonelySources.contains)
      && !target.contains(where: fixed.lonelyTargets.contains)
  }

  private func path(_ grid: borrowing Grid) -> [Bead] {
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
