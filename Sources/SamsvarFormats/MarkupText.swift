/// Text for formats with tags that are neither HTML nor XML: WebVTT, vertical text.
package enum MarkupText {
  /// The text with `&`, `<` and `>` escaped, for an attribute also `"`; nothing else is changed.
  package static func escaped(_ text: String, isAttribute: Bool = false) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"" where isAttribute: result += "&quot;"
      default: result.append(character)
      }
    }
    return result
  }
}
