import CXML
package import SamsvarModel
import SamsvarText

/// Reads TMX (1.1 to 1.4b): units with one variant in each of two languages.
package enum TMXReader {
  /// The units that have text in both languages; nil languages take the first two that occur.
  ///
  /// Inline markup is reduced to its text. No external entity or DTD is loaded.
  ///
  /// - Throws: `InputError` with line and reason where the XML is not well-formed.
  package static func read(
    _ bytes: [UInt8], file: String, source: LanguageTag?, target: LanguageTag?
  ) throws(InputError) -> [BeadRecord] {
    var records: [BeadRecord] = []
    var failure: InputError?
    bytes.withUnsafeBytes { buffer in
      let reader = xmlReaderForMemory(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count),
        file, nil, options)
      failure = walk(reader, file: file, source: source, target: target) { records.append($0) }
    }
    if let failure { throw failure }
    return records
  }

  /// Calls `body` with the units of a file as they are read, so that memory does not grow with it; `-`
  /// is standard input.
  ///
  /// - Throws: `InputError` as `read`.
  package static func forEachUnit(
    _ path: String, source: LanguageTag?, target: LanguageTag?, _ body: (BeadRecord) -> Void
  ) throws(InputError) {
    let descriptor = try FileBytes.descriptor(path)
    defer { FileBytes.close(descriptor) }
    let reader = xmlReaderForFd(descriptor, path, nil, options)
    if let failure = walk(reader, file: path, source: source, target: target, body) {
      throw failure
    }
  }

  private static let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue)

  private static func walk(
    _ reader: xmlTextReaderPtr?, file: String, source: LanguageTag?, target: LanguageTag?,
    _ body: (BeadRecord) -> Void
  ) -> InputError? {
    guard let reader else {
      return InputError("cannot be read as XML", at: SourcePosition(file: file))
    }
    defer { xmlFreeTextReader(reader) }
    xmlTextReaderSetErrorHandler(reader, { _, _, _, _ in }, nil)
    var state = State(source: source, target: target)
    var status = xmlTextReaderRead(reader)
    while status == 1 {
      state.visit(reader)
      if let record = state.unit {
        body(record)
        state.unit = nil
      }
      status = xmlTextReaderRead(reader)
    }
    guard status < 0 else { return nil }
    let line = Int(xmlTextReaderGetParserLineNumber(reader))
    return InputError(
      "the XML is not well-formed here", at: SourcePosition(file: file, line: line))
  }

  private struct State {
    var source: LanguageTag?
    var target: LanguageTag?
    /// The unit that has just ended.
    var unit: BeadRecord?
    private var count = 0
    private var id: String?
    private var language: LanguageTag?
    private var isInSegment = false
    private var text = ""
    private var variants: [(LanguageTag, String)] = []

    init(source: LanguageTag?, target: LanguageTag?) {
      self.source = source
      self.target = target
    }

    mutating func visit(_ reader: xmlTextReaderPtr) {
      switch xmlTextReaderNodeType(reader) {
      case Int32(XML_READER_TYPE_ELEMENT.rawValue): open(reader)
      case Int32(XML_READER_TYPE_END_ELEMENT.rawValue): close(Self.name(reader))
      case Int32(XML_READER_TYPE_TEXT.rawValue),
        Int32(XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue),
        Int32(XML_READER_TYPE_WHITESPACE.rawValue):
        if isInSegment, let value = xmlTextReaderConstValue(reader) {
          text += String(cString: value)
        }
      default: break
      }
    }

    private mutating func open(_ reader: xmlTextReaderPtr) {
      switch Self.name(reader) {
      case "tu":
        id = Self.attribute(reader, "tuid")
        variants = []
      case "tuv":
        language = (Self.attribute(reader, "xml:lang") ?? Self.attribute(reader, "lang"))
          .flatMap { LanguageTag($0) }
      case "seg":
        text = ""
        isInSegment = xmlTextReaderIsEmptyElement(reader) == 0
        if !isInSegment, let language { variants.append((language, "")) }
      default: break
      }
    }

    private mutating func close(_ name: String) {
      switch name {
      case "seg":
        isInSegment = false
        if let language { variants.append((language, text)) }
      case "tu": finishUnit()
      default: break
      }
    }

    private mutating func finishUnit() {
      if source == nil { source = variants.first?.0 }
      if target == nil { target = variants.first { $0.0.base != source?.base }?.0 }
      guard let source, let target,
        let left = variants.first(where: { $0.0.base == source.base }),
        let right = variants.first(where: { $0.0.base == target.base })
      else { return }
      count += 1
      unit = BeadRecord(
        id: id ?? String(count), document: nil, sourceLanguage: source.description,
        targetLanguage: target.description, source: left.1, target: right.1)
    }

    private static func name(_ reader: xmlTextReaderPtr) -> String {
      xmlTextReaderConstLocalName(reader).map { String(cString: $0) } ?? ""
    }

    private static func attribute(_ reader: xmlTextReaderPtr, _ name: String) -> String? {
      guard let value = xmlTextReaderGetAttribute(reader, name) else { return nil }
      defer { cxml_free(value) }
      return String(cString: value)
    }
  }
}
