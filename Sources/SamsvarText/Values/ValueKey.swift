/// What two values must share to be thought equal at a glance: for finding candidates, not verdicts.
package struct ValueKey: Hashable, Sendable {
  /// What the number counts, coarsely.
  package enum Kind: UInt8, Sendable {
    case number, dayOfMonth, month, weekday, week, year, time, text
  }

  package var kind: Kind
  package var value: Double
  package var text: String

  init(_ kind: Kind, _ value: Double, text: String = "") {
    self.kind = kind
    self.value = value
    self.text = text
  }
}

extension ValueMention {
  /// The keys of all readings; two mentions without a common key are not the same value.
  ///
  /// A weak mention has none: an article finds nothing.
  package var keys: Set<ValueKey> {
    var keys: Set<ValueKey> = []
    guard !isWeak else { return keys }
    for reading in readings { reading.addKeys(to: &keys) }
    return keys
  }
}

extension Reading {
  func addKeys(to keys: inout Set<ValueKey>) {
    switch kind {
    case .number, .percent, .percentagePoint, .permille, .money, .age, .multiple, .vague, .ordinal,
      .frequency:
      keys.insert(ValueKey(.number, low))
      if high != low { keys.insert(ValueKey(.number, high)) }
    case .measure:
      keys.insert(ValueKey(.number, low))
      keys.insert(ValueKey(.number, raw))
    case .time: keys.insert(ValueKey(.time, low.truncatingRemainder(dividingBy: 720)))
    case .year, .period:
      keys.insert(ValueKey(.year, low))
      if high != low { keys.insert(ValueKey(.year, high)) }
    case .score:
      keys.insert(ValueKey(.text, min(low, high) * 1000 + max(low, high), text: "score"))
    case .reference, .identifier: keys.insert(ValueKey(.text, 0, text: text))
    case .date: addDateKeys(to: &keys)
    }
  }

  private func addDateKeys(to keys: inout Set<ValueKey>) {
    guard let date else { return }
    if let day = date.day, let month = date.month {
      keys.insert(ValueKey(.dayOfMonth, Double(month * 100 + day)))
    } else if let month = date.month {
      keys.insert(ValueKey(.month, Double(month)))
    }
    if let weekday = date.weekday { keys.insert(ValueKey(.weekday, Double(weekday))) }
    if let week = date.week { keys.insert(ValueKey(.week, Double(week))) }
    if let year = date.year { keys.insert(ValueKey(.year, Double(year))) }
  }
}
