/// Characters as XML 1.0 writes them (sections 2.2, 2.4, 3.3.3).
enum XMLText {
  /// The text with what XML forbids replaced by U+FFFD.
  static func legal(_ text: String) -> String {
    var bytes: [UInt8] = []
    appendLegal(Array(text.utf8), to: &bytes) { bytes, byte in bytes.append(byte) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Adds text with `& < > "` and carriage returns escaped; in an attribute tabs and line feeds too.
  static func append(
    _ text: some Collection<UInt8>, isAttribute: Bool, to bytes: inout [UInt8]
  ) {
    appendLegal(text, to: &bytes) { bytes, byte in
      switch byte {
      case 0x26: bytes.append(contentsOf: "&amp;".utf8)
      case 0x3C: bytes.append(contentsOf: "&lt;".utf8)
      case 0x3E: bytes.append(contentsOf: "&gt;".utf8)
      case 0x22: bytes.append(contentsOf: "&quot;".utf8)
      case 0x0D: bytes.append(contentsOf: "&#13;".utf8)
      case 0x0A where isAttribute: bytes.append(contentsOf: "&#10;".utf8)
      case 0x09 where isAttribute: bytes.append(contentsOf: "&#9;".utf8)
      default: bytes.append(byte)
      }
    }
  }

  /// The escaped form of a text.
  static func escaped(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    append(text.utf8, isAttribute: false, to: &bytes)
    return bytes
  }

  /// Passes on each byte; control characters and U+FFFE, U+FFFF become U+FFFD.
  private static func appendLegal(
    _ text: some Collection<UInt8>, to bytes: inout [UInt8],
    _ append: (inout [UInt8], UInt8) -> Void
  ) {
    for byte in text {
      if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D {
        bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
      } else if byte == 0xBE || byte == 0xBF, bytes.suffix(2).elementsEqual([0xEF, 0xBF]) {
        bytes.append(0xBD)
      } else {
        append(&bytes, byte)
      }
    }
  }
}
