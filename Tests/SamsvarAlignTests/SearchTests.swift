import SamsvarTestSupport
import SamsvarText
import Testing

@testable import SamsvarAlign
@testable import SamsvarModel

@Suite("Corridors")
struct CorridorTests {
  @Test(arguments: 0..<40)
  func holdTheCornersAndNeverGoBack(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let rows = 0..<Int.random(in: 0...60, using: &generator)
    let columns = 0..<Int.random(in: 0...60, using: &generator)
    let anchors = ascendingPairs(rows, columns, &generator)
    let corridor = Corridor(
      rows: rows, columns: columns, anchors: anchors,
      margin: Int.random(in: 0...5, using: &generator),
      widest: 12)
    #expect(corridor.cell(0, 0) == 0)
    #expect(corridor.cell(rows.upperBound, columns.upperBound) == corridor.count - 1)
    var next = 0
    for row in rows.lowerBound...rows.upperBound {
      let range = corridor.columns(row)
      if row > 0 {
        let before = corridor.columns(row - 1)
        #expect(before.lowerBound <= range.lowerBound && before.upperBound <= range.upperBound)
        #expect(before.overlaps(range), "a path must be able to go on")
      }
      for column in range {
        #expect(corridor.cell(row, column) == next)
        next += 1
      }
    }
    #expect(next == corridor.count)
    for anchor in anchors { #expect(corridor.cell(anchor.source, anchor.target) != nil) }
  }

  private func ascendingPairs(
    _ rows: Range<Int>, _ columns: Range<Int>, _ generator: inout SeededGenerator
  ) -> [(source: Int, target: Int)] {
    let left = rows.filter { _ in Int.random(in: 0..<4, using: &generator) == 0 }
    let right = columns.filter { _ in Int.random(in: 0..<4, using: &generator) == 0 }
    return Array(zip(left, right)).map { (source: $0.0, target: $0.1) }
  }
}

@Suite("Anchor chains")
struct AnchorChainTests {
  /// The weight of the heaviest ascending chain, by trying all.
  private func heaviest(
    _ candidates: ArraySlice<AnchorChain.Candidate>, after last: AnchorChain.Candidate?
  )
    -> Float
  {
    guard let first = candidates.first else { return 0 }
    let without = heaviest(candidates.dropFirst(), after: last)
    if let last, first.source <= last.source || first.target <= last.target { return without }
    return max(without, first.score + heaviest(candidates.dropFirst(), after: first))
  }

  @Test(arguments: 0..<60)
  func areTheHeaviest(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let candidates = (0..<Int.random(in: 0...11, using: &generator)).map { _ in
      AnchorChain.Candidate(
        source: Int.random(in: 0..<8, using: &generator),
        target: Int.random(in: 0..<8, using: &generator),
        score: Float(Int.random(in: 1...9, using: &generator)))
    }.sorted { $0.source < $1.source }
    let chain = AnchorChain.heaviestChain(candidates, columns: 0..<8)
    #expect(
      zip(chain, chain.dropFirst()).allSatisfy { $0.source < $1.source && $0.target < $1.target })
    #expect(chain.reduce(0) { $0 + $1.score } == heaviest(candidates[...], after: nil))
  }
}

@Suite("Accepted beads")
struct FixedBeadsTests {
  private let source = [
    "Hunden sover.", "Katten spiser fisk.", "Fuglen synger høyt.", "Hesten løper.",
  ]
  private let target = [
    "The dog sleeps.", "The cat eats fish.", "The bird sings loudly.", "The horse runs.",
  ]

  private func fixed(_ beads: [Bead]) throws -> FixedBeads {
    try FixedBeads(beads, sourceCount: 4, targetCount: 4, file: "accepted.tsv")
  }

  private func align(_ beads: [Bead]) throws -> [Bead] {
    try AlignFixture.aligner().compare(
      try AlignFixture.lines(source, .nb), try AlignFixture.lines(target, .en)
    ).alignment(keeping: try fixed(beads)).beads
  }

