extension ValueParser {
  /// A clock time: `kl. 18.30`, `klokka 15`, `7.55am`, `3 pm`, `13:00`, `halv fem`,
  /// `kvart på fem`, `half past six in the evening`, `noon`, `kl. 9–16`.
  func time(at start: Int) -> Match? {
    let announced = after(start, .clock)
    guard let first = clock(at: announced ?? start, isAnnounced: announced != nil) else {
      return nil
    }
    var low = first
    var high = first
    if let next = after(first.next, .rangeTo),
      let end = clock(at: after(next, .clock) ?? next, isAnnounced: true)
    {
      high = end
      // `2 to 5 p.m.` is in the afternoon; `7:30 to 20:50` counts to twenty-four.
      if low.isEitherWay, high.saysHalfDay, high.minutes >= 720, low.minutes + 720 < high.minutes {
        low.minutes += 720
      }
    }
    guard announced != nil || low.isSure || high.next > low.next && high.isSure else { return nil }
    let reading = Reading(
      .time, low.minutes, to: high.minutes, raw: low.hour,
      isEitherWay: low.isEitherWay && high.isEitherWay)
    return Match([reading] + low.others, start, high.next)
  }

  /// A time of day being read.
  private struct Clock {
    var minutes: Double
    var next: Int
    /// Whether it must be a time.
    var isSure = true
    var isEitherWay = false
    /// Whether `p.m.` or the like tells the half of the day.
    var saysHalfDay = false
    /// The hour as said, where only an hour is.
    var hour = -1.0
    var others: [Reading] = []
  }

  private func clock(at index: Int, isAnnounced: Bool) -> Clock? {
    guard items.indices.contains(index) else { return nil }
    guard
      var clock = spoken(at: index) ?? inDigits(at: index, isAnnounced: isAnnounced)
        ?? named(at: index) ?? hourWord(at: index, isAnnounced: isAnnounced)
    else { return nil }
    if let next = after(clock.next, .am) {
      if clock.minutes >= 720 { clock.minutes -= 720 }
      return sure(clock, next)
    }
    if let next = after(clock.next, .pm) {
      if clock.minutes < 720 { clock.minutes += 720 }
      return sure(clock, next)
    }
    if let next = after(clock.next, .oClock) {
      clock.next = next
      clock.isSure = true
    }
    return clock
  }

  private func sure(_ clock: Clock, _ next: Int) -> Clock {
    var clock = clock
    clock.next = next
    clock.isSure = true
    clock.isEitherWay = false
    clock.saysHalfDay = true
    return clock
  }

  // MARK: - Digits

  /// `18.30`, `18:30`, `1830` and `9` (only announced, or before `pm`).
  private func inDigits(at index: Int, isAnnounced: Bool) -> Clock? {
    guard !items[index].written.isEmpty else { return nil }
    let hasHalfDay: (Int) -> Bool = { [self] in
      after($0, .am) ?? after($0, .pm) ?? after($0, .oClock) != nil
    }
    if isCharacter(index + 1, 0x3A), isGlued(index + 1), isGlued(index + 2),
      let hour = wholeNumber(index, 0...24), let minute = wholeNumber(index + 2, 0...59),
      items[index + 2].written.count == 2
    {
      return digital(hour * 60 + minute, next: index + 3, isSure: true)
    }
    let written = items[index].written[...]
    let isSure = isAnnounced || hasHalfDay(index + 1)
    if let minutes = Self.minutes(written, isSure: isSure) {
      var clock = digital(minutes, next: index + 1, isSure: isSure)
      if written.count < 3 { clock.hour = Double(minutes / 60) }
      return clock
    }
    return militaryTime(at: index)
  }

  /// English leaves morning and evening open up to twelve; Norwegian counts to twenty-four.
  private func digital(_ minutes: Int, next: Int, isSure: Bool) -> Clock {
    Clock(
      minutes: Double(minutes), next: next, isSure: isSure,
      isEitherWay: numbers.countsTwelveHours && minutes < 13 * 60)
  }

