/// Markup and variables inside running text: `<b>`, `&nbsp;`, `{name}`, `%1$s`, `%d`.
package enum MarkupCodes {
  /// The codes of a text, in order.
  ///
  /// - Complexity: O(n)
  package static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var index = 0
    while index < bytes.count {
      if let end = end(bytes, index) {
        result.append(index..<end)
        index = end
      } else {
        index += 1
      }
    }
    return result
  }

  private static func end(_ bytes: [UInt8], _ start: Int) -> Int? {
    switch bytes[start] {
    case 0x3C: tag(bytes, start)
    case 0x7B: close(bytes, start, 0x7D)
    case 0x26: entity(bytes, start)
    case 0x25: format(bytes, start)
    default: nil
    }
  }

  /// `<b>`, `</b>`, `<x id="1"/>`; `<` before a blank or digit is a sign.
  private static func tag(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard start + 2 < bytes.count, isLetter(bytes[start + 1]) || bytes[start + 1] == 0x2F,
      let end = bytes[start...].firstIndex(of: 0x3E)
    else { return nil }
    return bytes[(start + 1)..<end].contains(0x3C) ? nil : end + 1
  }

  /// `{name}`, `{0}`, `{{name}}`: without blanks.
  private static func close(_ bytes: [UInt8], _ start: Int, _ mark: UInt8) -> Int? {
    guard let end = bytes[start...].firstIndex(of: mark), end > start + 1,
      !bytes[start..<end].contains(0x20)
    else { return nil }
    var next = end + 1
    while next < bytes.count, bytes[next] == mark { next += 1 }
    return next
  }

  private static func entity(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard let end = bytes[start...].prefix(10).firstIndex(of: 0x3B), end > start + 1,
      bytes[(start + 1)..<end].allSatisfy({ isLetter($0) || $0 == 0x23 || $0 &- 0x30 < 10 })
    else { return nil }
    return end + 1
  }

  /// `%s`, `%d`, `%1$s`, `%@`: not the per cent of `5 %`.
  private static func format(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard start == 0 || bytes[start - 1] &- 0x30 >= 10 else { return nil }
    var index = start + 1
    while index < bytes.count, bytes[index] &- 0x30 < 10 || bytes[index] == 0x24 { index += 1 }
    guard index < bytes.count, [0x73, 0x64, 0x40, 0x69, 0x66].contains(bytes[index]) else {
      return nil
    }
    let isWord = index + 1 < bytes.count && isLetter(bytes[index + 1])
    return isWord ? nil : index + 1
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
  }
}
