extension ValueParser {
  /// What stands before a numeral.
  private struct Prefix {
    var comparator = Comparator.exactly
    var currency: (code: String, factor: Double)?
    var isNegative = false
    var isBetween = false
  }

  /// A number with what belongs to it: `kr 1.250,50`, `2,5 mrd. kroner`, `3,5 %`, `600–800`.
  func quantity(at start: Int) -> Match? {
    if let few = few(at: start) { return few }
    var index = start
    let prefix = prefix(&index)
    // `about 1.30 pm`, `rundt 17. mai`: a time or date that stands by itself.
    if index > start, !prefix.isBetween, isSpecial(at: index) { return nil }
    guard var low = numeral(at: index), !isOrdinalEnding(low.next) else { return nil }
    if prefix.isNegative { low.value = -low.value }
    var high = low
    if let upper = rangeEnd(after: low, isBetween: prefix.isBetween) {
      high = upper
      if let scale = sharedScale(from: low, to: upper) { low.value *= scale }
    }
    guard !prefix.isBetween || high.next > low.next else { return nil }
    return finish(low: low, high: high, prefix: prefix, start: start, first: index)
  }

  /// `th` right after the digits: `16th` is no number of things.
  private func isOrdinalEnding(_ index: Int) -> Bool {
    let endings: [StaticString] = ["st", "nd", "rd", "th"]
    return isGlued(index) && endings.contains { wordIs(index, $0) }
  }

  private func prefix(_ index: inout Int) -> Prefix {
    var prefix = Prefix()
    if let next = after(index, .between) {
      prefix.isBetween = true
      index = next
    }
    if let (found, next) = phrase(index, comparator), !isSignWord(next) {
      prefix.comparator = found
      index = next
    }
    if let (code, factor, next) = currencyPhrase(index), numeral(at: next) != nil {
      prefix.currency = (code, factor)
      index = next
    }
    if isMinus(index) {
      prefix.isNegative = true
      index += 1
    }
    return prefix
  }

  private func comparator(_ meaning: NumberWords.Meaning) -> Comparator? {
    if case .comparator(let value) = meaning { value } else { nil }
  }

  /// `over` before `på`, and the like, is no comparator.
  private func isSignWord(_ index: Int) -> Bool { !items.indices.contains(index) }

  /// A minus sign right before a number, or the word.
  private func isMinus(_ index: Int) -> Bool {
    guard items.indices.contains(index), items[index].written.isEmpty else { return false }
    if has(index, .minus), items[index].range.count > 3 { return true }
    guard let scalar = scalar(index), items[index].range.count <= 3 else { return false }
    if scalar == 0x2212 { return isGlued(index + 1) }
    return Characters.isDash(scalar) && !isGlued(index) && isGlued(index + 1)
      && items[index].range.count == 1 && items.indices.contains(index + 1)
      && !items[index + 1].written.isEmpty
  }

  // MARK: - What stands after

  private func finish(
    low: Numeral, high: Numeral, prefix: Prefix, start: Int, first: Int
  ) -> Match? {
    let next = high.next
    func reading(_ kind: ValueKind, factor: Double = 1, unit: String = "") -> Reading {
      Reading(
        kind, low.value * factor, to: high.value * factor, raw: low.value, unit: unit,
        comparator: prefix.comparator)
    }
    func match(_ readings: [Reading], _ next: Int, weak: Bool = false) -> Match {
      Match(readings, start, next, isWeak: weak, isForeign: low.isForeign || high.isForeign)
    }
    if let (code, factor) = prefix.currency {
      return match([reading(.money, factor: factor, unit: code)], skipCurrency(next))
    }
    if let end = after(next, .percentagePoint) { return match([reading(.percentagePoint)], end) }
    if let end = after(next, .basisPoint) {
      return match([reading(.percentagePoint, factor: 0.01)], end)
    }
    if let end = after(next, .percent) { return match([reading(.percent)], end) }
    if let end = after(next, .permille) {
      return match([reading(.permille)], end, weak: low.isWeak)
    }
    if let (code, factor, end) = currencyPhrase(next) {
      // `a €2,000 fine`: the article belongs to the fine.
      if low.isWeak, numeral(at: end)?.isWeak == false { return nil }
      return match([reading(.money, factor: factor, unit: code)], end, weak: low.isWeak)
    }
    if let end = after(next, .times) {
      // `med en gang`, `på en gang`
      if low.value == 1, has(start - 1, .atOnce) { return Match([], start, end) }
      return match([reading(.multiple)], end, weak: low.isWeak)
    }
    if let ending = hyphenEnding(low, high, start) { return ending }
    if let measure = measure(low: low, high: high, comparator: prefix.comparator, start: start) {
      return measure
    }
    return bare(low: low, high: high, prefix: prefix, start: start, first: first)
  }

  private func skipCurrency(_ index: Int) -> Int { currencyPhrase(index)?.2 ?? index }

