import SamsvarModel
import SamsvarText

/// Ways to write a new value where an old one stands in a translation, in the style that stands there.
struct ValueRendering {
  let source: LanguageTag
  let target: LanguageTag
  private let formatter: ValueFormatter

  init(from source: LanguageTag, to target: LanguageTag) {
    self.source = source
    self.target = target
    formatter = ValueFormatter(target)
  }

  /// Texts for the new value, the likeliest first; the caller verifies each by reading it again.
  ///
  /// - Parameters:
  ///   - written: What stands in the translation for the old value: `NOK 2.5 billion`.
  ///   - old: The old value in the source: `2,5 mrd. kroner`.
  ///   - new: The new one: `3,1 mrd. kroner`.
  func candidates(
    for written: String, old: (text: String, value: Reading), new: (text: String, value: Reading)
  ) -> [String] {
    var result: [String] = []
    func add(_ text: String?) {
      if let text, !text.isEmpty, !result.contains(text) { result.append(text) }
    }
    if old.value.kind == .ordinal, new.value.kind == .ordinal {
      if target.base == .en { add(formatter.string(new.value)) }
      add(Self.replacing("\(Int(old.value.low))", with: "\(Int(new.value.low))", in: written))
    }
    add(withCommonPart(written, old.text, new.text))
    add(withClock(written, old.value, new.value))
    add(withNumerals(written, old.text, new.text))
    add(withNumericDate(written, old.value.date, new.value.date))
    add(withDateParts(written, old.value.date, new.value.date))
    add(withWords(written, old.value, new.value))
    // `1 day` and `3 days` differ in more than the number.
    if (old.value.raw == 1) == (new.value.raw == 1) || new.value.date != nil {
      add(formatter.string(new.value))
    }
    return result
  }

  /// What differs between the two sources, where it stands in the translation as in the old one:
  /// `28.09.2010` in Nynorsk for `28.09.2010` in Bokmål.
  private func withCommonPart(_ written: String, _ old: String, _ new: String) -> String? {
    let reader = Numerals(language: source)
    let (before, after) = (reader.all(in: old), reader.all(in: new))
    guard zip(before, after).allSatisfy({ ($0.value == 1) == ($1.value == 1) }) else { return nil }
    let (own, other) = (old.split(separator: " "), new.split(separator: " "))
    let head = zip(own, other).prefix { $0 == $1 }.count
    let room = min(own.count, other.count) - head
    let tail = min(room, zip(own.reversed(), other.reversed()).prefix { $0 == $1 }.count)
    let part = own[head..<own.count - tail].joined(separator: " ")
    let wanted = other[head..<other.count - tail].joined(separator: " ")
    // Words are another language's.
    guard part.contains(where: \.isNumber), !(part + wanted).contains(where: \.isLetter) else {
      return nil
    }
    return Self.replacing(part, with: wanted, in: written)
  }

