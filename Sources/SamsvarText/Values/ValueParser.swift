/// Understands the numbers, dates, times and amounts of a segment, in one language.
///
/// A small grammar over value items: dates and clock times first, then references, then a numeral
/// with what stands before it (currency, comparator, minus) and after it (scale, percent, unit).
struct ValueParser {
  let items: [ValueItem]
  let text: UnsafeBufferPointer<UInt8>
  let numbers: NumberWords

  /// A value found at an item, and the item after it.
  struct Match {
    var readings: [Reading]
    var start: Int
    var next: Int
  }

  /// The values of the items, in order, without overlaps.
  func mentions() -> [ValueMention] {
    var result: [ValueMention] = []
    var index = 0
    while index < items.count {
      guard let match = match(at: index) else {
        index += 1
        continue
      }
      let covered = items[match.start..<match.next]
      if let first = covered.first, let last = covered.last {
        result.append(
          ValueMention(
            range: first.range.lowerBound..<last.range.upperBound,
            tokens: first.token..<last.token + 1, readings: match.readings,
            hasDigits: covered.contains { $0.digits != nil }))
      }
      index = max(match.next, index + 1)
    }
    return result
  }

  private func match(at index: Int) -> Match? {
    let item = items[index]
    if item.isIdentifier {
      let written = String(decoding: Folding.lower(text, item.range), as: UTF8.self)
      return Match(
        readings: [Reading(.identifier, text: written)], start: index, next: index + 1)
    }
    guard item.digits != nil || !item.meanings.isEmpty || isMark(item) else { return nil }
    return date(at: index) ?? time(at: index) ?? reference(at: index) ?? period(at: index)
      ?? vague(at: index) ?? quantity(at: index) ?? ordinal(at: index)
  }

  private func isMark(_ item: ValueItem) -> Bool {
    item.range.count <= 3
      && !Characters.isLetter(UTF8Scalar.decode(text, at: item.range.lowerBound).scalar)
  }

  // MARK: - Looking at items

  func meaning<T>(_ index: Int, _ pick: (NumberWords.Meaning) -> T?) -> T? {
    guard items.indices.contains(index) else { return nil }
    for meaning in items[index].meanings {
      if let value = pick(meaning) { return value }
    }
    return nil
  }

  func has(_ index: Int, _ meaning: NumberWords.Meaning) -> Bool {
    items.indices.contains(index) && items[index].meanings.contains(meaning)
  }

  func month(_ index: Int) -> Int? {
    meaning(index) { if case .month(let value) = $0 { value } else { nil } }
  }

  func weekday(_ index: Int) -> Int? {
    meaning(index) { if case .weekday(let value) = $0 { value } else { nil } }
  }

  /// Whether an item is the given single character.
  func isCharacter(_ index: Int, _ byte: UInt8) -> Bool {
    items.indices.contains(index) && items[index].range.count == 1
      && text[items[index].range.lowerBound] == byte
  }

  func scalar(_ index: Int) -> UInt32? {
    items.indices.contains(index)
      ? UTF8Scalar.decode(text, at: items[index].range.lowerBound).scalar : nil
  }

  func isGlued(_ index: Int) -> Bool { items.indices.contains(index) && items[index].isGlued }

  /// The words of some items in lower case, joined by blanks.
  func phrase(_ range: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    for index in range {
      if index > range.lowerBound { result.append(0x20) }
      result += Folding.lower(text, items[index].range)
    }
    return result
  }

  /// A plain whole number written with digits, within bounds.
  func wholeNumber(_ index: Int, _ bounds: ClosedRange<Int>) -> Int? {
    guard items.indices.contains(index), let digits = items[index].digits, digits.decimals == 0,
      !digits.isGrouped, digits.value <= Double(bounds.upperBound)
    else { return nil }
    let value = Int(digits.value)
    return bounds.contains(value) ? value : nil
  }
}
