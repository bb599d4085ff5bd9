import CICU
public import SamsvarModel

/// Names out of CLDR, by way of ICU: a termbase that comes with the system.
public enum CLDRNames {
  /// The ISO 3166 codes of the world's countries and territories.
  public static func countryCodes() -> [String] { codes(cicu_countries()) }

  /// A country's name in a language: `NO` is `Norge` in nb, `Noreg` in nn.
  public static func country(_ code: String, in language: LanguageTag) -> String? {
    let name = ICUText.string { cicu_country_name(language.description, code, $0, $1) }
    return name == code ? nil : name
  }

  /// A language's name in a language: `ar` is `arabisk` in nb.
  public static func language(_ code: String, in language: LanguageTag) -> String? {
    let name = ICUText.string { cicu_language_name(language.description, code, $0, $1) }
    return name == code ? nil : name
  }

  /// A currency's name in a language: `NOK` is `norske kroner` in nb.
  public static func currency(_ code: String, in language: LanguageTag) -> String? {
    let name = ICUText.string { cicu_currency_name(language.description, code, $0, $1) }
    return name == code ? nil : name
  }

  /// The name of the city that a time zone is named after: `Europe/Copenhagen` is `København` in nb.
  ///
  /// - Complexity: O(n) in the time zones
  public static func city(_ zone: String, in language: LanguageTag) -> String? {
    var found: String?
    forEachCity(in: language) { if $0 == zone, found == nil { found = $1 } }
    return found
  }

  /// Calls `body` with the cities that time zones are named after: `Europe/Copenhagen`, `København`.
  static func forEachCity(
    in language: LanguageTag, _ body: (_ zone: String, _ name: String) -> Void
  ) {
    guard let cities = cicu_cities_open(language.description) else { return }
    defer { cicu_cities_close(cities) }
    var buffer = [UInt16](repeating: 0, count: 128)
    var length: Int32 = 0
    while let zone = cicu_cities_next(cities, &buffer, 128, &length) {
      guard length > 0 else { continue }
      body(String(cString: zone), String(decoding: buffer[..<Int(length)], as: UTF16.self))
    }
  }

  /// The names of the twelve months, as they stand after a day: `januar`, `February`.
  public static func months(in language: LanguageTag) -> [String] {
    (0..<12).compactMap { calendar(language, weekday: false, Int32($0)) }
  }

  /// The names of the weekdays, Monday first.
  public static func weekdays(in language: LanguageTag) -> [String] {
    [2, 3, 4, 5, 6, 7, 1].compactMap { calendar(language, weekday: true, $0) }
  }

  private static func calendar(_ language: LanguageTag, weekday: Bool, _ index: Int32) -> String? {
    ICUText.string { cicu_calendar_name(language.description, weekday ? 1 : 0, index, $0, $1) }
  }

  private static func codes(
    _ list: UnsafePointer<UnsafePointer<CChar>?>?
  ) -> [String] {
    var result: [String] = []
    guard var pointer = list else { return result }
    while let code = pointer.pointee {
      result.append(String(cString: code))
      pointer += 1
    }
    return result
  }
}
