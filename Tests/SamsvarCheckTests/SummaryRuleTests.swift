import Samsvar
import SamsvarModel
import SamsvarTestSupport
import Testing

@Suite("Summary rules")
struct SummaryRuleTests {
  private static let article = """
    Bedriften i Oslo sa opp 38 ansatte torsdag.
    Direktøren benektet at fabrikken i Bergen skal legges ned.
    Omsetningen falt med 12 prosent i fjor, til 2,5 milliarder kroner.
    Fagforeningslederen Kari Moen hevder at ledelsen har brutt loven.
    Fetteren hennes brakk kragebeinet på byggeplassen 4. mars.
    Ministeren har ikke myndighet til å stanse nedleggelsen.
    Kina er det viktigste markedet for bedriften.
    Stengingen kan føre til mangel på deler.
    """

  private func check(_ summary: String, of article: String = article) throws -> [String] {
    try summaryFindings(article, summary)
      .filter { $0.severity > .note }.map { "\($0.category.rawValue):\($0.target?.text ?? "")" }
  }

  @Test(arguments: [
    "The company in Oslo dismissed 38 employees on Thursday.",
    "The director denied that the factory in Bergen is to close.",
    "Revenue fell 12 per cent last year, to NOK 2.5 billion.",
    "Union leader Kari Moen claims the management has broken the law.",
    "Her cousin broke his collarbone at the building site on 4 March.",
    "The minister has no authority to stop the closure.",
    "Beijing is the most important market for the company.",
    "The Chinese market is the most important for the company.",
    "The closure may lead to a shortage of parts.",
  ])
  func whatTheArticleSaysHasNoFinding(summary: String) throws {
    #expect(try check(summary) == [])
  }

  @Test(arguments: [
    ("The company in Oslo dismissed 83 employees on Thursday.", "number:83"),
    ("The company in Oslo dismissed 38 employees on Friday.", "date:Friday"),
    ("The company in Bergen dismissed 38 employees on Thursday.", "name:Bergen"),
    ("The director confirmed that the factory in Bergen will close.", "negation:confirmed"),
    ("Revenue rose 12 per cent last year, to NOK 2.5 billion.", "negation:rose"),
    ("Revenue fell 21 per cent last year, to NOK 2.5 billion.", "number:21 per cent"),
    ("Revenue fell 12 per cent last year, to NOK 2.5 million.", "unit:NOK 2.5 million"),
    (
      "Revenue fell 12 percentage points last year, to NOK 2.5 billion.",
      "unit:12 percentage points"
    ),
    ("Union leader Kari Hansen claims the management has broken the law.", "name:Kari Hansen"),
    ("The management has broken the law.", "hedge:has broken"),
    ("Her nephew broke his collarbone at the building site on 4 March.", "term:nephew"),
    ("Her cousin broke his cheekbone at the building site on 4 March.", "term:cheekbone"),
    ("Her cousin broke his collarbone at the building site on 4 May.", "date:4 May"),
    (
      "The minister has authority to stop the closure.",
      "negation:has authority to stop the closure"
    ),
    ("Tokyo is the most important market for the company.", "name:Tokyo"),
    ("The closure will lead to a shortage of parts.", "hedge:will lead"),
  ])
  func oneWrongDetailIsFound(summary: String, expected: String) throws {
    #expect(try check(summary) == [expected])
  }

  @Test(arguments: [
    ("Bilen kjørte i 137 km/t.", "The car was doing 85 mph."),
    ("90 % av bilene ble eksportert.", "Nine in ten of the cars were exported."),
    ("Salget økte i andre kvartal 2018.", "Sales rose between April and June 2018."),
    ("Det kommer deler hvert 37. minutt.", "Parts arrive every 37 minutes."),
    (
      "De fant sopp i Hedmark, Oppland, Buskerud, Vestfold og Telemark.",
      "They found mushrooms in five counties."
    ),
    ("Det var 5,5 grader varmere i byen.", "It was ten degrees warmer in the city."),
  ])
  func equalValuesAgree(article: String, summary: String) throws {
    #expect(try check(summary, of: article) == [])
  }

  @Test(arguments: [
    ("Det kom 15 cm regn.", "Six feet of rain fell.", "unit:Six feet"),
    ("Det kom 15 cm regn.", "Nine inches of rain fell.", "number:Nine inches"),
    (
      "Eksporten var på 22 millioner kroner.", "Exports were NOK 22 billion.", "unit:NOK 22 billion"
    ),
    ("Stranden ble stengt i 48 timer.", "The beach was closed for 48 days.", "unit:48 days"),
  ])
  func aWrongUnitIsToldFromAWrongNumber(
    article: String, summary: String, expected: String
  ) throws {
    #expect(try check(summary, of: article) == [expected])
  }

  @Test func valuesInEachOthersPlace() throws {
    let article = "I fjor flyktet 1127 personer, sammenlignet med 2706 i 2011."
    let wrong = "Last year 2,706 people fled, compared with 1,127 in 2011."
    #expect(
      try check("Last year 1,127 people fled, compared with 2,706 in 2011.", of: article) == [])
    #expect(try check(wrong, of: article).contains("number:2,706"))
  }

  @Test func otherDirectionAndNynorsk() throws {
    let pipeline = try Pipeline.installed()
    let folder = try TemporaryFolder()
    let english = try folder.write(
      "The company in Oslo dismissed 38 employees on Thursday.", to: "a.en.txt")
    let right = try folder.write("Bedrifta i Oslo sa opp 38 tilsette torsdag.", to: "r.nn.txt")
    let wrong = try folder.write("Bedrifta i Oslo sa opp 83 tilsette fredag.", to: "w.nn.txt")
    let source = try pipeline.read(english, as: .en)
    func found(_ path: String) throws -> [String] {
      let summary = try pipeline.read(path, as: .nn)
      return try pipeline.check(
        try pipeline.analyseSummary(source, summary: summary), termbase: Termbase()
      ).map { $0.target?.text ?? "" }
    }
    #expect(try found(right) == [])
    #expect(try found(wrong) == ["83", "fredag"])
  }
}
