import SamsvarModel

/// A paragraph read from a word processor's file.
struct OfficeParagraph {
  /// The text; a line feed is a line end of its own, other white space counts as a space.
  var text: [UInt8] = []
  /// Where pieces of it stand in the part, in order; what has no place is not in it as text.
  var places: [(start: Int, place: PartPlace)] = []
  /// What it is.
  var kind = BlockKind.paragraph
  /// Its number in the part, from 1.
  var number: Int
}

/// The paragraphs open at the moment: one in a text box stands inside another, and comes behind it in
/// the text.
struct ParagraphStack {
  private struct Open {
    var paragraph: OfficeParagraph
    var inner: [OfficeParagraph] = []
  }

  private var open: [Open] = []
  /// Text of a paragraph whose end was deleted: the next one goes on with it.
  private var carried: OfficeParagraph?
  private var count = 0
  /// The paragraphs that have ended, in the order they are to be read.
  private(set) var finished: [OfficeParagraph] = []

  /// Whether text belongs to a paragraph.
  var isInside: Bool { !open.isEmpty }

  /// Begins a paragraph.
  mutating func begin() {
    count += 1
    if open.isEmpty, var paragraph = carried {
      carried = nil
      paragraph.kind = .paragraph
      open.append(Open(paragraph: paragraph))
    } else {
      open.append(Open(paragraph: OfficeParagraph(number: count)))
    }
  }

  /// Adds text to the innermost paragraph.
  mutating func add(_ text: some Sequence<UInt8>) {
    guard !open.isEmpty else { return }
    open[open.count - 1].paragraph.text += text
  }

  /// Adds text of the file, in which a line feed is nothing but a blank.
  mutating func addCollapsing(_ text: String, at places: [PartPlace] = []) {
    guard !open.isEmpty else { return }
    var start = open[open.count - 1].paragraph.text.count
    for place in places {
      open[open.count - 1].paragraph.places.append((start, place))
      start += place.count
    }
    add(text.utf8.lazy.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 })
  }

  /// Ends the innermost paragraph.
  ///
  /// - Parameter joins: Whether the next one goes on with its text.
  mutating func end(as kind: BlockKind, joins: Bool = false) {
    guard var last = open.popLast() else { return }
    last.paragraph.kind = kind
    if joins, open.isEmpty {
      finished += last.inner
      carried = last.paragraph
    } else if open.isEmpty {
      finished.append(last.paragraph)
      finished += last.inner
    } else {
      open[open.count - 1].inner.append(last.paragraph)
      open[open.count - 1].inner += last.inner
    }
  }

  /// Ends the innermost paragraph without keeping it; its text.
  mutating func drop() -> [UInt8] { open.popLast()?.paragraph.text ?? [] }

  /// The paragraphs, and none from here on; what a deleted paragraph end leaves is one of its own.
  mutating func take() -> [OfficeParagraph] {
    if let paragraph = carried { finished.append(paragraph) }
    carried = nil
    defer { finished = [] }
    return finished
  }
}

extension BlockText {
  /// Writes a paragraph of a part; two line ends in it divide blocks.
  mutating func write(_ paragraph: OfficeParagraph, part: String) {
    let place = BlockPlace(part: part, paragraph: paragraph.number)
    for line in paragraph.text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if endsInBreak, line.allSatisfy({ BlockText.isSpace($0) }) {
        endBlock(paragraph.kind, place: place)
      } else {
        write(line, of: paragraph)
        breakLine(at: 0)
      }
    }
    endBlock(paragraph.kind, place: place)
  }

  /// Writes a line of a paragraph, each piece with its place.
  private mutating func write(_ line: ArraySlice<UInt8>, of paragraph: OfficeParagraph) {
    var index = line.startIndex
    var byte = 0
    for (start, place) in paragraph.places
    where start < line.endIndex && start + place.count > line.startIndex {
      let piece = max(start, index)..<min(start + place.count, line.endIndex)
      guard piece.lowerBound < piece.upperBound else { continue }
      addPlaceless(line[index..<piece.lowerBound], at: byte)
      if place.isVerbatim {
        collapse(line[piece], from: place.bytes.lowerBound + piece.lowerBound - start)
      } else if line[piece].allSatisfy({ BlockText.isSpace($0) }) {
        addPlaceless(line[piece], at: place.bytes.upperBound)
      } else {
        put(line[piece], insteadOf: place.bytes)
      }
      byte = place.bytes.upperBound
      index = piece.upperBound
    }
    addPlaceless(line[index...], at: byte)
  }

  /// Adds what does not stand in the part as text: a tab, a hyphen of its own element.
  private mutating func addPlaceless(_ text: ArraySlice<UInt8>, at byte: Int) {
    var rest = text
    while let first = rest.first {
      let isSpace = BlockText.isSpace(first)
      let piece = rest.prefix { BlockText.isSpace($0) == isSpace }
      if isSpace { white(insteadOfNothingAt: byte) } else { put(piece, insteadOf: byte..<byte) }
      rest = rest[piece.endIndex...]
    }
  }
}
