import SamsvarModel

/// Reads the text of a PDF through poppler's `pdftotext`, which gives each word with its place on the page.
///
/// Running headers and footers, page numbers and hyphens at line ends are taken out, and listed.
enum PDFReader {
  /// The blocks of a document.
  ///
  /// - Throws: `InputError` where `pdftotext` is missing or cannot read the file, and where the pages are
  ///   images without text.
  /// - Complexity: O(n) in the number of words
  static func read(_ bytes: [UInt8], file: String) throws(InputError) -> StructuredText {
    let layout = try PDFToText.layout(of: bytes, file: file)
    var pages = try PDFPage.pages(in: layout, file: file)
    guard pages.contains(where: { !$0.lines.isEmpty }) else {
      throw InputError(
        "holds no text, only images of pages; have a program for text recognition read it first",
        at: SourcePosition(file: file))
    }
    var removals = PageFurniture.remove(from: &pages)
    HangingLabels.join(in: &pages)
    var joiner = LineJoiner(pages)
    let paragraphs = PDFParagraphs(pages).paragraphs
    var out = BlockText(isMapped: false)
    for paragraph in paragraphs.filter({ !$0.isFootnote }) + paragraphs.filter(\.isFootnote) {
      out.collapse(joiner.text(paragraph), from: 0)
      out.endBlock(
        paragraph.kind,
        place: BlockPlace(part: "page \(paragraph.page)", paragraph: paragraph.number))
    }
    removals += joiner.removals
    var result = out.finish()
    result.removals = removals
    result.diagnostics = summary(removals, file: file)
    return result
  }

  /// One note on what was taken out.
  private static func summary(_ removals: [Removal], file: String) -> [Diagnostic] {
    let names: [(Removal.Kind, String)] = [
      (.header, "running headers"), (.footer, "footers"), (.pageNumber, "page numbers"),
      (.hyphen, "hyphens at line ends"),
    ]
    let parts = names.compactMap { kind, name in
      let count = removals.count { $0.kind == kind }
      return count == 0 ? nil : "\(count) \(name)"
    }
    guard !parts.isEmpty else { return [] }
    let message = "taken out: \(parts.joined(separator: ", ")); --removal-log lists them"
    return [Diagnostic(.note, message, at: SourcePosition(file: file))]
  }
}
