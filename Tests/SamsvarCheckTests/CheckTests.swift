import Samsvar
import SamsvarModel
import SamsvarTestSupport
import Testing

@Suite("Checks of a translation")
struct TranslationCheckTests {
  static let termbase = Termbase(concepts: [
    ConceptEntry(
      id: "government",
      languages: [
        LanguageSection(language: .nb, terms: [TermSection("regjering")]),
        LanguageSection(
          language: .en,
          terms: [
            TermSection("government"), TermSection("cabinet", status: .admitted),
            TermSection("regime", status: .forbidden),
          ]),
      ])
  ])

  private func check(_ source: String, _ target: String) throws -> [String] {
    let pipeline = try Pipeline.installed()
    let folder = try TemporaryFolder()
    let left = try pipeline.read(try folder.write(source, to: "a.nb.txt"), as: .nb, layout: .lines)
    let right = try pipeline.read(try folder.write(target, to: "a.en.txt"), as: .en, layout: .lines)
    let analysis = try pipeline.analyseTranslation(left, right)
    return try pipeline.check(analysis, termbase: Self.termbase).map {
      "\($0.rule):\($0.category.rawValue):\($0.source?.text ?? "")>\($0.target?.text ?? "")"
    }
  }

  @Test(arguments: [
    ("Over 1.000 ble drept.", "More than 1,000 were killed."),
    ("Det kostet 2,5 mrd. kroner.", "It cost NOK 2.5 billion."),
    ("Møtet er kl. 15 onsdag.", "The meeting is at 3 pm on Wednesday."),
    ("Regjeringens forslag ble vedtatt 17. mai.", "The cabinet’s proposal was adopted on 17 May."),
    ("Erdogan møtte Sarraj i Ankara.", "Erdogan met Sarraj in Ankara."),
    ("To av tre er enige.", "Two out of three agree."),
  ])
  func rightTranslationsHaveNoFinding(source: String, target: String) throws {
    #expect(try check(source, target) == [])
  }

  @Test(arguments: [
    (
      "Over 1.000 ble drept.", "More than 1.000 were killed.",
      "value.mismatch:number:Over 1.000>More than 1.000"
    ),
    (
      "Det kostet 2,5 mrd. kroner.", "It cost NOK 2.5 million.",
      "value.mismatch:number:2,5 mrd. kroner>NOK 2.5 million"
    ),
    (
      "De møttes 17. mai i byen.", "They met on 18 May in the city.",
      "value.mismatch:date:17. mai>18 May"
    ),
    (
      "De møttes onsdag i byen.", "They met on Thursday in the city.",
      "value.mismatch:date:onsdag>Thursday"
    ),
    (
      "Renten økte 3 prosent i fjor.", "The rate rose 3 percentage points last year.",
      "value.mismatch:unit:3 prosent>3 percentage points"
    ),
    (
      "Regjeringen sier nei til forslaget.", "The regime says no to the proposal.",
      "term.forbidden:term:Regjeringen>regime"
    ),
    (
      "Regjeringen sier nei til forslaget.", "The authorities say no to the proposal.",
      "term.missing:term:Regjeringen>"
    ),
    (
      "Han reiste til Bergen med båt.", "He travelled to Trondheim by boat.",
      "name.mismatch:name:Bergen>Trondheim"
    ),
    (
      "Komiteen holder høring på mandag.", "The committee is holding a høring on Monday.",
      "untranslated.word:untranslated:>høring"
    ),
  ])
  func errorsAreFound(source: String, target: String, expected: String) throws {
    #expect(try check(source, target).contains(expected))
  }

  @Test func segmentLeftInNorwegian() throws {
    let found = try check(
      "Han kom hjem i går.\nDet regner mye her nå.",
      "He came home yesterday.\nDet regner mye her nå.")
    #expect(found.contains { $0.hasPrefix("untranslated.segment") })
  }
}

@Suite("Checks of a summary")
struct SummaryCheckTests {
  private let article = """
    Bedriften i Oslo sa opp 38 ansatte torsdag.
    Direktøren benektet at fabrikken i Bergen skal legges ned.
    """

  private func check(_ summary: String) throws -> [String] {
    try summaryFindings(article, summary)
      .map { "\($0.category.rawValue):\($0.target?.text ?? "")" }
  }

  @Test func whatTheArticleSaysHasNoFinding() throws {
    #expect(try check("The company in Oslo dismissed 38 employees on Thursday.") == [])
  }

  @Test(arguments: [
    ("The company in Oslo dismissed 83 employees on Thursday.", "number:83"),
    ("The company in Oslo dismissed 38 employees on Friday.", "date:Friday"),
    ("The company in Bergen dismissed 38 employees on Thursday.", "name:Bergen"),
    ("The director confirmed that the factory in Bergen will be closed.", "negation:confirmed"),
    (
      "The company in Oslo dismissed 38 employees, and wolves attacked frightened tourists.",
      "invented:wolves attacked frightened tourists"
    ),
  ])
  func errorsAreFound(summary: String, expected: String) throws {
    #expect(try check(summary).contains(expected))
  }
}
