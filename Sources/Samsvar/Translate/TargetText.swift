public import SamsvarFormats
public import SamsvarModel
import SamsvarText

/// The target alone, in the form of the source's file: what stands between segments stays.
public struct TargetText: Sendable {
  /// The bytes of the file.
  public let bytes: [UInt8]
  /// The segments whose markup could not be kept, as indices.
  public let withoutMarkup: [Int]

  /// The file of a draft's source with each segment's draft in its place; a segment without one stays.
  ///
  /// Of DOCX, ODT and EPUB the text of paragraphs changes, and every other byte of the XML and every other
  /// part stays. A piece of formatted text that stands in the draft as it is keeps its formatting.
  ///
  /// - Throws: `InputError` for a PDF, and for an archive that cannot be written.
  public init(_ draft: Draft, file: [UInt8]) throws(InputError) {
    let document = draft.source.document
    let text = try FileText(document, file: file)
    var edits: [FileText.Edit] = []
    var without: [Int] = []
    for index in document.segments.indices {
      let target = draft.segments[index].target
      let pieces = SegmentPieces(document, index, in: text).pieces
      guard !target.isEmpty, let first = pieces.first, let last = pieces.last else { continue }
      let sources = pieces.map { String(decoding: $0.text, as: UTF8.self) }
      let (texts, isWhole) = Self.texts(target, sources, text.format)
      if !isWhole { without.append(index) }
      // An emphasis or link without a text is none: in Markdown the marks go with it.
      if text.format == .markdown, !isWhole {
        edits.append(
          (first.range.lowerBound..<last.range.upperBound, text.spelled(target.utf8)))
      } else {
        edits += zip(pieces, texts).map { ($0.range, text.spelled($1.utf8)) }
      }
    }
    bytes = try text.file(with: edits)
    withoutMarkup = without
  }

  /// Refuses a file whose text cannot be replaced, before anything is asked of an engine.
  ///
  /// - Throws: `InputError` that says what to do, or when the file cannot be read.
  public static func check(_ path: String, as format: DocumentFormat? = nil) throws(InputError) {
    let told =
      if let format { format } else {
        try DocumentFormat.detect(try FileBytes.head(path), name: path)
      }
    if told == .pdf { throw FileText.refusal(of: path) }
  }

  /// The text of each piece: of subtitles in proportion, else where the pieces stand in the target.
  private static func texts(
    _ target: String, _ sources: [String], _ format: DocumentFormat
  ) -> ([String], Bool) {
    if format == .srt || format == .vtt {
      return (CueTexts.pieces(target, sources.map(\.utf8.count)), true)
    }
    let dealt = PieceTexts(target, over: sources)
    return (dealt.texts, dealt.isWhole)
  }
}
