import CICU

/// Calls ICU functions that fill a UTF-16 buffer.
enum ICUText {
  /// The text that `fill` writes, or nil when it fails (returns a negative length).
  static func string(
    capacity: Int32 = 128, _ fill: (UnsafeMutablePointer<UInt16>?, Int32) -> Int32
  ) -> String? {
    var buffer = [UInt16](repeating: 0, count: Int(capacity))
    var length = fill(&buffer, capacity)
    if length > capacity {
      buffer = [UInt16](repeating: 0, count: Int(length))
      length = fill(&buffer, length)
    }
    guard length >= 0 else { return nil }
    return String(decoding: buffer[..<Int(length)], as: UTF16.self)
  }
}