  @Test func areNeverMovedHoweverWrong() throws {
    let beads = try align([Bead(source: 1..<2, target: 2..<3)])
    #expect(beads.contains(Bead(source: 1..<2, target: 2..<3, confidence: 1)))
    #expect(beads.contains { $0.source == 0..<1 && $0.target == 0..<1 })
    #expect(Alignment(beads: beads).isComplete(sourceCount: 4, targetCount: 4))
  }

  @Test func keepASegmentWithoutCounterpart() throws {
    let beads = try align([Bead(source: 2..<3, target: 0..<0)])
    #expect(beads.contains { $0.source == 2..<3 && $0.target.isEmpty })
    #expect(Alignment(beads: beads).isComplete(sourceCount: 4, targetCount: 4))
  }

  @Test(arguments: [
    [Bead(source: 0..<1, target: 1..<2), Bead(source: 1..<2, target: 0..<1)],
    [Bead(source: 0..<2, target: 0..<1), Bead(source: 1..<2, target: 1..<2)],
    [Bead(source: 3..<5, target: 3..<4)],
    [Bead(source: 0..<1, target: 0..<1), Bead(source: 0..<1, target: 0..<0)],
  ])
  func thatContradictEachOtherAreRefused(beads: [Bead]) throws {
    let error = try #require(throws: InputError.self) { try fixed(beads) }
    #expect("\(error)".contains("accepted.tsv"))
  }
}

@Suite("Confidence")
struct ConfidenceTests {
  private func confidences(_ source: [String], _ target: [String]) throws -> [Double] {
    try AlignFixture.aligner().align(
      try AlignFixture.lines(source, .nb), try AlignFixture.lines(target, .en)
    ).beads.filter { !$0.source.isEmpty && !$0.target.isEmpty }.map(\.confidence)
  }

  @Test func isHighForATranslation() throws {
    let all = try confidences(
      ["Regjeringen la fram budsjettet fredag.", "Skolene får mer penger til nye lærere."],
      [
        "The government presented the budget on Friday.",
        "Schools get more money for new teachers.",
      ])
    #expect(all.count == 2 && all.allSatisfy { $0 > 0.9 })
  }

  @Test func isLowForTextsThatHaveNothingToDoWithEachOther() throws {
    let source = [
      "Regjeringen la fram budsjettet fredag.", "Skolene får mer penger til nye lærere.",
      "Fiskerne i nord er skuffet over kvotene.", "Sykehuset i Bodø skal bygges ut.",
      "Kommunen selger tomten til naboen.", "Toget fra Bergen er forsinket.",
    ]
    let target = [
      "Whisk the eggs with sugar until pale.", "Whales were seen off the coast last night.",
      "He tuned his guitar and began to play.", "Snow covered the roofs of the village.",
      "Two goals in extra time decided the final.", "The museum shows paintings by Rembrandt.",
    ]
    #expect(try confidences(source, target).allSatisfy { $0 < 0.6 })
  }
}

@Suite("Long gaps")
struct LongGapTests {
  /// Sentences of one noun and one number each, so that every one differs.
  private func sentences(_ form: String, _ nouns: [String], _ numbers: Range<Int>) -> [String] {
    numbers.map { "\(form) \(nouns[$0 % nouns.count]) \($0 * 37 + 11)." }
  }

  @Test func aMissingChapterIsFound() throws {
    let nb = ["skole", "sykehus", "fisker", "minister", "budsjett", "avtale", "vei"]
    let en = ["school", "hospital", "fisherman", "minister", "budget", "agreement", "road"]
    let source = sentences("Her står", nb, 0..<400)
    let target = sentences("Here is", en, 0..<120) + sentences("Here is", en, 300..<400)
    let alignment = try AlignFixture.aligner().align(
      try AlignFixture.lines(source, .nb), try AlignFixture.lines(target, .en))
    let lonely = alignment.beads.filter(\.target.isEmpty).flatMap(\.source)
    #expect(lonely == Array(120..<300))
    #expect(alignment.beads.count { $0.source.count == 1 && $0.target.count == 1 } == 220)
  }
}
