/// Reads numbers written with digits, as a language writes them.
package enum DigitReader {
  /// How a number was written.
  package struct Result: Hashable, Sendable {
    package var value: Double
    /// Whether groups of thousands were marked.
    package var isGrouped: Bool
    /// Digits after the decimal sign.
    package var decimals: Int
    /// Whether it follows the other language's habit (`3,5` in English).
    package var isForeign: Bool
  }

  /// The value of digits with dots and commas, or nil when they make no number.
  ///
  /// With the decimal sign `,`: `1.000` is 1000, `2,5` is 2.5, `1.250,50` is 1250.5, `1,000` is 1.
  /// A single sign of the other kind that cannot group (`2.5` in Norwegian) is read as a decimal
  /// sign and marked foreign.
  package static func read(_ digits: [UInt8], decimalSign: UInt8) -> Result? {
    guard let first = digits.first, let last = digits.last, isDigit(first), isDigit(last) else {
      return nil
    }
    let groupSign: UInt8 = decimalSign == 0x2C ? 0x2E : 0x2C
    let decimal = digits.firstIndex(of: decimalSign)
    let whole = digits[..<(decimal ?? digits.count)]
    let fraction = decimal.map { digits[($0 + 1)...] } ?? []
    guard fraction.allSatisfy(isDigit) else {
      return groupedInForeignStyle(digits, groupSign: decimalSign)
    }
    let groups = whole.split(separator: groupSign, omittingEmptySubsequences: false)
    guard groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }) else { return nil }
    if groups.count == 1 {
      return Result(
        value: number(whole, fraction), isGrouped: false, decimals: fraction.count,
        isForeign: false)
    }
    if groups[0].count <= 3, groups.dropFirst().allSatisfy({ $0.count == 3 }) {
      return Result(
        value: number(whole, fraction), isGrouped: true, decimals: fraction.count,
        isForeign: false)
    }
    guard groups.count == 2, decimal == nil else { return nil }
    return Result(
      value: number(groups[0], groups[1]), isGrouped: false, decimals: groups[1].count,
      isForeign: true)
  }

  /// `1,000,000` in Norwegian or `1.000.000` in English: the signs are swapped.
  private static func groupedInForeignStyle(_ digits: [UInt8], groupSign: UInt8) -> Result? {
    let groups = digits.split(separator: groupSign, omittingEmptySubsequences: false)
    guard groups.count > 2, groups[0].count <= 3,
      groups.dropFirst().allSatisfy({ $0.count == 3 && $0.allSatisfy(isDigit) })
    else { return nil }
    return Result(value: number(digits[...], []), isGrouped: true, decimals: 0, isForeign: true)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// Computed from integers and one division, so that `0,1` is the nearest value to 0.1.
  private static func number(_ whole: ArraySlice<UInt8>, _ fraction: ArraySlice<UInt8>) -> Double {
    var value = 0.0
    for byte in whole where isDigit(byte) { value = value * 10 + Double(byte - 0x30) }
    var scale = 1.0
    for byte in fraction {
      value = value * 10 + Double(byte - 0x30)
      scale *= 10
    }
    return value / scale
  }
}
