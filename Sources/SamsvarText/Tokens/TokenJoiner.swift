/// Joins ICU's word pieces into tokens where Norwegian and English want one token.
struct TokenJoiner {
  let text: UnsafeBufferPointer<UInt8>
  let pieces: UnsafeBufferPointer<WordPiece>
  let data: LanguageData

  /// Whether a piece is a word that touches nothing: most pieces are.
  func isWordAlone(_ index: Int) -> Bool { pieces[index].isWord && !touches(index + 1) }

  /// The piece after the token that begins at a piece, and what the token is.
  func extent(from index: Int) -> (next: Int, kind: TokenKind) {
    if let next = url(from: index) { return (next, .url) }
    let piece = pieces[index]
    if piece.isWord || piece.isNumber {
      if let next = abbreviation(from: index) { return (next, .abbreviation) }
      return wordOrNumber(from: index)
    }
    return mark(from: index)
  }

  private func touches(_ index: Int) -> Bool {
    index > 0 && index < pieces.count && pieces[index - 1].end == pieces[index].start
  }

  private func byte(_ index: Int) -> UInt8 {
    let piece = pieces[index]
    return piece.end - piece.start == 1 ? text[piece.start] : 0
  }

  /// A URL or e-mail address: letters, then `://`, `www.` or `@`, up to white space.
  private func url(from index: Int) -> Int? {
    guard pieces[index].isWord || byte(index) == 0x40 || byte(index) == 0x23 else {
      return nil
    }
    var last = index
    while touches(last + 1) { last += 1 }
    guard last > index else { return nil }
    let start = pieces[index].start
    guard URLShape.isURL(text, start..<pieces[last].end) else { return nil }
    while last > index, URLShape.trails(byte(last)) { last -= 1 }
    return last + 1
  }

  /// An abbreviation of the language's list, or initials such as `L.A.`, with the last dot.
  private func abbreviation(from index: Int) -> Int? {
    var last = index
    var found: Int?
    while last - index < 8 {
      guard touches(last + 1) else { break }
      last += 1
      guard byte(last) == 0x2E else {
        guard pieces[last].isWord else { break }
        continue
      }
      let word = Array(text[pieces[index].start..<pieces[last].end])
      if isAbbreviation(word, before: last + 1), !isUnit(from: index) { found = last + 1 }
    }
    if let found { return found }
    guard touches(index + 1), byte(index + 1) == 0x2E else { return nil }
    return URLShape.isInitials(text, pieces[index].start..<pieces[index].end) ? index + 2 : nil
  }

  /// Whether a word with its dot is listed, or announces a number that follows: `art. 5`, `tel. +47`.
  ///
  /// What is a common word without its dot is listed for the number alone: `No. 1`, but `"No. My …"`.
  private func isAbbreviation(_ word: [UInt8], before next: Int) -> Bool {
    if data.isAbbreviation(word) {
      return !data.isCommonWord(beforeDot: word) || isNumbering(next)
    }
    return data.isFinalAbbreviation(word)
      || isNumbering(next) && data.numbers.announcesNumber(Folding.lower(word))
  }

  /// Whether a number stands at a piece, with signs before it perhaps, or what counts like one: `4a`, `IV`.
  private func isNumbering(_ index: Int) -> Bool {
    var index = index
    while pieces.indices.contains(index), isNumberSign(index) { index += 1 }
    guard pieces.indices.contains(index) else { return false }
    let range = pieces[index].start..<pieces[index].end
    return pieces[index].isNumber || range.contains { text[$0] &- 0x30 < 10 }
      || RomanNumeral.value(text[range]) != nil
  }

  /// A sign that may stand before a number: `+47`, `(5)`, `§ 3`, `€5`, `−5`.
  private func isNumberSign(_ index: Int) -> Bool {
    switch UTF8Scalar.decode(text, at: pieces[index].start).scalar {
    case 0x23, 0x24, 0x28, 0x2B, 0x2D, 0x3C, 0x3E, 0x7E, 0xA3, 0xA7, 0xB1, 0x20AC, 0x2212: true
    default: false
    }
  }

