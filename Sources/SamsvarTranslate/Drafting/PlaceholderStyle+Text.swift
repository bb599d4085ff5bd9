extension PlaceholderStyle {
  /// The placeholder of a number, counted from 1.
  func mark(_ number: Int) -> String {
    switch self {
    case .word: "Xq\(number)q"
    case .bracket: "⟦\(number)⟧"
    case .xml: "<x id=\"\(number)\"/>"
    }
  }

  /// A text as it is sent.
  func escaped(_ text: String) -> String {
    guard self == .xml else { return text }
    return text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;")
  }

  /// A text as it came back.
  func plain(_ text: String) -> String {
    guard self == .xml else { return text }
    return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
  }

  private var fences: (open: String, close: String) {
    switch self {
    case .word: ("xq", "q")
    case .bracket: ("⟦", "⟧")
    case .xml: ("<x id=\"", "\"")
    }
  }

  /// The next placeholder in an answer, in any case and with blanks that engines put in.
  func next(in text: Substring) -> (range: Range<String.Index>, number: Int)? {
    let (open, close) = fences
    var start = text.startIndex
    while start < text.endIndex {
      var index = start
      if Self.skip(open, text, &index) {
        Self.skipBlanks(text, &index)
        let first = index
        while index < text.endIndex, text[index].isASCII, text[index].isNumber {
          index = text.index(after: index)
        }
        let number = Int(text[first..<index])
        Self.skipBlanks(text, &index)
        if let number, Self.skip(close, text, &index), finish(text, &index) {
          return (start..<index, number)
        }
      }
      start = text.index(after: start)
    }
    return nil
  }

  /// The rest of `<x id="1"/>` or `<x id="1"></x>`.
  private func finish(_ text: Substring, _ index: inout String.Index) -> Bool {
    guard self == .xml else { return true }
    Self.skipBlanks(text, &index)
    if Self.skip("/>", text, &index) { return true }
    return Self.skip("></x>", text, &index)
  }

  private static func skip(_ mark: String, _ text: Substring, _ index: inout String.Index) -> Bool {
    guard let end = text.index(index, offsetBy: mark.count, limitedBy: text.endIndex),
      text[index..<end].lowercased() == mark
    else { return false }
    index = end
    return true
  }

  private static func skipBlanks(_ text: Substring, _ index: inout String.Index) {
    while index < text.endIndex, text[index] == " " { index = text.index(after: index) }
  }
}
