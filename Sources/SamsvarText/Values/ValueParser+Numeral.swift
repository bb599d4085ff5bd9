extension ValueParser {
  /// A numeral: its value and the item after it.
  struct Numeral {
    var value: Double
    var next: Int
    var isForeign = false
    /// Written as a bare whole number of four digits, as years are.
    var mayBeYear = false
    /// An article, or a pronoun such as `one`: no number for sure.
    var isWeak = false
    /// The digits as written; empty for words.
    var written: [UInt8] = []
    /// A value as a year: `nineteen eighty-four`.
    var yearWords: Double?
  }

  /// The number that begins at an item, in digits or words, with its scale (`2,5 milliarder`).
  func numeral(at index: Int) -> Numeral? {
    guard items.indices.contains(index) else { return nil }
    var result = fraction(at: index) ?? digits(at: index) ?? halfOfScale(at: index)
    if result == nil { result = words(at: index) }
    guard var numeral = result else { return nil }
    while let (factor, next) = scale(at: numeral.next) {
      numeral.value *= factor
      numeral.next = next
      numeral.mayBeYear = false
      numeral.isWeak = false
    }
    return numeral
  }

  // MARK: - Digits

  /// Digits, with groups set off by spaces (`1 000`) and a fraction sign after them (`1½`).
  private func digits(at index: Int) -> Numeral? {
    if let fraction = slashFraction(at: index) { return fraction }
    guard let first = items[index].digits else { return fractionSign(at: index) }
    let isYear =
      !first.isGrouped && first.decimals == 0 && items[index].written.count == 4
      && (1000...2199).contains(first.value)
    var numeral = Numeral(
      value: first.value, next: index + 1, isForeign: first.isForeign, mayBeYear: isYear,
      written: items[index].written)
    if first.decimals == 0, !first.isGrouped, items[index].written.count <= 3,
      items[index].written.first != 0x30, !items[index].isDottedOrdinal
    {
      while let group = spacedGroup(at: numeral.next) {
        numeral.value = numeral.value * 1000 + group.value
        numeral.next += 1
        if group.decimals > 0 { break }
      }
    }
    if first.decimals == 0, let fraction = fractionSign(at: numeral.next) {
      numeral.value += fraction.value
      numeral.next = fraction.next
      numeral.mayBeYear = false
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

  /// `1/3`: a small number over a greater one.
  private func slashFraction(at index: Int) -> Numeral? {
    guard let top = wholeNumber(index, 1...99), isCharacter(index + 1, 0x2F), isGlued(index + 1),
      let bottom = wholeNumber(index + 2, 2...100), isGlued(index + 2), top < bottom,
      !isCharacter(index + 3, 0x2F)
    else { return nil }
    return Numeral(value: Double(top) / Double(bottom), next: index + 3)
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
    if let amount = meaning(start, { if case .amount(let value) = $0 { value } else { nil } }),
      amount < 20 || amount != amount.rounded()
    {
      return Numeral(value: amount, next: start + 1)
    }
    var sum = WordSum()
    var index = start
    while items.indices.contains(index) {
      if let (value, next) = cardinalPhrase(index), sum.fits(value) {
        sum.current += value
        sum.hasValue = true
        index = next
        continue
      }
      if let value = cardinalWord(index) {
        guard sum.fits(Double(value)) else { break }
        sum.current += Double(value)
      } else if has(index, .hundred) {
        sum.current = max(1, sum.current) * 100
      } else if let factor = thousand(index) {
        sum.total += max(1, sum.current) * factor
        sum.current = 0
      } else if has(index, .article), !sum.hasValue, isBeforeScale(index + 1) {
        sum.current = 1
        index += 1
        continue
      } else if sum.hasValue, has(index, .and) || isCharacter(index, 0x2D), joins(index, sum) {
        index += 1
        continue
      } else {
        break
      }
      sum.hasValue = true
      index += 1
    }
    guard sum.hasValue else { return articleAsOne(at: start) }
    var numeral = Numeral(value: sum.total + sum.current, next: index)
    // `one` is a pronoun as well; `Four Corners` is a name.
    numeral.isWeak =
      index == start + 1
      && (numeral.value == 1 || start > 0 && items[start].isCapitalised && isName(index)
        || mayBeNoun(start))
    if let year = yearWords(numeral) { return year }
    return andAHalf(numeral)
  }

  /// `et tre`, `fil-tre`: a number word after an article or a hyphen is a noun, where no unit and no
  /// second number follows (`en fire-fem mil`).
  private func mayBeNoun(_ index: Int) -> Bool {
    guard numbers.writesTogether, unit(at: index + 1) == nil else { return false }
    if has(index - 1, .article) { return !isDash(index + 1) && after(index + 1, .or) == nil }
    return isGlued(index) && isDash(index - 1) && isGlued(index - 1)
      && cardinalWord(index - 2) == nil && wholeNumber(index - 2, 0...9999) == nil
  }

  /// A number of words under construction.
  private struct WordSum {
    var total = 0.0
    var current = 0.0
    var hasValue = false

    /// `twenty` takes a digit, `to hundre` takes up to 99; `five six` are two numbers.
    func fits(_ value: Double) -> Bool {
      if !hasValue || current == 0 && total > 0 { return true }
      if current != 0, current.truncatingRemainder(dividingBy: 100) == 0 { return value < 100 }
      return current.truncatingRemainder(dividingBy: 10) == 0 && value < 10 && value > 0
        && current >= 20
    }
  }

  /// A number below a hundred that the language's list has as several words: French `vingt et un`.
  private func cardinalPhrase(_ index: Int) -> (value: Double, next: Int)? {
    guard cardinalWord(index) != nil,
      let found = phrase(
        index, { if case .cardinal(let value) = $0 { Double(value) } else { nil } }),
      found.next > index + 1
    else { return nil }
    return found
  }

  private func thousand(_ index: Int) -> Double? {
    meaning(index) { if case .scale(let value) = $0, value == 1000 { value } else { nil } }
  }

  private func isBeforeScale(_ index: Int) -> Bool {
    has(index, .hundred) || scaleFactor(index) != nil
  }

  /// Whether `and` or a hyphen stands inside a number: `two hundred and fifty`, `twenty-five`.
  private func joins(_ index: Int, _ sum: WordSum) -> Bool {
    guard let next = cardinalWord(index + 1) else { return false }
    if isCharacter(index, 0x2D) {
      return isGlued(index) && sum.current.truncatingRemainder(dividingBy: 10) == 0
        && sum.current >= 20 && next < 10
    }
    return sum.current >= 100 && sum.current.truncatingRemainder(dividingBy: 100) == 0
      || sum.current == 0 && sum.total >= 1000
  }

  /// `nineteen eighty-four`, `twenty ten`: two numbers of two digits that make a year.
  private func yearWords(_ first: Numeral) -> Numeral? {
    guard (10...20).contains(first.value), let second = cardinalWord(first.next), second >= 10
    else { return nil }
    var next = first.next + 1
    var value = Double(second)
    if isCharacter(next, 0x2D), isGlued(next), second % 10 == 0, let unit = cardinalWord(next + 1),
      unit < 10
    {
      value += Double(unit)
      next += 2
    }
    var year = Numeral(value: first.value * 100 + value, next: next)
    year.yearWords = year.value
    return year
  }

  private func articleAsOne(at index: Int) -> Numeral? {
    guard has(index, .article) else { return nil }
    return Numeral(value: 1, next: index + 1, isWeak: true)
  }

  /// `en halv million`, `half a million`, `half an hour`, `et halvt år`.
  private func halfOfScale(at start: Int) -> Numeral? {
    var index = start
    if has(index, .article), has(index + 1, .half) { index += 1 }
    // `en og en halv`
    if has(index, .article) || cardinalWord(index) == 1, has(index + 1, .and) {
      let half = has(index + 2, .article) ? index + 3 : index + 2
      if has(half, .half) { return Numeral(value: 1.5, next: half + 1) }
    }
    guard has(index, .half) else { return nil }
    var next = index + 1
    if has(next, .article) { next += 1 }
    return Numeral(value: 0.5, next: next, isWeak: true)
  }

  /// `to og en halv`, `two and a half`.
  private func andAHalf(_ numeral: Numeral) -> Numeral {
    var index = numeral.next
    guard has(index, .and) else { return numeral }
    index += 1
    if has(index, .article) { index += 1 }
    guard has(index, .half) else { return numeral }
    return Numeral(value: numeral.value + 0.5, next: index + 1)
  }

  // MARK: - Fractions

  /// `to tredeler`, `a third`, `three quarters of a million`, `en tidel`, `45 hundredeler`.
  private func fraction(at start: Int) -> Numeral? {
    var index = start
    var count = 1.0
    if denominator(index) == nil {
      if has(index, .article) || cardinalWord(index) == 1 {
        index += 1
      } else if let value = cardinalWord(index), value < 100 {
        count = Double(value)
        index += 1
      } else if let value = wholeNumber(index, 1...99) {
        count = Double(value)
        index += 1
      } else {
        return nil
      }
      if isCharacter(index, 0x2D), isGlued(index) { index += 1 }
    } else if ordinalWord(index, upTo: 1000) != nil || isQuarterOfYear(index) {
      // `third` alone is an ordinal
      return nil
    }
    guard let bottom = denominator(index) else { return nil }
    // `a third party`
    if has(index - 1, .article), ordinalWord(index, upTo: 1000) != nil, isPlainWord(index + 1) {
      return nil
    }
    // `a second`, `et kvart` before an hour is no fraction
    if count == 1, has(index, .quarterHour),
      after(index + 1, .past) ?? after(index + 1, .toHour) != nil
    {
      return nil
    }
    return ofWhole(Numeral(value: count / bottom, next: index + 1))
  }

  /// `the same quarter`, `the last quarter of 2020`: a part of the year, where neither a number nor an
  /// article stands before it.
  private func isQuarterOfYear(_ index: Int) -> Bool {
    has(index, .quarterOfYear) && (!has(index + 1, .of) || yearNumber(index + 2) != nil)
  }

  private func isPlainWord(_ index: Int) -> Bool {
    guard items.indices.contains(index), items[index].meanings.isEmpty else { return false }
    return scalar(index).map(Characters.isLetter) ?? false
  }

  private func denominator(_ index: Int) -> Double? {
    meaning(index) { if case .fraction(let value) = $0 { value } else { nil } }
  }

  /// `of a million`, `of an hour`: the whole that a fraction is of.
  private func ofWhole(_ numeral: Numeral) -> Numeral {
    guard has(numeral.next, .of), has(numeral.next + 1, .article) else { return numeral }
    let whole = numeral.next + 2
    guard scaleFactor(whole) != nil || unit(at: whole) != nil else { return numeral }
    var result = numeral
    result.next = whole
    return result
  }

  // MARK: - Scales

  func scaleFactor(_ index: Int) -> Double? {
    meaning(index) { if case .scale(let value) = $0 { value } else { nil } }
  }

  /// A scale after a number; `m` and the like count only right after digits (`NOK 5m`).
  private func scale(at index: Int) -> (Double, Int)? {
    guard let factor = scaleFactor(index) else { return nil }
    if items[index].range.count == 1, !isGlued(index) { return nil }
    if items[index].range.count == 1, unit(at: index) != nil, !currencyStands(before: index) {
      return nil
    }
    return (factor, index + 1)
  }

  /// `£5m` is money, `5m` is five metres.
  private func currencyStands(before index: Int) -> Bool {
    (max(0, index - 3)..<index).contains { currency($0) != nil }
  }
}