  /// Whether a letter is the end of a unit such as `m/s`, whose dot ends the sentence.
  private func isUnit(from index: Int) -> Bool {
    touches(index) && byte(index - 1) == 0x2F && isShort(index)
  }

  /// A word or number with what a hyphen, slash or dot joins to it.
  private func wordOrNumber(from index: Int) -> (next: Int, kind: TokenKind) {
    var next = index + 1
    var isNumber = pieces[index].isNumber
    while touches(next) {
      let mark = byte(next)
      let joins = touches(next + 1) && (pieces[next + 1].isWord || pieces[next + 1].isNumber)
      let bothNumbers = joins && pieces[next - 1].isNumber && pieces[next + 1].isNumber
      if isIndex(next) {
        next += 1
      } else if isHyphen(next) {
        // A range of numbers is three tokens, a word with its hyphen is one.
        if bothNumbers { break }
        guard joins else {
          if mark == 0x2D, !isNumber, !touches(next + 1) || byte(next + 1) == 0x2C { next += 1 }
          break
        }
        isNumber = false
        next += 2
      } else if bothNumbers, mark == 0x2F || mark == 0x3A {
        next += 2
      } else if joins, mark == 0x26, isShort(next - 1), isShort(next + 1) {
        next += 2
      } else {
        break
      }
    }
    return (next, isNumber ? .number : .word)
  }

  private func isShort(_ index: Int) -> Bool { pieces[index].end - pieces[index].start <= 2 }

  /// Digits below the line (`CO₂`), or above it after a unit (`km²`).
  private func isIndex(_ index: Int) -> Bool {
    let scalar = UTF8Scalar.decode(text, at: pieces[index].start).scalar
    return Characters.isSubscriptDigit(scalar)
      || (scalar == 0xB2 || scalar == 0xB3) && pieces[index - 1].isWord && isShort(index - 1)
  }

  private func isHyphen(_ index: Int) -> Bool {
    let piece = pieces[index]
    if piece.end - piece.start == 1 { return text[piece.start] == 0x2D }
    let scalar = UTF8Scalar.decode(text, at: piece.start).scalar
    return scalar == 0x2010 || scalar == 0x2011
  }

  /// A punctuation mark; runs of the same mark (`...`, `§§`, `--`) are one token.
  private func mark(from index: Int) -> (next: Int, kind: TokenKind) {
    let (scalar, length) = UTF8Scalar.decode(text, at: pieces[index].start)
    if let end = hyphenatedEnd(from: index, scalar) { return end }
    var next = index + 1
    guard MarkRuns.join(scalar) else { return (next, kind(scalar)) }
    while touches(next), pieces[next].end - pieces[next].start == length,
      UTF8Scalar.decode(text, at: pieces[next].start).scalar == scalar
    {
      next += 1
    }
    return (next, kind(scalar))
  }

  /// A word that begins with a hyphen (`-spill` after a quotation), a number with its sign, `°C`.
  private func hyphenatedEnd(
    from index: Int, _ scalar: UInt32
  ) -> (next: Int, kind: TokenKind)? {
    guard touches(index + 1) else { return nil }
    let next = pieces[index + 1]
    let first = UTF8Scalar.decode(text, at: next.start).scalar
    if scalar == 0xB0, next.isWord { return (index + 2, .word) }
    if scalar == 0x2212, next.isNumber, !touches(index) { return (index + 2, .number) }
    guard scalar == 0x2D, next.isWord else { return nil }
    // `-Det var ikke meg` is a dialogue dash without its blank.
    if !touches(index), Characters.isUpper(first) { return nil }
    if touches(index), pieces[index - 1].isWord || pieces[index - 1].isNumber { return nil }
    return (wordOrNumber(from: index + 1).next, .word)
  }

  private func kind(_ scalar: UInt32) -> TokenKind {
    switch scalar {
    case 0x21...0x23, 0x26...0x2A, 0x2C...0x2F, 0x3A, 0x3B, 0x3F, 0x40, 0x5B...0x5D, 0x5F, 0x7B,
      0x7D, 0xA1, 0xA7, 0xAB, 0xB6, 0xB7, 0xBB, 0xBF, 0x2010...0x2027, 0x2030...0x205E:
      .punctuation
    default: .symbol
    }
  }
}