  func currency(_ index: Int) -> String? {
    meaning(index) { if case .currency(let code, _) = $0 { code } else { nil } }
  }

  /// A currency by word, sign, code or phrase (`svenske kroner`), and the item after it.
  private func currencyPhrase(_ index: Int) -> (String, Double, Int)? {
    let found = phrase(index) { meaning -> (String, Double)? in
      if case .currency(let code, let factor) = meaning { (code, factor) } else { nil }
    }
    // `nok` is a word, `NOK` a currency.
    guard let found,
      !items[index].word.elementsEqual(found.value.0.lowercased().utf8)
        || items[index].isAllCapitals
    else { return nil }
    return (found.value.0, found.value.1, found.next)
  }

  /// A number with nothing behind it; four digits may be a year.
  private func bare(
    low: Numeral, high: Numeral, prefix: Prefix, start: Int, first: Int
  ) -> Match? {
    // An article without a unit is no number.
    if low.isWeak, has(first, .article) { return nil }
    // `en promille på 2,4`
    if has(start - 2, .permille), has(start - 1, .toHour) {
      return Match([Reading(.permille, low.value, to: high.value)], start, high.next)
    }
    if let below = after(high.next, .belowZero) {
      let reading = Reading(.measure, -low.value, to: -high.value, raw: low.value, unit: "deg")
      return Match([reading], start, below)
    }
    var readings = [
      Reading(
        .number, low.value, to: high.value, comparator: prefix.comparator,
        text: writtenAsOne(low))
    ]
    if start > 0, has(start - 1, .agedBefore) {
      readings.insert(Reading(.age, low.value, to: high.value), at: 0)
    }
    let isYear =
      (low.mayBeYear && (low.next == high.next || high.mayBeYear) || low.yearWords != nil)
      && prefix.comparator == .exactly
    if isYear { readings.insert(yearReading(low.value, high.value, after: high.next), at: 0) }
    if items[low.next - 1].isDottedOrdinal { readings.insert(Reading(.ordinal, low.value), at: 0) }
    if low.next == high.next, let time = clockReading(low) { readings.append(time) }
    let next = isYear ? skipEra(high.next) : high.next
    return Match(
      readings, start, next, isWeak: low.isWeak, isForeign: low.isForeign || high.isForeign)
  }

  /// The digits of a number without signs, by which a postcode or the like is known again.
  private func writtenAsOne(_ numeral: Numeral) -> String {
    guard !numeral.written.isEmpty, numeral.written.allSatisfy({ $0 &- 0x30 < 10 }) else {
      return ""
    }
    return String(decoding: numeral.written, as: UTF8.self)
  }

  private func yearReading(_ low: Double, _ high: Double, after next: Int) -> Reading {
    let sign: Double = after(next, .beforeChrist) == nil ? 1 : -1
    return Reading(
      .year, sign * low, to: sign * high, date: CalendarDate(year: Int(sign * low)))
  }

  func skipEra(_ index: Int) -> Int {
    after(index, .beforeChrist) ?? after(index, .afterChrist) ?? index
  }

  // MARK: - Few

  /// `et par minutter`, `a few weeks`: two to five or so.
  private func few(at start: Int) -> Match? {
    guard let next = after(start, .few), let (unit, size, end) = unit(at: next) else { return nil }
    let reading = Reading(
      .measure, 2 * size, to: 5 * size, raw: 2, unit: unit, comparator: .about)
    return Match([reading], start, end, isWeak: true)
  }

  // MARK: - Ranges

  private func rangeEnd(after low: Numeral, isBetween: Bool) -> Numeral? {
    var index = low.next
    // `18- to 29-year-olds`
    if isDash(index), isGlued(index), !isGlued(index + 1), has(index + 1, .rangeTo) { index += 1 }
    let isOr = after(index, .or) != nil
    let joined = after(index, .rangeTo) ?? seasonEnd(low)
    guard joined != nil || isOr || isBetween && has(index, .and) else { return nil }
    if isDash(index), isGlued(index) != isGlued(index + 1) { return nil }
    guard let high = numeral(at: joined ?? index + 1), !high.isWeak else { return nil }
    // `5 or 6` is a range, `2 or 300` is not
    if isOr, high.value != low.value + 1 { return nil }
    if isShortYear(low, high) {
      var full = high
      full.value += (low.value / 100).rounded(.down) * 100
      if full.value < low.value { full.value += 100 }
      full.mayBeYear = true
      return full
    }
    return high.value > low.value ? high : nil
  }

  /// The second of two years that follow each other: `2023/24`, `1999/2000`.
  private func seasonEnd(_ low: Numeral) -> Int? {
    guard low.mayBeYear, isCharacter(low.next, 0x2F), isGlued(low.next), isGlued(low.next + 1),
      let year = wholeNumber(low.next + 1, 0...2199)
    else { return nil }
    let following = Int(low.value) + 1
    let digits = items[low.next + 1].written.count
    return digits == 4 && year == following || digits == 2 && year == following % 100
      ? low.next + 1 : nil
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
