import Glibc
import SamsvarModel
import SamsvarText

/// Whether a value of an article bears out a value of its summary.
///
/// A summary rounds: `3.212 personer` are *3,200 people*, *about 3,000* or *more than 3,000*, and
/// `48,7 prosent` is *almost half*. It takes up one end of a change: `fra 12 til 14 år` is *to 14*.
enum SummarySupport {
  /// How far a value that is called rough may be off.
  private static let rough = 0.1
  /// How far a value may be off that is rounded and not called so.
  private static let silent = 0.025
  /// How much of the article's value a bound must reach: *more than 10* for 500 says too little.
  private static let nearBound = 0.75

  /// Whether the article's value is the summary's, or the summary's a true rounding of it.
  ///
  /// - Parameter document: The article, which tells a change (`fra 12 til 14`) from a span (`12–14`).
  static func holds(
    _ article: ValueMention, _ summary: ValueMention, in document: AnalysedDocument
  ) -> Bool {
    if article.agreement(with: summary) >= .compatible { return true }
    let said = summary.readings
    return article.readings.contains { reading in
      let ends = document.isSpan(article) ? [] : ends(reading)
      return ends.contains { end in said.contains { end.agreement(with: $0) >= .compatible } }
        || ([reading] + ends).contains { end in said.contains { isRounded(end, to: $0) } }
    }
  }

  /// The two ends of a range, each as a value of its own.
  private static func ends(_ reading: Reading) -> [Reading] {
    guard reading.low != reading.high, isQuantity(reading.kind) else { return [] }
    var low = reading
    low.high = reading.low
    var high = reading
    high.low = reading.high
    if reading.low != 0 { high.raw = reading.raw * reading.high / reading.low }
    return [low, high]
  }

  private static func isQuantity(_ kind: ValueKind) -> Bool {
    switch kind {
    case .number, .percent, .percentagePoint, .permille, .money, .measure, .age, .multiple: true
    default: false
    }
  }

  // MARK: - Rounding

  private static func isRounded(_ article: Reading, to summary: Reading) -> Bool {
    guard isQuantity(summary.kind), let (fact, said) = comparable(article, summary),
      fact > 0, said > 0, !areOpposite(article.comparator, summary.comparator)
    else { return false }
    switch summary.comparator {
    case .over, .atLeast: return fact >= said && said >= fact * nearBound
    case .under, .atMost: return fact <= said && fact >= said * nearBound
    case .about: return abs(fact - said) <= rough * max(fact, said) && isCoarser(said, than: fact)
    case .exactly:
      // A small count is said exactly or called rough.
      let isCount = fact == fact.rounded() && fact < 100
      return !isCount && abs(fact - said) <= silent * fact && isCoarser(said, than: fact)
    }
  }

  /// `minst 20` and *under 30*.
  private static func areOpposite(_ a: Comparator, _ b: Comparator) -> Bool {
    let up: Set<Comparator> = [.over, .atLeast]
    let down: Set<Comparator> = [.under, .atMost]
    return up.contains(a) && down.contains(b) || down.contains(a) && up.contains(b)
  }

  /// The two as said in one unit: a plain number is compared with the number of any quantity.
  private static func comparable(_ a: Reading, _ b: Reading) -> (Double, Double)? {
    guard a.low == a.high, b.low == b.high else { return nil }
    if a.kind == b.kind, a.unit == b.unit { return (a.low, b.low) }
    switch (a.kind, b.kind) {
    case (.number, .measure), (.number, .money), (.number, .age): return (a.low, b.raw)
    case (.measure, .number), (.money, .number), (.age, .number): return (a.raw, b.low)
    // Half of the votes for 48.7 per cent.
    case (.percent, .number) where b.low < 1: return (a.low, b.low * 100)
    case (.number, .percent) where a.low < 1: return (a.low * 100, b.low)
    default: return nil
    }
  }

  /// Whether a number is said with fewer digits than another and is that one rounded; a dozen and a
  /// half count as round.
  private static func isCoarser(_ said: Double, than fact: Double) -> Bool {
    if said == 12 || said == 50 { return fact != said }
    let step = step(said)
    return step > self.step(fact) && abs(said - fact) <= step
  }

  /// What the last digit of a number counts: 100 of 3,200, 0.1 of 48.7.
  private static func step(_ value: Double) -> Double {
    var step = pow(10, floor(log10(value)))
    for _ in 0..<8 {
      let quotient = value / step
      if abs(quotient - quotient.rounded()) < 1e-6 { break }
      step /= 10
    }
    return step
  }
}

extension AnalysedDocument {
  /// Whether a value is written with a dash (`10–15`) and so is a span, no change of one to the other.
  fileprivate func isSpan(_ value: ValueMention) -> Bool {
    value.tokens.contains { token in
      let bytes = document.text[tokens[token].range]
      return bytes.elementsEqual([0x2D]) || bytes.elementsEqual([0xE2, 0x80, 0x93])
    }
  }
}
