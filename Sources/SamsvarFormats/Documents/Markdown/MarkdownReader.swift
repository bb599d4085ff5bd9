import SamsvarModel
import SamsvarText

/// Reads Markdown: CommonMark's blocks and inlines with GitHub's tables, strikethrough and footnotes.
///
/// Markup is taken off with the way back kept; code blocks, comments and front matter are left out.
enum MarkdownReader {
  /// The blocks of a text.
  ///
  /// - Complexity: O(n) but for nesting, which is followed to a depth of 32
  static func read(_ text: [UInt8], file: String) -> StructuredText {
    var lines = TextLines.lines(of: text)
    let front = FrontMatter(text, lines)
    lines.removeFirst(front.count)
    var parser = MarkdownBlocks(text, definitions: MarkdownLinks.definitions(in: text, lines))
    parser.parse(lines, as: .paragraph, depth: 0)
    let removals = parser.removals
    var result = parser.finish()
    result.removals = removals
    result.language = front.language
    return result
  }
}

/// Settings of static site generators between lines of `---` or `+++` at the head of a file.
private struct FrontMatter {
  /// The number of lines it takes.
  var count = 0
  /// What its `lang` or `language` says.
  var language: LanguageTag?

  init(_ text: [UInt8], _ lines: [Range<Int>]) {
    guard let first = lines.first else { return }
    let fence = text[first.lowerBound..<first.upperBound]
    guard fence.elementsEqual("---".utf8) || fence.elementsEqual("+++".utf8),
      let end = lines.dropFirst().firstIndex(where: { text[$0].elementsEqual(fence) })
    else { return }
    count = end + 1
    for line in lines[1..<end] {
      let parts = String(decoding: text[line], as: UTF8.self)
        .split(maxSplits: 1, whereSeparator: { $0 == ":" || $0 == "=" })
      guard parts.count == 2, ["lang", "language"].contains(parts[0].filter { $0 != " " }) else {
        continue
      }
      language = LanguageTag(parts[1].filter { !" \"'".contains($0) })
    }
  }
}
