/// Number words written as one word: `tjuefem`, `femogtyve`, `tohundreogfemti`, `nittenåttifire`,
/// `femåring`, `syttiårene`, `tjuefemte`.
extension NumberWords {
  /// What a word may mean, listed or made of number words.
  ///
  /// - Complexity: O(n²) in the length of the word, which is at most 100 bytes, and only for words that
  ///   begin like a number
  package func allMeanings(of word: [UInt8]) -> [Meaning] {
    let listed = meanings(of: word)
    if listed.isEmpty, let stem = withoutGenitive(word) {
      let meanings = meanings(of: stem)
      if !meanings.isEmpty { return meanings }
    }
    guard listed.isEmpty, writesTogether, (4...Self.longestWord).contains(word.count) else {
      return listed
    }
    if isNumberCompound(word) { return [.identifier, .reference("number")] }
    guard beginsLikeNumber(word) else { return [] }
    if let parts = parts(word[...]), parts.count > 1 {
      if let year = year(of: parts) {
        return [.value(Reading(.year, Double(year), date: CalendarDate(year: year)))]
      }
      if let value = value(of: parts) { return [.amount(value)] }
    }
    return ended(word)
  }

  /// The bytes of the longest word that is looked through for number words.
  private static let longestWord = 100

  /// `saksnummer`, `romnr.`: a word for *number* after three letters or more.
  private func isNumberCompound(_ word: [UInt8]) -> Bool {
    numberHeads.contains { word.count >= $0.count + 3 && word.suffix($0.count).elementsEqual($0) }
  }

  /// `Saturday` of `Saturday's`, `millioner` of `millioners`.
  private func withoutGenitive(_ word: [UInt8]) -> [UInt8]? {
    guard word.last == 0x73, word.count > 4 else { return nil }
    if word[word.count - 2] == 0x27 { return Array(word.dropLast(2)) }
    return writesTogether ? Array(word.dropLast()) : nil
  }

  private enum Part {
    case cardinal(Int)
    case hundred
    case scale(Double)
    case and
  }

  private func beginsLikeNumber(_ word: [UInt8]) -> Bool {
    (2...min(12, word.count)).contains {
      let head = Array(word.prefix($0))
      return part(head) != nil || ordinalValue(head) != nil
    }
  }

  /// The longest parts first; nil where the word cannot be cut without a rest.
  private func parts(_ word: ArraySlice<UInt8>) -> [Part]? {
    if word.isEmpty { return [] }
    var length = min(word.count, 20)
    while length >= 2 {
      if let part = part(Array(word.prefix(length))), let rest = parts(word.dropFirst(length)) {
        return [part] + rest
      }
      length -= 1
    }
    return nil
  }

  private func part(_ word: [UInt8]) -> Part? {
    for meaning in meanings(of: word) {
      switch meaning {
      case .cardinal(let value): return .cardinal(value)
      case .hundred: return .hundred
      case .scale(let value) where value == 1000: return .scale(value)
      case .and: return .and
      default: continue
      }
    }
    return nil
  }

  private func value(of parts: [Part]) -> Double? {
    if case .and? = parts.last { return nil }
    var total = 0.0
    var current = 0.0
    var joined = false
    for part in parts {
      switch part {
      case .cardinal(let value):
        guard let next = add(Double(value), to: current, joined: joined) else { return nil }
        current = next
      case .hundred: current = max(1, current) * 100
      case .scale(let value):
        total += max(1, current) * value
        current = 0
      case .and: break
      }
      if case .and = part { joined = true } else { joined = false }
    }
    return total + current
  }

  /// Two numbers of two digits side by side: `nittenåttifire`, `tjueti`.
  private func year(of parts: [Part]) -> Int? {
    guard case .cardinal(let century)? = parts.first, (11...20).contains(century) else {
      return nil
    }
    guard let rest = value(of: Array(parts.dropFirst())), (10...99).contains(rest) else {
      return nil
    }
    return century * 100 + Int(rest)
  }

  /// `tjue` and `fem` are 25, `fem` `og` `tyve` too.
  private func add(_ value: Double, to current: Double, joined: Bool) -> Double? {
    if current == 0 || current.truncatingRemainder(dividingBy: 100) == 0, value < 100 {
      return current + value
    }
    let tens = current.truncatingRemainder(dividingBy: 10) == 0
    if tens, value < 10 { return current + value }
    if joined, current < 10, value >= 20 { return current + value }
    return nil
  }

  // MARK: - Endings

  /// A number word and an ending: `femåring`, `nittitallet`, `tjuefemte`, `annenplass`.
  private func ended(_ word: [UInt8]) -> [Meaning] {
    for cut in 2..<word.count - 1 where word[cut] & 0xC0 != 0x80 {
      let stem = Array(word[..<cut])
      let rest = Array(word[cut...])
      guard let number = wholeValue(stem) ?? ordinalValue(stem) else { continue }
      if let ordinal = ordinalValue(rest), wholeValue(stem) != nil, number >= 20 || number < 10 {
        let isTens = number.truncatingRemainder(dividingBy: 10) == 0
        return [.ordinal(Int(isTens && ordinal < 10 ? number + ordinal : number + ordinal))]
      }
      guard let ending = ending(rest) else { continue }
      if let meaning = meaning(number, ending) { return [meaning] }
    }
    return []
  }

  private func meaning(_ number: Double, _ ending: Ending) -> Meaning? {
    switch ending {
    case .age, .birthday: .value(Reading(.age, number))
    case .years: .value(Reading(.measure, number * 12, raw: number, unit: "month"))
    case .decade, .period: Periods.named(number).map { .value($0) }
    case .plural: nil
    case .multiple: .multiple(number)
    case .fraction: .fraction(number)
    case .place, .ordinal: .ordinal(Int(number))
    case .time: nil
    }
  }

  private func wholeValue(_ word: [UInt8]) -> Double? {
    guard let parts = parts(word[...]), !parts.isEmpty else { return nil }
    return value(of: parts)
  }

  private func ordinalValue(_ word: [UInt8]) -> Double? {
    for meaning in meanings(of: word) {
      if case .ordinal(let value) = meaning { return Double(value) }
    }
    return nil
  }
}
