/// A generator with a seed (SplitMix64), so that a failing case can be run again.
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  /// A generator that always gives the same numbers for the same seed.
  public init(seed: UInt64) { state = seed }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Random texts for property tests.
public enum RandomText {
  private static let pieces = [
    "avtale", "FN", "Oslo", "sa", "og", "han", "1.000", "17.", "mai", "kl.", "18.30", "«", "»", "–",
    "-",
    "…", "...", "?", "!", ".", ",", ":", ";", "(", ")", "\"", "’", "\n", "\n\n", "\r\n", " ", "  ",
    "\u{A0}",
    "\t", "å", "a\u{30A}", "é", "œ", "🙂", "漢字", "f.eks.", "§", "§§", "3-1", "22/7", "LNA-milits",
    "helse-",
    "www.nrk.no", "post@example.no", "#vær", "50", "%", "€", "\u{AD}", "\u{200B}", "J.", "R.", "R.",
    "osv.",
  ]

  /// Words, marks and white space in any order.
  public static func mixed(_ count: Int, using generator: inout SeededGenerator) -> String {
    (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
  }

  /// Any bytes at all.
  public static func bytes(_ count: Int, using generator: inout SeededGenerator) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }
}
