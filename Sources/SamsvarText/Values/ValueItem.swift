/// A piece of a token that matters to the value grammar: digits, a word, a mark.
///
/// Most tokens are one item; `2.5bn`, `44-åringen` and `600-800` are several.
struct ValueItem {
  var token: Int
  var range: Range<Int>
  var meanings: [NumberWords.Meaning]
  var digits: DigitReader.Result?
  /// The digits and signs as written.
  var written: [UInt8]
  /// Whether it stands right after the item before, without white space.
  var isGlued: Bool
  /// Whether the token is an identifier with digits in it: `CO2`, `covid-19`.
  var isIdentifier = false
  /// `17.` with its dot.
  var isDottedOrdinal = false
}

extension NumberWords {
  /// What a word of a document means, compounds of number words (`femogtyve`, `femåring`) among them.
  package func allMeanings(of word: [UInt8]) -> [Meaning] {
    let listed = meanings(of: word)
    guard listed.isEmpty, writesTogether, word.count > 3 else { return listed }
    return CompoundNumeral.value(word, self).map { [.amount($0)] } ?? []
  }
}

/// Cuts the tokens of a segment into value items.
struct ValueItems {
  let text: UnsafeBufferPointer<UInt8>
  let numbers: NumberWords

  /// The items of some tokens.
  ///
  /// - Parameter meanings: What each token's word means, by the token's index.
  func items(
    _ tokens: [Token], _ range: Range<Int>, meanings: (Int) -> [NumberWords.Meaning]
  ) -> [ValueItem] {
    var items: [ValueItem] = []
    items.reserveCapacity(range.count)
    for index in range {
      let token = tokens[index]
      let isPlain = !token.shape.contains(.hasDigit) && !token.shape.contains(.hyphenated)
      if isPlain || token.kind == .url {
        items.append(
          ValueItem(
            token: index, range: token.range, meanings: token.kind == .url ? [] : meanings(index),
            digits: nil, written: [], isGlued: !token.shape.contains(.afterSpace)))
      } else {
        append(token, at: index, meanings: meanings(index), to: &items)
      }
    }
    return items
  }

  /// Cuts a token with digits or hyphens into runs of digits, letters and marks.
  private func append(
    _ token: Token, at index: Int, meanings: [NumberWords.Meaning], to items: inout [ValueItem]
  ) {
    let first = items.count
    if !meanings.isEmpty {
      items.append(
        ValueItem(
          token: index, range: token.range, meanings: meanings, digits: nil, written: [],
          isGlued: !token.shape.contains(.afterSpace)))
      return
    }
    var start = token.range.lowerBound
    while start < token.range.upperBound {
      let end = runEnd(token, from: start)
      items.append(item(token: index, start..<end, isFirst: items.count == first, token))
      start = end
    }
    if items[first].digits == nil, items[first].meanings.isEmpty,
      token.shape.contains(.hasDigit)
    {
      items.removeSubrange(first...)
      var whole = item(token: index, token.range, isFirst: true, token)
      whole.digits = nil
      whole.meanings = []
      whole.isIdentifier = true
      items.append(whole)
    }
    if token.kind == .ordinal { items[first].isDottedOrdinal = true }
  }

  private func item(
    token index: Int, _ range: Range<Int>, isFirst: Bool, _ token: Token
  ) -> ValueItem {
    let isNumber = text[range.lowerBound] &- 0x30 < 10
    let written = isNumber ? Array(text[range]) : []
    return ValueItem(
      token: index, range: range,
      meanings: isNumber ? [] : numbers.allMeanings(of: Folding.lower(text, range)),
      digits: isNumber ? DigitReader.read(written, decimalSign: numbers.decimalSign) : nil,
      written: written, isGlued: isFirst ? !token.shape.contains(.afterSpace) : true)
  }

  /// The end of the run of digits (with signs between them), letters, or one mark.
  private func runEnd(_ token: Token, from start: Int) -> Int {
    let end = token.range.upperBound
    var index = start
    if text[start] &- 0x30 < 10 {
      while index < end {
        if text[index] &- 0x30 < 10 {
          index += 1
        } else if isSign(text[index]), index + 1 < end, text[index + 1] &- 0x30 < 10 {
          index += 2
        } else {
          break
        }
      }
      return index
    }
    while index < end {
      let (scalar, length) = UTF8Scalar.decode(text, at: index)
      guard Characters.isLetter(scalar) else { return index == start ? index + length : index }
      index += length
    }
    return index
  }

  private func isSign(_ byte: UInt8) -> Bool { byte == 0x2E || byte == 0x2C }
}
