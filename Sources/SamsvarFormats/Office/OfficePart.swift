import CXML
import SamsvarModel

/// Walks the XML of one part of an office document or e-book: elements open and close, text between.
///
/// Names come without their prefix, since programs choose different ones. A document type is refused,
/// so that there are no entities but XML's own.
struct OfficePart: ~Copyable {
  /// What comes next in the part.
  enum Event {
    case open(String)
    case close(String)
    case text(String)
  }

  /// The names of the elements open at the moment, the outermost first.
  private(set) var path: [String] = []
  /// How many tags were read; an empty element is one.
  private(set) var tagCount = 0
  /// Where the text just read begins in what the gap between two tags says (a comment may divide it).
  private(set) var textOffset = 0
  private var textEnd = 0
  private let reader: xmlTextReaderPtr?
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private let file: String
  private let part: String
  /// Whether the element just reported was empty, so that its end comes next.
  private var endsNext = false

  /// The part of an archive.
  ///
  /// - Parameter part: The part's name, for messages: `word/document.xml`.
  init(_ content: [UInt8], file: String, part: String) {
    self.file = file
    self.part = part
    bytes = .allocate(capacity: max(1, content.count))
    _ = bytes.initialize(from: content)
    // Text nodes beyond 10 MB are no document's; libxml2 refuses them without XML_PARSE_HUGE.
    reader = bytes.withMemoryRebound(to: CChar.self) {
      xmlReaderForMemory(
        $0.baseAddress, Int32(clamping: content.count), nil, nil,
        Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue))
    }
    xmlTextReaderSetErrorHandler(reader, { _, _, _, _ in }, nil)
  }

  deinit {
    xmlFreeTextReader(reader)
    bytes.deallocate()
  }

  /// The next event, or nil at the end.
  ///
  /// - Throws: `InputError` with part and line where the XML is not well-formed.
  mutating func next() throws(InputError) -> Event? {
    if endsNext {
      endsNext = false
      return path.popLast().map { .close($0) }
    }
    while true {
      guard let reader else { throw failure("is no XML") }
      let status = xmlTextReaderRead(reader)
      guard status == 1 else {
        if status == 0 { return nil }
        throw failure("is not well-formed; save the document anew with its program")
      }
      if let event = try event(reader) { return event }
    }
  }

  private mutating func event(_ reader: xmlTextReaderPtr) throws(InputError) -> Event? {
    switch xmlTextReaderNodeType(reader) {
    case Int32(XML_READER_TYPE_ELEMENT.rawValue):
      let name = Self.string(xmlTextReaderConstLocalName(reader))
      path.append(name)
      (tagCount, textEnd) = (tagCount + 1, 0)
      endsNext = xmlTextReaderIsEmptyElement(reader) == 1
      return .open(name)
    case Int32(XML_READER_TYPE_END_ELEMENT.rawValue):
      (tagCount, textEnd) = (tagCount + 1, 0)
      return path.popLast().map { .close($0) }
    case Int32(XML_READER_TYPE_TEXT.rawValue), Int32(XML_READER_TYPE_WHITESPACE.rawValue),
      Int32(XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue):
      let text = Self.string(xmlTextReaderConstValue(reader))
      (textOffset, textEnd) = (textEnd, textEnd + text.utf8.count)
      return .text(text)
    case Int32(XML_READER_TYPE_DOCUMENT_TYPE.rawValue):
      throw failure("has a document type, which no office program writes; refused for safety")
    default: return nil
    }
  }

  /// The value of an attribute of the element just opened, by its name without prefix.
  func attribute(_ name: String) -> String? {
    guard xmlTextReaderMoveToFirstAttribute(reader) == 1 else { return nil }
    defer { xmlTextReaderMoveToElement(reader) }
    repeat {
      if let local = xmlTextReaderConstLocalName(reader),
        Self.string(local) == name, !isNamespace
      {
        return Self.string(xmlTextReaderConstValue(reader))
      }
    } while xmlTextReaderMoveToNextAttribute(reader) == 1
    return nil
  }

  private var isNamespace: Bool { xmlTextReaderIsNamespaceDecl(reader) == 1 }

  /// The namespace of the element just opened.
  var namespace: String { Self.string(xmlTextReaderConstNamespaceUri(reader)) }

  /// Whether a switch element such as `<w:b/>` or `<w:b w:val="0"/>` is on.
  func isOn() -> Bool {
    switch attribute("val") {
    case "0", "false", "off", "none": false
    default: true
    }
  }

  /// Reads on to the end of the element just opened, and drops what is in it.
  mutating func skip() throws(InputError) {
    let depth = path.count
    while path.count >= depth, try next() != nil {}
  }

  private func failure(_ what: String) -> InputError {
    let line = Int(xmlTextReaderGetParserLineNumber(reader))
    return InputError(
      "the part \(part) \(what) (its line \(line))", at: SourcePosition(file: file))
  }

  private static func string(_ pointer: UnsafePointer<xmlChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }
}
