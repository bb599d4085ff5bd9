/// The word edit distance to a reference, searched near the diagonal, with the way that leads there.
///
/// The beam and the order in which equal ways are preferred are those of sacreBLEU, since they decide
/// which shifts are tried. The rows of the words two calls have in common at the beginning are kept.
struct BeamEditDistance {
  /// One step from the hypothesis to the reference.
  enum Step: UInt8 { case none, same, substitution, insertion, deletion }

  private struct Cell {
    var cost: Int32
    var step: Step
  }

  private static let width = 25
  private static let infinite: Int32 = 1 << 29

  private let reference: [UInt32]
  private var rows: [Cell] = []
  private var known: [UInt32] = []

  init(reference: [UInt32]) {
    self.reference = reference
    rows = (0...reference.count).map { Cell(cost: Int32($0), step: .insertion) }
  }

  /// The number of edits from a hypothesis to the reference.
  ///
  /// - Complexity: O(words that differ from the last call's · beam)
  mutating func distance(_ words: [UInt32]) -> Int {
    let columns = reference.count + 1
    // Rows depend on the length too, by the slope of the diagonal.
    var start = words.count == known.count ? zip(words, known).prefix { $0 == $1 }.count : 0
    start = min(start, words.count)
    rows.removeSubrange(((start + 1) * columns)...)
    for row in start..<words.count { append(row: row + 1, words) }
    known = words
    return Int(rows[rows.count - 1].cost)
  }

  private mutating func append(row i: Int, _ words: [UInt32]) {
    let columns = reference.count + 1
    let base = i * columns
    rows.append(
      contentsOf: repeatElement(Cell(cost: Self.infinite, step: .none), count: columns))
    let ratio = Double(reference.count) / Double(words.count)
    let isSteep = Double(Self.width) < ratio / 2
    let width = isSteep ? Int((ratio / 2 + Double(Self.width)).rounded(.up)) : Self.width
    let diagonal = Int((Double(i) * ratio).rounded(.down))
    let end = i == words.count ? columns : min(columns, diagonal + width)
    let begin = max(0, diagonal - width)
    guard begin < end else { return }
    for j in begin..<end {
      guard j > 0 else {
        rows[base] = Cell(cost: rows[base - columns].cost + 1, step: .deletion)
        continue
      }
      let isSame = words[i - 1] == reference[j - 1]
      let diagonalCost = rows[base - columns + j - 1].cost + (isSame ? 0 : 1)
      var best = rows[base + j]
      if best.cost > diagonalCost {
        best = Cell(cost: diagonalCost, step: isSame ? .same : .substitution)
      }
      let above = rows[base - columns + j].cost + 1
      if best.cost > above { best = Cell(cost: above, step: .deletion) }
      let left = rows[base + j - 1].cost + 1
      if best.cost > left { best = Cell(cost: left, step: .insertion) }
      rows[base + j] = best
    }
  }

  /// The steps of the last call, from the first word on.
  var steps: [Step] {
    var result: [Step] = []
    var i = known.count
    var j = reference.count
    while i > 0 || j > 0 {
      let step = rows[i * (reference.count + 1) + j].step
      result.append(step)
      switch step {
      case .same, .substitution:
        i -= 1
        j -= 1
      case .insertion: j -= 1
      case .deletion: i -= 1
      case .none: return result.reversed()
      }
    }
    return result.reversed()
  }
}
