extension ValueParser {
  /// A numeral: its value, how sure it is a number and not an article, and the item after it.
  struct Numeral {
    var value: Double
    var next: Int
    var isForeign = false
    /// Written as a bare whole number of four digits, as years are.
    var mayBeYear = false
    /// Written with three decimals or groups, so that the other language would read it otherwise.
    var written: [UInt8] = []
  }

  /// A number with what belongs to it: `kr 1.250,50`, `2,5 mrd. kroner`, `3,5 %`, `600–800`.
  func quantity(at start: Int) -> Match? {
    var index = start
    let isBetween = has(start, .between)
    if isBetween { index += 1 }
    var comparator = Comparator.exactly
    if let (found, next) = self.comparator(at: index) {
      comparator = found
      index = next
    }
    let currencyBefore = currency(index)
    if currencyBefore != nil { index += 1 }
    let isNegative = minus(at: index)
    if isNegative { index += 1 }
    guard var low = numeral(at: index) else { return nil }
    guard currencyBefore != nil || !isBareArticle(index, low) else { return nil }
    if isNegative { low.value = -low.value }
    var high = low
    if let upper = rangeEnd(after: low, isBetween: isBetween) {
      high = upper
      // `2–4 000` counts thousands on both sides
      if let scale = sharedScale(from: low, to: upper) { low.value *= scale }
    }
    guard !isBetween || high.next > low.next else { return nil }
    return finish(
      low: low, high: high, currency: currencyBefore, comparator: comparator, start: start)
  }

  private func finish(
    low: Numeral, high: Numeral, currency before: String?, comparator: Comparator, start: Int
  ) -> Match {
    func reading(_ kind: ValueKind, factor: Double = 1, unit: String = "") -> Reading {
      Reading(
        kind, low.value * factor, to: high.value * factor, unit: unit, comparator: comparator)
    }
    func match(_ readings: [Reading], _ next: Int) -> Match {
      Match(readings: readings, start: start, next: next)
    }
    let next = high.next
    if let before { return match([reading(.money, unit: before)], skipCurrency(next)) }
    if has(next, .percent) { return match([reading(.percent)], next + 1) }
    if let length = phraseLength(next, .percentagePoint) {
      return match([reading(.percentagePoint)], next + length)
    }
    if let length = phraseLength(next, .percent) {
      return match([reading(.percent)], next + length)
    }
    if has(next, .permille) { return match([reading(.permille)], next + 1) }
    if let code = currency(next) { return match([reading(.money, unit: code)], next + 1) }
    if let (unit, size, after) = self.unit(at: next) {
      return match([reading(.measure, factor: size, unit: unit), reading(.number)], after)
    }
    var readings = [reading(.number)]
    if low.mayBeYear, low.next == high.next || high.mayBeYear {
      readings.insert(
        Reading(
          .year, low.value, to: high.value, comparator: comparator,
          date: CalendarDate(year: Int(low.value))), at: 0)
    }
    if items[low.next - 1].isDottedOrdinal { readings.append(Reading(.ordinal, low.value)) }
    return match(readings, next)
  }

  // MARK: - What stands before

  func comparator(at index: Int) -> (Comparator, Int)? {
    for length in [2, 1] where index + length < items.count {
      let key = phrase(index..<index + length)
      for meaning in numbers.meanings(of: key) {
        if case .comparator(let value) = meaning { return (value, index + length) }
      }
    }
    return nil
  }

  func currency(_ index: Int) -> String? {
    meaning(index) { if case .currency(let code) = $0 { code } else { nil } }
  }

  /// A minus sign right before a number, with white space before it.
  private func minus(at index: Int) -> Bool {
    guard let scalar = scalar(index), items[index].digits == nil else { return false }
    if scalar == 0x2212 { return true }
    return scalar == 0x2D && !isGlued(index) && isGlued(index + 1) && items[index].range.count == 1
  }

  /// `en` or `a` alone is an article, not the number one.
  private func isBareArticle(_ index: Int, _ numeral: Numeral) -> Bool {
    numeral.next == index + 1 && has(index, .article)
      && !items[index].meanings.contains { if case .cardinal = $0 { true } else { false } }
  }

  // MARK: - What stands after

  /// The length in items of a phrase that has the meaning, or nil.
  private func phraseLength(_ index: Int, _ meaning: NumberWords.Meaning) -> Int? {
    for length in [2, 1] where index + length <= items.count {
      if numbers.meanings(of: phrase(index..<index + length)).contains(meaning) { return length }
    }
    return nil
  }

  private func skipCurrency(_ index: Int) -> Int { currency(index) == nil ? index : index + 1 }

  /// A unit after a number, over a hyphen too (`44-year-old`), and its size.
  func unit(at index: Int) -> (unit: String, size: Double, next: Int)? {
    var index = index
    if isCharacter(index, 0x2D), isGlued(index) { index += 1 }
    for length in [2, 1] where index + length <= items.count {
      for meaning in numbers.meanings(of: phrase(index..<index + length)) {
        if case .unit(let unit, let size) = meaning { return (unit, size, index + length) }
      }
    }
    return nil
  }

  // MARK: - Ranges

  private func rangeEnd(after low: Numeral, isBetween: Bool) -> Numeral? {
    let index = low.next
    guard has(index, .rangeTo) || isBetween && has(index, .and) else { return nil }
    let isDash = scalar(index).map(Characters.isDash) ?? false
    if isDash, !isGlued(index) != !isGlued(index + 1) { return nil }
    guard let high = numeral(at: index + 1), high.value > low.value || isShortYear(low, high) else {
      return nil
    }
    guard isShortYear(low, high) else { return high }
    var full = high
    full.value += (low.value / 100).rounded(.down) * 100
    full.mayBeYear = true
    return full
  }

  /// `2001–15`: the second year without its century.
  private func isShortYear(_ low: Numeral, _ high: Numeral) -> Bool {
    low.mayBeYear && high.written.count == 2
  }

  /// In `2–4 000` or `2 to 3 million` the scale belongs to both ends.
  private func sharedScale(from low: Numeral, to high: Numeral) -> Double? {
    guard low.value < 1000, high.value >= 1000, low.value > 0 else { return nil }
    for scale in [1e9, 1e6, 1e3] where high.value >= scale {
      let mantissa = high.value / scale
      if mantissa > low.value, mantissa < 1000 { return scale }
    }
    return nil
  }
}
