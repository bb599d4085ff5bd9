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
    let agreement = uncompared(other)
    if agreement >= .compatible, comparator.contradicts(other.comparator) { return .conflict }
    return agreement
  }

  private func uncompared(_ other: Reading) -> ValueAgreement {
    switch (family, other.family) {
    case (.date, .date): dates(other)
    case (.time, .time): times(other)
    case (.text, .text): texts(other)
    case (.quantity, .quantity):
      kind == other.kind
        ? sameKind(other)
        : kind.rawValue < other.kind.rawValue
          ? otherKind(other) : other.otherKind(self)
    case (.date, .quantity): numberAsYear(other)
    case (.quantity, .date): other.numberAsYear(self)
    case (.time, .quantity): numberAsHour(other)
    case (.quantity, .time): other.numberAsHour(self)
    case (.text, .quantity), (.quantity, .text):
      kind != .reference && other.kind != .reference && !text.isEmpty && text == other.text
        ? .equal : .unrelated
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

  func same(_ other: Reading) -> Bool {
    Self.close(low, other.low) && Self.close(high, other.high)
  }

  static func close(_ a: Double, _ b: Double, tolerance: Double = 1e-9) -> Bool {
    abs(a - b) <= tolerance * max(abs(a), abs(b)) || abs(a - b) < 1e-9
  }

  // MARK: - Times and references

  /// `halv tre` and `2.30` say nothing of morning or evening.
  private func times(_ other: Reading) -> ValueAgreement {
    if same(other) { return .equal }
    guard isEitherWay || other.isEitherWay else { return .conflict }
    let isSame = Self.halfDay(low, other.low) && Self.halfDay(high, other.high)
    return isSame ? .equal : .conflict
  }

  private static func halfDay(_ a: Double, _ b: Double) -> Bool {
    abs(a - b).truncatingRemainder(dividingBy: 720) == 0
  }

  /// `9–16` may say in numbers what the other side says as hours.
  private func numberAsHour(_ number: Reading) -> ValueAgreement {
    guard number.kind == .number, Self.close(low / 60, number.low),
      Self.close(high / 60, number.high)
    else { return .unrelated }
    return .compatible
  }

  private func texts(_ other: Reading) -> ValueAgreement {
    guard text == other.text else {
      guard kind == other.kind else { return .unrelated }
      return kind == .identifier && Identifiers.isSame(text, other.text) ? .compatible : .conflict
    }
    guard kind == other.kind else { return .compatible }
    // A section may be called article or chapter; a page, figure or table is no section.
    let parts: Set = ["page", "figure", "table"]
    let isSamePart = unit == other.unit || !parts.contains(unit) && !parts.contains(other.unit)
    return isSamePart || unit.isEmpty || other.unit.isEmpty ? .equal : .unitDiffers
  }

  /// A year in one text, a plain number in the other.
  private func numberAsYear(_ number: Reading) -> ValueAgreement {
    guard kind == .year, number.kind == .number else { return .unrelated }
    return same(number) ? .compatible : .unrelated
  }
}
