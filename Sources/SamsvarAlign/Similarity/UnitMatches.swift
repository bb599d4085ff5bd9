/// For each unit of one side the units of the other side that can say the same, with a score 0-1.
struct UnitMatches: Sendable {
  /// A unit of the other side and how well it fits.
  struct Match: Hashable, Sendable, BitwiseCopyable {
    var unit: Int32
    var score: Float
  }

  /// For each unit the index of its first match, and once more for the end.
  let starts: [Int32]
  let matches: [Match]

  /// Packs lists of matches; of several for one unit the best is kept.
  init(_ lists: [[Match]]) {
    var starts: [Int32] = [0]
    var matches: [Match] = []
    for list in lists {
      matches += list
      starts.append(Int32(matches.count))
    }
    self.starts = starts
    self.matches = matches
  }

  /// The matches of each unit.
  var lists: [[Match]] {
    (0..<starts.count - 1).map { Array(matches[range($0)]) }
  }

  /// The matches of a unit.
  @inline(__always)
  func range(_ unit: Int) -> Range<Int> { Int(starts[unit])..<Int(starts[unit + 1]) }

  /// One match.
  @inline(__always)
  subscript(index: Int) -> Match { matches[index] }

  /// The same matches seen from the other side.
  ///
  /// - Complexity: O(n)
  func transposed(unitCount: Int) -> UnitMatches {
    var lists = [[Match]](repeating: [], count: unitCount)
    for unit in 0..<starts.count - 1 {
      for index in range(unit) {
        lists[Int(matches[index].unit)].append(
          Match(unit: Int32(unit), score: matches[index].score))
      }
    }
    return UnitMatches(lists)
  }
}
