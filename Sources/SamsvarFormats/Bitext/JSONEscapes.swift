/// Strings as JSON writes them (RFC 8259 section 7).
package enum JSONEscapes {
  private static let short: [UInt8: UInt8] = [
    0x6E: 0x0A, 0x74: 0x09, 0x72: 0x0D, 0x62: 0x08, 0x66: 0x0C,
  ]

  /// How many bytes the escape at the beginning takes, and what it says.
  static func escape(_ rest: ArraySlice<UInt8>) -> (Int, [UInt8]) {
    guard let letter = rest.dropFirst().first else { return (1, []) }
    guard letter == 0x75 else { return (2, [short[letter] ?? letter]) }
    guard let high = unit(rest) else { return (min(6, rest.count), []) }
    if (0xD800..<0xDC00).contains(high), let low = unit(rest.dropFirst(6)),
      (0xDC00..<0xE000).contains(low)
    {
      let code = 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
      return (12, Unicode.Scalar(code).map { Array(String($0).utf8) } ?? [])
    }
    return (6, Unicode.Scalar(high).map { Array(String($0).utf8) } ?? Array("\u{FFFD}".utf8))
  }

  private static func unit(_ rest: ArraySlice<UInt8>) -> UInt32? {
    guard rest.starts(with: [0x5C, 0x75]), rest.count >= 6 else { return nil }
    return UInt32(String(decoding: rest.dropFirst(2).prefix(4), as: UTF8.self), radix: 16)
  }

  /// The text as JSON writes it, in quotation marks.
  package static func quoted(_ text: String) -> String {
    "\"\(String(decoding: escaped(text), as: UTF8.self))\""
  }

  /// The text without its quotation marks.
  static func escaped(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5C: result += [0x5C, byte]
      case 0x0A: result += Array("\\n".utf8)
      case 0x0D: result += Array("\\r".utf8)
      case 0x09: result += Array("\\t".utf8)
      case 0x00..<0x20:
        result +=
          Array("\\u00".utf8) + [byte < 0x10 ? 0x30 : 0x31]
          + Array(String(byte & 15, radix: 16).utf8)
      default: result.append(byte)
      }
    }
    return result
  }
}
