extension ValueParser {
  /// A date in any usual form: `17. mai 1814`, `May 17, 1814`, `2014-05-17`, `5.6.2014`, a weekday.
  func date(at index: Int) -> Match? {
    if let match = numericDate(at: index) { return match }
    if let weekday = weekday(index) {
      return Match(
        readings: [Reading(.date, date: CalendarDate(weekday: weekday))], start: index,
        next: index + 1)
    }
    return dayMonth(at: index) ?? monthDay(at: index)
  }

  /// `17. mai 1814`, `17 May`, `17th of May`, `16.–27. februar`.
  private func dayMonth(at start: Int) -> Match? {
    guard let day = wholeNumber(start, 1...31) ?? ordinalWord(start, upTo: 31) else { return nil }
    var index = skipOrdinalSuffix(start + 1)
    var last = day
    if let (upper, next) = rangeDay(at: index) {
      last = upper
      index = next
    }
    if phraseIs(index, "of") { index += 1 }
    guard let month = month(index) else { return nil }
    let (year, next) = self.year(after: index + 1)
    return dateMatch(year: year, month: month, day: day, last: last, start: start, next: next)
  }

  /// `May 17, 1814`, `May 17th`, `mai 1814`, `mai`.
  private func monthDay(at start: Int) -> Match? {
    guard let month = month(start) else { return nil }
    guard let day = wholeNumber(start + 1, 1...31) ?? ordinalWord(start + 1, upTo: 31) else {
      let (year, next) = self.year(after: start + 1)
      // `may` and `march` are verbs unless written with a capital or followed by a year.
      guard year != nil || isSurelyMonth(start) else { return nil }
      return dateMatch(year: year, month: month, day: nil, last: nil, start: start, next: next)
    }
    var index = skipOrdinalSuffix(start + 2)
    var last = day
    if let (upper, next) = rangeDay(at: index) {
      last = upper
      index = next
    }
    let (year, next) = self.year(after: index)
    return dateMatch(year: year, month: month, day: day, last: last, start: start, next: next)
  }

  private func dateMatch(
    year: Int?, month: Int, day: Int?, last: Int?, start: Int, next: Int
  ) -> Match {
    let date = CalendarDate(year: year, month: month, day: day)
    let reading = Reading(
      .date, Double(day ?? 0), to: Double(last ?? day ?? 0), date: date)
    return Match(readings: [reading], start: start, next: next)
  }

  /// `2014-05-17`, `05.06.14`, `5.6.2014`, `5/6 2014`.
  private func numericDate(at index: Int) -> Match? {
    if let year = wholeNumber(index, 1000...2199), isCharacter(index + 1, 0x2D),
      let month = wholeNumber(index + 2, 1...12), isCharacter(index + 3, 0x2D),
      let day = wholeNumber(index + 4, 1...31), isGlued(index + 4)
    {
      return dateMatch(
        year: year, month: month, day: day, last: day, start: index, next: index + 5)
    }
    let written = items[index].written
    let parts = written.split(separator: 0x2E).map {
      Int(String(decoding: $0, as: UTF8.self)) ?? -1
    }
    guard parts.count == 3, (1...31).contains(parts[0]), (1...12).contains(parts[1]),
      written.split(separator: 0x2E)[2].count != 1, written.split(separator: 0x2E)[2].count != 3
    else { return nil }
    let year = parts[2] < 100 ? parts[2] + (parts[2] < 50 ? 2000 : 1900) : parts[2]
    return dateMatch(
      year: year, month: parts[1], day: parts[0], last: parts[0], start: index, next: index + 1)
  }

  private func rangeDay(at index: Int) -> (Int, Int)? {
    guard has(index, .rangeTo), let day = wholeNumber(index + 1, 1...31) else { return nil }
    return (day, skipOrdinalSuffix(index + 2))
  }

  private func year(after index: Int) -> (Int?, Int) {
    let skipped = isCharacter(index, 0x2C) ? index + 1 : index
    guard let year = wholeNumber(skipped, 1000...2199), items[skipped].written.count == 4 else {
      return (nil, index)
    }
    return (year, skipped + 1)
  }

  /// The item after `st`, `nd`, `rd`, `th`.
  private func skipOrdinalSuffix(_ index: Int) -> Int {
    guard isGlued(index) else { return index }
    return ["st", "nd", "rd", "th", "."].contains { phraseIs(index, $0) } ? index + 1 : index
  }

  func phraseIs(_ index: Int, _ word: String) -> Bool {
    items.indices.contains(index) && phrase(index..<index + 1).elementsEqual(word.utf8)
  }

  private func isSurelyMonth(_ index: Int) -> Bool {
    guard phraseIs(index, "may") || phraseIs(index, "march") else { return true }
    return Characters.isUpper(scalar(index) ?? 0) && index > 0
  }

  // MARK: - Ordinals

  func ordinalWord(_ index: Int, upTo limit: Int) -> Int? {
    meaning(index) {
      if case .ordinal(let value) = $0, value <= limit { value } else { nil }
    }
  }

  /// `tredje`, `3rd`, `17.` where nothing else claimed it.
  func ordinal(at index: Int) -> Match? {
    if let value = wholeNumber(index, 0...9999), skipOrdinalSuffix(index + 1) > index + 1 {
      return Match(readings: [Reading(.ordinal, Double(value))], start: index, next: index + 2)
    }
    guard let value = ordinalWord(index, upTo: 1000) else { return nil }
    return Match(readings: [Reading(.ordinal, Double(value))], start: index, next: index + 1)
  }
}
