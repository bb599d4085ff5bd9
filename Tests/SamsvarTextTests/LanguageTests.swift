import SamsvarDataFiles
import SamsvarModel
import SamsvarText
import Testing

@Suite("Neighbouring languages")
struct NeighbourTests {
  private func detected(_ text: String) throws -> String? {
    try LanguageDetector(try Languages.installed()).detect(Array(text.utf8)).first?.language
      .description
  }

  @Test(arguments: [
    "Kommunen har besluttet at lukke to skoler i den nordlige del af byen.",
    "Det bliver regn og blæst i det meste af landet i weekenden.",
    "Vi skal huske at købe mælk og brød på vej hjem fra arbejde.",
    "Statsministeren afviste kritikken under et pressemøde i København.",
    "Hun sagde, at hun aldrig havde set noget lignende før.",
    "Virksomheden forventer et overskud på 40 millioner kroner i år.",
    "Jeg kan ikke finde mine nøgler, måske ligger de i bilen.",
    "Arbejdsløsheden er faldet til det laveste niveau i ti år.",
    "Det er et spørgsmål om penge, siger borgmesteren.",
    "Udvalget anbefaler, at der afsættes flere midler til uddannelse.",
    "Tillykke med fødselsdagen, jeg håber du får en dejlig dag.",
    "Man bør altid spørge sin læge, før man tager medicin.",
  ])
  func danish(text: String) throws { #expect(try detected(text) == "da") }

  @Test(arguments: [
    "Kommunen har beslutat att stänga två skolor i norra delen av staden.",
    "Det blir regn och blåst i större delen av landet i helgen.",
    "Vi måste komma ihåg att köpa mjölk och bröd på vägen hem.",
    "Statsministern avvisade kritiken under en presskonferens i Stockholm.",
    "Hon sa att hon aldrig hade sett något liknande.",
    "Företaget räknar med en vinst på 40 miljoner kronor i år.",
    "Jag hittar inte mina nycklar, de kanske ligger i bilen.",
    "Arbetslösheten har sjunkit till den lägsta nivån på tio år.",
    "Det är en fråga om pengar, säger borgmästaren.",
    "Utskottet rekommenderar att mer pengar satsas på utbildning.",
    "Grattis på födelsedagen, hoppas att du får en fin dag.",
    "Fråga alltid din läkare innan du tar medicin.",
  ])
  func swedish(text: String) throws { #expect(try detected(text) == "sv") }

  @Test(arguments: [
    ("de", "Das Unternehmen erwartet einen Gewinn von 40 Millionen Euro."),
    ("de", "Kannst du mir bitte das Salz geben?"),
    ("fr", "Les demandes doivent être déposées avant le 1er mars."),
    ("fr", "Le ministre a déclaré mardi que les négociations avaient échoué."),
    ("nb", "– Vi må gjøre noe med dette nå, sier ordføreren til avisen."),
    ("nn", "– Vi må gjere noko med dette no, seier ordføraren til avisa."),
    ("en", "“We must do something about this now,” the mayor told the paper."),
  ])
  func others(code: String, text: String) throws { #expect(try detected(text) == code) }

  @Test func everyLanguageWithAProfileTakesPart() throws {
    let shares = try LanguageDetector(try Languages.installed()).detect(Array("og".utf8))
    #expect(
      shares.map(\.language.description).sorted() == ["da", "de", "en", "fr", "nb", "nn", "sv"])
  }

  @Test func aTextLongerThanIsReadIsToldByItsBeginning() throws {
    let text = String(repeating: "Vi vet ikke hva det blir til – én ørliten ting. ", count: 600)
    #expect(try detected(text) == "nb")
  }
}

@Suite("Sentences of other languages")
struct OtherLanguageSentenceTests {
  @Test(arguments: [
    ("de", "Das war im 19. Jahrhundert so.|Heute ist es anders."),
    ("de", "Am 3. Oktober ist Feiertag.|Der 2. Weltkrieg endete 1945.|Danach kam der Frieden."),
    ("de", "Sie wurde 3. Er kam als Erster an.".replacing("3. ", with: "3.|")),
    ("de", "Das gilt z. B. für Kinder.|Andere zahlen mehr."),
    ("da", "Mødet er den 3. oktober kl. 14.30.|Det varer i to timer."),
    ("da", "Vi sælger bl.a. brød.|Prisen er fast."),
    ("sv", "Det gäller t.ex. barn.|Andra betalar mer."),
    ("fr", "M. Dupont est arrivé.|Il est reparti le 14 juillet 1789."),
    ("nb", "Han bor i nr. 12.|Dette er en blokk."),
  ])
  func areCut(code: String, marked: String) throws {
    let expected = marked.split(separator: "|").map(String.init)
    let language = try #require(LanguageTag(code))
    #expect(try Norsk.sentences(expected.joined(separator: " "), language) == expected)
  }

  @Test func aGermanLineMayEndInANumber() throws {
    let german = try #require(LanguageTag("de"))
    #expect(try Norsk.sentences("Kapitel 3.\n\nWeltkrieg und Frieden.", german).count == 2)
  }
}

@Suite("Values of other languages")
struct OtherLanguageValueTests {
  private func values(_ text: String, _ code: String) throws -> String {
    let language = try #require(LanguageTag(code))
    return try Norsk.analyse(text, language).values.map(\.inWords).joined(separator: "; ")
  }

  @Test(arguments: [
    ("halv tre", "2:30"), ("halvtreds", "50"), ("femoghalvfjerds", "75"),
    ("syvoghalvfems procent", "97 %"), ("halvanden million kroner", "1,500,000 DKK"),
    ("1.250,50 kr.", "1,250.5 DKK"), ("2,5 mia. kr.", "2,500,000,000 DKK"),
    ("den 3. oktober 1990", "3 October 1990"), ("kvart over tre", "3:15"),
    ("19. århundrede", "1800 to 1899"), ("1990'erne", "1990 to 1999"),
    ("halvfjerdserne", "1970 to 1979"), ("tre fjerdedele", "0.75"),
  ])
  func danish(text: String, expected: String) throws { #expect(try values(text, "da") == expected) }

  @Test(arguments: [
    ("halv tre", "2:30"), ("tjugofem", "25"), ("hundrafem", "105"), ("tiotusen", "10,000"),
    ("en och en halv miljon kronor", "1,500,000 SEK"), ("1 250,50 kr", "1,250.5 SEK"),
    ("den 3 oktober 1990", "3 October 1990"), ("1990-talet", "1990 to 1999"),
    ("30 mil", "300,000 m"), ("en halvtimme", "1,800 seconds"), ("tre fjärdedelar", "0.75"),
  ])
  func swedish(text: String, expected: String) throws {
    #expect(try values(text, "sv") == expected)
  }

  @Test(arguments: [
    ("1.250,50 Euro", "1,250.5 EUR"), ("3. Oktober 1990", "3 October 1990"),
    ("siebenundneunzig", "97"), ("neunzehnhundertneunzig", "1,990"),
    ("halb drei", "2:30"), ("Viertel vor acht", "7:45"), ("20 Uhr", "20:00"),
    ("anderthalb Stunden", "5,400 seconds"), ("im 19. Jahrhundert", "1800 to 1899"),
    ("die 1990er Jahre", "1990 to 1999"), ("eine Milliarde Euro", "1,000,000,000 EUR"),
  ])
  func german(text: String, expected: String) throws { #expect(try values(text, "de") == expected) }

  @Test(arguments: [
    ("deux cent mille", "200,000"), ("le 14 juillet 1789", "14 July 1789"),
    ("quatre-vingt-dix-sept", "97"), ("vingt et un", "21"), ("soixante et onze", "71"),
    ("trois millions d'euros", "3,000,000 EUR"), ("1 250,50 euros", "1,250.5 EUR"),
    ("le 1er mars 2020", "1 March 2020"), ("trois quarts", "0.75"), ("50 %", "50 %"),
  ])
  func french(text: String, expected: String) throws { #expect(try values(text, "fr") == expected) }
}

@Suite("Habits of writing")
struct WritingHabitTests {
  @Test func areReadFromTheFolder() throws {
    #expect(try Norsk.data(.nb).writing.doubled == Set("mn".utf8))
    #expect(try Norsk.data(.nn).writing.joinsCompounds)
    #expect(try Norsk.data(.en).writing.joinsCompounds == false)
    #expect(try Norsk.data(.nb).writing.hasOrdinalsBeforeCapitals == false)
    #expect(try Norsk.data(#require(LanguageTag("de"))).writing.hasOrdinalsBeforeCapitals)
  }

  @Test func aLanguageWithoutAFolderHasNone() throws {
    let icelandic = try Norsk.data(#require(LanguageTag("is")))
    #expect(icelandic.writing.doubled.isEmpty && !icelandic.writing.joinsCompounds)
    #expect(try Norsk.sentences("Hann kom. Hún fór.", #require(LanguageTag("is"))).count == 2)
  }

  @Test(arguments: [("bussen", "bus"), ("kattene", "kat"), ("programmer", "program")])
  func danishDoublesConsonants(form: String, lemma: String) throws {
    let data = try Norsk.data(#require(LanguageTag("da")))
    let known = Vocabulary { $0 == Array(lemma.utf8) ? .noun : [] }
    let lemmas = Lemmatiser(data, vocabulary: known).lemmas(of: Array(form.utf8))
    #expect(lemmas.contains(Array(lemma.utf8)))
  }
}
