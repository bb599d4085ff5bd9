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
