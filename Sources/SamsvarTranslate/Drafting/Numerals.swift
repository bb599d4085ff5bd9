import SamsvarModel
import SamsvarText

/// Runs of digits in a text, with the separators between them.
struct Numerals {
  let language: LanguageTag

  /// A run of digits as written.
  struct Numeral {
    var range: Range<Int>
    var value: Double
    var decimals: Int
    var isGrouped: Bool
    /// The sign between its groups, as written.
    var groupSign: [UInt8] = []
    /// The separator is that of clock times and dates, not of numbers: `18.30` in Norwegian.
    var written: String
  }

  /// The decimal sign of a language.
  private var decimalSign: UInt8 { language.base == .en ? 0x2E : 0x2C }

  /// The numerals of a text, in order.
  func all(in text: String) -> [Numeral] {
    let bytes = Array(text.utf8)
    var result: [Numeral] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] &- 0x30 < 10 else {
        index += 1
        continue
      }
      let end = end(bytes, index)
      result.append(numeral(bytes, index..<end))
      index = end
    }
    return result
  }

  /// The end of a run: digits, and separators with digits behind them.
  private func end(_ bytes: [UInt8], _ start: Int) -> Int {
    var index = start
    while index < bytes.count {
      if bytes[index] &- 0x30 < 10 {
        index += 1
        continue
      }
      let length = separator(bytes, index)
      guard length > 0, index + length < bytes.count, bytes[index + length] &- 0x30 < 10 else {
        break
      }
      // A blank groups only three digits.
      let isBlank = bytes[index] != 0x2E && bytes[index] != 0x2C
      if isBlank, !isGroup(bytes, index + length) { break }
      index += length
    }
    return index
  }

  private func isGroup(_ bytes: [UInt8], _ start: Int) -> Bool {
    let digits = bytes[start...].prefix { $0 &- 0x30 < 10 }
    return digits.count == 3
  }

  private func separator(_ bytes: [UInt8], _ index: Int) -> Int {
    if bytes[index] == 0x2E || bytes[index] == 0x2C || bytes[index] == 0x20 { return 1 }
    if bytes[index...].starts(with: [0xC2, 0xA0]) { return 2 }
    return bytes[index...].starts(with: [0xE2, 0x80, 0xAF]) ? 3 : 0
  }

  private func numeral(_ bytes: [UInt8], _ range: Range<Int>) -> Numeral {
    var (whole, fraction, scale) = (0.0, 0.0, 1.0)
    var (decimals, isFraction) = (0, false)
    var groupSign: [UInt8] = []
    for byte in bytes[range] {
      if byte == decimalSign {
        isFraction = true
      } else if byte &- 0x30 < 10 {
        let digit = Double(byte - 0x30)
        if isFraction {
          scale /= 10
          fraction += digit * scale
          decimals += 1
        } else {
          whole = whole * 10 + digit
        }
      } else {
        groupSign.append(byte)
      }
    }
    return Numeral(
      range: range, value: whole + fraction, decimals: decimals, isGrouped: !groupSign.isEmpty,
      groupSign: Self.first(groupSign), written: String(decoding: bytes[range], as: UTF8.self))
  }

  /// One sign out of those between all groups.
  private static func first(_ signs: [UInt8]) -> [UInt8] {
    guard let first = signs.first else { return [] }
    return Array(signs.prefix(first < 0x80 ? 1 : first < 0xE0 ? 2 : 3))
  }

  /// A numeral of another language written as this one does, with as many decimals.
  ///
  ///     Numerals(language: .en).written(numeral, …)  // "2.5" for "2,5", "1,200" for "1.200"
  ///
  /// - Parameter sign: What stands between groups; nil for the language's own sign.
  func written(_ numeral: Numeral, isGrouped: Bool, sign: [UInt8]? = nil) -> String {
    var digits = numeral.written.utf8.filter { $0 &- 0x30 < 10 }
    let fraction = Array(digits.suffix(numeral.decimals))
    digits.removeLast(numeral.decimals)
    var result: [UInt8] = []
    for (index, digit) in digits.enumerated() {
      if isGrouped, index > 0, (digits.count - index) % 3 == 0 {
        result += sign ?? groupSign
      }
      result.append(digit)
    }
    if !fraction.isEmpty { result += [decimalSign] + fraction }
    return String(decoding: result, as: UTF8.self)
  }

  private var groupSign: [UInt8] { language.base == .en ? [0x2C] : [0xC2, 0xA0] }
}
