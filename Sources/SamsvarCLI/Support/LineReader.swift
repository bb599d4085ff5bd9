import Samsvar

/// Reads a stream line by line; a line ends in LF or CRLF, the last one may end without.
struct LineReader {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// The next line without its end, or nil.
  ///
  /// - Throws: `InputError` when the stream cannot be read.
  mutating func next() throws(InputError) -> [UInt8]? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        return Array(buffer[start..<(end > start && buffer[end - 1] == 0x0D ? end - 1 : end)])
      }
      searched = buffer.count - start
      try fill()
      if isAtEnd {
        guard start < buffer.count else { return nil }
        defer { start = buffer.count }
        return Array(buffer[start...])
      }
    }
  }

  /// Drops what was read and reads some more.
  private mutating func fill() throws(InputError) {
    buffer.removeFirst(start)
    start = 0
    let chunk = try FileBytes.chunk(descriptor, path: "-")
    isAtEnd = chunk.isEmpty
    buffer += chunk
  }
}
