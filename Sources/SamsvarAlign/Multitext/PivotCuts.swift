import SamsvarModel

/// Where an alignment with the pivot as its source can be cut, by places in the pivot.
struct PivotCuts {
  /// For each place of the pivot the place in the text where the beads before it end; -1 where a bead
  /// runs over the place.
  private var before: [Int]
  /// The same for where the beads after it begin: additions lie between the two.
  private var after: [Int]
  /// The beads without pivot segments, by their place in the pivot.
  private var added: [Int: [Bead]] = [:]
  /// How sure the bead of each pivot segment is.
  private var confidences: [Double]

  init(_ alignment: Alignment, pivotCount: Int) {
    before = Array(repeating: -1, count: pivotCount + 1)
    after = before
    confidences = Array(repeating: 1, count: pivotCount)
    before[0] = 0
    after[0] = 0
    for bead in alignment.beads {
      let end = bead.source.upperBound
      if bead.source.isEmpty {
        added[end, default: []].append(bead)
      } else {
        before[end] = bead.target.upperBound
        for segment in bead.source { confidences[segment] = bead.confidence }
      }
      after[end] = bead.target.upperBound
    }
  }

  /// Whether no bead runs over a place of the pivot.
  func isCut(_ place: Int) -> Bool { before[place] >= 0 }

  /// The text's segments between two cuts, without those added at the cuts.
  func segments(of pivot: Range<Int>) -> Range<Int> {
    after[pivot.lowerBound]..<before[pivot.upperBound]
  }

  /// The beads without pivot segments at a place.
  func additions(at place: Int) -> [Bead] { added[place] ?? [] }

  /// The text's segments that are added at a cut.
  func additionRange(at place: Int) -> Range<Int> { before[place]..<after[place] }

  /// How sure the least sure bead of some pivot segments is.
  func confidence(of pivot: Range<Int>) -> Double? { confidences[pivot].min() }
}
