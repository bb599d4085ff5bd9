/// An element of an XML file with all it holds.
struct MarkupElement {
  /// Text, or an element.
  enum Content {
    case text(String)
    case element(MarkupElement)
  }

  /// The name without its prefix.
  var name: String
  var namespace: String
  /// The attributes by their written names: `xml:lang`.
  var attributes: [String: String]
  /// The line it begins on, from 1.
  var line: Int
  var content: [Content] = []

  /// The elements in it, in order.
  var children: [MarkupElement] {
    content.compactMap { if case .element(let child) = $0 { child } else { nil } }
  }

  /// All its text, that of inline elements too.
  ///
  /// Where a further line is indented the breaks are the file's, not the text's, and it is set solid.
  var text: String {
    let raw = rawText
    let lines = raw.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let isLaidOut = lines.dropFirst().contains { $0.isEmpty || $0.first?.isWhitespace == true }
    guard isLaidOut else { return raw }
    return raw.split { $0.isWhitespace && $0 != "\u{A0}" }.joined(separator: " ")
  }

  private var rawText: String {
    content.map {
      switch $0 {
      case .text(let text): text
      case .element(let child): child.rawText
      }
    }.joined()
  }

  /// The first child of a name.
  func first(_ name: String) -> MarkupElement? { children.first { $0.name == name } }

  /// The language, or nil where it has none that can be read.
  var language: String? { attributes["xml:lang"] ?? attributes["lang"] }
}
