/// Decades and centuries by the number in their name.
enum Periods {
  /// The period a number names: 90 is 1990–1999, 1960 is 1960–1969, 1800 is 1800–1899.
  ///
  /// Nil for numbers that name none, such as 13 or 1985.
  static func named(_ number: Double) -> Reading? {
    guard number >= 10, number <= 2100, number.truncatingRemainder(dividingBy: 10) == 0 else {
      return nil
    }
    let first = number < 100 ? 1900 + number : number
    let length: Double = first.truncatingRemainder(dividingBy: 100) == 0 ? 99 : 9
    return Reading(.period, first, to: first + length)
  }

  /// All a period may mean: `2000-tallet` is a century or its first decade.
  static func readings(_ period: Reading) -> [Reading] {
    guard period.high - period.low == 99 else { return [period] }
    return [period, Reading(.period, period.low, to: period.low + 9)]
  }

  /// The hundred years of the 19th century for 19: 1800–1899, as people count.
  static func century(_ ordinal: Int) -> Reading {
    Reading(.period, Double(ordinal - 1) * 100, to: Double(ordinal - 1) * 100 + 99)
  }
}
