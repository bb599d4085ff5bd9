/// How two values relate.
package enum ValueAgreement: Int, Sendable, Comparable {
  /// They count different things.
  case unrelated
  /// They count the same thing and differ.
  case conflict
  /// The number is the same, the unit is not: 5 % and 5 percentage points.
  case unitDiffers
  /// One says less than the other, and nothing else: `17. mai` and `17 May 2019`.
  case compatible
  /// They are the same value.
  case equal

  package static func < (left: ValueAgreement, right: ValueAgreement) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension ValueMention {
  /// The best agreement over all readings of both.
  package func agreement(with other: ValueMention) -> ValueAgreement {
    var best = ValueAgreement.unrelated
    for mine in readings {
      for theirs in other.readings { best = max(best, mine.agreement(with: theirs)) }
    }
    return best
  }
}

extension Reading {
  /// How this value relates to one in the other language.
  package func agreement(with other: Reading) -> ValueAgreement {
    switch (family, other.family) {
    case (.date, .date): dates(other)
    case (.time, .time): same(other) || isTwelveHoursApart(other) ? .equal : .conflict
    case (.text, .text): text == other.text ? .equal : .conflict
    case (.quantity, .quantity): quantities(other)
    case (.date, .quantity), (.quantity, .date): yearOrNumber(other)
    default: .unrelated
    }
  }

  private enum Family { case date, time, text, quantity }

  private var family: Family {
    switch kind {
    case .date, .year, .period: .date
    case .time: .time
    case .reference, .identifier: .text
    default: .quantity
    }
  }

  private func same(_ other: Reading) -> Bool {
    Self.close(low, other.low) && Self.close(high, other.high)
  }

  private static func close(_ a: Double, _ b: Double, tolerance: Double = 1e-9) -> Bool {
    abs(a - b) <= tolerance * max(1, abs(a), abs(b))
  }

  /// `halv tre` and `2.30` say nothing of morning or evening.
  private func isTwelveHoursApart(_ other: Reading) -> Bool {
    Self.close(abs(low - other.low), 720) && min(low, other.low) >= 60
  }

  // MARK: - Quantities

  private func quantities(_ other: Reading) -> ValueAgreement {
    if kind == other.kind {
      guard unit == other.unit || unit.isEmpty || other.unit.isEmpty else {
        return same(other) ? .unitDiffers : .unrelated
      }
      if same(other) { return .equal }
      return kind == .measure && isConversion(other) ? .equal : .conflict
    }
    switch (kind, other.kind) {
    case (.percent, .number), (.number, .percent):
      return isShare(other) ? .equal : same(other) ? .unitDiffers : .conflict
    case (.money, .number), (.number, .money), (.measure, .number), (.number, .measure),
      (.number, .ordinal), (.ordinal, .number), (.number, .multiple), (.multiple, .number):
      return same(other) ? .compatible : .conflict
    case (.percent, .percentagePoint), (.percentagePoint, .percent), (.percent, .permille),
      (.permille, .percent):
      return .unitDiffers
    default:
      return .unrelated
    }
  }

  /// 137 km/h and 85 mph: equal when rounded as a reader would.
  private func isConversion(_ other: Reading) -> Bool {
    Self.close(low, other.low, tolerance: 0.03) && Self.close(high, other.high, tolerance: 0.03)
  }

  /// Half is 50 %, nine in ten is 90 %.
  private func isShare(_ other: Reading) -> Bool {
    let (percent, number) = kind == .percent ? (self, other) : (other, self)
    return Self.close(percent.low, number.low * 100) && number.low <= 1
  }

  // MARK: - Dates

  private func dates(_ other: Reading) -> ValueAgreement {
    if kind == .period || other.kind == .period { return periods(other) }
    guard let mine = date, let theirs = other.date else { return .unrelated }
    var shared = 0
    var missing = 0
    let pairs = [
      (mine.year, theirs.year), (mine.month, theirs.month), (mine.day, theirs.day),
      (mine.weekday, theirs.weekday),
    ]
    for (a, b) in pairs {
      guard let a, let b else {
        if (a == nil) != (b == nil) { missing += 1 }
        continue
      }
      guard a == b else { return .conflict }
      shared += 1
    }
    guard shared > 0 else { return .unrelated }
    if mine.day != nil, theirs.day != nil, !same(other) { return .conflict }
    return missing == 0 ? .equal : .compatible
  }

  private func periods(_ other: Reading) -> ValueAgreement {
    if kind == other.kind { return same(other) ? .equal : .conflict }
    let (period, date) = kind == .period ? (self, other) : (other, self)
    guard let year = date.date?.year.map(Double.init) else { return .unrelated }
    return (period.low...period.high).contains(year) ? .compatible : .conflict
  }

  private func yearOrNumber(_ other: Reading) -> ValueAgreement {
    let (date, number) = family == .date ? (self, other) : (other, self)
    guard date.kind == .year, number.kind == .number else { return .unrelated }
    return Self.close(date.low, number.low) ? .compatible : .unrelated
  }
}
