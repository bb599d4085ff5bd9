import SamsvarModel
import SamsvarText
import Testing

/// Rates, energy, power and temperature as units of values, and English ordinals in digits.
@Suite("Rates and ordinals")
struct RateUnitTests {
  private func values(_ text: String, _ language: LanguageTag) throws -> String {
    try Norsk.analyse(text, language).values.map(\.inWords).joined(separator: "; ")
  }

  @Test(arguments: [
    ("vind på 25 m/s", "25 m/s"), ("19–29 meter i sekundet", "19 to 29 m/s"),
    ("12 meter per sekund", "12 m/s"), ("36 km/t", "10 m/s"), ("36 kilometer i timen", "10 m/s"),
    ("36 kilometer per time", "10 m/s"), ("5000 kWh", "18,000,000,000 J"), ("12 °C", "12 degrees"),
    ("3 MW", "3,000,000 W"),
  ])
  func norwegian(_ text: String, _ expected: String) throws {
    for language in [LanguageTag.nb, .nn] { #expect(try values(text, language) == expected) }
  }

  @Test(arguments: [
    ("winds of 25 m/s", "25 m/s"), ("19–29 metres per second", "19 to 29 m/s"),
    ("12 meters a second", "12 m/s"), ("36 km/h", "10 m/s"), ("36 kilometers an hour", "10 m/s"),
    ("5,000 kilowatt-hours", "18,000,000,000 J"), ("a 12-kilowatt-hour battery", "43,200,000 J"),
    ("12 °C", "12 degrees"), ("the 16th edition", "no. 16"), ("for the 20th time", "no. 20"),
    ("his 3rd goal", "no. 3"), ("the 21st", "no. 21"),
  ])
  func english(_ text: String, _ expected: String) throws {
    #expect(try values(text, .en) == expected)
  }

  @Test(arguments: [
    ("open from 7:30 to 20:50", "7:30–20:50"), ("from 2:00 to 5 p.m.", "14:00–17:00"),
    ("from 7:30 to 9 p.m.", "19:30–21:00"), ("from 9:00 to 16:00", "9:00–16:00"),
  ])
  func halvesOfTheDay(_ text: String, _ expected: String) throws {
    let value = try #require(Norsk.analyse(text, .en).values.first)
    #expect(ValueFormatter(.en).string(value.readings[0]) == expected)
  }

  /// A value is written in the unit in which it was said.
  @Test(arguments: [
    ("25 m/s", "25\u{A0}m/s"), ("90 km/t", "90\u{A0}km/h"), ("5000 kWh", "5,000\u{A0}kWh"),
    ("3 GWh", "3\u{A0}GWh"), ("7 MWh", "7\u{A0}MWh"), ("40 kW", "40\u{A0}kW"),
    ("7 MW", "7\u{A0}MW"),
  ])
  func unitsStay(_ text: String, _ expected: String) throws {
    let value = try #require(Norsk.analyse(text, .nb).values.first)
    #expect(ValueFormatter(.en).string(value.readings[0]) == expected)
  }

  @Test func noNameBeginsWithAParticle() throws {
    let document = try Norsk.analyse("Employees of Telenor left.", .en)
    #expect(document.names.map { document.document.string(in: $0.range) } == ["Telenor"])
  }
}
