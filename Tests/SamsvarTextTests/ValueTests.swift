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
    ("femogtyve biler", "25"), ("tjuefem biler", "25"), ("ett tusen to hundre", "1,200"),
    ("to hundre og femti tusen", "250,000"), ("en halv million", "500,000"),
    ("halvannen million", "1,500,000"), ("3,5 %", "3.5 %"), ("tre prosent", "3 %"),
    ("to prosentpoeng", "2 percentage points"), ("17. mai 1814", "17 May 1814"),
    ("torsdag 4. april", "Thursday; 4 April"), ("kl. 18.30", "18:30"), ("kl. 1300", "13:00"),
    ("mellom 300 og 500 soldater", "300 to 500"), ("12 345 678 innbyggere", "12,345,678"),
    ("1990-tallet", "1990 to 1999"), ("§ 4-2", "section 4-2"), ("en bil", ""),
    ("2–4 000 soldater", "2,000 to 4,000"), ("1½ million", "1,500,000"),
    ("CO2-utslipp", "co2-utslipp"),
  ])
  func bokmål(text: String, expected: String) throws {
    #expect(try values(text, .nb) == expected)
  }

  @Test(arguments: [
    ("more than 1,000 people", "1,000"), ("$22.5 billion", "22,500,000,000 USD"),
    ("NOK 5 million", "5,000,000 NOK"), ("twenty-five cars", "25"), ("half a million", "500,000"),
    ("two hundred and fifty thousand", "250,000"), ("4 April", "4 April"),
    ("May 17, 1814", "17 May 1814"),
    ("the 17th of May", "17 May"), ("7.55am", "7:55"), ("3 p.m.", "15:00"), ("93 per cent", "93 %"),
    ("between 300 and 500", "300 to 500"), ("£2.5bn", "2,500,000,000 GBP"), ("a car", ""),
    ("He may come on Friday", "Friday"),
  ])
  func english(text: String, expected: String) throws {
    #expect(try values(text, .en) == expected)
  }

  @Test(arguments: [
    ("1.000", "1,000", ValueAgreement.equal), ("tusen", "one thousand", .equal),
    ("2,5 mrd. kroner", "NOK 2.5 billion", .equal), ("3 billioner", "3 billion", .conflict),
    ("17. mai", "17 May 2019", .compatible), ("17. mai", "18 May", .conflict),
    ("3 %", "3 percentage points", .unitDiffers), ("halvparten", "50 %", .equal),
    ("100 km", "62 miles", .equal), ("100 km", "62 km", .conflict), ("onsdag", "Wednesday", .equal),
    ("kl. 15", "3 pm", .equal), ("5 %", "Friday", .unrelated),
  ])
  func agreement(norwegian: String, english: String, expected: ValueAgreement) throws {
    let left = try #require(try Norsk.analyse(norwegian, .nb).values.first)
    let right = try #require(try Norsk.analyse(english, .en).values.first)
    #expect(left.agreement(with: right) == expected)
    #expect(right.agreement(with: left) == expected)
  }
}
