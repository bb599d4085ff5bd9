extension ValueParser {
  /// A date in any usual form: `17. mai 1814`, `May 17, 1814`, `2014-05-17`, `17/5-2019`,
  /// `1. juledag`, `44 f.Kr.`, a weekday, a month.
  func date(at index: Int) -> Match? {
    numericDate(at: index) ?? slashDate(at: index) ?? namedDay(at: index) ?? eraYear(at: index)
      ?? weekdayDate(at: index) ?? dayMonth(at: index) ?? monthDay(at: index)
  }

  // MARK: - Written with names

  /// `søndag 11. oktober`, `Sunday, October 11`, `fredag`.
  private func weekdayDate(at index: Int) -> Match? {
    guard let weekday = weekday(index) else { return nil }
    var next = isCharacter(index + 1, 0x2C) ? index + 2 : index + 1
    if wordIs(next, "den") || wordIs(next, "the") { next += 1 }
    if var match = dayMonth(at: next) ?? monthDay(at: next) ?? numericDate(at: next),
      match.readings[0].date?.day != nil
    {
      match.start = index
      for each in match.readings.indices { match.readings[each].date?.weekday = weekday }
      return match
    }
    // `The Sunday Telegraph`, `Saturday Night Live`
    let isInName =
      items[index].isCapitalised && index > 0 && (isName(index - 1) || isName(index + 1))
    return Match(
      [Reading(.date, date: CalendarDate(weekday: weekday))], index, index + 1, isWeak: isInName)
  }

  /// Whether an item is a capitalised word that says nothing about values.
  func isName(_ index: Int) -> Bool {
    items.indices.contains(index) && items[index].isCapitalised && items[index].meanings.isEmpty
  }

  /// `17. mai 1814`, `17 May`, `17th of May`, `den første mai`, `16.–27. februar`.
  private func dayMonth(at start: Int) -> Match? {
    guard let (day, afterDay) = dayNumber(start, 1...31) else { return nil }
    var date = CalendarDate(day: day)
    var index = afterDay
    if let (last, next) = lastDay(of: day, at: index) {
      date.endDay = last
      index = next
    }
    if has(index, .of) { index += 1 }
    guard let month = month(index) else { return nil }
    date.month = month
    let next: Int
    (date.year, next) = year(after: index + 1)
    return Match([Reading(.date, date: date)], start, next)
  }

  /// `May 17, 1814`, `May 17th`, `mai 1814`, `mai`, `April to June`, `between April and June`.
  private func monthDay(at start: Int) -> Match? {
    guard let month = month(start), !isModal(start) else { return nil }
    var date = CalendarDate(month: month)
    var next = start + 1
    if numbers.mayPutMonthFirst, !isGenitive(start), let (day, afterDay) = dayNumber(next, 1...31) {
      date.day = day
      next = afterDay
      if let (last, end) = lastDay(of: day, at: next) {
        date.endDay = last
        next = end
      }
    } else if let (last, end) = lastMonth(at: next, after: start) {
      date.endMonth = last
      next = end
    }
    (date.year, next) = year(after: next)
    guard date.year != nil || date.day != nil || isSurelyMonth(start) else { return nil }
    return Match([Reading(.date, date: date)], start, next)
  }

  /// `may` and `march` in lower case are verbs.
  private func isModal(_ index: Int) -> Bool {
    (wordIs(index, "may") || wordIs(index, "march")) && !items[index].isCapitalised
  }

  /// `February's 4–1 win` has no day.
  private func isGenitive(_ index: Int) -> Bool {
    items[index].word.count > 2 && items[index].word.suffix(2).elementsEqual("'s".utf8)
  }

  /// The end of `April to June` and of `between April and June`.
  private func lastMonth(at index: Int, after start: Int) -> (Int, Int)? {
    let joined = after(index, .rangeTo)
    guard joined != nil || has(index, .and) && has(start - 1, .between),
      let month = month(joined ?? index + 1)
    else { return nil }
    return (month, (joined ?? index + 1) + 1)
  }

  /// The end of `16.–27.`, or the second of two days in a row (`17. og 18.`).
  private func lastDay(of day: Int, at index: Int) -> (Int, Int)? {
    let isAnd = has(index, .and)
    let joined = after(index, .rangeTo)
    guard joined != nil || isAnd, let (last, next) = dayNumber(joined ?? index + 1, 1...31),
      last > day, !isAnd || last == day + 1 && month(next) != nil
    else { return nil }
    return (last, next)
  }

  private func year(after index: Int) -> (Int?, Int) {
    let skipped = isCharacter(index, 0x2C) || has(index, .of) ? index + 1 : index
    guard let year = yearNumber(skipped) else { return (nil, index) }
    return (year, skipped + 1)
  }

  /// Four digits that may be a year.
  func yearNumber(_ index: Int) -> Int? {
    guard let year = wholeNumber(index, 1000...2199), items[index].written.count == 4 else {
      return nil
    }
    return year
  }

  /// `may` and `march` are verbs, `Jan` is a name: without a day or a year, a full name with a
  /// capital inside the sentence is a month where the language writes capitals.
  private func isSurelyMonth(_ index: Int) -> Bool {
    let word = items[index].word
    // `on Oct.`, but not `Jan.` and `Mar.`, which may be names and words
    if items[index].isCapitalised || !numbers.mayPutMonthFirst, word.count >= 4, word.last == 0x2E {
      return !wordIs(index, "jan.") && !wordIs(index, "mar.")
    }
    guard numbers.isMonthName(isGenitive(index) ? Array(word.dropLast(2)) : word) else {
      return false
    }
    guard wordIs(index, "may") || wordIs(index, "march") else { return true }
    return items[index].isCapitalised && index > 0
  }

  /// `1. juledag`, `Christmas Day`, `nyttårsaften 1999`.
  private func namedDay(at start: Int) -> Match? {
    guard
      let (value, after) = phrase(
        start,
        { meaning -> Int? in
          if case .namedDay(let value) = meaning { value } else { nil }
        })
    else { return nil }
    var date = CalendarDate(month: value / 100, day: value % 100)
    let next: Int
    (date.year, next) = year(after: after)
    return Match([Reading(.date, date: date)], start, next)
  }

  // MARK: - Written with digits

  /// `2014-05-17`, `05.06.14`, `5.6.2014`.
  private func numericDate(at index: Int) -> Match? {
    if let year = yearNumber(index), isCharacter(index + 1, 0x2D),
      let month = wholeNumber(index + 2, 1...12), isCharacter(index + 3, 0x2D),
      let day = wholeNumber(index + 4, 1...31), isGlued(index + 4)
    {
      let date = CalendarDate(year: year, month: month, day: day)
      return Match([Reading(.date, date: date)], index, index + 5)
    }
    guard items.indices.contains(index) else { return nil }
    let parts = items[index].written.split(separator: 0x2E)
    guard parts.count == 3, let day = Self.whole(parts[0]), (1...31).contains(day),
      let month = Self.whole(parts[1]), (1...12).contains(month),
      let year = Self.year(parts[2])
    else { return nil }
    let date = CalendarDate(year: year, month: month, day: day)
    return Match([Reading(.date, date: date)], index, index + 1)
  }

  /// `17/5-2019`, `17/5 2019`, `17/5`, `5/17/2019`; both orders where the text leaves it open.
  private func slashDate(at start: Int) -> Match? {
    guard let first = wholeNumber(start, 1...31), isCharacter(start + 1, 0x2F), isGlued(start + 1),
      let second = wholeNumber(start + 2, 1...31), isGlued(start + 2)
    else { return nil }
    var next = start + 3
    var year: Int?
    let separator = next
    if isCharacter(separator, 0x2F) || isDash(separator), isGlued(separator + 1),
      let found = slashYear(separator + 1)
    {
      year = found
      next = separator + 2
    } else if let found = yearNumber(separator) {
      year = found
      next = separator + 1
    }
    var readings: [Reading] = []
    for (day, month) in [(first, second), (second, first)] where month <= 12 {
      guard day == first || numbers.mayPutMonthFirst, first != second || readings.isEmpty else {
        continue
      }
      let date = CalendarDate(year: year, month: month, day: day)
      readings.append(Reading(.date, date: date))
    }
    // `3/5` without a year is rather a fraction
    if year == nil, first < second {
      readings.insert(Reading(.number, Double(first) / Double(second)), at: 0)
    }
    // or the number of a case, which the other text may announce
    if year == nil { readings.append(Reading(.identifier, text: "\(first)/\(second)")) }
    return readings.contains { $0.kind != .identifier } ? Match(readings, start, next) : nil
  }

  private func slashYear(_ index: Int) -> Int? {
    items.indices.contains(index) ? Self.year(items[index].written[...]) : nil
  }

  /// A year of four digits, or of two: 50 to 99 are of the last century.
  private static func year(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.count == 2 || digits.count == 4, let value = whole(digits) else { return nil }
    if digits.count == 4 { return (1000...2199).contains(value) ? value : nil }
    return value + (value < 50 ? 2000 : 1900)
  }

  /// The value of at most four digits.
  static func whole(_ digits: ArraySlice<UInt8>) -> Int? {
    guard (1...4).contains(digits.count) else { return nil }
    return digits.reduce(into: Int?.some(0)) { value, byte in
      value = value.flatMap { byte &- 0x30 < 10 ? $0 * 10 + Int(byte &- 0x30) : nil }
    }
  }

  /// `44 f.Kr.`, `AD 44`.
  private func eraYear(at start: Int) -> Match? {
    if let next = after(start, .afterChrist), let year = wholeNumber(next, 1...2199) {
      return eraMatch(year, start, next + 1)
    }
    guard let year = wholeNumber(start, 1...9999) else { return nil }
    if let next = after(start + 1, .beforeChrist) { return eraMatch(-year, start, next) }
    return after(start + 1, .afterChrist).map { eraMatch(year, start, $0) }
  }

  private func eraMatch(_ year: Int, _ start: Int, _ next: Int) -> Match {
    Match([Reading(.year, Double(year), date: CalendarDate(year: year))], start, next)
  }
}
