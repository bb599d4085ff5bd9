import SamsvarText

/// Whether a writer can have reckoned a value from those of the article.
///
/// Three men and two women are five people; from 1990 to 2020 it is 30 years; from 200 to 150 is down
/// 25 per cent; from 02.40 to 07.15 is four and a half hours; 1887 is in the 19th century.
enum Derivation {
  /// How far a share or time that was reckoned may be off.
  private static let tolerance = 0.05

  /// Whether a value follows from some of the article's.
  ///
  /// - Complexity: O(n³) in the values, of which a sentence has few
  static func holds(_ value: ValueMention, from article: [ValueMention]) -> Bool {
    let said = value.readings[0]
    guard said.low == said.high || said.kind == .period else { return false }
    let facts = article.filter { !$0.isWeak || !$0.hasDigits }.map { $0.readings[0] }
    switch said.kind {
    case .number: return isSum(said.low, of: facts) || isSpan(said.low, of: facts)
    case .age: return isSpan(said.low, of: facts)
    case .measure where said.unit == "s": return isDuration(said.low, of: facts)
    case .measure where said.unit == "month": return isSpan(said.low / 12, of: facts)
    case .percent: return isChange(said.low, of: facts)
    case .period: return facts.contains { holds(said, year(of: $0)) }
    default: return false
    }
  }

  // MARK: - Sums and differences

  /// Two or three counts that make the number together.
  private static func isSum(_ number: Double, of facts: [Reading]) -> Bool {
    let counts = facts.filter { $0.kind == .number && $0.low == $0.high && $0.low >= 1 }.map(\.low)
    for first in counts.indices {
      for second in counts.indices where second > first {
        let sum = counts[first] + counts[second]
        if sum == number { return true }
        for third in counts.indices where third > second && sum + counts[third] == number {
          return true
        }
      }
    }
    return false
  }

  /// The years between two years.
  private static func isSpan(_ years: Double, of facts: [Reading]) -> Bool {
    let all = facts.compactMap(year(of:))
    return all.contains { first in all.contains { $0 - first == years && years > 0 } }
  }

  /// The time between two hours of a day, about.
  private static func isDuration(_ seconds: Double, of facts: [Reading]) -> Bool {
    let times = facts.filter { $0.kind == .time }.flatMap { [$0.low, $0.high] }
    return times.contains { first in
      times.contains { abs(($0 - first) * 60 - seconds) <= tolerance * seconds }
    }
  }

  /// The share by which one amount differs from another of its kind.
  private static func isChange(_ percent: Double, of facts: [Reading]) -> Bool {
    let amounts = facts.filter { [.number, .money, .measure].contains($0.kind) && $0.low > 0 }
    return amounts.contains { first in
      let ends = amounts.filter { $0.kind == first.kind && $0.unit == first.unit }.map(\.high)
      return ends.contains {
        $0 != first.low
          && abs(abs($0 - first.low) / first.low * 100 - percent) <= tolerance * percent
      }
    }
  }

  // MARK: - Years

  private static func year(of reading: Reading) -> Double? {
    reading.kind == .year ? reading.low : reading.date?.year.map(Double.init)
  }

  private static func holds(_ period: Reading, _ year: Double?) -> Bool {
    year.map { (period.low...max(period.low, period.high)).contains($0) } ?? false
  }
}
