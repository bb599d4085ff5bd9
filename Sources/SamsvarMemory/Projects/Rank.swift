/// Keys that order rows and leave room for more between any two.
///
/// A key is a fraction in base 36 without trailing zero: there is always one between two others, so that a
/// row can be put anywhere without touching the rest.
enum Rank {
  private static let digits = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)

  /// The key of the `index`th of `count` rows, all of one length.
  static func initial(_ index: Int, of count: Int) -> String {
    let width = String(count + 1, radix: 36).utf8.count
    let number = String(index + 1, radix: 36)
    return String(repeating: "0", count: width - number.utf8.count) + number + "i"
  }

  /// A key after `low` and before `high`; an empty `low` is before all, a nil `high` after all.
  ///
  /// - Complexity: O(length of the keys)
  static func between(_ low: String, _ high: String?) -> String {
    String(
      decoding: middle(Array(low.utf8)[...], high.map { Array($0.utf8)[...] }), as: UTF8.self)
  }

  private static func middle(_ low: ArraySlice<UInt8>, _ high: ArraySlice<UInt8>?) -> [UInt8] {
    if let high {
      let shared = high.enumerated().prefix { place, digit in
        digit == (place < low.count ? low[low.startIndex + place] : digits[0])
      }.count
      if shared > 0 {
        return Array(high.prefix(shared)) + middle(low.dropFirst(shared), high.dropFirst(shared))
      }
    }
    let first = low.first.map(value) ?? 0
    let last = high?.first.map(value) ?? digits.count
    if last - first > 1 { return [digits[(first + last) / 2]] }
    if let high, high.count > 1 { return [high[high.startIndex]] }
    return [digits[first]] + middle(low.dropFirst(), nil)
  }

  private static func value(_ digit: UInt8) -> Int {
    digit >= 0x61 ? Int(digit) - 0x61 + 10 : Int(digit) - 0x30
  }
}
