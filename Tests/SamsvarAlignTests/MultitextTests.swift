import SamsvarAlign
import SamsvarModel
import SamsvarTestSupport
import Testing

@Suite("Alignments put together")
struct MultitextTests {
  /// An alignment written as `2-1 0-1`: segments of the pivot and of the text, bead by bead.
  private func alignment(_ beads: String) -> Alignment {
    var source = 0
    var target = 0
    return Alignment(
      beads: beads.split(separator: " ").map { bead in
        let counts = bead.split(separator: "-").compactMap { Int($0) }
        defer {
          source += counts[0]
          target += counts[1]
        }
        return Bead(source: source..<source + counts[0], target: target..<target + counts[1])
      })
  }

  private func counts(_ alignment: Alignment) -> (Int, Int) {
    (alignment.beads.last?.source.upperBound ?? 0, alignment.beads.last?.target.upperBound ?? 0)
  }

  /// The pivot is the first text; the result is written as `1-1-2`.
  @Test(arguments: [
    ("1-1 1-1", "1-1 1-1", "1-1-1 1-1-1"),
    ("1-1 1-1", "2-1", "2-2-1"),
    ("1-2 1-1", "1-1 1-2", "1-2-1 1-1-2"),
    ("2-1 1-1", "1-1 2-1", "3-2-2"),
    ("1-1 1-0", "1-1 1-1", "1-1-1 1-0-1"),
    ("1-1 0-1 1-1", "1-1 1-1", "1-1-1 0-1-0 1-1-1"),
    ("1-1 0-1 1-1", "2-2", "2-3-2"),
    ("0-1 1-1", "1-1 0-2", "0-1-0 1-1-1 0-0-2"),
    ("0-1 0-1", "0-1", "0-1-0 0-1-0 0-0-1"),
    ("", "", ""),
  ])
  func beadsOverThreeTexts(first: String, second: String, expected: String) {
    let (a, b) = (alignment(first), alignment(second))
    let result = AlignmentComposition(
      pivot: 0, alignments: [nil, a, b], counts: [counts(a).0, counts(a).1, counts(b).1]
    ).alignment()
    let shape = result.beads.map { bead in
      bead.texts.map { String($0.count) }.joined(separator: "-")
    }
    #expect(shape.joined(separator: " ") == expected)
  }

  /// What two texts have and the pivot lacks is joined where an alignment of the two says so.
  @Test func additionsOfTwoTextsAreJoined() {
    let first = alignment("1-1 0-1 0-1 1-1")
    let second = alignment("1-1 0-1 1-1")
    let direct = alignment("1-1 1-0 1-1 1-1")
    let result = AlignmentComposition(
      pivot: 0, alignments: [nil, first, second], counts: [2, 4, 3]
    ) { source, target in source == 1 && target == 2 ? direct : nil }.alignment()
    #expect(
      result.beads.map(\.texts) == [
        [0..<1, 0..<1, 0..<1], [1..<1, 1..<2, 1..<1], [1..<1, 2..<3, 1..<2], [1..<2, 3..<4, 2..<3],
      ])
  }

  private func random(pivot: Int, using generator: inout SeededGenerator) -> Alignment {
    var beads: [String] = []
    var left = pivot
    while left > 0 || Int.random(in: 0..<3, using: &generator) == 0 {
      let source = min(left, Int.random(in: 0...2, using: &generator))
      let target = Int.random(in: source == 0 ? 1...2 : 0...2, using: &generator)
      beads.append("\(source)-\(target)")
      left -= source
    }
    return alignment(beads.joined(separator: " "))
  }

  /// Every segment once and in order; every bead of every alignment whole in one bead; no bead that
  /// could be cut; the pivot at any place.
  @Test func lawsHoldForAnyAlignments() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<400 {
      let pivotCount = Int.random(in: 0...9, using: &generator)
      let pivot = Int.random(in: 0..<3, using: &generator)
      var alignments: [Alignment?] = [nil, nil, nil]
      var lengths = [pivotCount, pivotCount, pivotCount]
      for text in 0..<3 where text != pivot {
        let alignment = random(pivot: pivotCount, using: &generator)
        alignments[text] = alignment
        lengths[text] = counts(alignment).1
      }
      let result = AlignmentComposition(pivot: pivot, alignments: alignments, counts: lengths)
        .alignment()
      #expect(result.isComplete(counts: lengths))
      for text in 0..<3 {
        guard let alignment = alignments[text] else { continue }
        expectWhole(alignment, in: result, pivot: pivot, text: text)
        #expect(
          result.alignment(of: pivot, and: text).isComplete(
            sourceCount: pivotCount, targetCount: lengths[text]))
      }
      for bead in result.beads where bead.texts[pivot].count > 1 {
        for place in bead.texts[pivot].dropFirst() {
          let isHeld = alignments.contains { alignment in
            alignment?.beads.contains {
              $0.source.lowerBound < place && place < $0.source.upperBound
            } ?? false
          }
          #expect(isHeld, "a bead could be cut at \(place)")
        }
      }
    }
  }

  private func expectWhole(
    _ alignment: Alignment, in result: MultitextAlignment, pivot: Int, text: Int
  ) {
    for bead in alignment.beads {
      let holds = result.beads.contains { whole in
        (bead.source.isEmpty || bead.source.clamped(to: whole.texts[pivot]) == bead.source)
          && (bead.target.isEmpty || bead.target.clamped(to: whole.texts[text]) == bead.target)
      }
      #expect(holds, "\(bead) is torn")
    }
  }

  @Test func confidenceIsThatOfTheLeastSurePart() {
    let first = Alignment(beads: [Bead(source: 0..<1, target: 0..<1, confidence: 0.9)])
    let second = Alignment(beads: [Bead(source: 0..<1, target: 0..<1, confidence: 0.4)])
    let result = AlignmentComposition(
      pivot: 0, alignments: [nil, first, second], counts: [1, 1, 1]
    ).alignment()
    #expect(result.beads.map(\.confidence) == [0.4])
  }
}
