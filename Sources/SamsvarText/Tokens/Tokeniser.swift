import SamsvarModel

/// Cuts a stretch of text into tokens: ICU's word boundaries (UAX #29), joined where Norwegian and
/// English want one token.
///
/// Abbreviations and ordinals keep their dot (`bl.a.`, `17.`), hyphen compounds stay whole
/// (`LNA-milits`, `helse-`), so do URLs, ellipses and fractions (`22/7`). White space is no token.
final class Tokeniser {
  private let words: BreakIterator?
  private let data: LanguageData
  private var pieces: [Piece] = []

  /// A stretch between two of ICU's word boundaries.
  private struct Piece {
    var start: Int
    var end: Int
    var isNumber: Bool
    var isWord: Bool
  }

  init(_ data: LanguageData) {
    self.data = data
    words = BreakIterator.words(locale: data.language.description)
  }

  /// Appends the tokens of a block, in order.
  ///
  /// - Complexity: O(n)
  func tokens(
    of text: UnsafeBufferPointer<UInt8>, block: borrowing UTF16Block, into tokens: inout [Token]
  ) {
    findPieces(text, block)
    var index = 0
    while index < pieces.count {
      let (next, kind) = extent(text, from: index)
      let start = pieces[index].start
      let end = pieces[next - 1].end
      tokens.append(
        Token(
          start: Int32(start), end: Int32(end), kind: kind, shape: shape(text, start..<end)))
      index = next
    }
  }

  private func findPieces(_ text: UnsafeBufferPointer<UInt8>, _ block: borrowing UTF16Block) {
    pieces.removeAll(keepingCapacity: true)
    guard let words, let first = block.offsets.first else { return }
    var start = Int(first)
    block.offsets.withUnsafeBufferPointer { offsets in
      words.forEachBoundary(in: block) { boundary, status in
        let end = Int(offsets[boundary])
        defer { start = end }
        // A soft hyphen or accent after a blank clings to it: what is left counts.
        if status < 100 { start = BlockSplitter.skippingSpace(text, start..<end) }
        guard start < end else { return }
        if status >= 200, let dot = URLShape.forgottenBlank(text, start..<end) {
          pieces.append(Piece(start: start, end: dot, isNumber: false, isWord: true))
          pieces.append(Piece(start: dot, end: dot + 1, isNumber: false, isWord: false))
          pieces.append(Piece(start: dot + 1, end: end, isNumber: false, isWord: true))
          return
        }
        pieces.append(
          Piece(
            start: start, end: end, isNumber: (100..<200).contains(status), isWord: status >= 200)
        )
      }
    }
  }

  // MARK: - Joining

  /// The piece after the token that begins at a piece, and what the token is.
  private func extent(
    _ text: UnsafeBufferPointer<UInt8>, from index: Int
  ) -> (next: Int, kind: TokenKind) {
    if let next = url(text, from: index) { return (next, .url) }
    let piece = pieces[index]
    if piece.isWord || piece.isNumber {
      if let next = abbreviation(text, from: index) { return (next, .abbreviation) }
      return wordOrNumber(text, from: index)
    }
    return mark(text, from: index)
  }

  private func touches(_ index: Int) -> Bool {
    index > 0 && index < pieces.count && pieces[index - 1].end == pieces[index].start
  }

