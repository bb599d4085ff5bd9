package import SamsvarModel

/// Reads XLSX workbooks (ECMA-376, SpreadsheetML): the cells of each sheet as text.
///
/// Shared, rich and inline strings are joined; phonetic guides are left out. A number is written as a
/// person would see it without a format (`0.1`), a date as the file has it; a formula gives its
/// last result.
package enum XLSXReader {
  /// Cells beyond this many, empty ones before a filled one counted, are refused.
  static let cellLimit = 20_000_000

  /// The sheets of a workbook in memory, in the order of its tabs.
  ///
  /// - Throws: `InputError` for what is no workbook or is damaged.
  package static func read(_ bytes: [UInt8], file: String) throws(InputError) -> [Sheet] {
    try read(try ZipArchive(bytes: bytes, file: file))
  }

  /// The sheets of a workbook, in the order of its tabs.
  ///
  /// - Throws: `InputError` for what is no workbook or is damaged.
  /// - Parameter isTraced: Whether the sheets say where each cell stands in the archive.
  /// - Complexity: O(n) in the bytes unpacked
  package static func read(
    _ archive: ZipArchive, isTraced: Bool = false
  ) throws(InputError) -> [Sheet] {
    let main = try Relationships(archive, of: "").target(ofType: "officeDocument")
    let workbook = main ?? "xl/workbook.xml"
    let related = try Relationships(archive, of: workbook)
    let strings = try sharedStrings(archive, related.target(ofType: "sharedStrings"))
    var sheets: [Sheet] = []
    for entry in try entries(archive, workbook) {
      guard let path = related.target(id: entry.relation) else { continue }
      // Chart sheets have their own kind of part and hold no cells.
      guard let bytes = try archive.readIfPresent(path) else { continue }
      var part = SheetPart(
        bytes, file: archive.file, part: path, strings: strings, isTraced: isTraced)
      var sheet = Sheet(name: entry.name, rows: try part.rows(), isHidden: entry.isHidden)
      sheet.traces = part.traces
      sheets.append(sheet)
    }
    return sheets
  }

  private struct Entry {
    var name: String
    var relation: String
    var isHidden: Bool
  }

  private static func entries(
    _ archive: ZipArchive, _ workbook: String
  ) throws(InputError) -> [Entry] {
    var part = OfficePart(try archive.read(workbook), file: archive.file, part: workbook)
    var result: [Entry] = []
    while let event = try part.next() {
      guard case .open("sheet") = event else { continue }
      result.append(
        Entry(
          name: part.attribute("name") ?? "", relation: part.attribute("id") ?? "",
          isHidden: part.attribute("state").map { $0 != "visible" } ?? false))
    }
    return result
  }

  private static func sharedStrings(
    _ archive: ZipArchive, _ path: String?
  ) throws(InputError) -> SharedStrings {
    guard let path, let bytes = try archive.readIfPresent(path) else { return SharedStrings() }
    var part = OfficePart(bytes, file: archive.file, part: path)
    var result = SharedStrings()
    result.part = path
    while let event = try part.next() {
      guard case .open("si") = event else { continue }
      result.tags.append(part.tagCount)
      result.texts.append(try RichText.read(&part))
    }
    return result
  }
}

/// The texts that the cells of a workbook share.
struct SharedStrings {
  /// The part they stand in.
  var part = ""
  var texts: [TracedText] = []
  /// The number of the tag that begins each.
  var tags: [Int] = []
}

/// Text in runs, as shared and inline strings have it.
enum RichText {
  /// The text of the element just opened, without the phonetic guides of East Asian scripts.
  static func read(_ part: inout OfficePart) throws(InputError) -> TracedText {
    let depth = part.path.count
    var text = TracedText()
    var isText = false
    while part.path.count >= depth, let event = try part.next() {
      switch event {
      case .open("rPh"): try part.skip()
      case .open("t"): isText = true
      case .close("t"): isText = false
      case .text(let more) where isText:
        text.append(more.utf8, gap: part.tagCount, offset: part.textOffset)
      default: break
      }
    }
    let decoded = CellText.decoded(text.string)
    return decoded.utf8.elementsEqual(text.bytes) ? text : TracedText(decoded)
  }
}
