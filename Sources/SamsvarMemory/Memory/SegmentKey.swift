/// What makes two segments the same: their text, with each run of white space as one blank.
package enum SegmentKey {
  /// The text with single blanks, none at the ends.
  ///
  /// No-break spaces count as white space, since tools put them in and take them out.
  package static func normalised(_ text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { bytes in
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count)
      var index = 0
      while index < bytes.count {
        let length = blank(bytes, index)
        if length == 0 {
          result.append(bytes[index])
        } else if let last = result.last, last != 0x20 {
          result.append(0x20)
        }
        index += max(length, 1)
      }
      if result.last == 0x20 { result.removeLast() }
      return result
    }
  }

  /// The bytes of the white space at an index (White_Space of Unicode's PropList); 0 where there is none.
  @inline(__always)
  private static func blank(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    let byte = bytes[index]
    if byte < 0x80 { return byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) ? 1 : 0 }
    guard byte == 0xC2 || byte >= 0xE1 && byte <= 0xE3 else { return 0 }
    let second = index + 1 < bytes.count ? bytes[index + 1] : 0
    if byte == 0xC2 { return second == 0x85 || second == 0xA0 ? 2 : 0 }
    let third = index + 2 < bytes.count ? bytes[index + 2] : 0
    let isBlank =
      switch (byte, second) {
      case (0xE1, 0x9A), (0xE3, 0x80): third == 0x80
      case (0xE2, 0x80): third <= 0x8A || third == 0xA8 || third == 0xA9 || third == 0xAF
      case (0xE2, 0x81): third == 0x9F
      default: false
      }
    return isBlank ? 3 : 0
  }

  /// FNV-1a over the normalised text; never 0.
  package static func hash(_ text: String) -> Int64 {
    let value = fnv(normalised(text))
    return Int64(bitPattern: value == 0 ? 1 : value)
  }

  static func fnv(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
