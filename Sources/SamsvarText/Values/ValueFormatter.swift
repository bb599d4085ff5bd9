package import SamsvarModel

/// Writes values as a language does: `2,4 mrd. kroner` and `NOK 2.4 billion`, `17. mai` and `17 May`.
///
/// Bokmål and Nynorsk follow Språkrådet's rules (a no-break space before units and between groups,
/// comma, `kl. 18.30`), English the British ones.
package final class ValueFormatter {
  private let language: LanguageTag
  private let digits: NumberFormat?
  private let words: NumberFormat?
  private let months: [String]
  private let weekdays: [String]

  /// A formatter for nb, nn or en; other languages get ICU's digits and English order.
  package init(_ language: LanguageTag) {
    self.language = language.base
    digits = NumberFormat(language.base)
    words = NumberFormat(language.base, isSpelledOut: true)
    months = CLDRNames.months(in: language.base)
    weekdays = CLDRNames.weekdays(in: language.base)
  }

  private var isNorwegian: Bool { language.isNorwegian }

  /// A value as a text of the language writes it.
  package func string(_ value: Reading) -> String {
    let range = number(value)
    switch value.kind {
    case .number, .score: return range
    case .multiple:
      return "\(range) \(isNorwegian ? (language == .nn ? "gonger" : "ganger") : "times")"
    case .vague: return vague(value.low)
    case .ordinal: return ordinal(Int(value.low))
    case .percent: return isNorwegian ? "\(range)\u{A0}%" : "\(range)%"
    case .percentagePoint: return "\(range) \(isNorwegian ? "prosentpoeng" : "percentage points")"
    case .permille: return "\(range) \(isNorwegian ? "promille" : "per mille")"
    case .money: return money(value)
    case .measure: return measure(value)
    case .age: return isNorwegian ? "\(range) år gammel" : "\(range) years old"
    case .frequency: return frequency(value)
    case .date: return date(value.date ?? CalendarDate())
    case .year: return year(value)
    case .period: return period(value)
    case .time: return time(value)
    case .reference, .identifier: return value.text
    }
  }

  /// A whole number in words, or nil where the language's rules give none.
  package func inWords(_ value: Double) -> String? { words?.string(value) }

  private func plain(_ value: Double) -> String {
    // Four digits are not grouped in Norwegian.
    let text = digits?.string(value) ?? String(value)
    guard isNorwegian, abs(value) < 10_000 else { return text }
    return text.filter { $0 != "\u{A0}" && $0 != "\u{202F}" }
  }

  private func number(_ value: Reading) -> String {
    value.low == value.high ? plain(value.low) : "\(plain(value.low))–\(plain(value.high))"
  }

  private func ordinal(_ value: Int) -> String {
    guard !isNorwegian else { return "\(value)." }
    let teen = (11...13).contains(abs(value) % 100)
    let ending = teen ? "th" : ["th", "st", "nd", "rd"][abs(value) % 10 < 4 ? abs(value) % 10 : 0]
    return "\(value)\(ending)"
  }

  // MARK: - Amounts

  private func vague(_ size: Double) -> String {
    let (nb, nn, en) =
      switch size {
      case ..<100: ("titalls", "titals", "tens")
      case ..<1000: ("hundrevis", "hundrevis", "hundreds")
      case ..<10_000: ("tusenvis", "tusenvis", "thousands")
      case ..<100_000: ("titusenvis", "titusenvis", "tens of thousands")
      case ..<1_000_000: ("hundretusenvis", "hundretusenvis", "hundreds of thousands")
      default: ("millionvis", "millionvis", "millions")
      }
    return isNorwegian ? (language == .nn ? nn : nb) : en
  }

  private func money(_ value: Reading) -> String {
    let amount = scaled(value)
    guard isNorwegian else {
      let signs = ["EUR": "€", "USD": "$", "GBP": "£"]
      return signs[value.unit].map { $0 + amount } ?? "\(value.unit) \(amount)"
    }
    let names = ["NOK": "kroner", "EUR": "euro", "USD": "dollar", "GBP": "pund"]
    return "\(amount) \(names[value.unit] ?? value.unit)"
  }

  /// `2,4 mrd.`, `2.4 billion`; smaller amounts in digits.
  private func scaled(_ value: Reading) -> String {
    let scales: [(Double, String, String)] = [
      (1e12, "billioner", "trillion"), (1e9, "mrd.", "billion"), (1e6, "mill.", "million"),
    ]
    for (scale, norwegian, english) in scales where abs(value.low) >= scale {
      var amount = value
      amount.low /= scale
      amount.high /= scale
      return "\(number(amount)) \(isNorwegian ? norwegian : english)"
    }
    return number(value)
  }

  private func measure(_ value: Reading) -> String {
    let (size, name) = unit(value)
    var amount = value
    amount.low /= size
    amount.high /= size
    return "\(number(amount))\u{A0}\(name)"
  }

  /// The unit a value is best written in, with its size in the base unit.
  private func unit(_ value: Reading) -> (Double, String) {
    let nn = language == .nn
    switch value.unit {
    case "m": return abs(value.low) >= 1000 ? (1000, "km") : (1, "m")
    case "kg": return abs(value.low) < 1 ? (0.001, "g") : (1, "kg")
    case "l": return (1, isNorwegian ? "liter" : "litres")
    case "m2": return abs(value.low) >= 1e6 ? (1e6, "km²") : (1, "m²")
    case "m/s":
      return value.raw == value.low ? (1, "m/s") : (1 / 3.6, isNorwegian ? "km/t" : "km/h")
    case "deg": return (1, "°C")
    case "W": return said(value, of: [(1, "W"), (1e3, "kW"), (1e9, "GW")]) ?? (1e6, "MW")
    case "J":
      return said(value, of: [(3.6e6, "kWh"), (3.6e12, "GWh"), (3.6e15, "TWh")]) ?? (3.6e9, "MWh")
    case "s":
      if abs(value.low) >= 86400 { return (86400, isNorwegian ? (nn ? "dagar" : "dager") : "days") }
      if abs(value.low) >= 3600 { return (3600, isNorwegian ? (nn ? "timar" : "timer") : "hours") }
      if abs(value.low) >= 60 {
        return (60, isNorwegian ? (nn ? "minutt" : "minutter") : "minutes")
      }
      return (1, isNorwegian ? (nn ? "sekund" : "sekunder") : "seconds")
    case "month":
      if abs(value.low) >= 12 { return (12, isNorwegian ? "år" : "years") }
      return (1, isNorwegian ? (nn ? "månader" : "måneder") : "months")
    default: return (1, value.unit)
    }
  }

  /// The unit in which an amount was said.
  private func said(_ value: Reading, of units: [(Double, String)]) -> (Double, String)? {
    units.first { Reading.close(value.raw * $0.0, value.low) && value.raw != 0 }
  }

  private func frequency(_ value: Reading) -> String {
    let days = plain(value.high.rounded())
    let nn = language == .nn
    if value.low == 1 {
      return isNorwegian ? "\(nn ? "kvar" : "hver") \(days). dag" : "every \(days) days"
    }
    return isNorwegian
      ? "\(plain(value.low)) \(nn ? "gonger" : "ganger") på \(days) \(nn ? "dagar" : "dager")"
      : "\(plain(value.low)) times in \(days) days"
  }

  // MARK: - Dates and times

  private func date(_ date: CalendarDate) -> String {
    var parts: [String] = []
    if let weekday = date.weekday, weekdays.indices.contains(weekday - 1) {
      parts.append(weekdays[weekday - 1])
    }
    if let day = date.day {
      let dot = isNorwegian ? "." : ""
      parts.append(date.endDay.map { "\(day)\(dot)–\($0)\(dot)" } ?? "\(day)\(dot)")
    }
    if let month = date.month, months.indices.contains(month - 1) {
      let end = date.endMonth.flatMap { months.indices.contains($0 - 1) ? months[$0 - 1] : nil }
      parts.append(end.map { "\(months[month - 1])–\($0)" } ?? months[month - 1])
    }
    if let week = date.week {
      parts.append("\(isNorwegian ? (language == .nn ? "veke" : "uke") : "week") \(week)")
    }
    if let quarter = date.quarter {
      parts.append(isNorwegian ? "\(quarter). kvartal" : "\(ordinal(quarter)) quarter")
    }
    if let half = date.half {
      parts.append(isNorwegian ? "\(half). halvår" : "\(ordinal(half)) half")
    }
    if let year = date.year { parts.append(self.year(year)) }
    return parts.joined(separator: " ")
  }

  private func year(_ year: Int) -> String {
    year < 0 ? "\(-year) \(isNorwegian ? "f.Kr." : "BC")" : String(year)
  }

  private func year(_ value: Reading) -> String {
    value.low == value.high
      ? year(Int(value.low)) : "\(year(Int(value.low)))–\(year(Int(value.high)))"
  }

  private func period(_ value: Reading) -> String {
    let first = Int(value.low)
    if value.high - value.low == 99 {
      return isNorwegian
        ? "\(first)-\(language == .nn ? "talet" : "tallet")"
        : "the \(ordinal(first / 100 + 1)) century"
    }
    return isNorwegian ? "\(first)-\(language == .nn ? "talet" : "tallet")" : "the \(first)s"
  }

  /// A time in the style of one that stands there: `7.30 p.m.` after `6 p.m.`, `7:30pm` after `6pm`, `19:30`
  /// after `18:00`, `klokka 19.30` after `klokka 18`; nil for what is no time.
  ///
  /// The dot of `p.m.` may end the sentence as well, and so stays where it was.
  package func string(_ value: Reading, like written: String) -> String? {
    guard value.kind == .time, !written.isEmpty else { return nil }
    let low = Int(value.low)
    let high = Int(value.high)
    guard let half = HalfDay(in: written) else {
      guard isNorwegian, let digit = written.firstIndex(where: \.isNumber) else { return nil }
      let text = low == high ? clock(low) : "\(clock(low))–\(clock(high))"
      return written[..<digit] + text
    }
    guard low != high else { return half.string(low, language: language) }
    return "\(half.string(low, language: language))–\(half.string(high, language: language))"
  }

  private func time(_ value: Reading) -> String {
    let low = clock(Int(value.low))
    let text = value.low == value.high ? low : "\(low)–\(clock(Int(value.high)))"
    return isNorwegian ? "kl. \(text)" : text
  }

  private func clock(_ minutes: Int) -> String {
    let minute = minutes % 60
    return "\(minutes / 60)\(isNorwegian ? "." : ":")\(minute < 10 ? "0" : "")\(minute)"
  }
}
