import SamsvarModel
import SamsvarText
import Testing

@Suite("Digits")
struct DigitReaderTests {
  private func read(_ text: String, _ sign: Character) -> Double? {
    DigitReader.read(Array(text.utf8), decimalSign: sign.asciiValue ?? 0)?.value
  }

  @Test(arguments: [
    ("1.000", 1000.0), ("2,5", 2.5), ("1.250,50", 1250.5), ("1,000", 1), ("12.345.678", 12_345_678),
    ("0,1", 0.1), ("2.5", 2.5),
  ])
  func norwegian(text: String, value: Double) { #expect(read(text, ",") == value) }

  @Test(arguments: [
    ("1,000", 1000.0), ("2.5", 2.5), ("1,250.50", 1250.5), ("1.000", 1), ("3,5", 3.5),
    ("1.000.000", 1_000_000),
  ])
  func english(text: String, value: Double) { #expect(read(text, ".") == value) }

  @Test(arguments: ["", "1.", ".5", "1..2", "1,2,3", "12.34.5678", "1.2.3"])
  func refusesWhatIsNoNumber(text: String) { #expect(read(text, ",") == nil) }
}

@Suite("Values")
struct ValueTests {
  private func values(_ text: String, _ language: LanguageTag) throws -> String {
    try Norsk.analyse(text, language).values.map(\.inWords).joined(separator: "; ")
  }

  @Test(arguments: [
    ("Over 1.000 mennesker", "1,000"), ("tusen kroner", "1,000 NOK"),
    ("2,5 mrd. kroner", "2,500,000,000 NOK"), ("kr 1.250,50", "1,250.5 NOK"),
    ("kr. 500,-", "500 NOK"), ("MNOK 12,5", "12,500,000 NOK"), ("5 svenske kroner", "5 SEK"),
    ("femogtyve biler", "25"), ("tjuefem biler", "25"), ("ett tusen to hundre", "1,200"),
    ("to hundre og femti tusen", "250,000"), ("en halv million", "500,000"),
    ("halvannen million", "1,500,000"), ("3,5 %", "3.5 %"), ("tre prosent", "3 %"),
    ("to prosentpoeng", "2 percentage points"), ("12 345 678 innbyggere", "12,345,678"),
    ("mellom 300 og 500 soldater", "300 to 500"), ("2–4 000 soldater", "2,000 to 4,000"),
    ("1½ million", "1,500,000"), ("trekvart million", "750,000"), ("to tredeler", "0.666667"),
    ("seks av ti nordmenn", "0.6"), ("hver femte nordmann", "0.2"),
    ("hundrevis av sider", "several times 100"), ("flere titalls tusen", "several times 10,000"),
    ("en bil", ""), ("Nok en seier", ""), ("hundretusener av barn", "several times 100,000"),
    ("kapitlene 1 til og med 4", "chapter 1-4"), ("fra 3 til og med 9 barn", "3 to 9"),
    ("sonen 168.192.in-addr.arpa", "168.192"), ("fila db.192.168", "192.168"),
  ])
  func bokmålNumbers(text: String, expected: String) throws {
    #expect(try values(text, .nb) == expected)
  }

  @Test(arguments: [
    ("17. mai 1814", "17 May 1814"), ("torsdag 4. april", "Thursday 4 April"),
    ("17/5-2019", "17 May 2019"), ("03.04.2020", "3 April 2020"),
    ("16.–27. februar", "16–27 February"),
    ("den første mai", "1 May"), ("1. juledag", "25 December"), ("uke 42", "week 42"),
    ("første halvår 2020", "first half 2020"), ("3. kvartal", "quarter 3"),
    ("44 f.Kr.", "44 BC"), ("nittenåttifire", "1984"), ("2004–07", "2004 to 2007"),
    ("1990-tallet", "1990 to 1999"), ("nittitallet", "1990 to 1999"),
    ("1300-tallet", "1300 to 1399"),
    ("det 21. århundre", "2000 to 2099"), ("1950- og 1960-tallet", "1950 to 1959; 1960 to 1969"),
    ("kl. 18.30", "18:30"), ("kl. 1300", "13:00"), ("kl. 9–16", "9:00–16:00"),
    ("halv fem", "4:30"), ("kvart på fem", "4:45"), ("ti på halv seks", "5:20"),
    ("ti over fire", "4:10"), ("01.30-tida", "1:30"),
  ])
  func bokmålDatesAndTimes(text: String, expected: String) throws {
    #expect(try values(text, .nb) == expected)
  }

  @Test(arguments: [
    ("halvannen time", "5,400 seconds"), ("tre kvarter", "2,700 seconds"),
    ("fem og et halvt år", "66 months"), ("én time og ett kvarter", "4,500 seconds"),
    ("13-åringen", "13 years of age"), ("75 år gammel", "75 years of age"),
    ("60-årsdag", "60 years of age"), ("to mil", "20,000 m"), ("−5 °C", "−5 degrees"),
    ("fem minusgrader", "−5 degrees"), ("2 hg", "0.2 kg"), ("90 km/t", "25 m/s"),
    ("to ganger i uken", "2 in 7 days"), ("annenhver dag", "1 in 2 days"),
    ("hver tredje uke", "1 in 21 days"), ("firedoblet", "4 times"), ("tapte 0–4", "0–4"),
    ("annenplass", "no. 2"), ("nest siste", "no. −2"), ("sjuende", "no. 7"),
    ("§ 4-2", "section 4-2"), ("art. 5 nr. 2", "article 5(2)"), ("kap. 7.5.2.4", "chapter 7.5.2.4"),
    ("s. 12–15", "page 12-15"), ("11.4.1", "11.4.1"), ("tlf. 22 85 50 50", "22855050"),
    ("konto 1234.56.78901", "12345678901"), ("CO2-utslipp", "CO2"), ("G20-landene", "G20"),
    ("covid-19", "COVID19"), ("TV 2", "TV2"), ("Harald V", "no. 5"),
  ])
  func bokmålMeasuresAndNames(text: String, expected: String) throws {
    #expect(try values(text, .nb).split(separator: "; ").first.map(String.init) == expected)
  }

  @Test(arguments: [
    ("tjueti", "2010"), ("ein halv million", "500,000"), ("fyrste halvår 2020", "first half 2020"),
    ("annankvar dag", "1 in 2 days"), ("90-talet", "1990 to 1999"), ("1980-åra", "1980 to 1989"),
    ("laurdag 22. juni", "Saturday 22 June"), ("halvtanna år", "18 months"),
    ("391 milliardar euro", "391,000,000,000 EUR"), ("kvart på fem", "4:45"),
  ])
  func nynorsk(text: String, expected: String) throws {
    #expect(try values(text, .nn) == expected)
  }

  @Test(arguments: [
    ("more than 1,000 people", "1,000"), ("$22.5 billion", "22,500,000,000 USD"),
    ("NOK 5 million", "5,000,000 NOK"), ("twenty-five cars", "25"), ("half a million", "500,000"),
    ("two hundred and fifty thousand", "250,000"), ("4 April", "4 April"),
    ("May 17, 1814", "17 May 1814"), ("Sunday, October 11", "Sunday 11 October"),
    ("the 17th of May", "17 May"), ("7.55am", "7:55"), ("3 p.m.", "15:00"), ("93 per cent", "93 %"),
    ("between 300 and 500", "300 to 500"), ("£2.5bn", "2,500,000,000 GBP"), ("a car", ""),
    ("He may come on Friday", "Friday"), ("half past six in the evening", "18:30"),
    ("a quarter to five", "4:45"), ("around 1.30 pm", "13:30"), ("nine o'clock", "9:00"),
    ("the nineties", "1990 to 1999"), ("the 14th century", "1300 to 1399"),
    ("one in five", "0.2"), ("twice a week", "2 in 7 days"), ("every three weeks", "1 in 21 days"),
    ("tens of thousands", "several times 10,000"), ("the 13-year-old", "13 years of age"),
    ("an hour and a half", "5,400 seconds"), ("23°F", "−5 degrees"),
    ("nineteen eighty-four", "1984"),
    ("Article 5(2)", "article 5(2)"), ("second to last", "no. −2"), ("CO₂ handling", "CO2"),
    ("February's 4–1 win", "February; 4–1"), ("1-of-4 players", "0.25"),
    ("three points out of four", "0.75"), ("a third party", "no. 3"), ("a third of it", "0.333333"),
    ("seen on Oct. 5 and in Oct. again", "5 October; October"),
  ])
  func english(text: String, expected: String) throws {
    #expect(try values(text, .en) == expected)
  }

  @Test(arguments: [
    ("1.000", "1,000", ValueAgreement.equal), ("tusen", "one thousand", .equal),
    ("2,5 mrd. kroner", "NOK 2.5 billion", .equal), ("3 billioner", "3 billion", .conflict),
    ("17. mai", "17 May 2019", .compatible), ("17. mai", "18 May", .conflict),
    ("16.–27. februar", "16 February", .conflict), ("1990-tallet", "1990", .conflict),
    ("3 %", "3 percentage points", .unitDiffers), ("halvparten", "50 %", .equal),
    ("0,2 promille", "0.02%", .equal), ("200 kroner", "$200", .unitDiffers),
    ("100 km", "62 miles", .equal), ("100 km", "62 km", .conflict),
    ("to mil", "2 miles", .unitDiffers),
    ("3 til 10 cm", "1 to 4 inches", .equal), ("fjorten dager", "a fortnight", .equal),
    ("onsdag", "Wednesday", .equal), ("kl. 15", "3 pm", .equal), ("kl. 9", "9 pm", .conflict),
    ("halv fem", "4.30", .equal), ("halv fem", "half past five", .conflict),
    ("tapte 0–4", "lost 4–0", .equal), ("spilte 1–1", "drew 1–0", .conflict),
    ("over 50", "under 50", .conflict), ("13-åringen", "13 years", .unitDiffers),
    ("2. trinn", "Year 2", .equal), ("tiende", "ten", .unitDiffers),
    ("6801 Førde", "6801", .equal), ("nr. 26", "no. 26", .equal), ("5 %", "Friday", .unrelated),
    ("siste tredjedel", "the final third", .compatible), ("1 av 4", "1-of-4", .equal),
    ("pakke1", "package1", .compatible), ("pakke1", "package2", .conflict),
    ("Exim4s oppsett", "the setup of Exim4", .compatible), ("CO2", "NO2", .conflict),
    ("en gang i timen", "every hour", .equal), ("nest største", "second largest", .equal),
    ("delene 1 til og med 4", "sections 1 to 4", .equal),
  ])
  func agreement(norwegian: String, english: String, expected: ValueAgreement) throws {
    let left = try #require(try Norsk.analyse(norwegian, .nb).values.first)
    let right = try #require(try Norsk.analyse(english, .en).values.first)
    #expect(left.agreement(with: right) == expected)
    #expect(right.agreement(with: left) == expected)
  }

  @Test(arguments: [
    ("sak 12/24", "item 12/24", ValueAgreement.compatible), ("sak 12/24", "case 12/24", .equal),
    ("sak 12/24", "case 13/24", .conflict),
    ("saksnummer 2023/1187", "case number 2023/1187", .equal),
    ("arkivnr. 19/24", "file no. 19/24", .equal),
    ("sak nr. 23/01187-5", "case no. 23/01187-5", .equal), ("i 12/24", "item 12/24", .compatible),
    ("direktiv 2014/24/EU", "Directive 2014/24/EU", .equal),
    ("forordning 2016/679", "2016/679", .equal),
    ("ordrenummer 4711", "order number 4711", .equal), ("romnummer 12", "room number 12", .equal),
    ("2023/24-sesongen", "the 2023–24 season", .equal), ("1999/2000", "1999–2000", .equal),
    ("2023/24", "2024–25", .conflict), ("1/3", "a third", .equal),
    ("inntil 6 måneder", "not exceeding 6 months", .equal), ("minst 5", "not less than 5", .equal),
    ("over 6 måneder", "not exceeding 6 months", .conflict),
    ("første kvartal", "First-quarter revenue", .equal), ("annenhver", "Every second", .equal),
    ("annenhver elev", "every other pupil", .equal), ("hvert sekund", "every second", .equal),
    ("57 01 22 30", "+47 57 01 22 30", .equal), ("tlf. 57 01 22 30", "(+47) 57012230", .equal),
    ("415 22 123", "tel. +47 41522123", .equal), ("tlf. 57012230", "0047 57012231", .conflict),
    ("0,25 prosentpoeng", "25 basis points", .equal),
    ("25 basispunkter", "0.25 percentage points", .equal),
    ("12 m/s", "12 metres per second", .equal),
    ("Vinden var 12 m/s.", "12 metres per second", .equal),
    ("Femti–seksti personer", "50 to 60 people", .equal), ("maks. 5 kg", "max. 5 kg", .equal),
    ("vedlegg 3", "Annex 3", .equal),
  ])
  func agreementOfNumbersThatName(
    norwegian: String, english: String, expected: ValueAgreement
  ) throws {
    try agreement(norwegian: norwegian, english: english, expected: expected)
  }

  @Test(arguments: [
    ("Bytt det med en gang.", LanguageTag.nb), ("Alle kom på én gang.", .nb),
    ("Do it at once.", .en),
    ("the same quarter last year", .en), ("every pupil in the last quarter", .en),
  ])
  func countsNothing(text: String, language: LanguageTag) throws {
    #expect(try Norsk.analyse(text, language).values.map(\.inWords) == [])
  }

  @Test func anAmountWithAPlusIsNoTelephone() throws {
    #expect(try values("+20 000 000 kroner", .nb) == "20,000,000 NOK")
    #expect(try values("+3 grader", .nb) == "3 degrees")
  }

  @Test(arguments: ["fra et tre", "et søke-tre", "hver dag"])
  func mayBeNoValue(text: String) throws {
    #expect(try Norsk.analyse(text, .nb).values.allSatisfy(\.isWeak))
  }

  @Test(arguments: [
    ("2,4 mrd. kroner", "2,4 mrd. kroner", "NOK 2.4 billion"),
    ("17. mai 2019", "17. mai 2019", "17 May 2019"),
    ("kl. 18.30", "kl. 18.30", "18:30"), ("15.000", "15\u{A0}000", "15,000"),
    ("3,5 %", "3,5\u{A0}%", "3.5%"),
    ("1800-tallet", "1800-tallet", "the 19th century"), ("2. trinn", "2.", "2nd"),
  ])
  func isWrittenInBothLanguages(text: String, norwegian: String, english: String) throws {
    let value = try #require(try Norsk.analyse(text, .nb).values.first).readings[0]
    #expect(ValueFormatter(.nb).string(value) == norwegian)
    #expect(ValueFormatter(.en).string(value) == english)
  }

  @Test(arguments: [
    ("kl. 19.30", "6 p.m.", "7.30 p.m."), ("kl. 9", "6pm", "9am"),
    ("kl. 19.30", "6:15 PM", "7:30 PM"),
    ("kl. 0.05", "6 p.m.", "12.05 a.m."), ("kl. 12", "6.30 p.m.", "12 p.m."),
    ("kl. 9–16", "6 p.m.", "9 a.m.–4 p.m."),
  ])
  func writesATimeAsTheOldOneStood(new: String, old: String, expected: String) throws {
    let value = try #require(try Norsk.analyse(new, .nb).values.first).readings[0]
    #expect(ValueFormatter(.en).string(value, like: old) == expected)
    #expect(ValueFormatter(.en).string(value, like: "18:00") == nil)
  }

  @Test func keepsTheWordBeforeANorwegianTime() throws {
    let value = try #require(try Norsk.analyse("kl. 19.30", .nb).values.first).readings[0]
    #expect(ValueFormatter(.nb).string(value, like: "klokka 18") == "klokka 19.30")
  }

  @Test func spellsOutWithoutSoftHyphens() {
    #expect(ValueFormatter(.nb).inWords(25) == "tjuefem")
    #expect(ValueFormatter(.en).inWords(25) == "twenty-five")
    #expect(NumberFormat(.nb, isSpelledOut: true)?.value("femogtyve") == nil)
  }
}
