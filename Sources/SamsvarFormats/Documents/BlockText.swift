import SamsvarModel

/// A text with blocks under construction, with the way back to what it is taken from.
///
/// White space of a block is collapsed as HTML, ODT and Markdown want it: one space for a run, none at
/// the ends.
struct BlockText {
  private(set) var text: [UInt8] = []
  private(set) var blocks: [TextBlock] = []
  private var anchors: [OffsetMap.Anchor] = []
  /// Where the open block begins; nil between blocks.
  private var start: Int?
  /// Where in the original white space stands that is not written yet.
  private var space: Int?
  /// Whether that white space is none in the original: a tab that is an element.
  private var isSpacePlaceless = false
  /// Added to every offset of the original: the reader works on a part of it.
  var base = 0
  private let isMapped: Bool

  /// An empty text.
  ///
  /// - Parameter isMapped: Whether offsets lead back to bytes of the original.
  init(isMapped: Bool) { self.isMapped = isMapped }

  /// Whether nothing stands in the open block yet.
  var isEmpty: Bool { start == nil }

  /// Whether a line has just been begun within the block.
  var endsInBreak: Bool { start != nil && text.last == 0x0A }

  /// The length of the text so far, a space that is still to come included.
  var end: Int { text.count + (space != nil && start != nil ? 1 : 0) }

  /// Adds bytes that stand in the original at an offset, white space included.
  mutating func copy(_ bytes: some Collection<UInt8>, from original: Int) {
    guard !bytes.isEmpty else { return }
    open()
    anchor(original + base)
    text.append(contentsOf: bytes)
  }

  /// Adds bytes of the original, collapsing white space.
  mutating func collapse(_ bytes: some RandomAccessCollection<UInt8>, from original: Int) {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let end = bytes[index...].firstIndex { Self.isSpace($0) } ?? bytes.endIndex
      copy(bytes[index..<end], from: original + bytes.distance(from: bytes.startIndex, to: index))
      index = end
      guard index < bytes.endIndex else { return }
      white(at: original + bytes.distance(from: bytes.startIndex, to: index))
      index = bytes[index...].firstIndex { !Self.isSpace($0) } ?? bytes.endIndex
    }
  }

  /// Adds bytes that stand for others in the original: the character of `&aring;`.
  mutating func put(_ bytes: some Collection<UInt8>, insteadOf range: Range<Int>) {
    guard !bytes.isEmpty else { return }
    open()
    if isMapped {
      anchors.append(.init(derived: text.count, original: range.lowerBound + base, scale: 0))
    }
    text.append(contentsOf: bytes)
    if isMapped {
      anchors.append(.init(derived: text.count, original: range.upperBound + base, scale: 1))
    }
  }

  /// Notes white space, which becomes one space if text follows.
  mutating func white(at original: Int) {
    guard space == nil else { return }
    space = original
    isSpacePlaceless = false
  }

  /// Notes white space that does not stand in the original as such.
  mutating func white(insteadOfNothingAt original: Int) {
    guard space == nil else { return }
    space = original
    isSpacePlaceless = true
  }

  /// Begins a new line within the block.
  mutating func breakLine(at original: Int) {
    space = nil
    guard start != nil else { return }
    trim()
    anchor(original + base)
    text.append(0x0A)
  }

  /// Ends the block; one without text leaves no trace.
  mutating func endBlock(_ kind: BlockKind?, place: BlockPlace? = nil) {
    space = nil
    guard let start else { return }
    trim()
    self.start = nil
    guard text[start...].contains(where: { !Self.isBlank($0) }) else {
      text.removeLast(text.count - start)
      while let last = anchors.last, last.derived >= start, last.derived > 0 {
        anchors.removeLast()
      }
      return
    }
    blocks.append(TextBlock(kind: kind, range: start..<text.count, place: place))
    text.append(0x0A)
  }

  /// The text with its blocks and its map.
  consuming func finish() -> StructuredText {
    endBlock(nil)
    var result = StructuredText()
    result.text = text
    result.blocks = blocks
    if isMapped, !anchors.isEmpty { result.origin = OffsetMap(stretches: anchors) }
    return result
  }

  private mutating func open() {
    if start == nil {
      start = text.count
      space = nil
    } else if let place = space {
      space = nil
      guard text.last != 0x0A else { return }
      if isSpacePlaceless { return put([0x20], insteadOf: place..<place) }
      anchor(place + base)
      text.append(0x20)
    }
  }

  /// Takes white space off the end of the block.
  private mutating func trim() {
    let first = start ?? text.count
    while text.count > first, let last = text.last, Self.isSpace(last) { text.removeLast() }
    while let last = anchors.last, last.derived >= text.count, last.derived > 0,
      !endsReplacement(last)
    {
      anchors.removeLast()
    }
  }

  /// Whether a stretch at the end of the text tells where the replaced one before it ends.
  private func endsReplacement(_ anchor: OffsetMap.Anchor) -> Bool {
    guard anchors.count > 1, anchor.derived == text.count else { return false }
    let before = anchors[anchors.count - 2]
    return before.scale == 0 && before.derived < text.count
  }

  private mutating func anchor(_ original: Int) {
    guard isMapped else { return }
    if let last = anchors.last, last.scale == 1,
      last.original - last.derived == original - text.count
    {
      return
    }
    anchors.append(.init(derived: text.count, original: original, scale: 1))
  }

  /// Whether a byte is white space, or one of the two of a no-break space, which alone is no text.
  private static func isBlank(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == 0xC2 || byte == 0xA0
  }

  /// The white space that markup collapses.
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
  }
}
