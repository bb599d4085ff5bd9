package import SamsvarModel

/// Reads the tables of an ODT, with tracked changes accepted.
///
/// OpenDocument keeps deleted text apart from the body, so that leaving it out is enough.
package enum ODTTables {
  /// The tables in order; a table inside a cell counts as the cell's text.
  ///
  /// - Throws: `InputError` for what is no OpenDocument text, is damaged or has a password.
  package static func read(_ bytes: [UInt8], file: String) throws(InputError) -> [ReadTable] {
    try read(try ZipArchive(bytes: bytes, file: file))
  }

  /// The tables of an opened archive.
  ///
  /// - Throws: `InputError` for what is no OpenDocument text, is damaged or has a password.
  package static func read(_ archive: ZipArchive) throws(InputError) -> [ReadTable] {
    try refuseEncrypted(archive)
    var part = OfficePart(
      try archive.read("content.xml"), file: archive.file, part: "content.xml")
    var tables: [ReadTable] = []
    while let event = try part.next() {
      switch event {
      case .open("tracked-changes"): try part.skip()
      case .open("table"):
        tables.append(try table(&part, place: "table \(tables.count + 1)"))
      default: break
      }
    }
    return tables
  }

  /// OpenDocument encrypts the entries itself, so that the archive does not say so.
  private static func refuseEncrypted(_ archive: ZipArchive) throws(InputError) {
    guard let bytes = try archive.readIfPresent("META-INF/manifest.xml") else { return }
    var part = OfficePart(bytes, file: archive.file, part: "META-INF/manifest.xml")
    while let event = try part.next() {
      guard case .open("encryption-data") = event else { continue }
      throw InputError(
        "is encrypted; save the document without a password and try again",
        at: SourcePosition(file: archive.file))
    }
  }

  private static func table(
    _ part: inout OfficePart, place: String
  ) throws(InputError) -> ReadTable {
    var table = ReadTable(place: place, rows: [])
    let depth = part.path.count
    var number = 0
    while part.path.count >= depth, let event = try part.next() {
      guard case .open("table-row") = event else { continue }
      let repeated = part.attribute("number-rows-repeated").flatMap { Int($0) } ?? 1
      number += 1
      let (cells, comments) = try row(&part)
      table.rows.append(DelimitedText.Row(line: number, cells: cells.map(\.string)))
      // Rows that are one in the file would change together.
      if repeated <= 1 {
        table.traces[number] = cells.map { CellTrace(part: "content.xml", text: $0) }
      }
      if !comments.isEmpty { table.comments[number] = comments }
      number = min(number + max(1, repeated) - 1, CellReference.rows)
    }
    return table
  }

  private static func row(
    _ part: inout OfficePart
  ) throws(InputError) -> (cells: [TracedText], comments: [String]) {
    let depth = part.path.count
    var cells: [TracedText] = []
    var comments: [String] = []
    while part.path.count >= depth, let event = try part.next() {
      switch event {
      case .open("table-cell"), .open("covered-table-cell"):
        let repeated = part.attribute("number-columns-repeated").flatMap { Int($0) } ?? 1
        var text = ODTCellText()
        let content = try text.read(&part)
        comments += text.comments
        let room = CellReference.columns - cells.count - 1
        // Cells that are one in the file would change together.
        cells += repeatElement(
          repeated > 1 ? TracedText(content.string) : content,
          count: 1 + max(0, min(repeated - 1, room)))
      default: break
      }
    }
    while cells.last?.isEmpty == true { cells.removeLast() }
    return (cells, comments)
  }
}

/// Collects the text of a cell.
private struct ODTCellText {
  /// The annotations that people wrote.
  private(set) var comments: [String] = []
  private var paragraphs: [TracedText] = []
  private var line = TracedText()

  /// The text of the element just opened, paragraphs a line each.
  mutating func read(_ part: inout OfficePart) throws(InputError) -> TracedText {
    let depth = part.path.count
    while part.path.count >= depth, let event = try part.next() { try visit(event, &part) }
    return .lines(paragraphs + (line.isEmpty ? [] : [line]))
  }

  private mutating func visit(
    _ event: OfficePart.Event, _ part: inout OfficePart
  ) throws(InputError) {
    switch event {
    case .open("annotation"): try annotation(&part)
    case .open("note"), .open("tracked-changes"): try part.skip()
    case .open("s"):
      let count = part.attribute("c").flatMap { Int($0) } ?? 1
      line.append(untraced: String(repeating: " ", count: min(1000, max(0, count))))
    case .open("tab"): line.append(untraced: "\t")
    case .open("line-break"): line.append(untraced: "\n")
    case .text(let text) where part.path.contains("p") || part.path.contains("h"):
      add(text, gap: part.tagCount, from: part.textOffset)
    case .close("p"), .close("h"):
      let end = line.bytes.last == 0x20 ? line.bytes.count - 1 : line.bytes.count
      paragraphs.append(line.stretch(0..<end))
      line = TracedText()
    default: break
    }
  }

  /// White space counts as one blank, and as none at the beginning (OpenDocument 1.3 part 3, 6.1.2).
  private mutating func add(_ text: String, gap: Int, from start: Int) {
    for (offset, byte) in text.utf8.enumerated() {
      let isBlank = byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
      if isBlank, line.bytes.last.map({ $0 <= 0x20 }) ?? true { continue }
      line.append(CollectionOfOne(isBlank ? 0x20 : byte), gap: gap, offset: start + offset)
    }
  }

  private mutating func annotation(_ part: inout OfficePart) throws(InputError) {
    let depth = part.path.count
    var text = ODTCellText()
    var creator = ""
    while part.path.count >= depth, let event = try part.next() {
      switch event {
      case .open("date"), .open("date-string"), .open("creator-initials"),
        .open("sender-initials"):
        try part.skip()
      case .text(let name) where part.path.last == "creator": creator += name
      default: try text.visit(event, &part)
      }
    }
    guard creator != WordComments.author else { return }
    let content = TracedText.lines(text.paragraphs).string
    comments.append(creator.isEmpty ? content : "\(creator): \(content)")
  }
}
