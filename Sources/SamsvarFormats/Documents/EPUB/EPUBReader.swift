import SamsvarModel
import SamsvarText

/// Reads the text of an e-book (EPUB 2 and 3): its pages in the order of the spine.
///
/// Pages are read as HTML, whose parser knows no entities but HTML's own and loads nothing.
enum EPUBReader {
  /// The blocks of a book.
  ///
  /// - Throws: `InputError` where the archive or a page is damaged, or the book is protected.
  /// - Complexity: O(n)
  static func read(_ bytes: [UInt8], file: String) throws(InputError) -> StructuredText {
    let archive = try ZipArchive(bytes: bytes, file: file)
    let package = try EPUBPackage(archive)
    let locked = try encrypted(archive)
    var out = BlockText(isMapped: true)
    var removals: [Removal] = []
    var parts: [DocumentPart] = []
    for page in package.pages {
      guard !locked.contains(page) else {
        throw InputError(
          "the page \(page) is protected (DRM); only a book without protection can be read",
          at: SourcePosition(file: file))
      }
      let text = try TextDecoder.decode(try archive.read(page), file: "\(file), \(page)").text
      out.base = parts.last?.range.upperBound ?? 0
      parts.append(DocumentPart(name: page, range: out.base..<out.base + text.count))
      let blocks = HTMLBlocks(out, part: page)
      if let stop = HTMLParser.parse(text, into: blocks) {
        throw InputError(
          "the page \(page), byte \(stop.byte): \(stop.message)", at: SourcePosition(file: file))
      }
      out = blocks.out
      removals += blocks.removals
    }
    var result = out.finish()
    result.parts = parts
    result.language = package.language
    result.removals = package.contents.map { Removal(.contents, $0, at: $0) } + removals
    return result
  }

  /// The parts that `META-INF/encryption.xml` names; fonts are often among them.
  private static func encrypted(_ archive: ZipArchive) throws(InputError) -> Set<String> {
    let name = "META-INF/encryption.xml"
    guard let bytes = try archive.readIfPresent(name) else { return [] }
    var part = OfficePart(bytes, file: archive.file, part: name)
    var result: Set<String> = []
    while let event = try part.next() {
      guard case .open("CipherReference") = event, let path = part.attribute("URI") else {
        continue
      }
      result.insert(EPUBPackage.resolved(path, from: ""))
    }
    return result
  }
}
