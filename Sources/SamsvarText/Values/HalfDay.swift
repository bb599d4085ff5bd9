import SamsvarModel

/// How a text writes the halves of the day: `6 p.m.`, `6pm`, `6.30 PM`.
struct HalfDay {
  /// What stands between the number and the letters.
  private let gap: Substring
  private let hasDots: Bool
  private let isUpper: Bool
  /// The sign between hours and minutes, where there are minutes.
  private let separator: Character?

  /// The habit of a time as written; nil where it has no half of the day.
  init?(in written: String) {
    guard let digit = written.lastIndex(where: \.isNumber) else { return nil }
    let tail = written[written.index(after: digit)...]
    let gap = tail.prefix { $0.isWhitespace }
    let letters = tail.dropFirst(gap.count).filter { $0 != "." }
    guard ["am", "pm"].contains(letters.lowercased()) else { return nil }
    self.gap = gap
    hasDots = tail.contains(".")
    isUpper = letters.first?.isUppercase == true
    separator = written[...digit].first { $0 == "." || $0 == ":" }
  }

  /// A time in minutes after midnight.
  func string(_ minutes: Int, language: LanguageTag) -> String {
    let hour = minutes / 60 % 12
    let minute = minutes % 60
    let letter = minutes % 1440 < 720 ? "a" : "p"
    let letters = hasDots ? "\(letter).m." : "\(letter)m"
    let sign = separator ?? (language.language == "en" ? "." : ":")
    let text = minute == 0 ? "" : "\(sign)\(minute < 10 ? "0" : "")\(minute)"
    return "\(hour == 0 ? 12 : hour)\(text)\(gap)\(isUpper ? letters.uppercased() : letters)"
  }
}
