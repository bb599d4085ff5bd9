/// What makes two segments the same: their text, with each run of white space as one blank.
package enum SegmentKey {
  /// The text with single blanks, none at the ends.
  ///
  /// No-break spaces count as white space, since tools put them in and take them out.
  package static func normalised(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    var isBlank = true
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        if !isBlank { result.append(0x20) }
        isBlank = true
      } else {
        result.append(contentsOf: Array(String(scalar).utf8))
        isBlank = false
      }
    }
    if result.last == 0x20 { result.removeLast() }
    return result
  }

  /// FNV-1a over the normalised text; never 0.
  package static func hash(_ text: String) -> Int64 {
    let value = fnv(normalised(text))
    return Int64(bitPattern: value == 0 ? 1 : value)
  }

  static func fnv(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
