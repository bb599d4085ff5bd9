import SamsvarModel

extension SlotValue {
  /// The value as a language writes it, in a form that the template names.
  func text(_ language: LanguageTag, _ form: String) -> String {
    let isEnglish = language == .en
    switch self {
    case .number(let value, let decimals): return Self.number(value, decimals, isEnglish, form)
    case .word(let value):
      let words = isEnglish ? Self.english : language == .nn ? Self.nynorsk : Self.bokmål
      let word = words[value]
      return form == "cap" ? word.prefix(1).uppercased() + word.dropFirst() : word
    case .ordinal(let value):
      guard isEnglish else { return "\(value)." }
      let ending =
        (11...13).contains(value) ? "th" : [1: "st", 2: "nd", 3: "rd"][value % 10] ?? "th"
      return "\(value)\(ending)"
    case .span(let low, let high): return "\(low)–\(high)"
    case .date(let day, let month, let year): return date(day, month, year, language, form)
    case .month(let month): return Self.month(month, language)
    case .weekday(let day): return Self.weekday(day, language)
    case .year(let year): return "\(year)"
    case .decade(let year):
      return isEnglish ? "the \(year)s" : "\(year)-\(language == .nn ? "talet" : "tallet")"
    case .years(let first, let last): return "\(first)–\(last)"
    case .time(let hour, let minute):
      if isEnglish, form == "pm" {
        let half = hour >= 12 ? "p.m." : "a.m."
        return "\(hour > 12 ? hour - 12 : hour):\(minute) \(half)"
      }
      return "\(hour)\(isEnglish ? ":" : ".")\(minute)"
    case .person(let first, let last):
      return Self.inflected(form == "last" ? last : "\(first) \(last)", isEnglish, form)
    case .name(let nb, let nn, let en):
      return Self.inflected(isEnglish ? en : language == .nn ? nn : nb, isEnglish, form)
    }
  }

  private static func number(
    _ value: Double, _ decimals: Int, _ isEnglish: Bool, _ form: String
  ) -> String {
    let whole = "\(Int(value))"
    let isLong = whole.count > (isEnglish || form == "dot" ? 3 : 4)
    let sign = isEnglish ? "," : form == "dot" ? "." : "\u{A0}"
    var digits = ""
    for (index, digit) in whole.enumerated() {
      if isLong, index > 0, (whole.count - index) % 3 == 0 { digits += sign }
      digits.append(digit)
    }
    let tenths = Int((value * 10).rounded()) % 10
    return decimals == 0 ? digits : digits + (isEnglish ? "." : ",") + "\(tenths)"
  }

  private func date(
    _ day: Int, _ month: Int, _ year: Int?, _ language: LanguageTag, _ form: String
  ) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let name = Self.month(month, language)
    let tail = year.map { " \($0)" } ?? ""
    if language != .en {
      return form == "num" ? "\(two(day)).\(two(month)).\(year ?? 0)" : "\(day). \(name)\(tail)"
    }
    return form == "us" ? "\(name) \(day)" : "\(day) \(name)\(tail)"
  }

  private static func inflected(_ name: String, _ isEnglish: Bool, _ form: String) -> String {
    guard form == "gen" else { return name }
    let endsInS = name.hasSuffix("s") || name.hasSuffix("x") || name.hasSuffix("z")
    if isEnglish { return name + (name.hasSuffix("s") ? "’" : "’s") }
    return name + (endsInS ? "’" : "s")
  }

  private static func month(_ month: Int, _ language: LanguageTag) -> String {
    let norwegian = [
      "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober",
      "november", "desember",
    ]
    let english = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return (language == .en ? english : norwegian)[month - 1]
  }

  private static func weekday(_ day: Int, _ language: LanguageTag) -> String {
    let nb = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"]
    let nn = ["måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "søndag"]
    let en = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    return (language == .en ? en : language == .nn ? nn : nb)[day]
  }

  private static let bokmål = [
    "null", "en", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv",
  ]
  private static let nynorsk = [
    "null", "ein", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv",
  ]
  private static let english = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]
}
