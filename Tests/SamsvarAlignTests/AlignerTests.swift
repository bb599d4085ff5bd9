import SamsvarAlign
import SamsvarModel
import SamsvarTestSupport
import SamsvarText
import Testing

@Suite("Alignment")
struct AlignerTests {
  private func beads(_ source: [String], _ target: [String]) throws -> [String] {
    let alignment = try AlignFixture.aligner().align(
      try AlignFixture.lines(source, .nb), try AlignFixture.lines(target, .en))
    return alignment.beads.map {
      "\($0.source.map(String.init).joined(separator: ","))-\($0.target.map(String.init).joined(separator: ","))"
    }
  }

  private let source = [
    "Regjeringen la fram budsjettet fredag.", "Skolene får mer penger til nye lærere.",
    "Fiskerne i nord er skuffet over kvotene.", "Sykehuset i Bodø skal bygges ut.",
  ]

  @Test func translationInOrder() throws {
    #expect(
      try beads(
        source,
        [
          "The government presented the budget on Friday.",
          "Schools will receive more money for new teachers.",
          "Fishermen in the north are disappointed by the quotas.",
          "The hospital in Bodø is to be expanded.",
        ]) == ["0-0", "1-1", "2-2", "3-3"])
  }

  @Test func omissionAndInsertion() throws {
    #expect(
      try beads(
        source,
        [
          "The government presented the budget on Friday.",
          "Reporting by our staff in Oslo.",
          "Fishermen in the north are disappointed by the quotas.",
          "The hospital in Bodø is to be expanded.",
        ]
      ).filter { $0 == "0-0" || $0 == "2-2" || $0 == "3-3" }.count == 3)
  }

  @Test func mergeAndSplit() throws {
    #expect(
      try beads(
        source,
        [
          "The government presented the budget on Friday, and schools will receive more money for new teachers.",
          "There is disappointment in the north.", "The fishermen do not like the quotas.",
          "The hospital in Bodø is to be expanded.",
        ]) == ["0,1-0", "2-1,2", "3-3"])
  }

  @Test func emptySides() throws {
    #expect(try beads([], []) == [])
    #expect(try beads(["Bare her."], []) == ["0-"])
    #expect(try beads([], ["Only here."]) == ["-0"])
  }

  @Test(arguments: 0..<12)
  func everySegmentStandsInOneBeadInOrder(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    func text() -> [String] {
      (0..<Int.random(in: 0...14, using: &generator)).map { _ in
        RandomText.mixed(12, using: &generator).filter { !$0.isNewline } + "x"
      }
    }
    let left = try AlignFixture.lines(text(), .nb)
    let right = try AlignFixture.lines(text(), .en)
    let alignment = try AlignFixture.aligner().align(left, right)
    #expect(alignment.isComplete(sourceCount: left.count, targetCount: right.count))
    #expect(alignment.beads.allSatisfy { (0...1).contains($0.confidence) })
  }
}

@Suite("Summary links")
struct SummaryLinkTests {
  private let article = [
    "Flyselskapet innstiller 40 avganger i helgen.", "Streiken begynte fredag morgen.",
    "Pilotene krever høyere lønn.", "Været i Bergen er fint.",
    "Selskapet har tapt 300 millioner kroner på streiken.",
  ]

  private func links(_ summary: [String]) throws -> [[Int]] {
    try AlignFixture.aligner().link(
      try AlignFixture.lines(article, .nb), summary: try AlignFixture.lines(summary, .en)
    ).map(\.sources)
  }

  @Test func oneSentenceRestsOnSeveralInAnyOrder() throws {
    #expect(
      try links([
        "The company has lost 300 million kroner on the strike.",
        "The airline is cancelling 40 departures this weekend, and the pilots demand higher pay.",
      ]) == [[4], [0, 2]])
  }

  @Test func nothingInCommonGivesNoLink() throws {
    #expect(try links(["Xyzzy plugh quux."]) == [[]])
  }
}

@Suite("Alignment scores")
struct AlignmentScoreTests {
  private func bead(_ source: [Int], _ target: [Int]) -> AlignmentScore.GoldBead {
    .init(source: source, target: target)
  }

  @Test func perfectAgreement() {
    var score = AlignmentScore()
    let gold = [bead([0], [0]), bead([1], []), bead([2], [1, 2])]
    score.add(gold: gold, test: gold)
    #expect(score.strictF1 == 1 && score.laxF1 == 1 && score.nullError == 0)
  }

  @Test func countsByHand() {
    // Gold 0-0, 1-1, 2-; test 0-0, 1,2-1: one of two beads right, the other overlaps.
    var score = AlignmentScore()
    score.add(
      gold: [bead([0], [0]), bead([1], [1]), bead([2], [])],
      test: [bead([0], [0]), bead([1, 2], [1])])
    #expect(score.strictPrecision == 0.5)
    #expect(score.strictRecall == 0.5)
    #expect(score.laxPrecision == 1)
    #expect(score.nullMiss == 1)
    #expect(score.nullError == 0.2)
  }

  @Test func groupedNullsCountOneBySegment() {
    var score = AlignmentScore()
    score.add(
      gold: [bead([0], []), bead([1], []), bead([2], [0])],
      test: [bead([0, 1], []), bead([2], [0])])
    #expect(score.strictF1 == 1)
  }
}
