import CXML
package import SamsvarModel
import SamsvarText

/// A name interned by a reader: two names of one reader are equal when their pointers are.
package struct XMLName: Hashable {
  fileprivate let pointer: UnsafePointer<UInt8>?
}

/// Reads XML as a stream of starts, ends and texts, over libxml2's text reader.
///
/// Names and texts are libxml2's own constant pointers, valid until the next call of `next`; no String is
/// made. No DTD and no external entity is loaded; a document that declares entities is refused, since
/// an entity can name other files or grow without bound.
package struct XMLReader: ~Copyable {
  /// What the reader stands at.
  package enum Event: Sendable { case start, end, text }

  private let reader: xmlTextReaderPtr
  private let failure: UnsafeMutablePointer<cxml_error>
  private let memory: UnsafeMutableRawBufferPointer?
  private let descriptor: Int32?
  private let file: String
  private var hasPendingEnd = false
  /// The element that the reader stands at, or the text's node.
  private var node: xmlNodePtr?
  /// How many elements have begun: the number of the element that began last, from 1.
  package private(set) var elementNumber = 0

  private static let options = Int32(
    bitPattern: XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue
      | XML_PARSE_BIG_LINES.rawValue)

  /// A reader of a file; `-` is standard input.
  ///
  /// - Throws: `InputError` when the file cannot be opened.
  package init(path: String) throws(InputError) {
    let descriptor = try FileBytes.descriptor(path)
    guard let reader = xmlReaderForFd(descriptor, path, nil, Self.options) else {
      FileBytes.close(descriptor)
      throw InputError("cannot be read as XML", at: SourcePosition(file: path))
    }
    self.reader = reader
    self.descriptor = descriptor
    memory = nil
    file = path
    failure = .allocate(capacity: 1)
    cxml_catch_errors(reader, failure)
  }

  /// A reader of bytes.
  ///
  /// - Parameter isUTF8: Whether the bytes are UTF-8 whatever their declaration says.
  /// - Throws: `InputError` where there are too many.
  package init(_ bytes: [UInt8], file: String, isUTF8: Bool = false) throws(InputError) {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count + 1, alignment: 1)
    memory.copyBytes(from: bytes)
    let start = memory.baseAddress?.assumingMemoryBound(to: CChar.self)
    guard let count = Int32(exactly: bytes.count),
      let reader = xmlReaderForMemory(start, count, file, isUTF8 ? "UTF-8" : nil, Self.options)
    else {
      memory.deallocate()
      throw InputError("cannot be read as XML in memory", at: SourcePosition(file: file))
    }
    self.reader = reader
    self.memory = memory
    self.file = file
    descriptor = nil
    failure = .allocate(capacity: 1)
    cxml_catch_errors(reader, failure)
  }

  deinit {
    xmlFreeTextReader(reader)
    failure.deallocate()
    memory?.deallocate()
    if let descriptor { FileBytes.close(descriptor) }
  }

  /// Interns a name, so that comparing it is comparing a pointer.
  package func name(_ text: String) -> XMLName {
    XMLName(pointer: xmlTextReaderConstString(reader, text))
  }

  /// Moves on; nil at the end.
  ///
  /// An empty element gives a start and an end.
  ///
  /// - Throws: `InputError` with line and reason where the XML is not well-formed or is refused.
  package mutating func next() throws(InputError) -> Event? {
    if hasPendingEnd {
      hasPendingEnd = false
      return .end
    }
    while true {
      let status = xmlTextReaderRead(reader)
      guard status == 1 else {
        if status == 0, failure.pointee.message.0 == 0 { return nil }
        throw error()
      }
      node = xmlTextReaderCurrentNode(reader)
      switch UInt32(bitPattern: xmlTextReaderNodeType(reader)) {
      case XML_READER_TYPE_ELEMENT.rawValue:
        elementNumber += 1
        if elementNumber == 1, cxml_declares_entities(node) != 0 { throw refusal() }
        hasPendingEnd = xmlTextReaderIsEmptyElement(reader) == 1
        return .start
      case XML_READER_TYPE_END_ELEMENT.rawValue: return .end
      case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_WHITESPACE.rawValue,
        XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue, XML_READER_TYPE_CDATA.rawValue:
        return .text
      case XML_READER_TYPE_ENTITY_REFERENCE.rawValue: throw refusal()
      default: continue
      }
    }
  }

  /// The local name of the element.
  package var name: XMLName { XMLName(pointer: xmlTextReaderConstLocalName(reader)) }

  /// The local name as a text.
  package var nameText: String {
    xmlTextReaderConstLocalName(reader).map { String(cString: $0) } ?? ""
  }

  /// The namespace of the element, or an empty text.
  package var namespace: String {
    xmlTextReaderConstNamespaceUri(reader).map { String(cString: $0) } ?? ""
  }

  /// Adds the text to some bytes.
  package func appendText(to bytes: inout [UInt8]) {
    guard let content = node?.pointee.content else { return }
    bytes.append(contentsOf: UnsafeBufferPointer(start: content, count: strlen(content)))
  }

  /// The text of a text.
  package var text: String { node?.pointee.content.map { String(cString: $0) } ?? "" }

  /// The value of an attribute without a namespace, or with the `xml:` one.
  ///
  /// - Complexity: O(attributes); no copy is made.
  package func attribute(_ name: XMLName, inXML: Bool = false) -> UnsafePointer<UInt8>? {
    var next = node?.pointee.properties
    while let attribute = next {
      if attribute.pointee.name == name.pointer, Self.fits(attribute, inXML: inXML) {
        guard let value = attribute.pointee.children else { return XMLReader.empty }
        return value.pointee.content.map { UnsafePointer($0) } ?? XMLReader.empty
      }
      next = attribute.pointee.next
    }
    return nil
  }

  /// The value of an attribute as a text.
  package func string(_ name: XMLName) -> String? {
    attribute(name).map { String(cString: $0) }
  }

  /// The value of an attribute of some namespace as a text.
  package func string(_ name: XMLName, namespace: String) -> String? {
    var next = node?.pointee.properties
    while let attribute = next {
      if attribute.pointee.name == name.pointer, let href = attribute.pointee.ns?.pointee.href,
        String(cString: href) == namespace
      {
        return attribute.pointee.children?.pointee.content.map { String(cString: $0) } ?? ""
      }
      next = attribute.pointee.next
    }
    return nil
  }

  /// All attributes of the element.
  var attributes: [XMLElement.Attribute] {
    var result: [XMLElement.Attribute] = []
    var next = node?.pointee.properties
    while let attribute = next {
      let content = attribute.pointee.children?.pointee.content
      let namespace = attribute.pointee.ns?.pointee.href
      result.append(
        XMLElement.Attribute(
          name: attribute.pointee.name.map { String(cString: $0) } ?? "",
          namespace: namespace.map { String(cString: $0) } ?? "",
          value: content.map { String(cString: $0) } ?? ""))
      next = attribute.pointee.next
    }
    return result
  }

  private static func fits(_ attribute: xmlAttrPtr, inXML: Bool) -> Bool {
    guard let namespace = attribute.pointee.ns else { return !inXML }
    guard inXML, let prefix = namespace.pointee.prefix else { return false }
    return strcmp(UnsafeRawPointer(prefix).assumingMemoryBound(to: CChar.self), "xml") == 0
  }

  nonisolated(unsafe) private static let empty: UnsafePointer<UInt8> = {
    let pointer = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
    pointer.initialize(to: 0)
    return UnsafePointer(pointer)
  }()

  /// An error at the place where the reader is.
  package func error(_ message: String) -> InputError {
    let line = node.map { xmlGetLineNo($0) } ?? 0
    return InputError(message, at: SourcePosition(file: file, line: line > 0 ? line : nil))
  }

  private func refusal() -> InputError {
    error(
      "the file declares entities of its own, which are not read (one may name other files or grow "
        + "without bound); write the characters in their place")
  }

  private func error() -> InputError {
    let text = withUnsafeBytes(of: failure.pointee.message) { bytes in
      String(decoding: bytes.prefix { $0 != 0 && $0 != 0x0A }, as: UTF8.self)
    }
    let line = Int(failure.pointee.line)
    let fallback = Int(xmlTextReaderGetParserLineNumber(reader))
    let reason = text.isEmpty ? "" : ": \(text)"
    return InputError(
      "the XML is not well-formed here\(reason)",
      at: SourcePosition(file: file, line: line > 0 ? line : fallback > 0 ? fallback : nil))
  }
}
