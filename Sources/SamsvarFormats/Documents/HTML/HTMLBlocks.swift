import SamsvarModel

/// The attributes of a tag.
struct HTMLAttributes {
  /// Names in lower case (with prefix) and values.
  var pairs: [(name: String, value: String)] = []

  /// The value of an attribute; an empty text where it has none, nil where it is missing.
  subscript(_ name: String) -> String? { pairs.first { $0.name == name }?.value }

  /// Whether one of several attributes holds a word.
  func hold(_ words: Set<String>, in names: Set<String>) -> Bool {
    pairs.contains { pair in
      names.contains(pair.name)
        && pair.value.split(whereSeparator: \.isWhitespace).contains { words.contains(String($0)) }
    }
  }
}

/// Takes the text of a page from its tags as they come: blocks, what is hidden, and the language.
final class HTMLBlocks {
  private struct Open {
    var name: String
    var kind: BlockKind?
    var language: String?
    var isSkipped: Bool
    /// What is said about it in the log, if anything.
    var removal: Removal.Kind?
  }

  /// The text so far.
  private(set) var out: BlockText
  /// What was left out.
  private(set) var removals: [Removal] = []
  private var stack: [Open] = []
  private var skipping = 0
  private var verbatim = 0
  private var skipped: (text: [UInt8], byte: Int)?
  private var languageBytes: [String: Int] = [:]
  /// The paragraphs so far, where the file's bytes hold no text.
  private var paragraphs = 0
  private let part: String?

  /// A collector that goes on with a text.
  ///
  /// - Parameter part: The part of an archive that is read; nil where offsets lead back.
  init(_ out: BlockText, part: String? = nil) {
    self.out = out
    self.part = part
  }

  /// How many elements are open.
  var depth: Int { stack.count }

  /// The language most of the text is marked as.
  var language: LanguageTag? {
    languageBytes.max { ($0.value, $1.key) < ($1.value, $0.key) }.flatMap { LanguageTag($0.key) }
  }

  // MARK: - Tags

  /// An element begins.
  func start(_ name: String, _ attributes: HTMLAttributes, at byte: Int) {
    let element = HTMLElement(name)
    if element.isBlock { endBlock() }
    let parent = stack.last
    var open = Open(
      name: name, kind: kind(element, attributes, parent?.kind),
      language: attributes["lang"] ?? attributes["xml:lang"] ?? parent?.language, isSkipped: false)
    (open.isSkipped, open.removal) = skips(element, attributes)
    stack.append(open)
    if open.isSkipped {
      if skipping == 0, open.removal != nil { skipped = ([], byte) }
      skipping += 1
    }
    if name == "pre" { verbatim += 1 }
    guard skipping == 0 else { return }
    if name == "br" { breakLine(at: byte) }
    if name == "q" { quote(opens: true, at: byte) }
  }

  /// An element ends.
  func end(_ name: String, at byte: Int) {
    guard let open = stack.last, open.name == name else { return }
    if name == "q", skipping == 0 { quote(opens: false, at: byte) }
    if HTMLElement(name).isBlock { endBlock() }
    if name == "pre" { verbatim -= 1 }
    stack.removeLast()
    guard open.isSkipped else { return }
    skipping -= 1
    if skipping == 0, let kind = open.removal, let skipped {
      log(kind, skipped.text, at: skipped.byte)
      self.skipped = nil
    }
  }

  private func kind(
    _ element: HTMLElement, _ attributes: HTMLAttributes, _ parent: BlockKind?
  ) -> BlockKind? {
    if parent == .footnote { return .footnote }
    if attributes.hold(Self.notes, in: Self.roles) { return .footnote }
    return element.kind ?? parent
  }

