extension ValueParser {
  /// A place in a document: `§ 4-2`, `§§ 7–8`, `kap. 7.5.2.4`, `art. 5 nr. 2`, `s. 12–15`, `nr. 26`,
  /// `11.4.1`; or a number that names something: `tlf. 22 85 50 50`, `sak 12/24`, `6801 Førde`.
  func reference(at index: Int) -> Match? {
    identifierNumber(at: index) ?? caseNumber(at: index) ?? partOfName(at: index) ?? namedReference(
      at: index)
      ?? outlineNumber(at: index) ?? postcode(at: index)
  }

  /// Digits within the name of a host or file, which count nothing: `168.192.in-addr.arpa`,
  /// `/etc/bind/db.192.168`.
  private func partOfName(at index: Int) -> Match? {
    let item = items[index]
    guard item.written.contains(0x2E) else { return nil }
    let isBeginning =
      isCharacter(index + 1, 0x2E) && isGlued(index + 1) && isGlued(index + 2)
      && isLetter(index + 2)
    let isEnd =
      isGlued(index) && isCharacter(index - 1, 0x2E) && isGlued(index - 1)
      && isLetter(index - 2)
    guard isBeginning || isEnd else { return nil }
    let text = String(decoding: item.written, as: UTF8.self)
    return Match([Reading(.identifier, text: text)], index, index + 1)
  }

  private func isLetter(_ index: Int) -> Bool {
    scalar(index).map(Characters.isLetter) ?? false
  }

  private func namedReference(at start: Int) -> Match? {
    guard let (kind, index) = phrase(start, referenceKind) else { return nil }
    guard let (text, next) = referenceNumber(at: index) ?? numberWord(at: index) else { return nil }
    // `part1` is a name
    if isGlued(index), index == start + 1, items[start].word.count >= 4, isLetter(start),
      items[start].word.last != 0x2E
    {
      return nil
    }
    var written = text
    var end = next
    if let (part, after) = subordinate(at: next) {
      written += "(\(part))"
      end = after
    }
    // `nr. 23/1187`
    if kind == "number", text.utf8.contains(0x2F) {
      return Match([Reading(.identifier, text: text)], start, next)
    }
    var readings = [Reading(.reference, unit: kind, text: written)]
    // `nummer to i verden` is the second
    if kind == "number", let value = Double(written) {
      if value <= 10 { readings.append(Reading(.ordinal, value)) }
      // `rom 12` is `romnummer 12`
      if has(start, .identifier) { readings.append(Reading(.number, value)) }
    }
    return Match(readings, start, end)
  }

  private func referenceKind(_ meaning: NumberWords.Meaning) -> String? {
    if case .reference(let kind) = meaning { kind } else { nil }
  }

  /// Digits with dots and hyphens, and a letter at the end: `4-2`, `7.5.2.4`, `12–15`, `3a`.
  private func referenceNumber(at index: Int) -> (String, Int)? {
    guard items.indices.contains(index), !items[index].written.isEmpty else { return nil }
    if let slashed = slashedNumber(at: index) { return slashed }
    var text = String(decoding: items[index].written, as: UTF8.self)
    var next = index + 1
    while items.indices.contains(next) {
      if let end = after(next, .rangeTo), !isDash(next) || isGlued(next) == isGlued(next + 1),
        items.indices.contains(end), !items[end].written.isEmpty
      {
        text += "-" + String(decoding: items[end].written, as: UTF8.self)
        next = end + 1
      } else if isGlued(next), items[next].word.count == 1,
        (0x61...0x7A).contains(items[next].word[0])
      {
        text += String(decoding: items[next].word, as: UTF8.self)
        next += 1
      } else {
        break
      }
    }
    return (text, next)
  }

  /// `nummer to`, `chapter five`.
  private func numberWord(at index: Int) -> (String, Int)? {
    cardinalWord(index).map { (String($0), index + 1) }
  }

  /// `nr. 2` or `(2)` after a section or article.
  private func subordinate(at index: Int) -> (String, Int)? {
    if isCharacter(index, 0x28), isGlued(index), isCharacter(index + 2, 0x29),
      let (text, next) = referenceNumber(at: index + 1)
    {
      return (text, next + 1)
    }
    guard let (kind, next) = phrase(index, referenceKind), kind == "number" else { return nil }
    return referenceNumber(at: next)
  }

  /// `11.4.1`: digits with two dots or more that are neither a number nor a date.
  private func outlineNumber(at index: Int) -> Match? {
    let item = items[index]
    guard item.digits == nil, item.written.filter({ $0 == 0x2E }).count >= 2,
      date(at: index) == nil
    else { return nil }
    let text = String(decoding: item.written, as: UTF8.self)
    return Match([Reading(.reference, text: text)], index, index + 1)
  }

  /// `6801 Førde`, `0150 Oslo`: four digits that are no year, before a name.
  private func postcode(at index: Int) -> Match? {
    let item = items[index]
    guard numbers.putsPostcodeFirst, item.written.count == 4, item.digits?.decimals == 0,
      item.digits?.isGrouped == false, items.indices.contains(index + 1),
      items[index + 1].isCapitalised, !items[index + 1].isGlued,
      item.written[0] == 0x30 || (item.digits?.value ?? 0) > 2199,
      items[index + 1].meanings.isEmpty
    else { return nil }
    let text = String(decoding: item.written, as: UTF8.self)
    return Match([Reading(.identifier, text: text)], index, index + 1, isWeak: true)
  }

  /// A token with letters and digits: `CO2`, `covid-19`, `G20-landene`, `Q1`.
  func identifier(at index: Int) -> Match? {
    let item = items[index]
    let name = Identifiers.normalized(item.word)
    if name.count == 2, name.first == "Q", let quarter = name.last?.wholeNumberValue,
      (1...4).contains(quarter)
    {
      let year = yearNumber(index + 1)
      let date = CalendarDate(year: year, quarter: quarter)
      return Match([Reading(.date, date: date)], index, year == nil ? index + 1 : index + 2)
    }
    guard name.contains(where: \.isNumber) else { return nil }
    return Match([Reading(.identifier, text: name)], index, index + 1)
  }

  /// Capitals and a number beside them: `TV 2`, `EL 12345`; `Harald V`, `World War II`.
  func numbered(at index: Int) -> Match? {
    let item = items[index]
    guard item.isCapitalised, item.meanings.isEmpty, item.written.isEmpty else { return nil }
    if let value = RomanNumeral.value(text[item.range]), index > 0, items[index - 1].isCapitalised {
      return Match([Reading(.ordinal, Double(value))], index, index + 1)
    }
    guard (2...3).contains(item.range.count),
      text[item.range].allSatisfy({ (0x41...0x5A).contains($0) }),
      items.indices.contains(index + 1), !isGlued(index + 1), let digits = items[index + 1].digits,
      digits.decimals == 0, !digits.isGrouped, !isQuantified(index + 2)
    else { return nil }
    let number = String(decoding: items[index + 1].written, as: UTF8.self)
    let name = String(decoding: text[item.range], as: UTF8.self) + number
    return Match([Reading(.identifier, text: name)], index, index + 2)
  }

  /// Whether what follows a number makes it a quantity.
  private func isQuantified(_ index: Int) -> Bool {
    guard items.indices.contains(index) else { return false }
    return items[index].digits != nil || scaleFactor(index) != nil || unit(at: index) != nil
      || currency(index) != nil || after(index, .percent) != nil
  }
}
