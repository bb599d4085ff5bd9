extension Reading {
  /// Two quantities of one kind.
  func sameKind(_ other: Reading) -> ValueAgreement {
    switch kind {
    case .measure: measures(other)
    case .money:
      unit == other.unit
        ? (same(other) ? .equal : .conflict) : same(other) ? .unitDiffers : .unrelated
    case .score: scores(other)
    case .frequency:
      Self.close(low, other.low) && Self.close(high, other.high, tolerance: 0.03)
        ? .equal : .conflict
    default: same(other) ? .equal : .conflict
    }
  }

  /// In the same unit exactly; in another one as a reader would round: 137 km/h is 85 mph.
  private func measures(_ other: Reading) -> ValueAgreement {
    let isTime = Self.isTime(unit) && Self.isTime(other.unit)
    guard unit == other.unit || isTime else {
      return Self.close(raw, other.raw) ? .unitDiffers : .unrelated
    }
    let size = Self.seconds(unit)
    let otherSize = Self.seconds(other.unit)
    if Self.close(low * size, other.low * otherSize),
      Self.close(high * size, other.high * otherSize)
    {
      return .equal
    }
    let isSameUnit = Self.close(low * other.raw, other.low * raw) && unit == other.unit
    guard !isSameUnit else { return .conflict }
    let isClose =
      isRounded(low * size, other.low * otherSize, other)
      && isRounded(high * size, other.high * otherSize, other)
    if isClose { return .equal }
    return Self.close(raw, other.raw) ? .unitDiffers : .conflict
  }

  /// Whether two amounts are the same within 5 %, or as rounded to whole units: 1 to 4 inches are
  /// 3 to 10 cm.
  private func isRounded(_ a: Double, _ b: Double, _ other: Reading) -> Bool {
    // The ends of a range are rounded more coarsely.
    if Self.close(a, b, tolerance: low == high ? 0.05 : 0.1) { return true }
    guard raw != 0, other.raw != 0, max(raw, other.raw) >= 2 else { return false }
    return abs(a - b) <= 0.55 * min(abs(low / raw), abs(other.low / other.raw))
  }

  private static func isTime(_ unit: String) -> Bool { unit == "s" || unit == "month" }

  /// The seconds in the base unit of time; a month is a twelfth of 365.25 days.
  private static func seconds(_ unit: String) -> Double { unit == "month" ? 2_629_800 : 1 }

  /// English puts the winner's goals first, Norwegian those of the team spoken of.
  private func scores(_ other: Reading) -> ValueAgreement {
    if same(other) { return .equal }
    let isSwapped = Self.close(low, other.high) && Self.close(high, other.low)
    return isSwapped && (isEitherWay || other.isEitherWay) ? .equal : .conflict
  }

  /// Quantities of different kinds, this one's kind being first in the list of kinds.
  func otherKind(_ other: Reading) -> ValueAgreement {
    switch (kind, other.kind) {
    case (.number, .ordinal):
      // `siste tredjedel` is `the final third`
      if other.low >= 3, Self.close(low * other.low, 1) { return .compatible }
      guard same(other) else { return .conflict }
      // `trinn 2` is `2. trinn`, but ten is not tenth
      return text.isEmpty ? .unitDiffers : .compatible
    case (.number, .percent), (.number, .permille): return share(of: other)
    case (.number, .money), (.number, .age), (.number, .multiple), (.number, .measure):
      let isSame = same(other) || Self.close(low, other.raw)
      return isSame ? .compatible : .conflict
    case (.number, .score): return same(other) ? .compatible : .unrelated
    case (.number, .vague): return .conflict
    case (.percent, .permille):
      if Self.close(low * 10, other.low) { return .equal }
      return same(other) ? .unitDiffers : .conflict
    case (.percent, .percentagePoint), (.percentagePoint, .permille):
      return same(other) ? .unitDiffers : .conflict
    case (.measure, .age): return Self.close(raw, other.low) ? .unitDiffers : .unrelated
    case (.measure, .multiple), (.money, .measure):
      return Self.close(raw, other.raw) ? .unitDiffers : .unrelated
    case (.multiple, .frequency): return Self.close(low, other.low) ? .compatible : .conflict
    default: return .unrelated
    }
  }

  /// Half is 50 %, nine in ten is 90 %; 40 is not 40 %.
  private func share(of part: Reading) -> ValueAgreement {
    let whole: Double = part.kind == .percent ? 100 : 1000
    if abs(low) <= 1, Self.close(part.low, low * whole, tolerance: 0.01) { return .equal }
    return same(part) ? .unitDiffers : .conflict
  }
}
