/// Text for HTML, escaped.
enum HTMLText {
  /// Text content: `&`, `<` and `>` escaped, characters that HTML forbids replaced.
  static func content(_ text: some StringProtocol) -> String {
    escape(text, quotes: false)
  }

  /// An attribute's value, for double quotation marks.
  static func attribute(_ text: some StringProtocol) -> String {
    escape(text, quotes: true)
  }

  private static func escape(_ text: some StringProtocol, quotes: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"" where quotes: result += "&quot;"
      case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
