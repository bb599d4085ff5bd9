public import SamsvarModel
import SamsvarText

/// The formats running text is read from.
public enum DocumentFormat: String, Sendable, CaseIterable {
  case text, markdown, html, docx, odt, epub, pdf, srt, vtt

  /// The format of a file, by its first bytes where they tell, else by its ending; plain text where
  /// nothing tells.
  ///
  /// - Throws: `InputError` for what is known and not read: old Word files, RTF, tables, slides.
  public static func detect(_ bytes: [UInt8], name: String) throws(InputError) -> DocumentFormat {
    if let format = try binary(bytes, name: name) { return format }
    let ending = ending(of: name)
    if let format = endings[ending] {
      guard !format.isArchive, format != .pdf else {
        throw InputError(
          "is named .\(ending) and is no such file: it is damaged, cut off or named wrongly",
          at: SourcePosition(file: name, byte: 0))
      }
      return format
    }
    return ending.isEmpty || name == "-" ? sniffed(bytes) : .text
  }

  /// Whether a file is plain text by its name and first bytes, so that it may be read as a stream.
  ///
  /// - Throws: `InputError` when the file cannot be read, and as `detect`.
  package static func isPlain(_ path: String) throws(InputError) -> Bool {
    let head = try FileBytes.head(path)
    if head.starts(with: "%PDF-".utf8) || ZipArchive.isZip(head) { return false }
    return try detect(head, name: path) == .text
  }

  /// Whether the format is a ZIP archive.
  var isArchive: Bool { self == .docx || self == .odt || self == .epub }

  /// Whether the text stands in the bytes of the file, so that offsets lead back to it.
  public var isMapped: Bool { !isArchive && self != .pdf }

  private static let endings: [String: DocumentFormat] = [
    "md": .markdown, "markdown": .markdown, "mdown": .markdown, "mkd": .markdown, "mdx": .markdown,
    "html": .html, "htm": .html, "xhtml": .html, "docx": .docx, "docm": .docx, "dotx": .docx,
    "odt": .odt, "ott": .odt, "epub": .epub, "pdf": .pdf, "srt": .srt, "vtt": .vtt,
    "webvtt": .vtt,
  ]

  private static func ending(of name: String) -> String {
    let file = name.split(separator: "/").last ?? ""
    let parts = file.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count > 1 ? parts[parts.count - 1].lowercased() : ""
  }

  // MARK: - Content

  /// What the first bytes of a file say that is no text.
  private static func binary(
    _ bytes: [UInt8], name: String
  ) throws(InputError) -> DocumentFormat? {
    if bytes.starts(with: "%PDF-".utf8) { return .pdf }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return try archive(bytes, name: name) }
    let advice: String? =
      if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
        "is an old or an encrypted Office file; save it as .docx without a password"
      } else if bytes.starts(with: "{\\rtf".utf8) {
        "is RTF; save it as .docx or .odt"
      } else if bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
        "is an empty archive"
      } else {
        nil
      }
    if let advice { throw InputError(advice, at: SourcePosition(file: name, byte: 0)) }
    return nil
  }

  /// The kind of an archive: by the `mimetype` that ODT and EPUB begin with, else by the names in it.
  private static func archive(
    _ bytes: [UInt8], name: String
  ) throws(InputError) -> DocumentFormat {
    let head = bytes.prefix(200)
    if holds(head, "mimetypeapplication/epub+zip") { return .epub }
    if holds(head, "mimetypeapplication/vnd.oasis.opendocument.text") { return .odt }
    let ending = ending(of: name)
    if let format = endings[ending], format.isArchive { return format }
    if holds(bytes[...], "word/document.xml") { return .docx }
    if holds(bytes[...], "META-INF/container.xml") { return .epub }
    throw InputError(
      "is an archive that holds no text known here; .docx, .odt and .epub are read",
      at: SourcePosition(file: name, byte: 0))
  }

  private static func holds(_ bytes: ArraySlice<UInt8>, _ text: String) -> Bool {
    let pattern = Array(text.utf8)
    guard bytes.count >= pattern.count else { return false }
    return (bytes.startIndex...bytes.endIndex - pattern.count).contains { place in
      bytes[place] == pattern[0] && bytes[place..<place + pattern.count].elementsEqual(pattern)
    }
  }

  /// The format of a text without a telling name.
  private static func sniffed(_ bytes: [UInt8]) -> DocumentFormat {
    let head = String(decoding: bytes.prefix(1000), as: UTF8.self)
      .drop { $0 == "\u{FEFF}" || $0.isWhitespace }
    if head.hasPrefix("WEBVTT") { return .vtt }
    let lower = head.lowercased()
    if lower.hasPrefix("<!doctype html") || lower.hasPrefix("<html") { return .html }
    let lines = head.split(whereSeparator: \.isNewline).prefix(2)
    if lines.count == 2, lines[0].allSatisfy(\.isNumber), lines[1].contains("-->") { return .srt }
    return .text
  }
}
