import Samsvar
import SamsvarModel
import SamsvarTestSupport
import Testing

@Suite("Details of a summary")
struct SummaryDetailTests {
  private func check(_ article: String, _ summary: String) throws -> [String] {
    let pipeline = try Pipeline.installed()
    let folder = try TemporaryFolder()
    let left = try pipeline.read(try folder.write(article, to: "a.nb.txt"), as: .nb, layout: .lines)
    let right = try pipeline.read(
      try folder.write(summary, to: "a.en.txt"), as: .en, layout: .lines)
    return try pipeline.check(
      try pipeline.analyseSummary(left, summary: right), termbase: Termbase()
    ).filter { $0.severity > .note }.map { "\($0.rule):\($0.target?.text ?? "")" }
  }

  @Test(arguments: [
    ("Skolen har 1.874 elever.", "The school has about 1,900 pupils."),
    ("Skolen har 1.874 elever.", "The school has more than 1,800 pupils."),
    ("Skolen har 1.874 elever.", "The school has nearly 2,000 pupils."),
    ("Skolen har 1.874 elever.", "The school has 1,870 pupils."),
    ("Partiet fikk 33,8 prosent av stemmene.", "The party got almost 34 percent of the vote."),
    ("Veien koster 2,07 milliarder kroner.", "The road costs about two billion kroner."),
    ("Elleve hus brant ned.", "Nearly a dozen houses burned down."),
  ])
  func aTrueRoundingHasNoFinding(article: String, summary: String) throws {
    #expect(try check(article, summary) == [])
  }

  @Test(arguments: [
    ("Skolen har 1.874 elever.", "The school has about 1,200 pupils.", "about 1,200"),
    ("Skolen har 1.874 elever.", "The school has more than 1,900 pupils.", "more than 1,900"),
    ("Skolen har 1.874 elever.", "The school has fewer than 1,800 pupils.", "fewer than 1,800"),
    ("Skolen har 1.874 elever.", "The school has 1,784 pupils.", "1,784"),
    ("Skolen har 38 elever.", "The school has 40 pupils.", "40"),
  ])
  func aFalseRoundingIsFound(article: String, summary: String, expected: String) throws {
    #expect(try check(article, summary) == ["summary.value:\(expected)"])
  }

  @Test(arguments: [
    ("Pensjonsalderen heves fra 62 til 64 år.", "The retirement age will be raised to 64."),
    ("Tallet på elever økte fra 1.200 til 1.850.", "The number of pupils rose to 1,850."),
    ("Tallet på elever økte fra 1.200 til 1.850.", "The number of pupils rose from 1,200."),
  ])
  func eitherEndOfAChangeIsSaid(article: String, summary: String) throws {
    #expect(try check(article, summary) == [])
  }

  @Test func oneEndOfASpanIsNotTheSpan() throws {
    #expect(
      try check("Billetten koster 10–15 kroner.", "The ticket costs 15 kroner.")
        == ["summary.value:15 kroner"])
  }

  @Test(arguments: [
    (
      "Helseministeren besøkte sykehuset.", "The culture minister visited the hospital.",
      "culture minister"
    ),
    (
      "Broen skal være ferdig våren 2031.", "The bridge will be completed in the autumn of 2031.",
      "autumn"
    ),
    ("Saken skal avgjøres før påske.", "The case will be decided before Christmas.", "Christmas"),
    ("Vinden kommer fra sørøst.", "The wind comes from the south-west.", "south-west"),
    ("Norskehavet er dypt.", "The Black Sea is deep.", "Black Sea"),
  ])
  func anotherMemberOfAClassIsFound(article: String, summary: String, expected: String) throws {
    #expect(try check(article, summary) == ["summary.term:\(expected)"])
  }

  @Test(arguments: [
    ("Helseministeren besøkte sykehuset.", "The health minister visited the hospital."),
    ("Helseministeren besøkte sykehuset.", "The minister of health visited the hospital."),
    ("Broen skal være ferdig våren 2031.", "The bridge will be completed in the spring of 2031."),
    ("Vinden kommer fra sørøst.", "The wind is south-easterly."),
  ])
  func theSameMemberHasNoFinding(article: String, summary: String) throws {
    #expect(try check(article, summary) == [])
  }

  @Test(arguments: [
    ("Skatten settes ned til 20 prosent.", "The tax will be raised to 20 percent.", "raised"),
    ("Det er en økning på 7 prosent.", "That is down 7 percent.", "down"),
    ("Foreldrene advarer mot planen.", "The parents welcome the plan.", "welcome"),
  ])
  func oppositesOfTwoWordsAreFound(article: String, summary: String, expected: String) throws {
    #expect(try check(article, summary) == ["summary.opposite:\(expected)"])
  }
}
