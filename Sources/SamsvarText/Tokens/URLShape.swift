import Glibc

/// Shapes of tokens that hold marks: URLs, e-mail addresses, hashtags, initials.
enum URLShape {
  /// Whether a run without white space is a URL, an e-mail address, a hashtag or a handle.
  static func isURL(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    let first = text[range.lowerBound]
    if first == 0x40 || first == 0x23 {
      guard range.count > 1 else { return false }
      return Characters.isLetter(UTF8Scalar.decode(text, at: range.lowerBound + 1).scalar)
    }
    if contains(text, range, "://") || starts(text, range, "www.") { return true }
    guard let at = range.first(where: { text[$0] == 0x40 }), at > range.lowerBound else {
      return false
    }
    return (at..<range.upperBound).contains { text[$0] == 0x2E }
  }

  /// Whether a mark at the end of a URL belongs to the sentence rather than to the URL.
  static func trails(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x29, 0x5D, 0x22, 0x27: true
    default: false
    }
  }

  /// Whether the text is one capital letter, or several with dots between: `J`, `L.A`, `U.S`.
  static func isInitials(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    var wantsLetter = true
    while index < range.upperBound {
      let (scalar, length) = UTF8Scalar.decode(text, at: index)
      guard wantsLetter ? Characters.isUpper(scalar) : scalar == 0x2E else { return false }
      wantsLetter.toggle()
      index += length
    }
    return !wantsLetter
  }

  /// The dot of `quality.You'll`, two sentences that ICU takes for one word: three letters in lower
  /// case, a dot, a capital and a letter in lower case.
  static func forgottenBlank(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    guard range.count >= 7, let base = text.baseAddress,
      let found = memchr(base + range.lowerBound, 0x2E, range.count)
    else { return nil }
    let dot = UnsafeRawPointer(found) - UnsafeRawPointer(base)
    guard dot - range.lowerBound >= 3, range.upperBound - dot >= 3 else { return nil }
    let before = (dot - 3..<dot).allSatisfy { text[$0] >= 0x80 || text[$0] &- 0x61 < 26 }
    guard before else { return nil }
    let (first, length) = UTF8Scalar.decode(text, at: dot + 1)
    guard Characters.isUpper(first), dot + 1 + length < range.upperBound,
      Characters.isLower(UTF8Scalar.decode(text, at: dot + 1 + length).scalar)
        || text[dot + 1 + length] == 0x27
    else { return nil }
    return dot
  }

  private static func contains(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ part: StaticString
  ) -> Bool {
    let count = part.utf8CodeUnitCount
    guard range.count >= count else { return false }
    return (range.lowerBound...range.upperBound - count).contains { matches(text, $0, part) }
  }

  private static func starts(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ part: StaticString
  ) -> Bool {
    range.count >= part.utf8CodeUnitCount && matches(text, range.lowerBound, part)
  }

  private static func matches(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ part: StaticString
  ) -> Bool {
    (0..<part.utf8CodeUnitCount).allSatisfy { text[at + $0] == part.utf8Start[$0] }
  }
}

/// Marks that form one token with their like: `...`, `§§`, `--`.
enum MarkRuns {
  /// Whether runs of the mark are one token.
  static func join(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E, 0x2D, 0x2A, 0x5F, 0x3D, 0x7E, 0xA7, 0x21, 0x3F, 0x2013, 0x2014: true
    default: false
    }
  }
}