  /// The translation with the source's new numerals in the places of the old ones.
  private func withNumerals(_ written: String, _ old: String, _ new: String) -> String? {
    let reader = Numerals(language: source)
    let writer = Numerals(language: target)
    let before = reader.all(in: old)
    let after = reader.all(in: new)
    guard before.count == after.count, !before.isEmpty,
      residue(old, before) == residue(new, after)
    else { return nil }
    if zip(before, after).contains(where: { ($0.value == 1) != ($1.value == 1) }) { return nil }
    var bytes = Array(written.utf8)
    let places = writer.all(in: written)
    var used: Set<Int> = []
    var edits: [(Range<Int>, String)] = []
    for (index, numeral) in before.enumerated() {
      guard
        let place = places.indices.first(where: {
          !used.contains($0) && places[$0].value == numeral.value
        })
      else { return nil }
      used.insert(place)
      // The sign that stands there stays; four digits are grouped in Norwegian only where they were.
      let sign = places[place].isGrouped ? places[place].groupSign : nil
      let isGrouped =
        after[index].value >= 10_000
        || after[index].value >= 1000
          && (sign != nil || after[index].isGrouped && target.base == .en)
      edits.append(
        (places[place].range, writer.written(after[index], isGrouped: isGrouped, sign: sign)))
    }
    for edit in edits.sorted(by: { $0.0.lowerBound > $1.0.lowerBound }) {
      bytes.replaceSubrange(edit.0, with: Array(edit.1.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What stands around the numerals.
  private func residue(_ text: String, _ numerals: [Numerals.Numeral]) -> [UInt8] {
    var bytes = Array(text.utf8)
    for numeral in numerals.reversed() { bytes.replaceSubrange(numeral.range, with: [0]) }
    return Folding.lower(bytes)
  }

  // MARK: - Dates and words

  /// The translation with day, month, weekday and year replaced, each in the place of the old one.
  private func withDateParts(
    _ written: String, _ old: CalendarDate?, _ new: CalendarDate?
  ) -> String? {
    guard let old, let new else { return nil }
    var pairs: [(String, String)] = []
    func part(_ before: Int?, _ after: Int?, _ text: (Int) -> String) -> Bool {
      guard (before == nil) == (after == nil) else { return false }
      if let before, let after, before != after { pairs.append((text(before), text(after))) }
      return true
    }
    let isSame =
      part(old.year, new.year) { String($0) }
      && part(old.month, new.month) { formatter.string(Self.date(CalendarDate(month: $0))) }
      && part(old.weekday, new.weekday) { formatter.string(Self.date(CalendarDate(weekday: $0))) }
      && part(old.day, new.day) { String($0) }
      && old.endDay == new.endDay && old.endMonth == new.endMonth && old.week == new.week
      && old.quarter == new.quarter && old.half == new.half
    guard isSame, !pairs.isEmpty else { return nil }
    var result = written
    for (before, after) in pairs {
      guard let replaced = Self.replacing(before, with: after, in: result) else { return nil }
      result = replaced
    }
    return result
  }

  /// `17.05.2026` or `2026-05-17` in the place of another, with the same signs and as many digits.
  private func withNumericDate(
    _ written: String, _ old: CalendarDate?, _ new: CalendarDate?
  ) -> String? {
    guard let old, let new, let before = Self.numbers(old), let after = Self.numbers(new) else {
      return nil
    }
    let digits = written.split { !$0.isNumber }.map(String.init)
    for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] where digits.count == 3 {
      guard zip(digits, order).allSatisfy({ Int($0) == before[$1] }),
        written.allSatisfy({ $0.isNumber || ".-/".contains($0) })
      else { continue }
      var result = ""
      var part = 0
      for (index, character) in written.enumerated() {
        let isFirst = index == 0 || !(result.last?.isNumber ?? false) || result.isEmpty
        if !character.isNumber {
          result.append(character)
        } else if isFirst {
          let text = String(after[order[part]])
          result += String(repeating: "0", count: max(0, digits[part].count - text.count)) + text
          part += 1
        }
      }
      return result
    }
    return nil
  }

  /// Day, month and year of a date that has just these.
  private static func numbers(_ date: CalendarDate) -> [Int]? {
    guard let day = date.day, let month = date.month, let year = date.year, date.endDay == nil,
      date.endMonth == nil
    else { return nil }
    return [day, month, year]
  }

  private static func date(_ date: CalendarDate) -> Reading { Reading(.date, date: date) }

  /// The text with a whole word replaced, its capital kept; nil unless it stands there once.
  static func replacing(_ old: String, with new: String, in text: String) -> String? {
    let bytes = Array(text.utf8)
    let lower = Folding.lower(bytes)
    let wanted = Folding.lower(Array(old.utf8))
    guard lower.count == bytes.count, !wanted.isEmpty, wanted.count <= bytes.count else {
      return nil
    }
    var places: [Int] = []
    for start in 0...(bytes.count - wanted.count)
    where lower[start...].starts(with: wanted) && isEdge(lower, start, wanted.count) {
      places.append(start)
    }
    guard places.count == 1, let start = places.first else { return nil }
    let isCapital = String(decoding: bytes[start...], as: UTF8.self).first?.isUppercase == true
    let replacement = isCapital ? new.prefix(1).uppercased() + new.dropFirst() : new
    return String(decoding: bytes[..<start], as: UTF8.self) + replacement
      + String(decoding: bytes[(start + wanted.count)...], as: UTF8.self)
  }

  private static func isEdge(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Bool {
    let end = start + count
    let isDigit = bytes[start] &- 0x30 < 10
    func joins(_ byte: UInt8) -> Bool {
      isDigit ? byte &- 0x30 < 10 : byte >= 0x80 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
    }
    return (start == 0 || !joins(bytes[start - 1])) && (end == bytes.count || !joins(bytes[end]))
  }

  /// `three years` with four in place of three, where the number stands in words.
  private func withWords(_ written: String, _ old: Reading, _ new: Reading) -> String? {
    guard old.kind == new.kind, old.unit == new.unit, old.low == old.high, new.low == new.high,
      old.raw != 1, new.raw != 1, let before = formatter.inWords(old.raw)
    else { return nil }
    let isSmall = new.raw >= 0 && new.raw <= 20 && new.raw == new.raw.rounded()
    let after =
      isSmall ? formatter.inWords(new.raw) : formatter.string(Reading(.number, new.raw))
    return after.flatMap { Self.replacing(before, with: $0, in: written) }
  }
}
