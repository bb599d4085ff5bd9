/// A piece of markup inside a text: a tag, a placeholder, an annotation.
///
/// The codes of all formats in one model: TMX 1.4b `bpt ept ph it hi`, XLIFF 1.2 `g x bx ex bpt ept ph it
/// mrk`, XLIFF 2 `pc sc ec ph mrk sm em`.
package struct InlineCode: Hashable, Sendable {
  /// What the code does.
  package enum Kind: String, Sendable {
    /// Begins something that `close` with the same id ends in the same text.
    case open
    case close
    /// Stands for itself.
    case point
    /// Begins something whose end is elsewhere.
    case isolatedOpen
    /// Ends something whose beginning is elsewhere.
    case isolatedClose
  }

  /// The byte of the text before which it stands.
  package var offset: Int
  /// What it does.
  package var kind: Kind
  /// What pairs it with its other end, and with the same code in the other text.
  package var id: String
  /// The original markup (`<b>`), or an empty text.
  package var data: String
  /// Whether it marks words (`hi`, `mrk`) instead of standing for markup.
  package var isAnnotation: Bool

  /// A code at an offset.
  package init(
    _ kind: Kind, at offset: Int, id: String, data: String = "", isAnnotation: Bool = false
  ) {
    self.offset = offset
    self.kind = kind
    self.id = id
    self.data = data
    self.isAnnotation = isAnnotation
  }
}

/// A text in UTF-8 with its inline codes in order.
package struct CodedText: Hashable, Sendable {
  /// The text without codes.
  package var bytes: [UInt8]
  /// The codes, by ascending offset.
  package var codes: [InlineCode]

  /// A text with codes.
  package init(_ text: String = "", codes: [InlineCode] = []) {
    bytes = Array(text.utf8)
    self.codes = codes
  }

  /// A text in bytes, without codes.
  package init(bytes: [UInt8]) {
    self.bytes = bytes
    codes = []
  }

  /// The text as a String.
  package var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether there is neither text nor code.
  package var isEmpty: Bool { bytes.isEmpty && codes.isEmpty }

  /// Whether there is nothing but white space.
  package var isBlank: Bool {
    // Nearly every text has an ASCII letter among its first bytes.
    if bytes.contains(where: { $0 > 0x20 && $0 < 0x7F }) { return false }
    return bytes.isEmpty || string.allSatisfy(\.isWhitespace)
  }

  /// Empties it and keeps its room.
  package mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    if !codes.isEmpty { codes.removeAll(keepingCapacity: true) }
  }

  /// Calls `text` and `code` in the order in which texts and codes follow each other.
  package func walk(text: (ArraySlice<UInt8>) -> Void, code: (InlineCode) -> Void) {
    var start = 0
    for item in codes {
      let offset = min(max(start, item.offset), bytes.count)
      if offset > start { text(bytes[start..<offset]) }
      code(item)
      start = offset
    }
    if start < bytes.count { text(bytes[start...]) }
  }
}
