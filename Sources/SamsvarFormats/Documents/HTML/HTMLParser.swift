import CXML

/// Drives `HTMLBlocks` with libxml2's HTML parser, which knows which tags may be left out.
enum HTMLParser {
  /// The deepest nesting that is followed: libxml2's work grows with it.
  static let deepest = 2048

  /// The most attributes of a tag: libxml2 compares each with all others.
  static let mostAttributes = 2000

  /// Why a page was not read to its end.
  struct Refusal {
    /// Where it stands.
    var byte: Int
    /// What is wrong and what to do.
    var message: String
  }

  /// Parses UTF-8; what is wrong in the page is mended as the parser thinks best.
  ///
  /// - Returns: What makes the page one that was written to keep a parser busy, or nil.
  /// - Complexity: O(n) times the nesting
  static func parse(_ bytes: [UInt8], into blocks: HTMLBlocks) -> Refusal? {
    guard !bytes.isEmpty else { return nil }
    if let byte = HTMLTagScan.tagWithAttributes(moreThan: mostAttributes, in: bytes) {
      return Refusal(
        byte: byte, message: "a tag has more than \(mostAttributes) attributes; mend or remove it")
    }
    return bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { chars in
        guard let context = htmlCreateMemoryParserCtxt(chars.baseAddress, Int32(chars.count)) else {
          return nil
        }
        defer { htmlFreeParserCtxt(context) }
        let state = HTMLParserState(buffer, context, blocks)
        return withExtendedLifetime(state) {
          run(context, state)
          blocks.endBlock()
          return state.tooDeep.map { byte in
            Refusal(
              byte: byte,
              message: "elements are nested more than \(deepest) deep; close the tags left open")
          }
        }
      }
    }
  }

  private static func run(_ context: htmlParserCtxtPtr, _ state: HTMLParserState) {
    htmlCtxtUseOptions(
      context,
      Int32(
        HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
          | HTML_PARSE_NOIMPLIED.rawValue | HTML_PARSE_IGNORE_ENC.rawValue))
    // The bytes are UTF-8 already, whatever the page says.
    xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
    guard let sax = context.pointee.sax else { return }
    // The handlers of the tree builder would take our state for the parser's.
    sax.pointee = xmlSAXHandler()
    sax.pointee.startElement = { state, name, attributes in
      HTMLParserState.from(state)?.start(name, attributes)
    }
    sax.pointee.endElement = { state, name in HTMLParserState.from(state)?.end(name) }
    sax.pointee.characters = { state, text, count in
      HTMLParserState.from(state)?.text(text, Int(count))
    }
    sax.pointee.ignorableWhitespace = sax.pointee.characters
    sax.pointee.comment = { state, _ in HTMLParserState.from(state)?.pass() }
    context.pointee.userData = Unmanaged.passUnretained(state).toOpaque()
    htmlParseDocument(context)
  }
}

/// Finds where in the page each piece of text stands that the parser reports.
private final class HTMLParserState {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let context: htmlParserCtxtPtr
  private let blocks: HTMLBlocks
  /// The end of what was reported last.
  private var position = 0
  /// Where nesting became too deep.
  private(set) var tooDeep: Int?

  init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ context: htmlParserCtxtPtr, _ blocks: HTMLBlocks
  ) {
    self.bytes = bytes
    self.context = context
    self.blocks = blocks
  }

  static func from(_ pointer: UnsafeMutableRawPointer?) -> HTMLParserState? {
    pointer.map { Unmanaged<HTMLParserState>.fromOpaque($0).takeUnretainedValue() }
  }

  /// How far the parser has read.
  private var cursor: Int { min(bytes.count, max(0, xmlByteConsumed(context))) }

  /// Something that is no text was passed.
  func pass() { position = max(position, cursor) }

  func start(
    _ name: UnsafePointer<xmlChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    pass()
    guard tooDeep == nil, let name else { return }
    if blocks.depth >= HTMLParser.deepest {
      tooDeep = position
      return xmlStopParser(context)
    }
    blocks.start(String(cString: name), Self.attributes(attributes), at: position)
  }

  func end(_ name: UnsafePointer<xmlChar>?) {
    pass()
    guard tooDeep == nil, let name else { return }
    blocks.end(String(cString: name), at: position)
  }

  private static func attributes(
    _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) -> HTMLAttributes {
    var result = HTMLAttributes()
    guard let list else { return result }
    var index = 0
    while let name = list[index] {
      let value = list[index + 1].map { String(cString: $0) } ?? ""
      result.pairs.append((String(cString: name).lowercased(), value))
      index += 2
    }
    return result
  }

  func text(_ text: UnsafePointer<xmlChar>?, _ count: Int) {
    guard tooDeep == nil, let text, count > 0 else { return }
    let piece = UnsafeBufferPointer(start: text, count: count)
    if position < bytes.count, bytes[position] == 0x26,
      let reference = CharacterReference.read(bytes, at: position),
      piece.elementsEqual(reference.text)
    {
      blocks.text(piece, insteadOf: position..<position + reference.length)
      position += reference.length
    } else if stands(piece, at: position) {
      blocks.text(piece, at: position)
      position += count
    } else if stands(piece, at: cursor - count), cursor - count >= position {
      blocks.text(piece, at: cursor - count)
      position = cursor
    } else {
      blocks.text(piece, insteadOf: position..<max(position, cursor))
      position = max(position, cursor)
    }
  }

  private func stands(_ piece: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    offset >= 0 && offset + piece.count <= bytes.count
      && bytes[offset..<offset + piece.count].elementsEqual(piece)
  }
}
