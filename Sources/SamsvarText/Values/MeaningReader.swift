/// Reads the classes of `numbers.txt` and `calendar.txt`.
enum MeaningReader {
  /// The meaning of `class[, value[, value]]`; nil for an unknown class.
  static func meaning(_ columns: [String]) -> NumberWords.Meaning? {
    guard let name = columns.first else { return nil }
    if let plain = plain[name] { return plain }
    guard columns.count > 1 else { return nil }
    if let number = Double(columns[1]), let meaning = numeric(columns[0], number) {
      return meaning
    }
    return named(columns)
  }

  private static let plain: [String: NumberWords.Meaning] = [
    "article": .article, "hundred": .hundred, "half": .half, "times": .times, "few": .few,
    "percent": .percent, "percentage-point": .percentagePoint, "permille": .permille,
    "basis-point": .basisPoint, "case": .caseLabel, "at-once": .atOnce,
    "minus": .minus, "below-zero": .belowZero, "and": .and, "or": .or, "range": .rangeTo,
    "between": .between, "share-of": .shareOf, "of": .of, "every": .every,
    "every-other": .everyOther, "per": .per, "clock": .clock, "am": .am, "pm": .pm,
    "past": .past, "to-hour": .toHour, "quarter-hour": .quarterHour, "o-clock": .oClock,
    "old": .old, "aged": .agedBefore, "quarter-of-year": .quarterOfYear,
    "half-of-year": .halfOfYear, "week": .week, "century": .century, "bc": .beforeChrist,
    "ad": .afterChrist, "identifier": .identifier, "score": .score(isLost: false),
    "score-lost": .score(isLost: true), "other": .other, "next-to": .nextTo,
  ]

  private static func numeric(_ name: String, _ value: Double) -> NumberWords.Meaning? {
    switch name {
    case "cardinal": .cardinal(Int(value))
    case "scale": .scale(value)
    case "ordinal": .ordinal(Int(value))
    case "fraction": .fraction(value)
    case "amount": .amount(value)
    case "multiple": .multiple(value)
    case "vague": .vague(value)
    case "month": .month(Int(value))
    case "weekday": .weekday(Int(value))
    case "time-of-day": .timeOfDay(Int(value))
    case "named-day": .namedDay(Int(value))
    case "decade": Periods.named(value).map { .value($0) }
    case "from-last": .fromLast(Int(value))
    default: nil
    }
  }

  private static func named(_ columns: [String]) -> NumberWords.Meaning? {
    let size = columns.count > 2 ? Double(columns[2]) : nil
    switch columns[0] {
    case "currency": return .currency(columns[1], size ?? 1)
    case "reference": return .reference(columns[1])
    case "unit": return size.map { .unit(columns[1], $0) }
    case "ending": return NumberWords.Ending(rawValue: columns[1]).map { .ending($0) }
    case "comparator":
      let names: [String: Comparator] = [
        "about": .about, "over": .over, "under": .under, "at-least": .atLeast, "at-most": .atMost,
      ]
      return names[columns[1]].map { .comparator($0) }
    default: return nil
    }
  }
}
