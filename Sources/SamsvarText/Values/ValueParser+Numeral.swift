extension ValueParser {
  /// The number that begins at an item, in digits or words, with its scale (`2,5 milliarder`).
  func numeral(at index: Int) -> Numeral? {
    guard items.indices.contains(index) else { return nil }
    var result = digits(at: index) ?? words(at: index)
    if result == nil, let amount = halfOfScale(at: index) { result = amount }
    guard var numeral = result else { return nil }
    while let (factor, next) = scale(at: numeral.next) {
      numeral.value *= factor
      numeral.next = next
      numeral.mayBeYear = false
    }
    return numeral
  }

  /// Digits, with groups set off by spaces (`1 000`) and a fraction sign after them (`1½`).
  private func digits(at index: Int) -> Numeral? {
    guard let first = items[index].digits else { return fractionSign(at: index) }
    var numeral = Numeral(
      value: first.value, next: index + 1, isForeign: first.isForeign,
      mayBeYear: !first.isGrouped && first.decimals == 0 && items[index].written.count == 4
        && (1000...2199).contains(first.value), written: items[index].written)
    if first.decimals == 0, !first.isGrouped, items[index].written.count <= 3 {
      while let group = spacedGroup(at: numeral.next) {
        numeral.value = numeral.value * 1000 + group.value
        numeral.next += 1
        if group.decimals > 0 { break }
      }
    }
    if let fraction = fractionSign(at: numeral.next), isGlued(numeral.next) {
      numeral.value += fraction.value
      numeral.next = fraction.next
    }
    return numeral
  }

  /// Three digits after one blank, no more and no less, with decimals perhaps.
  private func spacedGroup(at index: Int) -> DigitReader.Result? {
    guard items.indices.contains(index), let digits = items[index].digits, !digits.isGrouped,
      !isGlued(index), items[index].range.lowerBound - items[index - 1].range.upperBound <= 3
    else { return nil }
    let whole = items[index].written.prefix { $0 &- 0x30 < 10 }.count
    return whole == 3 ? digits : nil
  }

  private func fractionSign(at index: Int) -> Numeral? {
    guard let scalar = scalar(index), items[index].range.count <= 3 else { return nil }
    let value: Double? =
      switch scalar {
      case 0xBC: 0.25
      case 0xBD: 0.5
      case 0xBE: 0.75
      case 0x2153: 1.0 / 3
      case 0x2154: 2.0 / 3
      case 0x215B: 0.125
      default: nil
      }
    return value.map { Numeral(value: $0, next: index + 1) }
  }

  // MARK: - Words

  /// Number words: `ett tusen to hundre`, `two hundred and fifty`, `twenty-five`, `halvannen`.
  private func words(at start: Int) -> Numeral? {
    if let amount = meaning(start, { if case .amount(let value) = $0 { value } else { nil } }) {
      return Numeral(value: amount, next: start + 1)
    }
    var total = 0.0
    var current = 0.0
    var index = start
    var hasValue = false
    while items.indices.contains(index) {
      if let value = cardinal(index) {
        guard !hasValue || fits(value, into: current) else { break }
        current += value
        hasValue = true
      } else if has(index, .hundred) {
        current = max(1, current) * 100
        hasValue = true
      } else if let factor = thousand(index) {
        total += max(1, current) * factor
        current = 0
        hasValue = true
      } else if has(index, .article), !hasValue, isBeforeScale(index + 1) {
        current = 1
      } else if hasValue, has(index, .and) || isCharacter(index, 0x2D), joins(index, current, total)
      {
        index += 1
        continue
      } else {
        break
      }
      index += 1
    }
    guard hasValue else { return articleAsOne(at: start) }
    return andAHalf(Numeral(value: total + current, next: index))
  }

  private func cardinal(_ index: Int) -> Double? {
    meaning(index) {
      switch $0 {
      case .cardinal(let value): Double(value)
      case .amount(let value) where value >= 20 && value == value.rounded(): value
      default: nil
      }
    }
  }

  private func thousand(_ index: Int) -> Double? {
    meaning(index) { if case .scale(let value) = $0, value == 1000 { value } else { nil } }
  }

  /// `twenty` takes a digit, `to hundre` takes up to 99; `five six` are two numbers.
  private func fits(_ value: Double, into current: Double) -> Bool {
    if current == 0 { return true }
    if current.truncatingRemainder(dividingBy: 100) == 0 { return value < 100 }
    return current.truncatingRemainder(dividingBy: 10) == 0 && value < 10 && current >= 20
  }

  private func isBeforeScale(_ index: Int) -> Bool {
    has(index, .hundred) || scaleFactor(index) != nil
  }

  /// Whether `and` or a hyphen stands inside a number: `two hundred and fifty`, `twenty-five`.
  private func joins(_ index: Int, _ current: Double, _ total: Double) -> Bool {
    guard let next = cardinal(index + 1) else { return false }
    if isCharacter(index, 0x2D) {
      return isGlued(index) && current.truncatingRemainder(dividingBy: 10) == 0 && current >= 20
        && next < 10
    }
    return current >= 100 && current.truncatingRemainder(dividingBy: 100) == 0
      || current == 0 && total >= 1000
  }

  private func articleAsOne(at index: Int) -> Numeral? {
    guard has(index, .article) else { return nil }
    return Numeral(value: 1, next: index + 1)
  }

  /// `en halv million`, `half a million`, `half an hour`.
  private func halfOfScale(at index: Int) -> Numeral? {
    guard has(index, .half) else { return nil }
    let next = has(index + 1, .article) ? index + 2 : index + 1
    return Numeral(value: 0.5, next: next)
  }

  /// `en og en halv`, `two and a half`.
  private func andAHalf(_ numeral: Numeral) -> Numeral {
    var index = numeral.next
    guard has(index, .and) else { return numeral }
    index += 1
    if has(index, .article) { index += 1 }
    guard has(index, .half) else { return numeral }
    return Numeral(value: numeral.value + 0.5, next: index + 1)
  }

  // MARK: - Scales

  func scaleFactor(_ index: Int) -> Double? {
    meaning(index) { if case .scale(let value) = $0 { value } else { nil } }
  }

  /// A scale after a number; `m` and the like count only right after digits (`NOK 5m`).
  private func scale(at index: Int) -> (Double, Int)? {
    guard let factor = scaleFactor(index) else { return nil }
    if items[index].range.count == 1, !isGlued(index) { return nil }
    return (factor, index + 1)
  }
}
