/// Understands the numbers, dates, times and amounts of a segment, in one language.
///
/// A small grammar over value items. At each item the more special forms are tried first: references,
/// dates, periods, clock times, scores, frequencies, shares; then a numeral with what stands before it
/// (currency, comparator, minus) and after it (scale, percent, unit); then ordinals.
struct ValueParser {
  let items: [ValueItem]
  let text: UnsafeBufferPointer<UInt8>
  let numbers: NumberWords

  /// A value found at an item, and the item after it.
  struct Match {
    var readings: [Reading]
    var start: Int
    var next: Int
    var isWeak = false
    var isForeign = false

    init(
      _ readings: [Reading], _ start: Int, _ next: Int, isWeak: Bool = false,
      isForeign: Bool = false
    ) {
      self.readings = readings
      self.start = start
      self.next = next
      self.isWeak = isWeak
      self.isForeign = isForeign
    }
  }

  /// The values of the items, in order, without overlaps.
  ///
  /// - Complexity: O(n)
  func mentions() -> [ValueMention] {
    var result: [ValueMention] = []
    var index = 0
    while index < items.count {
      guard let match = match(at: index) else {
        index += 1
        continue
      }
      let covered = items[match.start..<match.next]
      // What is known to count nothing has no readings.
      if !match.readings.isEmpty, let first = covered.first, let last = covered.last {
        result.append(
          ValueMention(
            range: first.range.lowerBound..<last.range.upperBound,
            tokens: first.token..<last.token + 1, readings: match.readings,
            hasDigits: covered.contains { !$0.written.isEmpty || $0.isIdentifier },
            isWeak: match.isWeak, isForeign: match.isForeign))
      }
      index = max(match.next, index + 1)
    }
    return result
  }

  private func match(at index: Int) -> Match? {
    let item = items[index]
    if item.isIdentifier { return identifier(at: index) }
    guard mayBegin(item) || announcesNumber(index) else { return nil }
    return special(at: index) ?? quantity(at: index) ?? ordinal(at: index) ?? wholeWord(at: index)
  }

  /// Whether an item by itself may begin a value.
  private func mayBegin(_ item: ValueItem) -> Bool {
    !item.written.isEmpty || item.meanings.contains(where: \.mayBeginValue) || isSign(item)
  }

  /// A name or an abbreviation with a number soon after it (`Rock Band 2`, `art. 5`), or what may be a
  /// Roman numeral (`Harald V`).
  private func announcesNumber(_ index: Int) -> Bool {
    let item = items[index]
    if item.isAllCapitals || item.isCapitalised && item.range.count == 1 { return true }
    guard item.isCapitalised || isCharacter(index + 1, 0x2E) && isGlued(index + 1) else {
      return false
    }
    return items[index...].prefix(5).dropFirst().contains {
      !$0.written.isEmpty || $0.meanings.contains(where: \.mayBeginValue)
    }
  }

  /// The forms that are more special than a number with its unit.
  private func special(at index: Int) -> Match? {
    numbered(at: index) ?? reference(at: index) ?? date(at: index) ?? period(at: index)
      ?? time(at: index) ?? score(at: index) ?? frequency(at: index) ?? share(at: index)
      ?? vague(at: index)
  }

  /// Whether a special form begins at an item.
  func isSpecial(at index: Int) -> Bool { special(at: index) != nil }

  /// A sign that may begin a value without being a word: `−`, `½`, `€`.
  private func isSign(_ item: ValueItem) -> Bool {
    item.range.count <= 3
      && !Characters.isLetter(UTF8Scalar.decode(text, at: item.range.lowerBound).scalar)
  }

