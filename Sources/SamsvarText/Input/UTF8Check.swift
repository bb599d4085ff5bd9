/// Validity of UTF-8 (RFC 3629), on bytes.
package enum UTF8Check {
  /// The offset of the first byte that does not belong to a well-formed sequence, or nil.
  ///
  /// - Complexity: O(n)
  package static func firstBrokenByte(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        index = skippingASCII(buffer, from: index)
        if index == buffer.count { return nil }
        let length = sequenceLength(buffer, at: index)
        if length == 0 { return index }
        index += length
      }
      return nil
    }
  }

  /// The first offset that may hold a byte above 0x7F: eight bytes at a time.
  private static func skippingASCII(_ buffer: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(buffer)
    var index = start
    while index + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if word & 0x8080_8080_8080_8080 != 0 { break }
      index += 8
    }
    while index < raw.count, raw[index] < 0x80 { index += 1 }
    return index
  }

  /// Whether any well-formed sequence of two bytes or more occurs.
  package static func hasMultiByteSequence(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      buffer.indices.contains { buffer[$0] >= 0xC2 && sequenceLength(buffer, at: $0) > 1 }
    }
  }

  /// The length of the well-formed sequence at an offset, or 0.
  private static func sequenceLength(_ b: UnsafeBufferPointer<UInt8>, at i: Int) -> Int {
    func continues(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      i + offset < b.count && range.contains(b[i + offset])
    }
    switch b[i] {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: return continues(1) ? 2 : 0
    case 0xE0: return continues(1, 0xA0...0xBF) && continues(2) ? 3 : 0
    case 0xED: return continues(1, 0x80...0x9F) && continues(2) ? 3 : 0
    case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : 0
    case 0xF0: return continues(1, 0x90...0xBF) && continues(2) && continues(3) ? 4 : 0
    case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : 0
    case 0xF4: return continues(1, 0x80...0x8F) && continues(2) && continues(3) ? 4 : 0
    default: return 0
    }
  }
}