  private static let roles: Set<String> = ["role", "epub:type", "class"]
  private static let notes: Set<String> = [
    "footnote", "footnotes", "endnote", "endnotes", "rearnote", "rearnotes", "doc-footnote",
    "doc-endnote", "doc-endnotes",
  ]
  private static let noteMarks: Set<String> = ["noteref", "doc-noteref", "footnote-ref"]
  private static let backLinks: Set<String> = ["backlink", "doc-backlink", "footnote-back"]

  private func skips(
    _ element: HTMLElement, _ attributes: HTMLAttributes
  ) -> (Bool, Removal.Kind?) {
    if element.name == "del" { return (true, .deleted) }
    if element.isSkipped { return (true, nil) }
    if element.name == "code", verbatim > 0 { return (true, .code) }
    if attributes.hold(Self.noteMarks, in: Self.roles) { return (true, .noteMark) }
    if attributes.hold(Self.backLinks, in: Self.roles) { return (true, nil) }
    let isHidden =
      attributes["hidden"] != nil || element.name == "dialog" && attributes["open"] == nil
      || attributes["style"].map(Self.hides) == true
    return isHidden ? (true, .hidden) : (false, nil)
  }

  /// Whether a style keeps an element off the page.
  private static func hides(_ style: String) -> Bool {
    let style = style.lowercased().filter { !$0.isWhitespace }
    return style.contains("display:none") || style.contains("visibility:hidden")
  }

  // MARK: - Text

  /// Text that stands in the file at `byte`.
  func text(_ bytes: UnsafeBufferPointer<UInt8>, at byte: Int) {
    guard skipping == 0 else {
      if skipped != nil { skipped?.text += bytes }
      return
    }
    if verbatim > 0 { return lines(bytes, at: byte) }
    out.collapse(bytes, from: byte)
    count(bytes.count)
  }

  /// Text that stands for something else in the file: a character reference.
  func text(_ bytes: UnsafeBufferPointer<UInt8>, insteadOf range: Range<Int>) {
    guard skipping == 0 else {
      if skipped != nil { skipped?.text += bytes }
      return
    }
    if bytes.allSatisfy({ BlockText.isSpace($0) }) { return out.white(at: range.lowerBound) }
    out.put(bytes, insteadOf: range)
    count(bytes.count)
  }

  private func count(_ bytes: Int) {
    if let language = stack.last?.language, !language.isEmpty {
      languageBytes[language, default: 0] += bytes
    }
  }

  /// Text of which the line ends count.
  private func lines(_ bytes: UnsafeBufferPointer<UInt8>, at byte: Int) {
    var start = bytes.startIndex
    for index in bytes.indices where bytes[index] == 0x0A {
      out.collapse(bytes[start..<index], from: byte + start)
      breakLine(at: byte + index)
      start = index + 1
    }
    out.collapse(bytes[start...], from: byte + start)
    count(bytes.count)
  }

  /// A line end; two of them end the paragraph.
  private func breakLine(at byte: Int) {
    if out.endsInBreak { endBlock() } else { out.breakLine(at: byte) }
  }

  /// The quotation marks that a browser writes around `q`.
  private func quote(opens: Bool, at byte: Int) {
    let isNorwegian = stack.last?.language.flatMap { LanguageTag($0) }?.isNorwegian == true
    let marks = isNorwegian ? ("«", "»") : ("“", "”")
    out.put(Array((opens ? marks.0 : marks.1).utf8), insteadOf: byte..<byte)
  }

  /// Ends the open paragraph.
  func endBlock() {
    guard !out.isEmpty else { return }
    paragraphs += 1
    out.endBlock(
      stack.last?.kind ?? .paragraph,
      place: part.map { BlockPlace(part: $0, paragraph: paragraphs) })
  }

  private func log(_ kind: Removal.Kind, _ text: [UInt8], at byte: Int) {
    let text = String(decoding: text, as: UTF8.self)
    guard text.contains(where: { !$0.isWhitespace }) else { return }
    removals.append(
      part.map { Removal(kind, text, at: $0) } ?? Removal(kind, text, byte: byte + out.base))
  }
}
