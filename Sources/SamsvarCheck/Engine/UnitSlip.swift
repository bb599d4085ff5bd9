import SamsvarText

/// Whether a wrong amount is the right number in a wrong unit: 6 feet for 6 inches, million for
/// billion.
enum UnitSlip {
  /// The usual units of each dimension in its base unit.
  private static let sizes: [String: [Double]] = [
    "m": [0.001, 0.01, 0.0254, 0.3048, 0.9144, 1, 1000, 1609.344, 1852],
    "kg": [0.001, 0.0283495, 0.453592, 1, 907.185, 1000, 1016.05],
    "l": [0.001, 0.01, 0.1, 0.568261, 1, 3.78541, 4.54609],
    "m2": [1, 1000, 4046.86, 10_000, 1_000_000, 2_589_988],
    "m/s": [0.277778, 0.44704, 0.514444, 1],
    "s": [1, 60, 3600, 86_400, 604_800],
  ]
  /// From here on amounts are said with a word for their magnitude.
  private static let magnitude = 1e6

  /// Whether another unit or magnitude would make an amount right.
  static func isLikely(_ said: Reading, for right: Reading) -> Bool {
    if said.kind == .measure, said.unit == right.unit, said.raw > 0 {
      let size = right.low / said.raw
      return (sizes[said.unit] ?? []).contains { abs(size / $0 - 1) <= 0.05 }
    }
    guard max(said.low, right.low) >= magnitude else { return false }
    let ratio = max(said.low, right.low) / min(said.low, right.low)
    return (1...12).contains { power in
      let ten = (0..<power).reduce(1.0) { product, _ in product * 10 }
      return abs(ratio / ten - 1) < 1e-9
    }
  }
}
