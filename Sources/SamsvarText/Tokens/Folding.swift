/// Lower case on UTF-8 bytes.
package enum Folding {
  /// The lower-case form of a stretch of valid UTF-8.
  ///
  /// - Complexity: O(n)
  package static func lower(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    appendLower(text, range, to: &result)
    return result
  }

  /// The lower-case form of a text.
  package static func lower(_ text: [UInt8]) -> [UInt8] {
    text.withUnsafeBufferPointer { lower($0, 0..<$0.count) }
  }

  /// Appends the lower-case form of a stretch of valid UTF-8; a typographic apostrophe becomes a
  /// plain one and a non-breaking hyphen a hyphen, so that one word has one form.
  package static func appendLower(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to result: inout [UInt8]
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      if byte < 0x80 {
        result.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        index += 1
        continue
      }
      let (scalar, length) = UTF8Scalar.decode(text, at: index)
      index += length
      if byte == 0xC3 {
        let low = text[index - 1]
        result.append(0xC3)
        result.append((0x80...0x9E).contains(low) && low != 0x97 ? low | 0x20 : low)
        continue
      }
      switch scalar {
      case 0x2019, 0x2BC: result.append(0x27)
      case 0x2010, 0x2011: result.append(0x2D)
      case 0xAD: break
      default:
        let lowered = Unicode.Scalar(Characters.lower(scalar)) ?? "\u{FFFD}"
        result.append(contentsOf: UTF8.encode(lowered) ?? .init())
      }
    }
  }
}
