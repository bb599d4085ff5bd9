package import SamsvarModel
import SamsvarText

extension BitextFormat {
  /// Calls `body` with each unit of a file; `-` is standard input.
  ///
  /// XML is read as a stream.
  ///
  /// - Throws: `InputError` with the place that cannot be read, or what `body` throws.
  package func forEachUnit(
    _ path: String, _ options: BitextOptions = BitextOptions(),
    _ body: (inout BitextUnit) throws(InputError) -> Void
  ) throws(InputError) {
    switch self {
    case .tmx: try TMXReader.read(try XMLReader(path: path), options, body)
    case .xliff: try XLIFFReader.read(try XMLReader(path: path), options, body)
    case .xliff12: try XLIFF12Reader.read(try XMLReader(path: path), options, body)
    default: try forEachUnit(try FileBytes.read(path), file: path, options, body)
    }
  }

  /// Calls `body` with each unit of some bytes.
  ///
  /// - Throws: `InputError` as for a file.
  package func forEachUnit(
    _ bytes: [UInt8], file: String, _ options: BitextOptions = BitextOptions(),
    _ body: (inout BitextUnit) throws(InputError) -> Void
  ) throws(InputError) {
    if isXML {
      let reader = try XMLReader(bytes, file: file)
      switch self {
      case .tmx: try TMXReader.read(reader, options, body)
      case .xliff: try XLIFFReader.read(reader, options, body)
      default: try XLIFF12Reader.read(reader, options, body)
      }
      return
    }
    if isOffice {
      for var unit in try BilingualTables.read(bytes, file: file, options) { try body(&unit) }
      return
    }
    let text = try Self.utf8(bytes, file: file)
    switch self {
    case .po: try POFormat.read(text, file: file, options, body)
    case .json: try JSONFormat.read(text, file: file, isArray: true, options, body)
    case .jsonl: try JSONFormat.read(text, file: file, isArray: false, options, body)
    case .markdown: try MarkdownBitext.read(text, file: file, options, body)
    case .ladder, .pairs: try LadderFormat.read(text, file: file, options, body)
    default: try TableFormat.read(text, file: file, options, body)
    }
  }

  /// All units of some bytes.
  ///
  /// - Throws: `InputError` as for a file.
  package func units(
    _ bytes: [UInt8], file: String, _ options: BitextOptions = BitextOptions()
  ) throws(InputError) -> [BitextUnit] {
    var units: [BitextUnit] = []
    try forEachUnit(bytes, file: file, options) { unit in units.append(unit) }
    return units
  }

  /// The format of a file, told from its beginning and its ending.
  ///
  /// - Throws: `InputError` when the file cannot be read or is of no bilingual format.
  package static func of(_ path: String) throws(InputError) -> BitextFormat {
    let head = path == "-" ? [] : try FileBytes.head(path)
    guard let format = BitextFormat(path: path, head: head) else {
      throw InputError(
        "neither ending nor content names a bilingual format; say which with --from",
        at: SourcePosition(file: path))
    }
    return format
  }

  /// Bytes that are UTF-8 as they are, so that places in them are places in the file; others decoded.
  private static func utf8(_ bytes: [UInt8], file: String) throws(InputError) -> [UInt8] {
    let decoded = try TextDecoder.decode(bytes, file: file)
    return decoded.charset == "UTF-8" ? bytes : decoded.text
  }
}