  private func byte(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt8 {
    let piece = pieces[index]
    return piece.end - piece.start == 1 ? text[piece.start] : 0
  }

  /// A URL or e-mail address: letters, then `://`, `www.` or `@`, up to white space.
  private func url(_ text: UnsafeBufferPointer<UInt8>, from index: Int) -> Int? {
    guard pieces[index].isWord || byte(text, index) == 0x40 || byte(text, index) == 0x23 else {
      return nil
    }
    var last = index
    while touches(last + 1) { last += 1 }
    guard last > index else { return nil }
    let start = pieces[index].start
    guard URLShape.isURL(text, start..<pieces[last].end) else { return nil }
    while last > index, URLShape.trails(byte(text, last)) { last -= 1 }
    return last + 1
  }

  /// An abbreviation of the language's list, or initials such as `L.A.`, with the last dot.
  private func abbreviation(_ text: UnsafeBufferPointer<UInt8>, from index: Int) -> Int? {
    var last = index
    var found: Int?
    while last - index < 8 {
      guard touches(last + 1) else { break }
      last += 1
      guard byte(text, last) == 0x2E else {
        guard pieces[last].isWord else { break }
        continue
      }
      let word = Array(text[pieces[index].start..<pieces[last].end])
      if data.isAbbreviation(word) || data.isFinalAbbreviation(word) {
        found = last + 1
      }
    }
    if let found { return found }
    guard touches(index + 1), byte(text, index + 1) == 0x2E else { return nil }
    return URLShape.isInitials(text, pieces[index].start..<pieces[index].end) ? index + 2 : nil
  }

  /// A word or number with what a hyphen, slash or dot joins to it.
  private func wordOrNumber(
    _ text: UnsafeBufferPointer<UInt8>, from index: Int
  ) -> (next: Int, kind: TokenKind) {
    var next = index + 1
    var isNumber = pieces[index].isNumber
    while touches(next) {
      let mark = byte(text, next)
      let joins = touches(next + 1) && (pieces[next + 1].isWord || pieces[next + 1].isNumber)
      let bothNumbers = joins && pieces[next - 1].isNumber && pieces[next + 1].isNumber
      if isIndex(text, next) {
        next += 1
      } else if isHyphen(text, next) {
        // A range of numbers is three tokens, a word with its hyphen is one.
        if bothNumbers { break }
        guard joins else {
          if mark == 0x2D, !isNumber, !touches(next + 1) || byte(text, next + 1) == 0x2C { next += 1 }
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
  private func isIndex(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let scalar = UTF8Scalar.decode(text, at: pieces[index].start).scalar
    return Characters.isSubscriptDigit(scalar)
      || (scalar == 0xB2 || scalar == 0xB3) && pieces[index - 1].isWord && isShort(index - 1)
  }

  private func isHyphen(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let piece = pieces[index]
    if piece.end - piece.start == 1 { return text[piece.start] == 0x2D }
    let scalar = UTF8Scalar.decode(text, at: piece.start).scalar
    return scalar == 0x2010 || scalar == 0x2011
  }

  /// A punctuation mark; runs of the same mark (`...`, `§§`, `--`) are one token.
  private func mark(
    _ text: UnsafeBufferPointer<UInt8>, from index: Int
  ) -> (next: Int, kind: TokenKind) {
    let (scalar, length) = UTF8Scalar.decode(text, at: pieces[index].start)
    if let end = hyphenatedEnd(text, from: index, scalar) { return end }
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
    _ text: UnsafeBufferPointer<UInt8>, from index: Int, _ scalar: UInt32
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
    return (wordOrNumber(text, from: index + 1).next, .word)
  }

  private func kind(_ scalar: UInt32) -> TokenKind {
    switch scalar {
    case 0x21...0x23, 0x26...0x2A, 0x2C...0x2F, 0x3A, 0x3B, 0x3F, 0x40, 0x5B...0x5D, 0x5F, 0x7B,
      0x7D, 0xA1, 0xA7, 0xAB, 0xB6, 0xB7, 0xBB, 0xBF, 0x2010...0x2027, 0x2030...0x205E:
      .punctuation
    default: .symbol
    }
  }

  private func shape(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> TokenShape {
    var shape: TokenShape = []
    if range.lowerBound > 0 {
      let before = UTF8Scalar.decode(text, before: range.lowerBound).scalar
      if Characters.isSpace(before) { shape.insert(.afterSpace) }
    }
    var letters = 0
    var capitals = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, length) = UTF8Scalar.decode(text, at: index)
      index += length
      if Characters.isDigit(scalar) || Characters.isSubscriptDigit(scalar) {
        shape.insert(.hasDigit)
      }
      if scalar == 0x2D || scalar == 0x2010 || scalar == 0x2011 { shape.insert(.hyphenated) }
      guard Characters.isLetter(scalar) else { continue }
      if Characters.isUpper(scalar) {
        if letters == 0 { shape.insert(.capitalised) }
        capitals += 1
      }
      letters += 1
    }
    if letters >= 2, capitals == letters { shape.insert(.allCapitals) }
    return shape
  }
}
