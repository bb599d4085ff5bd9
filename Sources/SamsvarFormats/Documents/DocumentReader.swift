public import SamsvarModel
import SamsvarText

/// Reads running text with its structure: the one way from the bytes of a file to blocks.
public enum DocumentReader {
  /// The text of a file with its blocks, and the way back to their places.
  ///
  /// - Parameters:
  ///   - name: The path, for messages and, for a PDF, for the program that reads it.
  ///   - format: The format; nil to tell it from content and name.
  /// - Throws: `InputError` with the place and what to do about it.
  public static func read(
    _ bytes: [UInt8], name: String, as format: DocumentFormat? = nil
  ) throws(InputError) -> StructuredText? {
    let format = if let format { format } else { try DocumentFormat.detect(bytes, name: name) }
    switch format {
    case .text: return nil
    case .markdown, .html, .srt, .vtt: return try mapped(bytes, name, format)
    case .pdf: return try PDFReader.read(bytes, file: name)
    case .docx: return try DOCXReader.read(bytes, file: name)
    case .odt: return try ODTReader.read(bytes, file: name)
    case .epub: return try EPUBReader.read(bytes, file: name)
    }
  }

  /// Reads a format whose bytes hold the text.
  private static func mapped(
    _ bytes: [UInt8], _ name: String, _ format: DocumentFormat
  ) throws(InputError) -> StructuredText {
    var decoded = try TextDecoder.decode(bytes, file: name)
    let marks = AcceptMark.take(from: &decoded.text)
    var result =
      switch format {
      case .markdown: MarkdownReader.read(decoded.text, file: name)
      case .html: try HTMLReader.read(decoded.text, file: name)
      case .srt: try SRTReader.read(decoded.text, file: name)
      default: try VTTReader.read(decoded.text, file: name)
      }
    let lines = LineIndex(decoded.text, origin: decoded.origin)
    result.acceptMarks = marks.map { mark in
      var mark = mark
      let start = result.origin.derived(mark.range.lowerBound)
      mark.range = start..<max(start, result.origin.derived(mark.range.upperBound))
      return mark
    }
    result.removals = result.removals.map { removal in
      guard let byte = removal.byte else { return removal }
      var removal = removal
      removal.byte = decoded.origin.original(byte)
      removal.place = "line \(lines.position(of: decoded.origin.original(byte)).line)"
      return removal
    }
    result.origin = result.origin.onto(decoded.origin)
    result.lines = lines
    result.diagnostics = decoded.diagnostics + result.diagnostics
    return result
  }
}
