/// A piece of a token that matters to the value grammar: digits, a word, a mark.
///
/// Most tokens are one item; `2.5bn`, `44-åringen` and `17/5` are several.
struct ValueItem {
  var token: Int
  var range: Range<Int>
  /// The word or mark in lower case.
  var word: [UInt8]
  var meanings: [NumberWords.Meaning]
  var digits: DigitReader.Result?
  /// The digits and signs as written; empty where there are none.
  var written: [UInt8]
  /// Whether it stands right after the item before, without white space.
  var isGlued: Bool
  /// Whether the token is an identifier with digits in it: `CO2`, `covid-19`.
  var isIdentifier = false
  /// The text: Whether a dot makes it an ordinal: `17.`.
  var isDottedOrdinal = false
  /// Whether it begins with a capital.
  var isCapitalised = false
  /// Whether all its letters are capitals: `NOK`.
  var isAllCapitals = false
}

/// Cuts the tokens of a segment into value items.
struct ValueItems {
  let text: UnsafeBufferPointer<UInt8>
  let numbers: NumberWords

  /// The items of some tokens.
  ///
  /// - Parameters:
  ///   - word: Each token's word in lower case, by the token's index.
  ///   - meanings: What it means.
  func items(
    _ tokens: [Token], _ range: Range<Int>, word: (Int) -> [UInt8],
    meanings: (Int) -> [NumberWords.Meaning]
  ) -> [ValueItem] {
    var items: [ValueItem] = []
    items.reserveCapacity(range.count)
    for index in range {
      let token = tokens[index]
      let isPlain = !token.shape.contains(.hasDigit) && !token.shape.contains(.hyphenated)
      if isPlain || token.kind == .url || token.kind == .abbreviation
        || isWord(token, meanings(index))
      {
        items.append(
          ValueItem(
            token: index, range: token.range, word: word(index),
            meanings: token.kind == .url ? [] : meanings(index), digits: nil, written: [],
            isGlued: !token.shape.contains(.afterSpace),
            isCapitalised: token.shape.contains(.capitalised),
            isAllCapitals: token.shape.contains(.allCapitals)))
      } else {
        append(token, at: index, to: &items)
      }
    }
    return items
  }

  /// Whether a token with digits or hyphens means something as a whole: `second-to-last`, but not `1.`,
  /// with which `1. juledag` begins.
  private func isWord(_ token: Token, _ meanings: [NumberWords.Meaning]) -> Bool {
    !meanings.isEmpty && !(meanings == [.phraseHead] && token.shape.contains(.hasDigit))
  }

  /// Cuts a token with digits or hyphens into runs of digits, letters and marks.
  private func append(_ token: Token, at index: Int, to items: inout [ValueItem]) {
    let first = items.count
    var start = token.range.lowerBound
    while start < token.range.upperBound {
      let end = runEnd(token, from: start)
      items.append(item(token: index, start..<end, isFirst: items.count == first, token))
      start = end
    }
    let head = items[first]
    if head.written.isEmpty, token.shape.contains(.hasDigit), !sticksToNumber(head) {
      items.removeSubrange(first...)
      var whole = item(token: index, token.range, isFirst: true, token)
      whole.digits = nil
      whole.written = []
      whole.meanings = []
      whole.isIdentifier = true
      items.append(whole)
    }
    if token.kind == .ordinal, items.count > first { items[first].isDottedOrdinal = true }
  }

  /// What may stand before a number without a blank: `kr500`, `USD1`, `−5`, `kl18`, `§4`.
  private func sticksToNumber(_ item: ValueItem) -> Bool {
    item.meanings.contains {
      switch $0 {
      case .currency, .minus, .clock, .reference, .identifier, .rangeTo, .cardinal: true
      default: false
      }
    }
  }

  private func item(
    token index: Int, _ range: Range<Int>, isFirst: Bool, _ token: Token
  ) -> ValueItem {
    let isNumber = text[range.lowerBound] &- 0x30 < 10
    let written = isNumber ? Array(text[range]) : []
    let word = Folding.lower(text, range)
    return ValueItem(
      token: index, range: range, word: word,
      meanings: isNumber ? [] : numbers.allMeanings(of: word),
      digits: isNumber ? DigitReader.read(written, decimalSign: numbers.decimalSign) : nil,
      written: written, isGlued: isFirst ? !token.shape.contains(.afterSpace) : true,
      isCapitalised: Characters.isUpper(UTF8Scalar.decode(text, at: range.lowerBound).scalar))
  }

  /// The end of the run of digits (with signs between them), letters, or one mark.
  private func runEnd(_ token: Token, from start: Int) -> Int {
    let end = token.range.upperBound
    var index = start
    if text[start] &- 0x30 < 10 {
      while index < end {
        if text[index] &- 0x30 < 10 {
          index += 1
        } else if text[index] == 0x2E || text[index] == 0x2C, index + 1 < end,
          text[index + 1] &- 0x30 < 10
        {
          index += 2
        } else {
          break
        }
      }
      return index
    }
    while index < end {
      let (scalar, length) = UTF8Scalar.decode(text, at: index)
      guard Characters.isLetter(scalar) || scalar == 0xB0 else {
        return index == start ? index + length : index
      }
      index += length
    }
    return index
  }
}