  /// Minutes after midnight of `18.30`; of `1830` and `18` only where it must be a time.
  private static func minutes(_ written: ArraySlice<UInt8>, isSure: Bool) -> Int? {
    let parts = written.split(separator: 0x2E)
    if parts.count == 2, parts[1].count == 2, parts[0].count <= 2, let hour = whole(parts[0]),
      let minute = whole(parts[1]), hour <= 24, minute < 60
    {
      return hour * 60 + minute
    }
    guard isSure, parts.count == 1, let value = whole(written) else { return nil }
    if written.count == 4 {
      return value % 100 < 60 && value < 2460 ? value / 100 * 60 + value % 100 : nil
    }
    return value <= 24 ? value * 60 : nil
  }

  /// `0730`: four digits that begin with a zero, and no postcode.
  private func militaryTime(at index: Int) -> Clock? {
    let written = items[index].written
    guard written.count == 4, written[0] == 0x30,
      let minutes = Self.minutes(written[...], isSure: true),
      !(items.indices.contains(index + 1) && items[index + 1].isCapitalised)
    else { return nil }
    return Clock(minutes: Double(minutes), next: index + 1)
  }

  /// The time that a numeral in digits may be: `01.30` before `-tida`.
  func clockReading(_ numeral: Numeral, isSure: Bool = false) -> Reading? {
    guard let minutes = Self.minutes(numeral.written[...], isSure: isSure) else { return nil }
    return Reading(
      .time, Double(minutes), raw: -1,
      isEitherWay: numbers.countsTwelveHours && minutes < 13 * 60)
  }

  // MARK: - Words

  /// `halv fem`, `kvart på fem`, `ti på halv seks`, `half past four`, `a quarter to five`.
  private func spoken(at start: Int) -> Clock? {
    let index = has(start, .article) && has(start + 1, .quarterHour) ? start + 1 : start
    if has(index, .half), let (hour, next) = hour(index + 1) { return halfTo(hour, next) }
    if has(index, .half), let past = after(index + 1, .past), let (hour, next) = hour(past) {
      return either(hour * 60 + 30, next)
    }
    guard let minute = has(index, .quarterHour) ? 15 : minute(index) else { return nil }
    let isQuarter = has(index, .quarterHour)
    if let past = after(index + 1, .past) { return shifted(minute, past, sign: 1, isQuarter) }
    guard let to = after(index + 1, .toHour) else { return nil }
    // `five to six` is a range as well
    if has(index + 1, .rangeTo), !isQuarter, let (hour, _) = hour(to), minute < hour { return nil }
    return shifted(minute, to, sign: -1, isQuarter)
  }

  private func halfTo(_ hour: Int, _ next: Int) -> Clock? {
    // A unit makes it something else: `halv to meter`
    guard unit(at: next) == nil, !numbers.countsTwelveHours else { return nil }
    return either(hour * 60 - 30, next)
  }

  /// Minutes before or after an hour, or before or after half: `ti på halv seks` is 5:20.
  private func shifted(_ minute: Int, _ index: Int, sign: Int, _ isQuarter: Bool) -> Clock? {
    if has(index, .half), let (hour, next) = hour(index + 1) {
      return either(hour * 60 - 30 + sign * minute, next)
    }
    guard let (hour, next) = hour(index), isQuarter || unit(at: next) == nil else { return nil }
    return either(hour * 60 + sign * minute, next)
  }

  private func either(_ minutes: Int, _ next: Int) -> Clock {
    Clock(minutes: Double((minutes + 1440) % 1440), next: next, isEitherWay: true)
  }

  private func minute(_ index: Int) -> Int? {
    guard let value = cardinalWord(index), [5, 10, 20, 25].contains(value) else { return nil }
    return value
  }

  private func hour(_ index: Int) -> (Int, Int)? {
    guard let value = cardinalWord(index), (1...12).contains(value) else { return nil }
    return (value, index + 1)
  }

  /// `klokka fem`, `nine o'clock`.
  private func hourWord(at index: Int, isAnnounced: Bool) -> Clock? {
    guard let (hour, next) = hour(index),
      isAnnounced || after(next, .oClock) ?? after(next, .am) ?? after(next, .pm) != nil
    else { return nil }
    var clock = either(hour * 60, next)
    clock.hour = Double(hour)
    return clock
  }

  /// `noon`, `midnatt`.
  private func named(at index: Int) -> Clock? {
    phrase(index) { meaning -> Int? in
      if case .timeOfDay(let minutes) = meaning { minutes } else { nil }
    }.map { Clock(minutes: Double($0.value), next: $0.next) }
  }
}
