/// What offsets count.
public enum OffsetUnit: String, Sendable, CaseIterable {
  case utf8, utf16, codepoints
}

/// Turns UTF-8 offsets of one text into offsets of another unit.
public struct OffsetCounter: Sendable {
  private let unit: OffsetUnit
  private let text: [UInt8]
  private let isASCII: Bool

  /// A counter for a text in valid UTF-8.
  public init(_ text: some Sequence<UInt8>, unit: OffsetUnit) {
    self.text = Array(text)
    self.unit = unit
    isASCII = self.text.allSatisfy { $0 < 0x80 }
  }

  /// The offset in the wanted unit of a UTF-8 offset.
  ///
  /// - Complexity: O(n)
  public func offset(_ utf8: Int) -> Int {
    guard unit != .utf8, !isASCII else { return utf8 }
    return text[..<min(utf8, text.count)].reduce(0) { count, byte in
      if byte & 0xC0 == 0x80 { return count }
      return count + (unit == .utf16 && byte >= 0xF0 ? 2 : 1)
    }
  }

  /// The offsets of several ascending UTF-8 ranges, in one walk through the text.
  ///
  /// - Complexity: O(n)
  public func ranges(_ ranges: [Range<Int>]) -> [Range<Int>] {
    guard unit != .utf8, !isASCII else { return ranges }
    var position = 0
    var count = 0
    func advance(to end: Int) -> Int {
      while position < end {
        let byte = text[position]
        if byte & 0xC0 != 0x80 { count += unit == .utf16 && byte >= 0xF0 ? 2 : 1 }
        position += 1
      }
      return count
    }
    return ranges.map { range in
      let start = advance(to: range.lowerBound)
      return start..<advance(to: range.upperBound)
    }
  }
}
