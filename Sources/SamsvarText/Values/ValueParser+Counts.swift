extension ValueParser {
  // MARK: - Scores

  /// `spilte 1–1`, `tapte 0–4`, `3–1`: two small numbers that are no range.
  func score(at index: Int) -> Match? {
    guard let home = wholeNumber(index, 0...99), isDash(index + 1),
      isGlued(index + 1) == isGlued(index + 2), let away = wholeNumber(index + 2, 0...99),
      !isDash(index + 3) || isGlued(index + 3) && !isNumber(index + 4), unit(at: index + 3) == nil,
      after(index + 3, .percent) == nil,
      month(index + 3) == nil
    else { return nil }
    let said = (max(0, index - 4)..<index).reversed().compactMap { each -> Bool? in
      meaning(each) { if case .score(let isLost) = $0 { isLost } else { nil } }
    }.first
    guard said != nil || home >= away else { return nil }
    let reading = Reading(
      .score, Double(home), to: Double(away), isEitherWay: said == true)
    return Match([reading], index, index + 3)
  }

  private func isNumber(_ index: Int) -> Bool {
    items.indices.contains(index) && !items[index].written.isEmpty
  }

  // MARK: - How often

  /// `annankvar dag`, `hver tredje uke`, `every three weeks`, `to ganger i uken`, `twice a week`.
  func frequency(at index: Int) -> Match? {
    everyPeriod(at: index) ?? timesPerPeriod(at: index)
  }

  private func everyPeriod(at start: Int) -> Match? {
    var count = 2
    var index: Int
    if let next = after(start, .everyOther) {
      if days(at: next) == nil { return halfOfAll(start, next) }
      index = next
    } else {
      guard let next = after(start, .every) else { return nil }
      guard
        let value = ordinalWord(next, upTo: 100) ?? cardinalWord(next) ?? wholeNumber(next, 2...100)
      else { return eachPeriod(start, next) }
      count = value
      // `hvert 37. minutt`
      index = skipOrdinalMark(next + 1)
    }
    if let (days, next) = days(at: index) {
      return Match([Reading(.frequency, 1, to: Double(count) * days)], start, next)
    }
    // `hver femte nordmann` is one in five
    guard ordinalWord(index - 1, upTo: 100) != nil, count > 1 else {
      return nil
    }
    return Match([Reading(.number, 1 / Double(count))], start, index)
  }

  /// `annenhver elev`, `every second pupil`: half of them; `every second` may be a time as well.
  private func halfOfAll(_ start: Int, _ next: Int) -> Match {
    let half = Reading(.number, 0.5)
    guard let (days, _) = days(at: next - 1) else {
      return Match([half], start, next, isWeak: true)
    }
    return Match([half, Reading(.frequency, 1, to: days)], start, next, isWeak: true)
  }

  /// `hver time`, `every hour`, which may stand for `en gang i timen`; seldom worth a word by itself.
  private func eachPeriod(_ start: Int, _ index: Int) -> Match? {
    days(at: index).map { days, next in
      Match([Reading(.frequency, 1, to: days)], start, next, isWeak: true)
    }
  }

  private func timesPerPeriod(at start: Int) -> Match? {
    let count: Double
    var index: Int
    if let times = multiple(start), !has(start, .half) {
      count = times
      index = start + 1
    } else {
      guard let numeral = numeral(at: start), let next = after(numeral.next, .times) else {
        return nil
      }
      count = numeral.value
      index = next
    }
    guard let next = after(index, .per) ?? (has(index, .article) ? index + 1 : nil) else {
      return nil
    }
    index = has(next, .article) ? next + 1 : next
    guard let (days, end) = days(at: index) else { return nil }
    return Match([Reading(.frequency, count, to: days)], start, end)
  }

  /// A unit of time in days.
  private func days(at index: Int) -> (Double, Int)? {
    guard !isDash(index), let (unit, size, next) = unit(at: index) else { return nil }
    switch unit {
    case "s": return (size / 86400, next)
    case "month": return (size * 30.4375, next)
    default: return nil
    }
  }

  private func multiple(_ index: Int) -> Double? {
    meaning(index) { if case .multiple(let value) = $0 { value } else { nil } }
  }

  // MARK: - Shares

  /// `seks av ti`, `one in five`, `nine out of ten`, `1-of-4`, `three points out of four`, `2 av 3`.
  func share(at index: Int) -> Match? {
    guard let part = shareNumber(index), let next = shareWhole(after: index),
      let whole = shareNumber(next), part < whole, whole <= 10 || whole % 10 == 0,
      unit(at: next + 1) == nil, month(next + 1) == nil, !isQuantity(next + 1)
    else { return nil }
    return Match([Reading(.number, Double(part) / Double(whole))], index, next + 1)
  }

  /// The item of the whole, after the number of a part.
  private func shareWhole(after index: Int) -> Int? {
    if let next = after(index + 1, .shareOf) { return next }
    if isDash(index + 1), isDash(index + 3), (1...4).allSatisfy({ isGlued(index + $0) }),
      has(index + 2, .of) || has(index + 2, .shareOf)
    {
      return index + 4
    }
    // What is counted may stand between: only before two words, for `of` alone says something else.
    guard items.indices.contains(index + 1), cardinalWord(index + 1) == nil,
      items[index + 1].written.isEmpty, let next = after(index + 2, .shareOf), next > index + 3
    else { return nil }
    return next
  }

  private func shareNumber(_ index: Int) -> Int? {
    cardinalWord(index) ?? wholeNumber(index, 1...1000) ?? (has(index, .hundred) ? 100 : nil)
  }

  private func isQuantity(_ index: Int) -> Bool {
    scaleFactor(index) != nil || has(index, .hundred) || after(index, .percent) != nil
      || currency(index) != nil
  }

  // MARK: - Orders of magnitude

  /// `hundrevis`, `flere titalls tusen`, `tens of thousands`; and multiples: `dobbelt`, `quadrupled`.
  func vague(at start: Int) -> Match? {
    let index = after(start, .few) ?? start
    if let (size, next) = magnitude(at: index, isFew: index > start) {
      return Match([Reading(.vague, size)], start, next)
    }
    return multiple(start).map {
      // `at once`
      let isHaste = $0 == 1 && has(start - 1, .atOnce)
      return Match(isHaste ? [] : [Reading(.multiple, $0)], start, start + 1)
    }
  }

  private func magnitude(at index: Int, isFew: Bool) -> (Double, Int)? {
    var size: Double
    var next = index + 1
    if let vague = vagueSize(index) {
      size = vague
    } else if isFew, let factor = has(index, .hundred) ? 100 : scaleFactor(index) {
      size = factor
    } else {
      return nil
    }
    if has(next, .of) || has(next, .shareOf), let more = vagueSize(next + 1) {
      size *= more
      next += 2
    } else if let factor = scaleFactor(next) {
      size *= factor
      next += 1
    }
    return (size, next)
  }

  private func vagueSize(_ index: Int) -> Double? {
    meaning(index) { if case .vague(let size) = $0 { size } else { nil } }
  }

  // MARK: - Ordinals

  /// `tredje`, `3rd`, `17.`, `secondly`, `nest siste`, where nothing else claimed it.
  func ordinal(at index: Int) -> Match? {
    if let (value, next) = fromLast(at: index) {
      return Match([Reading(.ordinal, -Double(value))], index, next)
    }
    if has(index, .nextTo), isSuperlative(index + 1) {
      return Match([Reading(.ordinal, 2)], index, index + 1, isWeak: true)
    }
    if let value = wholeNumber(index, 0...9999), skipOrdinalMark(index + 1) > index + 1 {
      return Match([Reading(.ordinal, Double(value))], index, index + 2)
    }
    guard
      let (value, next) = phrase(
        index,
        { meaning -> Int? in
          if case .ordinal(let value) = meaning { value } else { nil }
        })
    else { return nil }
    // `third-party`, `second-hand`
    let isInCompound = isDash(next) && isGlued(next) && isGlued(next + 1) && next == index + 1
    let isWeak = isInCompound || next == index + 1 && has(index, .other)
    return Match([Reading(.ordinal, Double(value))], index, next, isWeak: isWeak)
  }

  /// `største`, `best`.
  private func isSuperlative(_ index: Int) -> Bool {
    guard items.indices.contains(index) else { return false }
    let word = items[index].word
    return word.count >= 4
      && (word.suffix(2).elementsEqual("st".utf8) || word.suffix(3).elementsEqual("ste".utf8))
  }

  /// `nest siste`, `second to last`.
  private func fromLast(at index: Int) -> (Int, Int)? {
    phrase(index) { meaning -> Int? in
      if case .fromLast(let value) = meaning { value } else { nil }
    }.map { ($0.value, $0.next) }
  }
}
