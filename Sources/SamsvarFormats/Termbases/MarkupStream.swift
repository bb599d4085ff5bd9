import CXML
import SamsvarModel

/// Reads an XML file concept by concept, so that memory does not grow with the file.
///
/// No DTD and no external entity is loaded, and no entity is expanded: a reference to one is an error.
struct MarkupStream {
  private let file: String
  /// The names of the elements to hand over whole.
  private let wanted: Set<String>
  private var open: [MarkupElement] = []

  /// Calls `enter` for each element outside the wanted ones, `take` for each wanted one.
  ///
  /// - Throws: `InputError` with line and byte where the XML is not well-formed, and what `take` throws.
  static func read(
    _ bytes: [UInt8], file: String, wanted: Set<String>,
    enter: (MarkupElement) throws(InputError) -> Void,
    take: (MarkupElement) throws(InputError) -> Void
  ) throws(InputError) {
    guard let count = Int32(exactly: bytes.count) else {
      throw InputError("is too large to be read as XML", at: SourcePosition(file: file))
    }
    let memory = UnsafeMutablePointer<CChar>.allocate(capacity: max(1, bytes.count))
    defer { memory.deallocate() }
    for (index, byte) in bytes.enumerated() { memory[index] = CChar(bitPattern: byte) }
    let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue)
    guard let reader = xmlReaderForMemory(memory, count, file, nil, options) else {
      throw InputError("cannot be read as XML", at: SourcePosition(file: file))
    }
    defer { xmlFreeTextReader(reader) }
    xmlTextReaderSetErrorHandler(reader, { _, _, _, _ in }, nil)
    var stream = MarkupStream(file: file, wanted: wanted)
    var status = xmlTextReaderRead(reader)
    while status == 1 {
      try stream.visit(reader, enter: enter, take: take)
      status = xmlTextReaderRead(reader)
    }
    guard status == 0 else {
      throw InputError("the XML is not well-formed here", at: stream.position(reader))
    }
  }

  private init(file: String, wanted: Set<String>) {
    self.file = file
    self.wanted = wanted
  }

  private func position(_ reader: xmlTextReaderPtr) -> SourcePosition {
    let line = Int(xmlTextReaderGetParserLineNumber(reader))
    let byte = xmlTextReaderByteConsumed(reader)
    return SourcePosition(file: file, line: max(1, line), byte: byte >= 0 ? byte : nil)
  }

  private mutating func visit(
    _ reader: xmlTextReaderPtr, enter: (MarkupElement) throws(InputError) -> Void,
    take: (MarkupElement) throws(InputError) -> Void
  ) throws(InputError) {
    switch xmlTextReaderNodeType(reader) {
    case Int32(XML_READER_TYPE_ELEMENT.rawValue):
      let element = element(reader)
      guard !open.isEmpty || wanted.contains(element.name) else { return try enter(element) }
      open.append(element)
      if xmlTextReaderIsEmptyElement(reader) == 1 { try close(take) }
    case Int32(XML_READER_TYPE_END_ELEMENT.rawValue):
      if !open.isEmpty { try close(take) }
    case Int32(XML_READER_TYPE_TEXT.rawValue), Int32(XML_READER_TYPE_CDATA.rawValue),
      Int32(XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue),
      Int32(XML_READER_TYPE_WHITESPACE.rawValue):
      if !open.isEmpty, let value = xmlTextReaderConstValue(reader) {
        open[open.count - 1].content.append(.text(String(cString: value)))
      }
    case Int32(XML_READER_TYPE_ENTITY_REFERENCE.rawValue):
      let name = xmlTextReaderConstLocalName(reader).map { String(cString: $0) } ?? ""
      throw InputError(
        "the entity reference &\(name); is not read; write the characters in its place",
        at: position(reader))
    default: break
    }
  }

  private mutating func close(
    _ take: (MarkupElement) throws(InputError) -> Void
  ) throws(InputError) {
    let element = open.removeLast()
    guard open.isEmpty else { return open[open.count - 1].content.append(.element(element)) }
    try take(element)
  }

  private func element(_ reader: xmlTextReaderPtr) -> MarkupElement {
    func string(_ pointer: UnsafePointer<UInt8>?) -> String {
      pointer.map { String(cString: $0) } ?? ""
    }
    var element = MarkupElement(
      name: string(xmlTextReaderConstLocalName(reader)),
      namespace: string(xmlTextReaderConstNamespaceUri(reader)), attributes: [:],
      line: Int(xmlTextReaderGetParserLineNumber(reader)))
    while xmlTextReaderMoveToNextAttribute(reader) == 1 {
      let name = string(xmlTextReaderConstName(reader))
      element.attributes[name] = string(xmlTextReaderConstValue(reader))
    }
    xmlTextReaderMoveToElement(reader)
    return element
  }
}
