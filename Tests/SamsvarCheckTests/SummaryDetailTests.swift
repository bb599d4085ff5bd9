import Samsvar
import SamsvarModel
import SamsvarTestSupport
import Testing

@Suite("Details of a summary")
struct SummaryDetailTests {
  private func check(_ article: String, _ summary: String) throws -> [String] {
    try summaryFindings(article, summary)
      .filter { $0.severity > .note }.map { "\($0.rule):\($0.target?.text ?? "")" }
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
      "Broen åpner våren 2031.", "The bridge opens in the autumn of 2031.", "autumn"
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
    ("Broen åpner våren 2031.", "The bridge opens in the spring of 2031."),
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

  @Test(arguments: [
    ("Ulykken skjedde i Tromsø.", "The accident happened in Bergen.", "Bergen"),
    ("Ulykken skjedde i Tromsø.", "The accident happened in Moss.", "Moss"),
    ("Statsråd Kari Lie åpnet veien.", "Minister Tor Lie opened the road.", "Tor Lie"),
    ("Statsråd Kari Lie åpnet veien.", "Minister Per Lie opened the road.", "Per Lie"),
    ("Hun siterer en finsk rapport.", "She quotes a Danish report.", "Danish"),
    (
      "Arbeiderne er leid inn fra Latvia og Polen.",
      "The workers are hired from Estonia and Poland.",
      "Estonia"
    ),
  ])
  func aNameInTheWrongPlaceIsFound(article: String, summary: String, expected: String) throws {
    #expect(try check(article, summary) == ["summary.name:\(expected)"])
  }

  @Test(arguments: [
    ("Ulykken skjedde i Bergen.", "The accident happened in Bergen in western Norway."),
    ("Skipet gikk på grunn ved Svalbard.", "The ship ran aground off Svalbard in the Arctic."),
    ("Statsråd Per Lie åpnet veien.", "Minister Per Lie opened the road."),
    ("Hun siterer en dansk rapport.", "She quotes a Danish report."),
  ])
  func trueBackgroundHasNoFinding(article: String, summary: String) throws {
    #expect(try check(article, summary) == [])
  }

  @Test(arguments: [
    (
      "Politiet utelukker foreløpig ikke drap.", "Police have ruled out murder.",
      "have ruled out murder"
    ),
    ("Ingen ble skadet.", "Three people were injured.", "were injured"),
    ("Ingen avtale er undertegnet.", "An agreement has been signed.", "agreement has been signed"),
    (
      "Byen håper på støtte, mens staten så langt ikke har lovet penger.",
      "The state has promised money.", "has promised money"
    ),
  ])
  func aNegationThatIsGoneIsFound(article: String, summary: String, expected: String) throws {
    #expect(try check(article, summary) == ["summary.negation:\(expected)"])
  }

  @Test(arguments: [
    ("Politiet utelukker foreløpig ikke drap.", "Police have not ruled out murder."),
    ("Han reiste ikke til Oslo, men til Bergen.", "He travelled to Bergen."),
    ("Regningene blir betalt hvis du ikke er hjemme.", "The bills are paid."),
    ("Ingen ble skadet.", "Everyone was unharmed."),
    ("Lederen lover at ingen skal sies opp.", "The manager said everyone will keep their job."),
  ])
  func aNegationInOtherWordsHasNoFinding(article: String, summary: String) throws {
    #expect(try check(article, summary) == [])
  }

  @Test(arguments: [
    ("Tre menn og fire kvinner ble pågrepet.", "Seven people were arrested."),
    ("Møtet varte fra klokken 12.15 til 16.45.", "The meeting lasted four and a half hours."),
    ("Kirken ble bygd i 1887.", "The church was built in the 19th century."),
  ])
  func whatCanBeReckonedHasNoFinding(article: String, summary: String) throws {
    #expect(try check(article, summary) == [])
  }

  @Test func aWrongAmountIsComparedWhereItsWordsStand() throws {
    let article = """
      Flommen ødela veien i Lom.
      Skadene er anslått til 85 millioner kroner.
      Forsikringen dekker 140 millioner kroner.
      """
    let found = try check(
      article, "A flood destroyed the road in Lom, with damage estimated at 140 million kroner.")
    #expect(found == ["summary.value:140 million kroner"])
  }
}
