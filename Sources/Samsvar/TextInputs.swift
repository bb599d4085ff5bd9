public import SamsvarFormats
public import SamsvarModel
import SamsvarText

/// The texts a `text` command works on: a file paragraph by paragraph, or the records of JSON
/// Lines.
public struct TextInputs {
  /// What a file holds.
  public enum Layout: Sendable { case text, lines, records }

  /// A text, or some paragraphs of one.
  public struct Part: Sendable {
    /// The record's id; nil for a part of a file.
    public var id: String?
    /// The language it is read as.
    public var language: LanguageTag
    /// The text in UTF-8.
    public var text: [UInt8]
    /// The offset of the part's first byte in the whole text.
    public var offset: Int
    /// The part's first segment, counted over the whole file.
    public var firstSegment: Int
    /// What a reader should know about how it was decoded.
    public var diagnostics: [Diagnostic]
    /// The text with its blocks, where the file has structure; such a file is one part.
    public var structure: StructuredText?
  }

  private struct Record: Decodable {
    var id: String?
    var lang: String?
    var text: String
  }

  private let pipeline: Pipeline
  private let path: String
  private let language: LanguageTag?
  private let layout: Layout
  private let format: DocumentFormat?

  /// The texts of a file; `-` is standard input.
  ///
  /// - Parameters:
  ///   - language: The language; nil to tell it from the file's name and beginning.
  ///   - format: The format of running text; nil to tell it from content and name, `text` for
  ///     standard input, which is read as a stream.
  public init(
    _ pipeline: Pipeline, _ path: String, language: LanguageTag?, layout: Layout,
    format: DocumentFormat? = nil
  ) {
    self.pipeline = pipeline
    self.path = path
    self.language = language
    self.layout = layout
    self.format = format
  }

  /// Calls `body` with each text in order; it returns how many segments it found.
  ///
  /// Memory does not grow with the file, except for JSON Lines and UTF-16.
  ///
  /// - Throws: `InputError` for what cannot be read.
  public func forEach(
    _ body: (Part) throws(InputError) -> Int
  ) throws(InputError) {
    if layout == .records { return try forEachRecord(body) }
    if layout == .text, let part = try structuredPart() {
      _ = try body(part)
      return
    }
    var stream = try TextStream(path)
    defer { stream.close() }
    var language = language
    var count = 0
    while let chunk = try stream.next() {
      if language == nil { language = try pipeline.detectLanguage(of: chunk.text, name: path) }
      count += try body(
        Part(
          id: nil, language: language ?? .nb, text: chunk.text, offset: chunk.offset,
          firstSegment: count, diagnostics: chunk.diagnostics))
    }
  }

  /// The whole of a file with structure; nil for plain text.
  private func structuredPart() throws(InputError) -> Part? {
    if format == .text || format == nil && path == "-" { return nil }
    if format == nil, try DocumentFormat.isPlain(path) { return nil }
    let bytes = try FileBytes.read(path)
    guard let text = try DocumentReader.read(bytes, name: path, as: format) else { return nil }
    let (language, notes) = try pipeline.language(of: text, name: path, given: language)
    return Part(
      id: nil, language: language, text: text.text, offset: 0, firstSegment: 0,
      diagnostics: text.diagnostics + notes, structure: text)
  }

  private func forEachRecord(
    _ body: (Part) throws(InputError) -> Int
  ) throws(InputError) {
    for record in try JSONLines.read(Record.self, from: try FileBytes.read(path), file: path) {
      let text = Array(record.text.utf8)
      let language =
        if let tag = record.lang.flatMap({ LanguageTag($0) }) ?? language { tag } else {
          try pipeline.detectLanguage(of: text, name: path)
        }
      _ = try body(
        Part(
          id: record.id, language: language, text: text, offset: 0, firstSegment: 0,
          diagnostics: []))
    }
  }
}
