extension ValueParser {
  /// A clock time: `kl. 18.30`, `kl. 1300`, `klokka 15`, `7.55am`, `3 pm`, `13:00`.
  func time(at start: Int) -> Match? {
    if meaning(start, { $0 == .clock ? true : nil }) != nil {
      guard let (minutes, next) = clock(at: start + 1, isAnnounced: true) else { return nil }
      return timeMatch(minutes, half: halfOfDay(next), start: start, next: next)
    }
    guard let (minutes, next) = clock(at: start, isAnnounced: false) else { return nil }
    let half = halfOfDay(next)
    guard half != nil || hasColon(start, next) else { return nil }
    return timeMatch(minutes, half: half, start: start, next: next)
  }

  private enum HalfOfDay { case morning, afternoon }

  private func timeMatch(_ minutes: Int, half: HalfOfDay?, start: Int, next: Int) -> Match {
    var value = minutes
    switch half {
    case .morning where minutes >= 12 * 60: value -= 12 * 60
    case .afternoon where minutes < 12 * 60: value += 12 * 60
    default: break
    }
    return Match(
      readings: [Reading(.time, Double(value))], start: start,
      next: half == nil ? next : next + 1)
  }

  private func halfOfDay(_ index: Int) -> HalfOfDay? {
    if has(index, .am) { return .morning }
    return has(index, .pm) ? .afternoon : nil
  }

  private func hasColon(_ start: Int, _ next: Int) -> Bool {
    next - start == 3 && isCharacter(start + 1, 0x3A)
  }

  /// Minutes after midnight of `18.30`, `18:30`, `1830` (only when announced), `18`.
  private func clock(at index: Int, isAnnounced: Bool) -> (Int, Int)? {
    guard items.indices.contains(index), items[index].digits != nil else { return nil }
    let written = items[index].written
    if isCharacter(index + 1, 0x3A), let hour = wholeNumber(index, 0...24),
      let minute = wholeNumber(index + 2, 0...59), items[index + 2].written.count == 2
    {
      return (hour * 60 + minute, index + 3)
    }
    let parts = written.split(separator: 0x2E)
    if parts.count == 2, parts[1].count == 2, let hour = number(parts[0]), hour <= 24,
      let minute = number(parts[1]), minute < 60
    {
      return (hour * 60 + minute, index + 1)
    }
    if isAnnounced, written.count == 4, let value = number(written[...]), value % 100 < 60,
      value < 2500
    {
      return (value / 100 * 60 + value % 100, index + 1)
    }
    guard let hour = wholeNumber(index, 0...24) else { return nil }
    return (hour * 60, index + 1)
  }

  private func number(_ digits: ArraySlice<UInt8>) -> Int? {
    Int(String(decoding: digits, as: UTF8.self))
  }

  // MARK: - Periods and references

  /// A decade or century: `1990-tallet`, `90-årene`, `the 1990s`, `19th century`.
  func period(at index: Int) -> Match? {
    guard let value = wholeNumber(index, 10...2100), value % 10 == 0 else { return nil }
    if isGlued(index + 1), phraseIs(index + 1, "s") {
      return decade(value, start: index, next: index + 2)
    }
    guard isCharacter(index + 1, 0x2D), isGlued(index + 1), items.indices.contains(index + 2)
    else { return nil }
    let word = phrase(index + 2..<index + 3)
    let stems = ["tallet", "talet", "årene", "åra", "årane"]
    guard stems.contains(where: { word.elementsEqual($0.utf8) }) else { return nil }
    return decade(value, start: index, next: index + 3)
  }

  private func decade(_ value: Int, start: Int, next: Int) -> Match {
    let first = value < 100 ? 1900 + value : value
    let length = first % 100 == 0 ? 99 : 9
    return Match(
      readings: [Reading(.period, Double(first), to: Double(first + length))], start: start,
      next: next)
  }

  /// `§ 4-2`, `kapittel 7`, `nr. 26`.
  func reference(at index: Int) -> Match? {
    let kind = meaning(index) { if case .reference(let kind) = $0 { kind } else { nil } }
    guard let kind, items.indices.contains(index + 1), items[index + 1].digits != nil else {
      return nil
    }
    var next = index + 2
    while isGlued(next), items.indices.contains(next),
      items[next].digits != nil || isCharacter(next, 0x2D)
    {
      next += 1
    }
    let written = String(
      decoding: text[items[index + 1].range.lowerBound..<items[next - 1].range.upperBound],
      as: UTF8.self)
    return Match(
      readings: [Reading(.reference, unit: kind, text: written)], start: index, next: next)
  }

  /// `hundrevis`, `tens of thousands`: an order of magnitude.
  func vague(at index: Int) -> Match? {
    if let size = meaning(index, { if case .vague(let size) = $0 { size } else { nil } }) {
      var value = size
      var next = index + 1
      if phraseIs(next, "of"),
        let more = meaning(next + 1, { if case .vague(let size) = $0 { size } else { nil } })
      {
        value *= more
        next += 2
      } else if let factor = scaleFactor(next) {
        value *= factor
        next += 1
      }
      return Match(readings: [Reading(.vague, value)], start: index, next: next)
    }
    guard let factor = meaning(index, { if case .multiple(let value) = $0 { value } else { nil } })
    else { return nil }
    return Match(readings: [Reading(.multiple, factor)], start: index, next: index + 1)
  }
}
