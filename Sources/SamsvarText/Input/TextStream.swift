import Glibc
public import SamsvarModel

/// A text file read paragraph by paragraph, so that memory does not grow with the file.
///
/// Chunks end at a blank line, or at a line end where there is no blank line for long. UTF-8 and the
/// single-byte charsets are read as a stream; UTF-16 is read whole.
public struct TextStream {
  /// Some whole paragraphs.
  public struct Chunk: Sendable {
    /// The text in UTF-8.
    public var text: [UInt8]
    /// The offset of its first byte in the decoded text.
    public var offset: Int
    /// Notes on how it was decoded.
    public var diagnostics: [Diagnostic]
  }

  private static let size = 1 << 18

  private let path: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var isAtEnd = false
  private var offset = 0
  private var charset: String?
  /// Bytes and lines of the file before the buffer, for error messages.
  private var before = (bytes: 0, lines: 0)

  /// A stream of a file; `-` is standard input.
  ///
  /// - Throws: `InputError` when the file cannot be opened.
  public init(_ path: String) throws(InputError) {
    self.path = path
    descriptor = path == "-" ? STDIN_FILENO : try FileBytes.open(path)
  }

  /// Closes the file; call it once after the last chunk.
  public func close() { if descriptor != STDIN_FILENO { _ = Glibc.close(descriptor) } }

  /// The next chunk, or nil at the end of the file.
  ///
  /// - Throws: `InputError` with line and byte for what cannot be decoded.
  public mutating func next() throws(InputError) -> Chunk? {
    var wanted = Self.size
    while true {
      try fill(wanted)
      if buffer.isEmpty { return nil }
      if isAtEnd || before.bytes == 0 && isUTF16 {
        try fill(Int.max)
        return try take(buffer.count)
      }
      if let cut = cut(allowsLine: wanted > Self.size) { return try take(cut) }
      wanted *= 2
    }
  }

  private var isUTF16: Bool {
    buffer.starts(with: [0xFF, 0xFE]) || buffer.starts(with: [0xFE, 0xFF])
      || buffer.prefix(4096).contains(0)
  }

  private mutating func fill(_ wanted: Int) throws(InputError) {
    while !isAtEnd, buffer.count < wanted {
      let bytes = try FileBytes.chunk(descriptor, path: path)
      if bytes.isEmpty { isAtEnd = true }
      buffer += bytes
    }
  }

  /// Where a paragraph ends; after a longer wait also where a line ends.
  private func cut(allowsLine: Bool) -> Int? {
    var index = buffer.count - 1
    var line: Int?
    while index > 0 {
      if buffer[index] == 0x0A {
        let previous = buffer[index - 1] == 0x0D ? index - 2 : index - 1
        if previous >= 0, buffer[previous] == 0x0A { return index + 1 }
        if line == nil { line = index + 1 }
      }
      index -= 1
    }
    return allowsLine ? line : nil
  }

  private mutating func take(_ count: Int) throws(InputError) -> Chunk {
    let bytes = Array(buffer[..<count])
    buffer.removeFirst(count)
    let decoded: TextDecoder.Result
    do {
      decoded = try TextDecoder.decode(bytes, file: path)
    } catch {
      throw error.moved(bytes: before.bytes, lines: before.lines)
    }
    try checkCharset(decoded, bytes)
    let chunk = Chunk(
      text: decoded.text, offset: offset,
      diagnostics: before.bytes == 0 ? decoded.diagnostics : [])
    offset += decoded.text.count
    before.bytes += count
    before.lines += bytes.count { $0 == 0x0A }
    return chunk
  }

  /// A file is in one charset throughout; pure ASCII is in all of them.
  private mutating func checkCharset(
    _ decoded: TextDecoder.Result, _ bytes: [UInt8]
  ) throws(InputError) {
    guard let first = bytes.firstIndex(where: { $0 >= 0x80 }) else { return }
    defer { charset = decoded.charset }
    guard let charset, charset != decoded.charset else { return }
    let line = before.lines + 1 + bytes[..<first].count { $0 == 0x0A }
    throw InputError(
      "the text changes from \(charset) to \(decoded.charset) here; save the file in one charset",
      at: SourcePosition(file: path, line: line, byte: before.bytes + first))
  }
}
