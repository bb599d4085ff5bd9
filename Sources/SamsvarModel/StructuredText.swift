/// A paragraph or the like of a text that is not cut into segments yet.
public struct TextBlock: Hashable, Sendable {
  /// What the file says it is; nil to tell it by its looks.
  public var kind: BlockKind?
  /// UTF-8 offsets into the text, without surrounding white space.
  public var range: Range<Int>
  /// Where it stands in a file that is no text itself; nil where offsets lead back.
  public var place: BlockPlace?

  /// A block that spans the given bytes.
  public init(kind: BlockKind?, range: Range<Int>, place: BlockPlace? = nil) {
    self.kind = kind
    self.range = range
    self.place = place
  }
}

/// The text of a file with its structure and the way back, as a reader gives it to the segmenter.
///
/// Blocks stand in order and do not overlap; a line feed stands between two of them.
public struct StructuredText: Hashable, Sendable {
  /// The text in valid UTF-8.
  public var text: [UInt8] = []
  /// The blocks in order.
  public var blocks: [TextBlock] = []
  /// The way from the text back to the bytes of the file, or of the parts of an archive, one after the
  /// other; of no use for a PDF.
  public var origin = OffsetMap.identity
  /// The lines of the file, where offsets lead back to them.
  public var lines: LineIndex?
  /// The language the file says it is in.
  public var language: LanguageTag?
  /// What could not be read well.
  public var diagnostics: [Diagnostic] = []
  /// Where findings are accepted.
  public var acceptMarks: [AcceptMark] = []
  /// What was read and left out, such as running headers.
  public var removals: [Removal] = []
  /// The cues of subtitles, in order.
  public var cues: [Cue] = []
  /// The parts of the archive that the text comes from, in the order of their bytes.
  public var parts: [DocumentPart] = []

  /// A text without blocks.
  public init() {}

  /// The text of one block.
  public func string(_ block: Int) -> String {
    String(decoding: text[blocks[block].range], as: UTF8.self)
  }
}

extension Document {
  /// A document of a text with structure, without blocks and segments yet.
  package init(name: String, language: LanguageTag, text: StructuredText) {
    self.init(
      name: name, language: language, text: text.text, origin: text.origin,
      diagnostics: text.diagnostics)
    lines = text.lines
    acceptMarks = text.acceptMarks
    removals = text.removals
    cues = text.cues
    parts = text.parts
  }
}
