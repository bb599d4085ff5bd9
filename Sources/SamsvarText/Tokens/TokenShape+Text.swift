extension TokenShape {
  /// How a stretch of text is written.
  init(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self = []
    if range.lowerBound > 0 {
      let before = text[range.lowerBound - 1]
      let isSpace =
        before < 0x80
        ? Characters.isSpace(UInt32(before))
        : Characters.isSpace(UTF8Scalar.decode(text, before: range.lowerBound).scalar)
      if isSpace { insert(.afterSpace) }
    }
    var letters = 0
    var capitals = 0
    var index = range.lowerBound
    while index < range.upperBound {
      // Most bytes are small letters.
      if text[index] &- 0x61 < 26 {
        letters += 1
        index += 1
        continue
      }
      let (scalar, length) = UTF8Scalar.decode(text, at: index)
      index += length
      add(scalar, &letters, &capitals)
    }
    if letters >= 2, capitals == letters { insert(.allCapitals) }
  }

  private mutating func add(_ scalar: UInt32, _ letters: inout Int, _ capitals: inout Int) {
    if Characters.isDigit(scalar) || Characters.isSubscriptDigit(scalar) { insert(.hasDigit) }
    if scalar == 0x2D || scalar == 0x2010 || scalar == 0x2011 { insert(.hyphenated) }
    guard Characters.isLetter(scalar) else { return }
    if Characters.isUpper(scalar) {
      if letters == 0 { insert(.capitalised) }
      capitals += 1
    }
    letters += 1
  }
}
