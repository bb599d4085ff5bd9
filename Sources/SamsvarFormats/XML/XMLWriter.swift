import CXML

/// Writes XML through libxml2's text writer, into memory; UTF-8, indented by two blanks.
struct XMLWriter: ~Copyable {
  private let buffer: xmlBufferPtr?
  private let writer: xmlTextWriterPtr?

  init(indented: Bool = true) {
    buffer = xmlBufferCreate()
    writer = xmlNewTextWriterMemory(buffer, 0)
    if indented {
      xmlTextWriterSetIndent(writer, 1)
      xmlTextWriterSetIndentString(writer, "  ")
    }
    xmlTextWriterStartDocument(writer, "1.0", "UTF-8", nil)
  }

  deinit {
    xmlFreeTextWriter(writer)
    xmlBufferFree(buffer)
  }

  /// Opens an element.
  func start(_ name: String, _ attributes: [(String, String)] = []) {
    xmlTextWriterStartElement(writer, name)
    for (name, value) in attributes {
      xmlTextWriterWriteAttribute(writer, name, XMLText.legal(value))
    }
  }

  /// Closes the innermost element.
  func end() { xmlTextWriterEndElement(writer) }

  /// Text inside an element.
  func text(_ text: String) { xmlTextWriterWriteString(writer, XMLText.legal(text)) }

  /// An element that holds nothing but text.
  func element(_ name: String, _ attributes: [(String, String)] = [], text: String) {
    start(name, attributes)
    self.text(text)
    end()
  }

  /// Ends the document and returns it.
  consuming func finish() -> String {
    xmlTextWriterEndDocument(writer)
    xmlTextWriterFlush(writer)
    guard let content = xmlBufferContent(buffer) else { return "" }
    return String(cString: content)
  }
}

/// Characters that XML 1.0 allows (section 2.2).
enum XMLText {
  /// The text with what XML forbids replaced by U+FFFD.
  static func legal(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { !isLegal($0) }) else { return text }
    return String(
      String.UnicodeScalarView(text.unicodeScalars.map { isLegal($0) ? $0 : "\u{FFFD}" }))
  }

  private static func isLegal(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}
