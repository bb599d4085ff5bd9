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
      var start = 0
      while true {
        let boundary = Int(cicu_break_next(handle))
        if boundary < 0 { return }
        // Every other stretch is one blank: no need to ask.
        let isBlank = boundary == start + 1 && units[start] == 0x20
        body(boundary, isBlank ? 0 : cicu_break_status(handle))
        start = boundary
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
  /// Whether it holds what may end a sentence beside `.`, `!`, `?` and `…`: line and paragraph
  /// separators, and the marks of other scripts.
  private(set) var mayEndOtherwise = false

  /// Loads a stretch of valid UTF-8.
  ///
  /// - Complexity: O(n)
  mutating func load(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    // UTF-16 never takes more units than UTF-8 takes bytes.
    var count = 0
    units = Array(unsafeUninitializedCapacity: range.count) { units, unitCount in
      offsets = Array(unsafeUninitializedCapacity: range.count + 1) { offsets, offsetCount in
        (count, mayEndOtherwise) = Self.convert(text, range, units, offsets)
        offsets[count] = Int32(range.upperBound)
        offsetCount = count + 1
      }
      unitCount = count
    }
  }

  /// Writes units and their offsets, and returns how many, and whether separators are among them.
  private static func convert(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>,
    _ units: UnsafeMutableBufferPointer<UInt16>, _ offsets: UnsafeMutableBufferPointer<Int32>
  ) -> (count: Int, mayEndOtherwise: Bool) {
    var count = 0
    var mayEndOtherwise = false
    func append(_ unit: UInt32, at offset: Int) {
      units[count] = UInt16(truncatingIfNeeded: unit)
      offsets[count] = Int32(truncatingIfNeeded: offset)
      count += 1
    }
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, length) = UTF8Scalar.decode(text, at: index)
      if scalar > 0xFFFF {
        append(0xD7C0 + (scalar >> 10), at: index)
        append(0xDC00 + (scalar & 0x3FF), at: index)
      } else {
        append(scalar, at: index)
      }
      mayEndOtherwise = mayEndOtherwise || isSeparator(scalar)
      index += length
    }
    return (count, mayEndOtherwise)
  }

  /// Line ends and whatever lies outside Latin and the usual punctuation.
  private static func isSeparator(_ scalar: UInt32) -> Bool {
    if scalar >= 0x20, scalar < 0x250, scalar != 0x85 { return false }
    if (0x2010...0x2027).contains(scalar) { return false }
    return scalar != 0x09
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
