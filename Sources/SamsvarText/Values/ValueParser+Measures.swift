extension ValueParser {
  /// A unit by word or phrase, over a hyphen too (`44-year`), its size, and the item after it.
  func unit(at start: Int) -> (unit: String, size: Double, next: Int)? {
    var index = start
    if isDash(index), isGlued(index), isGlued(index + 1) { index += 1 }
    return phrase(index) { meaning -> (String, Double)? in
      if case .unit(let unit, let size) = meaning { (unit, size) } else { nil }
    }.map { ($0.value.0, $0.value.1, $0.next) }
  }

  /// A number with its unit; years with `gammel` or `old` are an age; hours and minutes add up.
  func measure(
    low: Numeral, high: Numeral, comparator: Comparator, start: Int
  ) -> Match? {
    guard let (unit, size, next) = unit(at: high.next) else { return nil }
    if unit == "month", size == 12 || size == 1, let age = age(low, high, comparator, start, next) {
      return size == 12 ? age : nil
    }
    var reading = Reading(
      .measure, base(low.value, unit, size), to: base(high.value, unit, size), raw: low.value,
      unit: unit == "degF" ? "deg" : unit, comparator: comparator)
    var end = next
    if let (more, after) = addition(unit, size, next), low.next == high.next {
      reading.low += more
      reading.high += more
      end = after
    } else if low.isWeak, low.value == 1 {
      return Match([reading], start, end, isWeak: true)
    }
    if let below = after(end, .belowZero) ?? (isBelowZeroWord(next - 1) ? end : nil) {
      reading.low = -abs(reading.low)
      reading.high = -abs(reading.high)
      end = below
    }
    var readings = [reading]
    if unit == "deg", numbers.countsTwelveHours { readings.append(fahrenheit(low, high, reading)) }
    if numbers.saysAgeInYears, unit == "month", size == 12 {
      readings.append(Reading(.age, low.value, to: high.value, comparator: comparator))
    }
    return Match(readings, start, end, isForeign: low.isForeign)
  }

  /// American texts say degrees and mean Fahrenheit: a temperature above 45, else a difference.
  private func fahrenheit(_ low: Numeral, _ high: Numeral, _ celsius: Reading) -> Reading {
    var reading = celsius
    let isTemperature = low.value > 45
    reading.low = isTemperature ? base(low.value, "degF", 1) : low.value * 5 / 9
    reading.high = isTemperature ? base(high.value, "degF", 1) : high.value * 5 / 9
    return reading
  }

  /// Degrees Fahrenheit do not begin at the same zero.
  private func base(_ value: Double, _ unit: String, _ size: Double) -> Double {
    unit == "degF" ? (value - 32) * 5 / 9 : value * size
  }

  private func isBelowZeroWord(_ index: Int) -> Bool { has(index, .belowZero) }

  /// `75 år gammel`, `44-year-old`, `i en alder av 13 år`.
  private func age(
    _ low: Numeral, _ high: Numeral, _ comparator: Comparator, _ start: Int, _ next: Int
  ) -> Match? {
    var index = next
    if isDash(index), isGlued(index) { index += 1 }
    let after = after(index, .old)
    let before = start > 0 && has(start - 1, .agedBefore)
    guard after != nil || before else { return nil }
    return Match(
      [Reading(.age, low.value, to: high.value, comparator: comparator)], start, after ?? next)
  }

  /// What is added to a measure: `og et kvarter`, `and a half`, `30 minutter`, `3 inches`.
  private func addition(_ unit: String, _ size: Double, _ start: Int) -> (Double, Int)? {
    var index = start
    let hasAnd = has(index, .and)
    if hasAnd { index += 1 }
    let article = has(index, .article) ? index + 1 : index
    if hasAnd, has(article, .half) { return (0.5 * size, article + 1) }
    if hasAnd, has(article, .quarterHour), self.unit(at: article)?.unit != "s" {
      return (0.25 * size, article + 1)
    }
    guard let more = numeral(at: index), hasAnd || !more.isWeak,
      let (other, smaller, next) = self.unit(at: more.next), other == unit, smaller < size,
      more.value * smaller < size
    else { return nil }
    return (more.value * smaller, next)
  }

  /// What a hyphen joins to a number in one token: `13-åringen`, `60-årsdag`, `01.30-tida`.
  func hyphenEnding(_ low: Numeral, _ high: Numeral, _ start: Int) -> Match? {
    let index = high.next
    guard isDash(index), isGlued(index), isGlued(index + 1), items.indices.contains(index + 1),
      let ending = numbers.ending(items[index + 1].word)
    else { return nil }
    let next = index + 2
    switch ending {
    case .age: return Match([Reading(.age, low.value, to: high.value)], start, next)
    case .birthday:
      return Match([Reading(.age, low.value), Reading(.ordinal, low.value)], start, next)
    case .years:
      return Match(
        [
          Reading(.measure, low.value * 12, to: high.value * 12, raw: low.value, unit: "month"),
          Reading(.age, low.value, to: high.value),
        ], start, next)
    case .time: return clockReading(low, isSure: true).map { Match([$0], start, next) }
    case .multiple: return Match([Reading(.multiple, low.value)], start, next)
    case .place, .ordinal: return Match([Reading(.ordinal, low.value)], start, next)
    case .decade, .period, .plural:
      return Periods.named(low.value).map { Match(Periods.readings($0), start, next) }
    case .fraction: return nil
    }
  }
}
