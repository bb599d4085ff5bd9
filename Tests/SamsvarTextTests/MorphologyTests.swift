import SamsvarModel
import SamsvarText
import Testing

@Suite("Lemma candidates")
struct LemmaCandidateTests {
  private func candidates(_ word: String, _ language: LanguageTag) throws -> [String] {
    LemmaCandidates(try Norsk.data(language)).candidates(of: Array(word.utf8)).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("nb", "avtalene", "avtale"), ("nb", "ministeren", "minister"), ("nb", "menn", "mann"),
    ("nb", "gikk", "gå"), ("nb", "programmet", "program"), ("nb", "regjeringens", "regjering"),
    ("nn", "verksemdene", "verksemd"), ("nn", "skreiv", "skrive"), ("nn", "leiarane", "leiar"),
    ("en", "agreements", "agreement"), ("en", "stopped", "stop"), ("en", "children", "child"),
    ("en", "countries", "country"), ("en", "haftar's", "haftar"),
  ])
  func holdTheLemma(code: String, form: String, lemma: String) throws {
    let language = try #require(LanguageTag(code))
    #expect(try candidates(form, language).contains(lemma))
  }

  @Test func beginWithTheFormAndHoldNoneTwice() throws {
    let list = try candidates("avtalene", .nb)
    #expect(list.first == "avtalene")
    #expect(Set(list).count == list.count)
  }
}

@Suite("Names")
struct NameTests {
  private func names(_ text: String, _ language: LanguageTag = .nb) throws -> [String] {
    let document = try Norsk.analyse(text, language)
    return document.names.map { document.document.string(in: $0.range) }
  }

  @Test func capitalAtTheStartSaysNothing() throws {
    #expect(
      try names("Avtalen er signert av Fayez al-Sarraj i Tripoli.") == [
        "Fayez al-Sarraj", "Tripoli",
      ])
    #expect(try names("FN advarer mot krig.") == ["FN"])
  }

  @Test func aWordCapitalisedElsewhereIsANameAtTheStartToo() throws {
    #expect(
      try names("Tripoli er stengt. Haftar angrep Tripoli.").filter { $0 == "Tripoli" }.count == 2)
  }

  @Test func englishGenitiveEndsAName() throws {
    #expect(try names("Today Haftar’s LNA advanced.", .en) == ["Haftar’s", "LNA"])
  }
}
