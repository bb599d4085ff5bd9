extension Reading {
  /// Two dates, years or periods.
  func dates(_ other: Reading) -> ValueAgreement {
    if kind == .period || other.kind == .period {
      return kind == other.kind && same(other) ? .equal : .conflict
    }
    guard let mine = date, let theirs = other.date else { return .unrelated }
    if kind == .year, other.kind == .year { return same(other) ? .equal : .conflict }
    return mine.agreement(with: theirs)
  }
}

extension CalendarDate {
  /// Equal where all parts are, compatible where one date leaves some out.
  func agreement(with other: CalendarDate) -> ValueAgreement {
    if (divides >= 2) != (other.divides >= 2), let mine = inMonths, let theirs = other.inMonths {
      return mine.agreement(with: theirs)
    }
    let mine = parts
    let theirs = other.parts
    var shared = 0
    var missing = 0
    for (a, b) in zip(mine, theirs) {
      if let a, let b {
        guard a == b else { return .conflict }
        shared += 1
      } else if a != nil || b != nil {
        missing += 1
      }
    }
    // A span of days or months is not its first one, a quarter is no half-year.
    if day != nil, other.day != nil, endDay != other.endDay { return .conflict }
    if day == nil, other.day == nil, month != nil, other.month != nil, endMonth != other.endMonth {
      return .conflict
    }
    if divides != other.divides, divides > 0, other.divides > 0 { return .conflict }
    guard shared > 0 else { return .unrelated }
    return missing == 0 ? .equal : .compatible
  }

  /// A quarter or half-year as its months, a span of months as it is: the second quarter is April to
  /// June.
  private var inMonths: CalendarDate? {
    if month != nil, endMonth != nil { return self }
    let length = quarter != nil ? 3 : 6
    guard let count = quarter ?? half else { return nil }
    var date = self
    date.quarter = nil
    date.half = nil
    date.month = (count - 1) * length + 1
    date.endMonth = count * length
    return date
  }

  private var parts: [Int?] { [year, month, day, weekday, week, quarter, half] }

  /// Which division of the year is named, if any.
  private var divides: Int { week != nil ? 1 : quarter != nil ? 2 : half != nil ? 3 : 0 }
}
