import CICU
import Glibc
public import SamsvarModel

/// Turns the bytes of a file into UTF-8 text, keeping the way back to the original offsets.
public enum TextDecoder {
  /// A decoded text.
  public struct Result: Sendable {
    /// The text in valid UTF-8, without a byte order mark.
    public var text: [UInt8]
    /// The charset it was read as: `windows-1252`.
    public var charset: String
    /// The way back to the bytes of the file.
    public var origin: OffsetMap
    /// What a reader should know, such as a guessed charset.
    public var diagnostics: [Diagnostic]
  }

  /// Decodes by byte order mark, else as UTF-8, else by ICU's charset detection.
  ///
  /// A text that is UTF-8 but for a broken byte is refused, with line and byte: guessing another
  /// charset there would turn every `ø` into two wrong letters.
  ///
  /// - Throws: `InputError` for broken UTF-8, NUL bytes and what cannot be decoded.
  public static func decode(_ bytes: [UInt8], file: String) throws(InputError) -> Result {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      var text = Array(bytes[3...])
      try check(&text, offset: 3, file: file)
      return Result(
        text: text, charset: "UTF-8", origin: OffsetMap(shiftedBy: 3), diagnostics: [])
    }
    if let order = utf16Order(bytes) {
      return try utf16(bytes, bigEndian: order.isBig, skip: order.skip, file: file)
    }
    guard let broken = UTF8Check.firstBrokenByte(bytes) else {
      try refuseNul(bytes, offset: 0, file: file)
      return Result(text: bytes, charset: "UTF-8", origin: .identity, diagnostics: [])
    }
    if UTF8Check.hasMultiByteSequence(bytes) { throw brokenUTF8(bytes, at: broken, file: file) }
    try refuseNul(bytes, offset: 0, file: file)
    return try singleByte(bytes, file: file)
  }

  private static func check(_ text: inout [UInt8], offset: Int, file: String) throws(InputError) {
    if let broken = UTF8Check.firstBrokenByte(text) {
      throw brokenUTF8(text, at: broken, file: file, offset: offset)
    }
    try refuseNul(text, offset: offset, file: file)
  }

  private static func position(
    _ bytes: [UInt8], _ byte: Int, _ file: String, offset: Int = 0
  ) -> SourcePosition {
    let line = 1 + bytes[..<byte].count { $0 == 0x0A }
    return SourcePosition(file: file, line: line, byte: byte + offset)
  }

  private static func brokenUTF8(
    _ bytes: [UInt8], at byte: Int, file: String, offset: Int = 0
  ) -> InputError {
    let hex = String(bytes[byte], radix: 16, uppercase: true)
    return InputError(
      "the byte 0x\(hex) is not valid UTF-8; save the file as UTF-8, or wholly in one charset",
      at: position(bytes, byte, file, offset: offset))
  }

  private static func refuseNul(
    _ bytes: [UInt8], offset: Int, file: String
  ) throws(InputError) {
    let nul = bytes.withUnsafeBytes { bytes -> Int? in
      guard let base = bytes.baseAddress, let found = memchr(base, 0, bytes.count) else {
        return nil
      }
      return UnsafeRawPointer(found) - base
    }
    guard let nul else { return }
    throw InputError(
      "a NUL byte stands here: not a text file, or damaged; export it as plain text",
      at: position(bytes, nul, file, offset: offset))
  }

  // MARK: - UTF-16

  /// The byte order of UTF-16, by its mark or, without one, by where the zero bytes of ASCII stand.
  private static func utf16Order(_ bytes: [UInt8]) -> (isBig: Bool, skip: Int)? {
    if bytes.starts(with: [0xFF, 0xFE]) { return (false, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (true, 2) }
    guard bytes.count >= 4, bytes.count % 2 == 0 else { return nil }
    let sample = min(bytes.count, 4096)
    var zeros = [0, 0]
    for index in 0..<sample where bytes[index] == 0 { zeros[index % 2] += 1 }
    let half = sample / 2
    if zeros[1] * 10 >= half * 7, zeros[0] * 20 < half { return (false, 0) }
    if zeros[0] * 10 >= half * 7, zeros[1] * 20 < half { return (true, 0) }
    return nil
  }

  private static func utf16(
    _ bytes: [UInt8], bigEndian: Bool, skip: Int, file: String
  ) throws(InputError) -> Result {
    var out = DecodedText(capacity: bytes.count / 2)
    func unit(_ at: Int) -> UInt32 {
      bigEndian
        ? UInt32(bytes[at]) << 8 | UInt32(bytes[at + 1])
        : UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at])
    }
    var index = skip
    while index + 1 < bytes.count {
      let high = unit(index)
      var scalar = Unicode.Scalar(high)
      var width = 2
      if (0xD800..<0xDC00).contains(high), index + 3 < bytes.count {
        let low = unit(index + 2)
        if (0xDC00..<0xE000).contains(low) {
          scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
          width = 4
        }
      }
      guard let scalar, scalar.value != 0 else {
        let what = scalar == nil ? "half a surrogate pair" : "a NUL character"
        throw InputError(
          "\(what) stands here: damaged UTF-16; save the file as UTF-8",
          at: SourcePosition(file: file, line: out.line, byte: index))
      }
      out.append(scalar, from: index, width: width)
      index += width
    }
    guard index == bytes.count else {
      throw InputError(
        "UTF-16 text ends in the middle of a character; the file is cut off",
        at: SourcePosition(file: file, line: out.line, byte: index))
    }
    return Result(
      text: out.text, charset: bigEndian ? "UTF-16BE" : "UTF-16LE",
      origin: OffsetMap(stretches: out.anchors), diagnostics: [])
  }

  // MARK: - Single-byte charsets

  private static func singleByte(_ bytes: [UInt8], file: String) throws(InputError) -> Result {
    let charset = "windows-1252"
    var out = DecodedText(capacity: bytes.count + bytes.count / 8)
    for (index, byte) in bytes.enumerated() {
      out.append(Windows1252.scalar(byte), from: index, width: 1)
    }
    let note = Diagnostic(
      .note, "not UTF-8; read as \(charset) (which covers ISO-8859-1)",
      at: SourcePosition(file: file))
    return Result(
      text: out.text, charset: charset, origin: OffsetMap(stretches: out.anchors),
      diagnostics: [note])
  }
}

/// UTF-8 text under construction, with its offset map.
private struct DecodedText {
  var text: [UInt8] = []
  var anchors: [OffsetMap.Anchor] = []
  var line = 1
  private var isInRun = false

  init(capacity: Int) { text.reserveCapacity(capacity) }

  /// Adds a character that stood at a byte offset; runs of ASCII share one anchor.
  mutating func append(_ scalar: Unicode.Scalar, from original: Int, width: Int) {
    let isASCII = scalar.isASCII
    if !(isASCII && isInRun) {
      anchors.append(
        OffsetMap.Anchor(derived: text.count, original: original, scale: isASCII ? width : 0))
    }
    isInRun = isASCII
    if scalar == "\n" { line += 1 }
    if isASCII {
      text.append(UInt8(scalar.value))
    } else {
      text.append(contentsOf: UTF8.encode(scalar) ?? .init())
    }
  }
}
