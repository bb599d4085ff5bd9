/// A text read from a part of an office document, and where its characters stand there.
///
/// Tabs, line breaks and runs of blanks that an element stands for have no place: they can be read, not
/// replaced.
package struct TracedText: Hashable, Sendable {
  /// A stretch of the text that stands in one gap between two tags.
  struct Piece: Hashable, Sendable {
    /// Where the stretch begins in the text, and its length.
    var start: Int
    var count: Int
    /// The number of tags before the gap.
    var gap: Int
    /// Where the stretch begins in what the gap says.
    var offset: Int

    var end: Int { start + count }
  }

  /// The text.
  package private(set) var bytes: [UInt8] = []
  private(set) var pieces: [Piece] = []

  /// No text.
  init() {}

  /// A text without a place.
  init(_ text: String) { bytes = Array(text.utf8) }

  /// The text as a String.
  package var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether there is no text.
  var isEmpty: Bool { bytes.isEmpty }

  /// Adds text that an element stands for.
  mutating func append(untraced text: String) { bytes += text.utf8 }

  /// Adds text that stands in a gap.
  mutating func append(_ text: some Collection<UInt8>, gap: Int, offset: Int) {
    guard !text.isEmpty else { return }
    if let last = pieces.last, last.end == bytes.count, last.gap == gap,
      last.offset + last.count == offset
    {
      pieces[pieces.count - 1].count += text.count
    } else {
      pieces.append(Piece(start: bytes.count, count: text.count, gap: gap, offset: offset))
    }
    bytes += text
  }

  /// Adds another text.
  mutating func append(_ other: TracedText) {
    let shift = bytes.count
    bytes += other.bytes
    pieces += other.pieces.map { piece in
      var piece = piece
      piece.start += shift
      return piece
    }
  }

  /// Texts with a line feed between each two.
  static func lines(_ texts: [TracedText]) -> TracedText {
    var result = TracedText()
    for (index, text) in texts.enumerated() {
      if index > 0 { result.append(untraced: "\n") }
      result.append(text)
    }
    return result
  }

  /// A stretch of the text.
  func stretch(_ range: Range<Int>) -> TracedText {
    var result = TracedText()
    result.bytes = Array(bytes[range])
    for piece in pieces where piece.start < range.upperBound && piece.end > range.lowerBound {
      let start = max(piece.start, range.lowerBound)
      let end = min(piece.end, range.upperBound)
      result.pieces.append(
        Piece(
          start: start - range.lowerBound, count: end - start, gap: piece.gap,
          offset: piece.offset + start - piece.start))
    }
    return result
  }

  /// The text without the white space around it.
  var trimmed: TracedText {
    let text = string
    guard let last = text.lastIndex(where: { !$0.isWhitespace }),
      let first = text.firstIndex(where: { !$0.isWhitespace })
    else { return TracedText() }
    let start = text.utf8.distance(from: text.startIndex, to: first)
    return stretch(start..<text.utf8.distance(from: text.startIndex, to: text.index(after: last)))
  }

  /// The pieces that say a stretch of the text, counted from its beginning; nil where some of it has no place.
  func pieces(of range: Range<Int>) -> [Piece]? {
    let found = stretch(range.clamped(to: 0..<bytes.count)).pieces
    return found.reduce(0) { $0 + $1.count } == range.count && !range.isEmpty ? found : nil
  }
}
