import SamsvarModel

/// A paragraph read from a word processor's file.
struct OfficeParagraph {
  /// The text; a line feed is a line end of its own, other white space counts as a space.
  var text: [UInt8] = []
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
  mutating func addCollapsing(_ text: String) {
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
        collapse(line, from: 0)
        breakLine(at: 0)
      }
    }
    endBlock(paragraph.kind, place: place)
  }
}
