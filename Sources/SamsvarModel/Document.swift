/// What a block of a document is.
public enum BlockKind: String, Sendable, CaseIterable {
  case heading, paragraph, caption, quote, listItem, tableCell, footnote
}

/// A paragraph or the like: a run of segments that belong together.
public struct Block: Hashable, Sendable {
  /// What the block is.
  public var kind: BlockKind
  /// The segments of the block, as indices into `Document.segments`.
  public var segments: Range<Int>
  /// Where it stands in a file that is no text itself; nil where offsets lead back.
  public var place: BlockPlace?

  /// A block of the given segments.
  public init(kind: BlockKind, segments: Range<Int>, place: BlockPlace? = nil) {
    self.kind = kind
    self.segments = segments
    self.place = place
  }
}

/// What a segment is: its block's kind, but a credit (`Foto: NTB`) is told from its caption.
public enum SegmentKind: String, Sendable, CaseIterable {
  case heading, sentence, caption, credit, quote, listItem, tableCell, footnote
}

/// The unit of alignment: a sentence, heading, caption or cell.
public struct Segment: Hashable, Sendable {
  /// UTF-8 offsets into `Document.text`, without surrounding white space.
  public var range: Range<Int>
  /// What the segment is.
  public var kind: SegmentKind

  /// A segment that spans the given bytes.
  public init(range: Range<Int>, kind: SegmentKind = .sentence) {
    self.range = range
    self.kind = kind
  }
}

/// A text with its blocks and segments.
///
/// The segments stand in order and do not overlap; with the bytes between them they make up the
/// whole text. Each segment belongs to exactly one block.
public struct Document: Sendable {
  /// The path or other name the document is spoken of by.
  public var name: String
  /// The language of the text.
  public var language: LanguageTag
  /// The text in valid UTF-8, without a byte order mark.
  public var text: [UInt8]
  /// The blocks in order.
  public var blocks: [Block]
  /// The segments in order.
  public var segments: [Segment]
  /// The way from the text back to the bytes of the file.
  public var origin: OffsetMap
  /// What could not be read well.
  public var diagnostics: [Diagnostic]
  /// Where findings are accepted.
  public var acceptMarks: [AcceptMark] = []
  /// The lines of the file, where offsets lead back to them.
  public var lines: LineIndex?
  /// What was read and left out, such as running headers.
  public var removals: [Removal] = []
  /// The cues of subtitles, in order.
  public var cues: [Cue] = []
  /// The parts of the archive that the text comes from, to whose bytes `origin` leads.
  public var parts: [DocumentPart] = []

  /// A document of the given parts.
  public init(
    name: String, language: LanguageTag, text: [UInt8], blocks: [Block] = [],
    segments: [Segment] = [], origin: OffsetMap = .identity, diagnostics: [Diagnostic] = []
  ) {
    self.name = name
    self.language = language
    self.text = text
    self.blocks = blocks
    self.segments = segments
    self.origin = origin
    self.diagnostics = diagnostics
  }

  /// The text of one segment.
  ///
  /// - Complexity: O(length of the segment)
  public func string(_ segment: Int) -> String { string(in: segments[segment].range) }

  /// The text between two byte offsets.
  public func string(in range: Range<Int>) -> String {
    String(decoding: text[range], as: UTF8.self)
  }

  /// The text of several neighbouring segments, joined by one space.
  public func string(joining range: Range<Int>) -> String {
    range.map { string($0) }.joined(separator: " ")
  }
}
