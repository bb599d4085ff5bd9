import SamsvarModel

/// Reads the text of an HTML page, with the way back to its bytes.
///
/// Scripts, styles and what is hidden are left out; inline elements do not cut sentences.
enum HTMLReader {
  /// The blocks of a page.
  ///
  /// - Throws: `InputError` where elements are nested more deeply than any page needs.
  /// - Complexity: O(n) times the nesting
  static func read(_ text: [UInt8], file: String) throws(InputError) -> StructuredText {
    let blocks = HTMLBlocks(BlockText(isMapped: true))
    if let stop = HTMLParser.parse(text, into: blocks) {
      throw InputError(
        stop.message,
        at: SourcePosition(
          file: file, line: 1 + text[..<stop.byte].count { $0 == 0x0A }, byte: stop.byte))
    }
    let out = blocks.out
    var result = out.finish()
    result.removals = blocks.removals
    result.language = blocks.language
    return result
  }
}
