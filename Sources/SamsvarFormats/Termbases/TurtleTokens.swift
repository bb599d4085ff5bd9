import SamsvarModel

/// The tokens of a Turtle text.
struct TurtleTokens {
  /// A token.
  enum Token: Equatable {
    case iri(String)
    /// A name with a prefix, which may be empty; the prefix of a blank node is `_`.
    case name(String, String)
    case text(String)
    case language(String)
    /// `^^`
    case datatype
    /// `a`, `@prefix`, `true`, a number.
    case keyword(String)
    /// One of `. ; , [ ] ( )`.
    case mark(UInt8)
    case end
  }

  private let text: [UInt8]
  private let file: String
  private var index = 0
  private var start = 0
  private var peeked: Token?

  init(_ text: [UInt8], file: String) {
    self.text = text
    self.file = file
  }

  /// An error where the last token began.
  func failure(_ message: String) -> InputError {
    let line = 1 + text[..<start].count { $0 == 0x0A }
    return InputError(message, at: SourcePosition(file: file, line: line, byte: start))
  }

  /// The next token, which stays the next.
  mutating func peek() throws(InputError) -> Token {
    if let peeked { return peeked }
    let token = try read()
    peeked = token
    return token
  }

  /// The next token.
  mutating func next() throws(InputError) -> Token {
    if let token = peeked {
      peeked = nil
      return token
    }
    return try read()
  }

  private mutating func read() throws(InputError) -> Token {
    skipBlanks()
    start = index
    guard index < text.count else { return .end }
    let byte = text[index]
    switch byte {
    case 0x3C: return .iri(try iri())
    case 0x22, 0x27: return .text(try quoted(byte))
    case 0x40: return word(language: true)
    case 0x5E:
      guard index + 1 < text.count, text[index + 1] == 0x5E else { throw failure("a single ^") }
      index += 2
      return .datatype
    case 0x2E where !isDigit(index + 1), 0x3B, 0x2C, 0x5B, 0x5D, 0x28, 0x29:
      index += 1
      return .mark(byte)
    default: return try name()
    }
  }

  private mutating func skipBlanks() {
    while index < text.count {
      if text[index] == 0x23 {
        while index < text.count, text[index] != 0x0A { index += 1 }
      } else if text[index] <= 0x20 {
        index += 1
      } else {
        return
      }
    }
  }

  private func isDigit(_ index: Int) -> Bool {
    index < text.count && (0x30...0x39).contains(text[index])
  }

  private mutating func iri() throws(InputError) -> String {
    index += 1
    var bytes: [UInt8] = []
    while index < text.count, text[index] != 0x3E {
      guard text[index] > 0x20 else { break }
      if text[index] == 0x5C { try escape(into: &bytes) } else { bytes.append(text[index]) }
      index += 1
    }
    guard index < text.count, text[index] == 0x3E else { throw failure("an IRI is not closed") }
    index += 1
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A literal in one or three quotation marks.
  private mutating func quoted(_ mark: UInt8) throws(InputError) -> String {
    let isLong = text[index...].starts(with: [mark, mark, mark])
    let fence = [UInt8](repeating: mark, count: isLong ? 3 : 1)
    index += fence.count
    var bytes: [UInt8] = []
    while index < text.count {
      if text[index...].starts(with: fence) {
        index += fence.count
        return String(decoding: bytes, as: UTF8.self)
      }
      guard isLong || text[index] != 0x0A else { break }
      if text[index] == 0x5C { try escape(into: &bytes) } else { bytes.append(text[index]) }
      index += 1
    }
    throw failure("a text is not closed")
  }

  /// A backslash and what follows; leaves the index on its last byte.
  private mutating func escape(into bytes: inout [UInt8]) throws(InputError) {
    index += 1
    guard index < text.count else { throw failure("a backslash ends the file") }
    let plain: [UInt8: UInt8] = [
      0x74: 0x09, 0x6E: 0x0A, 0x72: 0x0D, 0x62: 0x08, 0x66: 0x0C, 0x22: 0x22, 0x27: 0x27,
      0x5C: 0x5C,
    ]
    if let byte = plain[text[index]] { return bytes.append(byte) }
    let length = text[index] == 0x75 ? 4 : text[index] == 0x55 ? 8 : 0
    guard length > 0, index + length < text.count,
      let value = UInt32(
        String(decoding: text[index + 1...index + length], as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(value)
    else { throw failure("an escape that Turtle does not have") }
    bytes += Array(String(Character(scalar)).utf8)
    index += length
  }

  private mutating func word(language: Bool) -> Token {
    index += 1
    let first = index
    while index < text.count, Self.isLanguage(text[index]) { index += 1 }
    let word = String(decoding: text[first..<index], as: UTF8.self)
    return word == "prefix" || word == "base" ? .keyword("@" + word) : .language(word)
  }

  private static func isLanguage(_ byte: UInt8) -> Bool {
    byte == 0x2D || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
  }

  private mutating func name() throws(InputError) -> Token {
    let first = index
    var colon: Int?
    while index < text.count, isNamePart(index) {
      if text[index] == 0x3A, colon == nil { colon = index }
      if text[index] == 0x5C { index += 1 }
      index += 1
    }
    index = min(index, text.count)
    guard index > first else { throw failure("a character that Turtle does not have here") }
    guard let colon else {
      let word = String(decoding: text[first..<index], as: UTF8.self)
      return .keyword(["PREFIX", "BASE"].contains(word.uppercased()) ? word.lowercased() : word)
    }
    let local = text[(colon + 1)..<index].filter { $0 != 0x5C }
    return .name(
      String(decoding: text[first..<colon], as: UTF8.self), String(decoding: local, as: UTF8.self))
  }

  /// A full stop belongs to a name only where the name goes on.
  private func isNamePart(_ index: Int) -> Bool {
    switch text[index] {
    case 0x2E: index + 1 < text.count && Self.isPlain(text[index + 1])
    case 0x5C: index + 1 < text.count
    default: Self.isPlain(text[index])
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    isLanguage(byte) || byte >= 0x80 || [0x3A, 0x5F, 0x25, 0x2B].contains(byte)
  }
}
