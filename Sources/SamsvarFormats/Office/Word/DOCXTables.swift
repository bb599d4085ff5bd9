package import SamsvarModel

/// Reads the tables of a DOCX, with tracked changes accepted.
///
/// Deleted and moved-away text, deleted rows, hidden text and field codes are left out; inserted text
/// and the results of fields stay. Comments by others than the program are kept by row.
package enum DOCXTables {
  /// The tables in order; a table inside a cell counts as the cell's text.
  ///
  /// - Throws: `InputError` for what is no Word document or is damaged.
  package static func read(_ bytes: [UInt8], file: String) throws(InputError) -> [ReadTable] {
    try read(try ZipArchive(bytes: bytes, file: file))
  }

  /// The tables of an opened archive.
  ///
  /// - Throws: `InputError` for what is no Word document or is damaged.
  package static func read(_ archive: ZipArchive) throws(InputError) -> [ReadTable] {
    let main = try Relationships(archive, of: "").target(ofType: "officeDocument")
    let path = main ?? "word/document.xml"
    let comments = try self.comments(archive, of: path)
    var part = OfficePart(try archive.read(path), file: archive.file, part: path)
    var tables: [ReadTable] = []
    while let event = try part.next() {
      switch event {
      case .open("Fallback"): try part.skip()
      case .open("tbl"):
        var reader = WordTable(comments: comments, number: tables.count + 1)
        tables.append(try reader.read(&part, at: path))
      default: break
      }
    }
    return tables
  }

  /// The texts of the comments that people wrote, by id.
  private static func comments(
    _ archive: ZipArchive, of document: String
  ) throws(InputError) -> [String: String] {
    guard let path = try Relationships(archive, of: document).target(ofType: "comments"),
      let bytes = try archive.readIfPresent(path)
    else { return [:] }
    var part = OfficePart(bytes, file: archive.file, part: path)
    var result: [String: String] = [:]
    while let event = try part.next() {
      guard case .open("comment") = event, let id = part.attribute("id") else { continue }
      let author = part.attribute("author") ?? ""
      var text = WordText()
      let depth = part.path.count
      while part.path.count >= depth, let event = try part.next() { try text.visit(event, &part) }
      if author != WordComments.author {
        let content = text.content.string
        result[id] = author.isEmpty ? content : "\(author): \(content)"
      }
    }
    return result
  }
}

/// Reads one table.
private struct WordTable {
  private let comments: [String: String]
  private var table: ReadTable

  init(comments: [String: String], number: Int) {
    self.comments = comments
    table = ReadTable(place: "table \(number)", rows: [])
  }

  /// The table whose element was just opened.
  mutating func read(_ part: inout OfficePart, at path: String) throws(InputError) -> ReadTable {
    let depth = part.path.count
    var number = 0
    while part.path.count >= depth, let event = try part.next() {
      guard case .open("tr") = event else { continue }
      number += 1
      if let cells = try row(&part, number) {
        table.rows.append(DelimitedText.Row(line: number, cells: cells.map(\.string)))
        table.traces[number] = cells.map { CellTrace(part: path, text: $0) }
      }
    }
    return table
  }

  /// The cells of a row; nil for a row whose deletion is tracked.
  private mutating func row(
    _ part: inout OfficePart, _ number: Int
  ) throws(InputError) -> [TracedText]? {
    let depth = part.path.count
    var cells: [TracedText] = []
    var isDeleted = false
    while part.path.count >= depth, let event = try part.next() {
      switch event {
      case .open("del") where part.path.dropLast().last == "trPr": isDeleted = true
      case .open("tc"): try cell(&part, &cells, number)
      default: break
      }
    }
    return isDeleted ? nil : cells
  }

  private mutating func cell(
    _ part: inout OfficePart, _ cells: inout [TracedText], _ number: Int
  ) throws(InputError) {
    let depth = part.path.count
    var text = WordText()
    var span = 1
    var isGone = false
    while part.path.count >= depth, let event = try part.next() {
      switch event {
      // How it was before a tracked change of format.
      case .open(let name) where name.hasSuffix("Change"): try part.skip()
      case .open("gridSpan"):
        // Word allows 63 columns.
        span = min(63, max(1, part.attribute("val").flatMap { Int($0) } ?? 1))
      case .open("cellDel"): isGone = true
      case .open("vMerge") where part.attribute("val") != "restart": isGone = true
      case .open("commentReference"):
        if let comment = part.attribute("id").flatMap({ comments[$0] }) {
          table.comments[number, default: []].append(comment)
        }
      default: try text.visit(event, &part)
      }
    }
    cells.append(isGone ? TracedText() : text.content)
    cells += repeatElement(TracedText(), count: span - 1)
  }
}

/// Collects the text of paragraphs and runs, changes accepted.
private struct WordText {
  private var paragraphs: [TracedText] = []
  private var line = TracedText()
  private var isText = false
  private var isHidden = false
  /// Whether the paragraph's end is deleted, so that it runs on into the next.
  private var runsOn = false

  /// The paragraphs, a line each.
  var content: TracedText { .lines(paragraphs + (line.isEmpty ? [] : [line])) }

  mutating func visit(
    _ event: OfficePart.Event, _ part: inout OfficePart
  ) throws(InputError) {
    switch event {
    case .open("del") where part.path.dropLast().last == "rPr": runsOn = true
    case .open("del"), .open("moveFrom"), .open("Fallback"), .open("instrText"):
      try part.skip()
    case .open("r"): isHidden = false
    case .open("vanish") where part.path.contains("r"): isHidden = part.isOn()
    case .open("t"): isText = true
    case .close("t"): isText = false
    case .open("tab") where part.path.dropLast().last == "r", .open("ptab"): add("\t")
    case .open("br"), .open("cr"): add("\n")
    case .open("noBreakHyphen"): add("\u{2011}")
    case .open("softHyphen"): add("\u{AD}")
    case .text(let text) where isText && !isHidden:
      line.append(text.utf8, gap: part.tagCount, offset: part.textOffset)
    case .close("p"): endParagraph()
    default: break
    }
  }

  private mutating func add(_ text: String) {
    if !isHidden { line.append(untraced: text) }
  }

  private mutating func endParagraph() {
    if !runsOn {
      paragraphs.append(line)
      line = TracedText()
    }
    runsOn = false
  }
}