  /// A word that is a value by itself: `femåring`, `syttiårene`.
  private func wholeWord(at index: Int) -> Match? {
    meaning(index) { if case .value(let reading) = $0 { reading } else { nil } }.map {
      Match([$0], index, index + 1)
    }
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

  /// What a phrase of one to three items means, the longest first, and the item after it.
  func phrase<T>(_ index: Int, _ pick: (NumberWords.Meaning) -> T?) -> (value: T, next: Int)? {
    guard items.indices.contains(index) else { return nil }
    guard
      !items[index].meanings.isEmpty || isSign(items[index]) || items[index].isDottedOrdinal
    else { return dotted(index, pick) }
    let isHead = isSign(items[index]) || items[index].meanings.contains(.phraseHead)
    for length in isHead ? [3, 2] : [] where index + length <= items.count {
      var key: [UInt8] = []
      for offset in 0..<length {
        if offset > 0, !items[index + offset].isGlued { key.append(0x20) }
        key += items[index + offset].word
      }
      for meaning in numbers.meanings(of: key) {
        if let value = pick(meaning) { return (value, index + length) }
      }
    }
    return meaning(index, pick).map { ($0, index + 1) } ?? dotted(index, pick)
  }

  /// An abbreviation before a number whose dot was taken for a token of its own: `art. 5`.
  private func dotted<T>(_ index: Int, _ pick: (NumberWords.Meaning) -> T?) -> (
    value: T, next: Int
  )? {
    guard isCharacter(index + 1, 0x2E), isGlued(index + 1), items.indices.contains(index + 2),
      !items[index + 2].written.isEmpty
    else { return nil }
    for meaning in numbers.meanings(of: items[index].word + [0x2E]) {
      if let value = pick(meaning) { return (value, index + 2) }
    }
    return nil
  }

  /// The item after a phrase that has a meaning, or nil.
  func after(_ index: Int, _ wanted: NumberWords.Meaning) -> Int? {
    phrase(index) { $0 == wanted ? true : nil }?.next
  }

  func month(_ index: Int) -> Int? {
    meaning(index) { if case .month(let value) = $0 { value } else { nil } }
  }

  func weekday(_ index: Int) -> Int? {
    meaning(index) { if case .weekday(let value) = $0 { value } else { nil } }
  }

  func ordinalWord(_ index: Int, upTo limit: Int) -> Int? {
    meaning(index) {
      if case .ordinal(let value) = $0, value <= limit { value } else { nil }
    }
  }

  func cardinalWord(_ index: Int) -> Int? {
    meaning(index) {
      switch $0 {
      case .cardinal(let value): value
      case .amount(let value) where value >= 20 && value == value.rounded(): Int(value)
      default: nil
      }
    }
  }

  /// Whether an item is the given single character.
  func isCharacter(_ index: Int, _ byte: UInt8) -> Bool {
    items.indices.contains(index) && items[index].range.count == 1
      && text[items[index].range.lowerBound] == byte
  }

  func isDash(_ index: Int) -> Bool {
    guard let scalar = scalar(index), items[index].range.count <= 3 else { return false }
    return Characters.isDash(scalar)
  }

  func scalar(_ index: Int) -> UInt32? {
    items.indices.contains(index)
      ? UTF8Scalar.decode(text, at: items[index].range.lowerBound).scalar : nil
  }

  func isGlued(_ index: Int) -> Bool { items.indices.contains(index) && items[index].isGlued }

  func wordIs(_ index: Int, _ word: StaticString) -> Bool {
    items.indices.contains(index) && items[index].word.count == word.utf8CodeUnitCount
      && items[index].word.indices.allSatisfy { items[index].word[$0] == word.utf8Start[$0] }
  }

  /// A plain whole number written with digits, within bounds.
  func wholeNumber(_ index: Int, _ bounds: ClosedRange<Int>) -> Int? {
    guard items.indices.contains(index), let digits = items[index].digits, digits.decimals == 0,
      !digits.isGrouped, digits.value <= Double(bounds.upperBound)
    else { return nil }
    let value = Int(digits.value)
    return bounds.contains(value) ? value : nil
  }

  /// A whole number in digits or one word, within bounds, with the dot or letters of an ordinal.
  func dayNumber(_ index: Int, _ bounds: ClosedRange<Int>) -> (value: Int, next: Int)? {
    if let value = wholeNumber(index, bounds) { return (value, skipOrdinalMark(index + 1)) }
    return ordinalWord(index, upTo: bounds.upperBound).map { ($0, index + 1) }
  }

  /// The item after `st`, `nd`, `rd`, `th` or a dot.
  func skipOrdinalMark(_ index: Int) -> Int {
    guard isGlued(index) else { return index }
    let marks: [StaticString] = ["st", "nd", "rd", "th", "e", "er", "."]
    return marks.contains { wordIs(index, $0) } ? index + 1 : index
  }
}
