import SamsvarText

/// The trigrams of a segment: three bytes each, in lower case, digits alike, words apart by one blank.
///
/// Digits are alike so that a sentence with another number is found at once.
enum Trigrams {
  /// The distinct trigrams, ascending.
  ///
  /// - Complexity: O(n log n)
  static func of(_ text: String) -> [UInt32] {
    var bytes: [UInt8] = [0x20]
    for byte in Folding.lower(SegmentKey.normalised(text)) {
      bytes.append(byte &- 0x30 < 10 ? 0x30 : byte)
    }
    bytes.append(0x20)
    guard bytes.count >= 3 else { return [] }
    var grams: [UInt32] = []
    grams.reserveCapacity(bytes.count)
    for index in 0..<bytes.count - 2 {
      grams.append(
        UInt32(bytes[index]) << 16 | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2]))
    }
    grams.sort()
    var distinct: [UInt32] = []
    for gram in grams where gram != distinct.last { distinct.append(gram) }
    return distinct
  }
}
