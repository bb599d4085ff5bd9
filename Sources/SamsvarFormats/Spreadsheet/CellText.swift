/// How SpreadsheetML writes what XML cannot hold in a cell: `_x0007_` for U+0007 (ECMA-376, ST_Xstring).
enum CellText {
  /// The text with the escapes resolved.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(0x5F) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if let unit = escape(bytes, at: index) {
        if let scalar = Unicode.Scalar(unit) { result += Array(String(scalar).utf8) }
        index += 7
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The text with an underscore that would be read as the beginning of an escape escaped itself.
  static func encoded(_ text: String) -> String {
    guard text.utf8.contains(0x5F) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    for index in bytes.indices {
      if escape(bytes, at: index) != nil { result += Array("_x005F".utf8) }
      result.append(bytes[index])
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The code unit of `_xHHHH_` at an offset.
  private static func escape(_ bytes: [UInt8], at index: Int) -> UInt32? {
    guard bytes[index] == 0x5F, index + 6 < bytes.count, bytes[index + 1] == 0x78,
      bytes[index + 6] == 0x5F
    else { return nil }
    var value: UInt32 = 0
    for byte in bytes[index + 2..<index + 6] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
