package import SamsvarModel
import SamsvarText

/// The bytes that a document's text stands in, which can be changed in place: a file, or the parts of an
/// archive of which everything else stays.
package struct FileText: Sendable {
  /// A replacement of bytes.
  package typealias Edit = (range: Range<Int>, bytes: [UInt8])

  /// The bytes of the file, or of the parts, one after the other.
  package let bytes: [UInt8]
  /// The format.
  package let format: DocumentFormat
  private let file: [UInt8]
  private let name: String
  private let parts: [DocumentPart]

  /// The text of the file that a document was read from.
  ///
  /// - Throws: `InputError` for a PDF, and for a file that has changed since it was read.
  package init(_ document: Document, file: [UInt8]) throws(InputError) {
    self.file = file
    name = document.name
    parts = document.parts
    format = try DocumentFormat.detect(file, name: document.name)
    guard format != .pdf else { throw Self.refusal(of: name) }
    guard format.isArchive else {
      guard String(validating: file, as: UTF8.self) != nil else {
        throw InputError(
          "is not UTF-8; convert it before its text is replaced", at: SourcePosition(file: name))
      }
      bytes = file
      return
    }
    let archive = try ZipArchive(bytes: file, file: document.name)
    var bytes: [UInt8] = []
    for part in document.parts {
      bytes += try Self.content(archive, part.name, format)
      guard bytes.count == part.range.upperBound else {
        throw InputError(
          "the part \(part.name) is not what was read; run again", at: SourcePosition(file: name))
      }
    }
    self.bytes = bytes
  }

  /// Why a PDF cannot be written, and what to do.
  package static func refusal(of file: String) -> InputError {
    InputError(
      "the text of a PDF cannot be replaced; open it with an office program and save it as .docx or .odt,"
        + " or write a bilingual file (-o draft.docx)", at: SourcePosition(file: file))
  }

  /// The bytes of a part as its reader takes them: pages of a book are decoded first.
  private static func content(
    _ archive: ZipArchive, _ part: String, _ format: DocumentFormat
  ) throws(InputError) -> [UInt8] {
    let content = try archive.read(part)
    guard format == .epub else { return content }
    return try TextDecoder.decode(content, file: "\(archive.file), \(part)").text
  }

  /// The file with replacements that do not overlap.
  ///
  /// - Throws: `InputError` when the archive cannot be written.
  package func file(with edits: [Edit]) throws(InputError) -> [UInt8] {
    let edits = (format == .docx ? edits + preservedSpaces(edits) : edits)
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
    guard format.isArchive else { return Self.applied(edits, to: bytes, in: 0..<bytes.count) }
    var changed: [String: [UInt8]] = [:]
    for part in parts {
      let own = edits.filter { part.range.contains($0.range.lowerBound) }
      if !own.isEmpty { changed[part.name] = Self.applied(own, to: bytes, in: part.range) }
    }
    return changed.isEmpty ? file : try ZipArchive.replacing(changed, in: file, file: name)
  }

  private static func applied(
    _ edits: [Edit], to bytes: [UInt8], in range: Range<Int>
  ) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var position = range.lowerBound
    for edit in edits {
      result += bytes[position..<edit.range.lowerBound]
      result += edit.bytes
      position = edit.range.upperBound
    }
    return result + bytes[position..<range.upperBound]
  }

  /// A text as the format spells it.
  package func spelled(_ text: some Sequence<UInt8>) -> [UInt8] {
    switch format {
    case .text, .markdown, .srt, .pdf: Array(text)
    case .html, .vtt, .docx, .odt, .epub:
      text.flatMap { byte -> [UInt8] in
        switch byte {
        case 0x26: Array("&amp;".utf8)
        case 0x3C: Array("&lt;".utf8)
        case 0x3E: Array("&gt;".utf8)
        default: [byte]
        }
      }
    }
  }

  /// Word drops blanks at the ends of a `w:t` that does not ask for them.
  private func preservedSpaces(_ edits: [Edit]) -> [Edit] {
    var result: [Edit] = []
    for edit in edits where edit.bytes.first == 0x20 || edit.bytes.last == 0x20 {
      guard let open = bytes[..<edit.range.lowerBound].lastIndex(of: 0x3C),
        let close = bytes[open...].firstIndex(of: 0x3E), close < edit.range.lowerBound,
        bytes[open..<close].elementsEqual("<w:t".utf8),
        !result.contains(where: { $0.range.lowerBound == close })
      else { continue }
      result.append((close..<close, Array(" xml:space=\"preserve\"".utf8)))
    }
    return result
  }
}
