extension ValueParser {
  /// `tlf. 22 85 50 50`, `account 1234.56.78901`, `saksnummer 2023/1187`; and without a word before them
  /// telephone numbers by their groups.
  func identifierNumber(at start: Int) -> Match? {
    guard let announced = after(start, .identifier) else { return telephone(at: start) }
    let index = isCharacter(announced, 0x3A) ? announced + 1 : announced
    if let (text, next) = slashedNumber(at: index) {
      return Match([Reading(.identifier, text: text)], start, next)
    }
    return digitGroups(at: afterCountryCode(index) ?? index).flatMap { text, next, _ in
      text.utf8.count < 3 ? nil : Match([Reading(.identifier, text: text)], start, next)
    }
  }

  // MARK: - Cases

  /// `sak 12/24`, `case: 47/24`; and a year with what is neither a year nor a month: `2016/679`.
  func caseNumber(at index: Int) -> Match? {
    guard let (text, next) = slashedNumber(at: index) else { return nil }
    let label = isCharacter(index - 1, 0x3A) ? index - 2 : index - 1
    guard has(label, .caseLabel) || isFileNumber(index) else { return nil }
    return Match([Reading(.identifier, text: text)], index, next)
  }

  private func isFileNumber(_ index: Int) -> Bool {
    guard let year = yearNumber(index), let count = wholeNumber(index + 2, 13...999_999) else {
      return false
    }
    return count != (year + 1) % 100 && count != year + 1
  }

  /// Whole numbers with slashes between, and a hyphen after them: `12/24`, `2023/1187`, `23/01187-5`.
  func slashedNumber(at start: Int) -> (String, Int)? {
    guard isWhole(start), isCharacter(start + 1, 0x2F) else { return nil }
    var text = String(decoding: items[start].written, as: UTF8.self)
    var next = start + 1
    while isCharacter(next, 0x2F) || next > start + 1 && isCharacter(next, 0x2D), isGlued(next),
      isGlued(next + 1), isWhole(next + 1)
    {
      text += isCharacter(next, 0x2F) ? "/" : "-"
      text += String(decoding: items[next + 1].written, as: UTF8.self)
      next += 2
    }
    return next > start + 1 ? (text, next) : nil
  }

  private func isWhole(_ index: Int) -> Bool {
    items.indices.contains(index) && !items[index].written.isEmpty
      && items[index].written.allSatisfy { $0 &- 0x30 < 10 }
  }

  // MARK: - Telephones

  /// `22 85 50 50`, `415 22 123`, `+47 57 01 22 30`, `(+47) 57012230`, `0047 57012230`.
  private func telephone(at start: Int) -> Match? {
    let code = afterCountryCode(start)
    guard code != nil || isTelephone(start),
      let (text, next, isGrouped) = digitGroups(at: code ?? start)
    else { return nil }
    // `+20 000 000` is an amount
    guard code == nil || text.utf8.count >= 6 && !isGrouped else { return nil }
    return Match([Reading(.identifier, text: text)], start, next)
  }

  /// Four pairs of digits with blanks between, or three digits, two and three.
  private func isTelephone(_ index: Int) -> Bool {
    guard items.indices.contains(index + 2), items[index].digits != nil else { return false }
    let lengths = items[index...].prefix(4).map { $0.digits == nil ? 0 : $0.written.count }
    let isPairs = lengths == [2, 2, 2, 2]
    guard isPairs || lengths.prefix(3) == [3, 2, 3] else { return false }
    return (index + 1..<index + (isPairs ? 4 : 3)).allSatisfy { !isGlued($0) && isWhole($0) }
  }

  /// The item after `+47`, `(+47)` or `0047`, where a number follows.
  private func afterCountryCode(_ start: Int) -> Int? {
    guard items.indices.contains(start) else { return nil }
    let isBracketed = isCharacter(start, 0x28)
    let sign = isBracketed ? start + 1 : start
    var next: Int
    if isCharacter(sign, 0x2B), isGlued(sign + 1), isWhole(sign + 1),
      items[sign + 1].written.count <= 3
    {
      next = sign + 2
    } else if items[start].written.starts(with: [0x30, 0x30]), isWhole(start),
      items[start].written.count <= 5
    {
      next = start + 1
    } else {
      return nil
    }
    if isBracketed {
      guard isCharacter(next, 0x29) else { return nil }
      next += 1
    }
    return isWhole(next) ? next : nil
  }

  /// Groups of digits with a blank or hyphen at most between them, as one text, and whether all have
  /// three digits, as those of a written amount.
  private func digitGroups(at start: Int) -> (text: String, next: Int, isGrouped: Bool)? {
    var digits = ""
    var isGrouped = true
    var index = start
    while items.indices.contains(index), !items[index].written.isEmpty,
      digits.isEmpty || items[index].range.lowerBound - items[index - 1].range.upperBound <= 2
    {
      digits += String(decoding: items[index].written.filter { $0 != 0x2E }, as: UTF8.self)
      isGrouped = isGrouped && items[index].written.count == 3
      index += 1
    }
    return digits.isEmpty ? nil : (digits, index, isGrouped)
  }
}
