extension ValueMention {
  /// The first reading for people: `22.5 billion USD`, `4 April`, `18:30`.
  package var inWords: String { readings[0].inWords }
}

extension Reading {
  /// The value for people, in plain English.
  package var inWords: String {
    let amount = low == high ? Self.number(low) : "\(Self.number(low)) to \(Self.number(high))"
    switch kind {
    case .number: return amount
    case .multiple: return "\(amount) times"
    case .score: return "\(Self.number(low))–\(Self.number(high))"
    case .ordinal: return "no. \(amount)"
    case .vague: return "several times \(amount)"
    case .percent: return "\(amount) %"
    case .percentagePoint: return "\(amount) percentage points"
    case .permille: return "\(amount) per mille"
    case .money: return "\(amount) \(unit)"
    case .measure: return "\(amount) \(unitInWords)"
    case .age: return "\(amount) years of age"
    case .frequency: return "\(Self.number(low)) in \(Self.number(high)) days"
    case .year where low < 0: return "\(Int(-low)) BC"
    case .year: return low == high ? String(Int(low)) : "\(Int(low)) to \(Int(high))"
    case .period: return "\(Int(low)) to \(Int(high))"
    case .time:
      return low == high ? Self.clock(low) : "\(Self.clock(low))–\(Self.clock(high))"
    case .reference: return unit.isEmpty ? text : "\(unit) \(text)"
    case .identifier: return text
    case .date: return dateInWords
    }
  }

  private var dateInWords: String {
    guard let date else { return "a date" }
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    let weekdays = [
      "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
    var parts: [String] = []
    if let weekday = date.weekday, (1...7).contains(weekday) { parts.append(weekdays[weekday - 1]) }
    if let day = date.day { parts.append(date.endDay.map { "\(day)–\($0)" } ?? String(day)) }
    if let month = date.month, (1...12).contains(month) { parts.append(months[month - 1]) }
    if let month = date.endMonth, (1...12).contains(month) {
      parts.append("to \(months[month - 1])")
    }
    if let week = date.week { parts.append("week \(week)") }
    if let quarter = date.quarter { parts.append("quarter \(quarter)") }
    if let half = date.half { parts.append(half == 1 ? "first half" : "second half") }
    if let year = date.year { parts.append(year < 0 ? "\(-year) BC" : String(year)) }
    return parts.joined(separator: " ")
  }

  /// The base units in words; months beyond a year as years.
  private var unitInWords: String {
    switch unit {
    case "deg": "degrees"
    case "s": "seconds"
    case "month": "months"
    default: unit
    }
  }

  private static func clock(_ minutes: Double) -> String {
    let value = Int(minutes)
    let minute = value % 60
    return "\(value / 60):\(minute < 10 ? "0" : "")\(minute)"
  }

  /// Up to six digits after the point, groups of three before it.
  private static func number(_ value: Double) -> String {
    guard abs(value) < 1e15, value.isFinite else { return String(value) }
    let scaled = (abs(value) * 1_000_000).rounded()
    let whole = Int(scaled / 1_000_000)
    var fraction = String(Int(scaled.truncatingRemainder(dividingBy: 1_000_000)) + 1_000_000)
      .dropFirst()
    while fraction.last == "0" { fraction.removeLast() }
    var digits = String(whole)
    var index = digits.count - 3
    while index > 0 {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: index))
      index -= 3
    }
    return (value < 0 ? "−" : "") + digits + (fraction.isEmpty ? "" : ".\(fraction)")
  }
}
