extension ValueParser {
  /// A week, quarter, half-year, decade or century: `uke 42`, `første kvartal 2020`,
  /// `fyrste halvår`, `det 21. århundre`, `1990s`, `1950- og 1960-tallet`.
  func period(at index: Int) -> Match? {
    week(at: index) ?? partOfYear(at: index) ?? century(at: index) ?? decade(at: index)
  }

  private func week(at index: Int) -> Match? {
    guard has(index, .week), let week = wholeNumber(index + 1, 1...53) else { return nil }
    return dated(CalendarDate(week: week), index, index + 2)
  }

  private func partOfYear(at start: Int) -> Match? {
    guard let (count, after) = dayNumber(start, 1...4) else { return nil }
    // `first-quarter revenue`
    let index = isDash(after) && isGlued(after) && isGlued(after + 1) ? after + 1 : after
    if let next = self.after(index, .quarterOfYear) {
      return dated(CalendarDate(quarter: count), start, next)
    }
    guard count <= 2 else { return nil }
    if let next = self.after(index, .halfOfYear) {
      return dated(CalendarDate(half: count), start, next)
    }
    // `the first half of 2020`
    guard has(index, .half), has(index + 1, .of), let year = yearNumber(index + 2) else {
      return nil
    }
    return dated(CalendarDate(year: year, half: count), start, index + 3)
  }

  /// A date with the year that may follow: `2020`, `of 2020`, `i 2020`.
  private func dated(_ date: CalendarDate, _ start: Int, _ next: Int) -> Match {
    var date = date
    var end = next
    let year = has(next, .of) || has(next, .per) ? next + 1 : next
    if date.year == nil, let value = yearNumber(year) {
      date.year = value
      end = year + 1
    }
    return Match([Reading(.date, date: date)], start, end)
  }

  /// `det 21. århundre`, `the nineteenth century`, `20th-century`.
  private func century(at start: Int) -> Match? {
    guard let (count, after) = dayNumber(start, 1...30) else { return nil }
    let index = isDash(after) && isGlued(after) ? after + 1 : after
    guard has(index, .century) else { return nil }
    return Match([Periods.century(count)], start, index + 1)
  }

  /// `1990s`, `'90s`, German `1990er`, Danish `1990'erne`; and the first of `1950- og 1960-tallet`.
  private func decade(at index: Int) -> Match? {
    guard let value = wholeNumber(index, 10...2100), let period = Periods.named(Double(value))
    else { return nil }
    if isGlued(index + 1), wordIs(index + 1, "s") {
      return Match(Periods.readings(period), index, index + 2)
    }
    if value >= 20, let next = afterPlural(index + 1) {
      return Match(Periods.readings(period), index, next)
    }
    guard isDash(index + 1), isGlued(index + 1), !isGlued(index + 2), value >= 1000,
      hasDecade(after: index + 2)
    else { return nil }
    return Match(Periods.readings(period), index, index + 2)
  }

  /// The item after a plural ending that sticks to a number, with an apostrophe or without.
  private func afterPlural(_ index: Int) -> Int? {
    let isMarked = isGlued(index) && items.indices.contains(index) && items[index].word == [0x27]
    let ending = isMarked ? index + 1 : index
    return isGlued(ending) && has(ending, .ending(.plural)) ? ending + 1 : nil
  }

  /// Whether `-tallet` or the like follows a number in the next few words.
  private func hasDecade(after index: Int) -> Bool {
    (index..<min(items.count, index + 8)).contains { each in
      isDash(each) && isGlued(each) && each + 1 < items.count
        && numbers.ending(items[each + 1].word) == .decade
    }
  }
}
