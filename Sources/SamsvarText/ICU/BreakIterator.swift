import CICU

/// An ICU break iterator; closes its handle.
final class BreakIterator {
  private let handle: OpaquePointer

  private init(_ handle: OpaquePointer) { self.handle = handle }

  deinit { cicu_break_close(handle) }

  /// Word boundaries of a locale (UAX #29); nil when ICU has no data at all.
  static func words(locale: String) -> BreakIterator? {
    cicu_words_open(locale).map(BreakIterator.init)
  }

  /// Sentence boundaries of a locale (UAX #29).
  ///
  /// ICU's filtered break iteration is not used: its exceptions match the ends of longer words
  /// (`n.` in `mann.`), which loses one sentence end in five. `SentenceRules` knows abbreviations
  /// as tokens.
  static func sentences(locale: String) -> BreakIterator? {
    cicu_sentences_open(locale).map(BreakIterator.init)
  }

  /// Appends each boundary but the first, as UTF-8 offsets of the whole text.
  ///
  /// - Complexity: O(n)
  func appendBoundaries(in text: borrowing UTF16Block, to boundaries: inout [Int32]) {
    text.units.withUnsafeBufferPointer { units in
      guard cicu_break_set_text(handle, units.baseAddress, Int32(units.count)) == 0 else { return }
      _ = cicu_break_first(handle)
      var boundary = cicu_break_next(handle)
      while boundary >= 0 {
        boundaries.append(text.offsets[Int(boundary)])
        boundary = cicu_break_next(handle)
      }
    }
  }

  /// Calls `body` with each boundary but the first, and the status of what ends there.
  ///
  /// - Complexity: O(n)
  func forEachBoundary(
    in text: borrowing UTF16Block, _ body: (_ offset: Int, _ status: Int32) -> Void
  ) {
    text.units.withUnsafeBufferPointer { units in
      guard cicu_break_set_text(handle, units.baseAddress, Int32(units.count)) == 0 else { return }
      _ = cicu_break_first(handle)
      while true {
        let boundary = cicu_break_next(handle)
        if boundary < 0 { return }
        body(Int(boundary), cicu_break_status(handle))
      }
    }
  }
}

/// A stretch of UTF-8 text as UTF-16, with the way back; a buffer to be used again and again.
struct UTF16Block: ~Copyable {
  /// The UTF-16 code units.
  private(set) var units: [UInt16] = []
  /// For each unit, and once more for the end, its UTF-8 offset in the whole text.
  private(set) var offsets: [Int32] = []

  /// Loads a stretch of valid UTF-8.
  ///
  /// - Complexity: O(n)
  mutating func load(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    units.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    units.reserveCapacity(range.count)
    offsets.reserveCapacity(range.count + 1)
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      if byte < 0x80 {
        append(UInt16(byte), at: index)
        index += 1
      } else {
        let (scalar, length) = UTF8Scalar.decode(text, at: index)
        if scalar > 0xFFFF {
          append(UInt16(0xD7C0 + (scalar >> 10)), at: index)
          append(UInt16(0xDC00 + (scalar & 0x3FF)), at: index)
        } else {
          append(UInt16(scalar), at: index)
        }
        index += length
      }
    }
    offsets.append(Int32(range.upperBound))
  }

  private mutating func append(_ unit: UInt16, at offset: Int) {
    units.append(unit)
    offsets.append(Int32(offset))
  }
}

/// Single characters of valid UTF-8.
package enum UTF8Scalar {
  /// The code point at an offset and the bytes it takes.
  package static func decode(
    _ text: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (scalar: UInt32, length: Int) {
    let first = UInt32(text[index])
    func tail(_ offset: Int) -> UInt32 { UInt32(text[index + offset]) & 0x3F }
    switch first {
    case 0..<0x80: return (first, 1)
    case 0..<0xE0: return ((first & 0x1F) << 6 | tail(1), 2)
    case 0..<0xF0: return ((first & 0xF) << 12 | tail(1) << 6 | tail(2), 3)
    default: return ((first & 0x7) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
    }
  }

  /// The code point that ends before an offset and the bytes it takes.
  package static func decode(
    _ text: UnsafeBufferPointer<UInt8>, before index: Int
  ) -> (scalar: UInt32, length: Int) {
    var start = index - 1
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    return (decode(text, at: start).scalar, index - start)
  }
}
