import SamsvarModel
import SamsvarText
import Testing

@Suite("Lemmas")
struct LemmaTests {
  private func lemmas(_ word: String, _ language: LanguageTag) throws -> [String] {
    Lemmatiser(try Norsk.data(language), vocabulary: .none).lemmas(of: Array(word.utf8)).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("nb", "avtalene", "avtale"), ("nb", "ministeren", "minister"), ("nb", "menn", "mann"),
    ("nb", "talsmenn", "talsmann"), ("nb", "lederen", "leder"), ("nb", "ofre", "offer"),
    ("nb", "gikk", "gå"), ("nb", "programmet", "program"), ("nb", "regjeringens", "regjering"),
    ("nn", "avtalane", "avtale"), ("nn", "skreiv", "skrive"), ("nn", "leiarane", "leiar"),
    ("nn", "bøkene", "bok"), ("en", "agreements", "agreement"), ("en", "stopped", "stop"),
    ("en", "children", "child"), ("en", "countries", "country"), ("en", "haftar's", "haftar"),
  ])
  func areAmongTheCandidates(code: String, form: String, lemma: String) throws {
    let language = try #require(LanguageTag(code))
    #expect(try lemmas(form, language).contains(lemma))
  }

  /// A word of n letters took n² steps: ten times as long, a hundred times as slow.
  @Test func aLongWordIsNotCut() throws {
    let word = [UInt8](repeating: 0x61, count: 1_000_000) + Array("timen".utf8)
    #expect(Lemmatiser(try Norsk.data(.nb)).lemmas(of: word).allSatisfy { $0.count > 999_000 })
    let data = try Norsk.data(.nb)
    #expect(CompoundSplitter(data, vocabulary: .none).readings(of: word).isEmpty)
    #expect(data.numbers.allMeanings(of: Array("hundre".utf8) + word).isEmpty)
  }

  @Test(arguments: ["avtalene", "xyzzy", "a", "", "ærøskøbing", "-", "bygg-"])
  func areNotEmptyAndHoldNoneTwice(word: String) throws {
    let list = try lemmas(word, .nb)
    #expect(list.isEmpty == word.isEmpty)
    #expect(Set(list).count == list.count)
  }
}

@Suite("Compounds")
struct CompoundTests {
  private func best(_ word: String, _ language: LanguageTag = .nb) throws -> String? {
    CompoundSplitter(try Norsk.data(language), vocabulary: .none).readings(of: Array(word.utf8))
      .first.map {
        String(decoding: $0.modifier, as: UTF8.self) + "+"
          + String(decoding: $0.head, as: UTF8.self)
      }
  }

  @Test(arguments: [
    ("arbeidsmarked", "arbeids+marked"), ("fotballkamp", "fotball+kamp"),
    ("statsbudsjett", "stats+budsjett"),
  ])
  func areCutBeforeTheHead(word: String, expected: String) throws {
    #expect(try best(word) == expected)
  }

  @Test(arguments: ["regjering", "avtale", "kommer", "hun"])
  func leaveOtherWordsWhole(word: String) throws { #expect(try best(word) == nil) }

  @Test(arguments: ["arbeidsmarked", "statsbudsjett", "menneskerettighet"])
  func partsGiveTheWord(word: String) throws {
    for reading in CompoundSplitter(try Norsk.data(.nb), vocabulary: .none).readings(
      of: Array(word.utf8))
    {
      #expect(reading.modifier + reading.head == Array(word.utf8))
    }
  }
}

@Suite("Language detection")
struct LanguageDetectionTests {
  @Test(arguments: [
    ("nb", "Regjeringen vil ikke gi mer penger til kommunene, sier statsråden."),
    ("nn", "Regjeringa vil ikkje gje meir pengar til kommunane, seier statsråden."),
    ("en", "The government will not give the municipalities more money, says the minister."),
    ("da", "Regeringen vil ikke give flere penge til kommunerne, siger ministeren."),
    ("sv", "Regeringen vill inte ge mer pengar till kommunerna, säger ministern."),
  ])
  func byASentence(code: String, text: String) throws {
    let detector = try LanguageDetector(try Languages.installed())
    let shares = detector.detect(Array(text.utf8))
    #expect(shares.first?.language.description == code)
    #expect(abs(shares.reduce(0) { $0 + $1.share } - 1) < 1e-6)
  }

  @Test(arguments: ["", " \n", "42", "🙂", "xqz"])
  func answersForAnyText(text: String) throws {
    let shares = try LanguageDetector(try Languages.installed()).detect(Array(text.utf8))
    #expect(shares.allSatisfy { $0.share.isFinite })
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

  @Test(arguments: [
    ("(3) Kongen kan gi forskrift.", LanguageTag.nb), ("§ 1. Lovens formål", .nb),
    ("Kapittel 1. Innledende bestemmelser", .nb), ("a) Leier er den som leier.", .nb),
    ("6.2.1. Oppsett av tjeneren", .nb), ("1. Download the package.", .en),
    ("Annex II. Purpose", .en),
  ])
  func capitalAfterALabelSaysNothing(text: String, language: LanguageTag) throws {
    #expect(try names(text, language) == [])
  }

  @Test(arguments: [
    ("på Svalbard og Jan Mayen.", LanguageTag.nb, "country:SJ"),
    ("on Svalbard and Jan Mayen.", .en, "country:SJ"),
    ("in Bosnia and Herzegovina.", .en, "country:BA"),
    ("on Saint Lucia.", .en, "country:LC"),
  ])
  func countriesOfTwoParts(text: String, language: LanguageTag, code: String) throws {
    #expect(try Norsk.analyse(text, language).names.map(\.code) == [code])
  }

  @Test func englishGenitiveEndsAName() throws {
    #expect(try names("Today Haftar’s LNA advanced.", .en) == ["Haftar’s", "LNA"])
  }

  @Test(arguments: [
    ("Statsminister Jonas Gahr Støre kom.", "Jonas Gahr Støre", "Statsminister", "name"),
    ("Han møtte De forente arabiske emirater.", "De forente arabiske emirater", "", "country:AE"),
    ("Møtet i København.", "København", "", "city:Europe/Copenhagen"),
    ("Derfor er Libyas olje viktig.", "Libya", "", "country:LY"),
    ("Ifølge FN-utsending Ghassan Salamé.", "FN", "", "name"),
  ])
  func titlesAndEndingsAreTakenOff(
    text: String, base: String, title: String, kind: String
  ) throws {
    let document = try Norsk.analyse(text)
    let name = try #require(document.names.first)
    #expect(document.document.string(in: name.baseRange) == base)
    #expect(name.title.map { document.string(token: $0.lowerBound) } ?? "" == title)
    #expect(name.code ?? "name" == kind)
  }

  @Test(arguments: [
    ("gaddafi", "qadhafi"), ("gaddafi", "khadafi"), ("salame", "salamé"), ("haakon", "håkon"),
    ("soegne", "søgne"), ("mohammed", "mohamed"),
  ])
  func spellingsShareAKey(one: String, other: String) {
    #expect(NameKey.key(Array(one.utf8)) == NameKey.key(Array(other.utf8)))
  }
}
