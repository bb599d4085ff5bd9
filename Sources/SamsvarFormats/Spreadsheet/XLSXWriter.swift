package import SamsvarModel

/// Writes XLSX workbooks (ECMA-376, SpreadsheetML): text cells that wrap, the first row bold and frozen.
///
/// All cells are inline text, so that an id such as `0012` or a text such as `=1` stays what it is.
package struct XLSXWriter: Sendable {
  /// How one column looks.
  package struct Column: Hashable, Sendable {
    /// The width in characters.
    package var width: Int

    /// A column of a width.
    package init(width: Int) { self.width = width }
  }

  private let date: ArchiveDate
  private var sheets: [(sheet: Sheet, columns: [Column])] = []

  /// A workbook without sheets yet.
  package init(date: ArchiveDate) { self.date = date }

  /// Adds a sheet; its first row is its header.
  ///
  /// - Parameter columns: How the columns look; where fewer are given, the rest is 20 wide.
  package mutating func add(_ sheet: Sheet, columns: [Column] = []) {
    sheets.append((sheet, columns))
  }

  /// The workbook's bytes.
  ///
  /// - Throws: `InputError` when the archive cannot be made.
  package func finish() throws(InputError) -> [UInt8] {
    var zip = ZipWriter(date: date)
    zip.add("[Content_Types].xml", contentTypes())
    zip.add("_rels/.rels", PackageParts.relationships([("officeDocument", "xl/workbook.xml")]))
    zip.add("xl/workbook.xml", workbook())
    zip.add(
      "xl/_rels/workbook.xml.rels",
      PackageParts.relationships(
        sheets.indices.map { ("worksheet", "worksheets/sheet\($0 + 1).xml") }
          + [("styles", "styles.xml")]))
    zip.add("xl/styles.xml", Self.styles())
    for (index, entry) in sheets.enumerated() {
      zip.add(
        "xl/worksheets/sheet\(index + 1).xml",
        SheetXML(entry.sheet, columns: entry.columns).text())
    }
    return try zip.finish()
  }

  private func contentTypes() -> String {
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return PackageParts.contentTypes(
      [
        ("/xl/workbook.xml", "\(kind).sheet.main+xml"), ("/xl/styles.xml", "\(kind).styles+xml"),
      ]
        + sheets.indices.map {
          ("/xl/worksheets/sheet\($0 + 1).xml", "\(kind).worksheet+xml")
        })
  }

  private func workbook() -> String {
    let xml = XMLWriter(indented: false)
    xml.start(
      "workbook", [("xmlns", Self.namespace), ("xmlns:r", PackageParts.relationshipNamespace)])
    xml.start("sheets")
    for (index, name) in SheetNames.unique(sheets.map(\.sheet.name)).enumerated() {
      xml.start(
        "sheet",
        [("name", name), ("sheetId", String(index + 1)), ("r:id", "rId\(index + 1)")])
      xml.end()
    }
    xml.end()
    xml.end()
    return xml.finish()
  }

  static let namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

  /// The formats of cells: 0 as it comes, 1 a header, 2 wrapped text from the top.
  private static func styles() -> String {
    let wrapped = "<alignment vertical=\"top\" wrapText=\"1\""
    let format = "<xf numFmtId=\"49\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\""
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <styleSheet xmlns="\(namespace)"><fonts count="2">\
      <font><sz val="11"/><name val="Calibri"/><family val="2"/></font>\
      <font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>\
      <fills count="3"><fill><patternFill patternType="none"/></fill>\
      <fill><patternFill patternType="gray125"/></fill>\
      <fill><patternFill patternType="solid"><fgColor rgb="FFE7ECEF"/></patternFill></fill></fills>\
      <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
      <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
      <cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
      \(format) fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1">\
      <alignment vertical="center" wrapText="1"/></xf>\
      \(format) fontId="0" fillId="0" applyAlignment="1">\(wrapped)/></xf>\
      </cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/>\
      </cellStyles></styleSheet>

      """
  }
}

/// The XML of one sheet.
private struct SheetXML {
  private let sheet: Sheet
  private let columns: [XLSXWriter.Column]
  private let width: Int

  init(_ sheet: Sheet, columns: [XLSXWriter.Column]) {
    self.sheet = sheet
    self.columns = columns
    width = max(1, sheet.rows.map(\.cells.count).max() ?? 1)
  }

  func text() -> String {
    let xml = XMLWriter(indented: false)
    xml.start("worksheet", [("xmlns", XLSXWriter.namespace)])
    xml.start("sheetPr")
    xml.empty("pageSetUpPr", [("fitToPage", "1")])
    xml.end()
    view(xml)
    xml.empty("sheetFormatPr", [("defaultRowHeight", "15")])
    columnWidths(xml)
    xml.start("sheetData")
    for row in sheet.rows { self.row(xml, row) }
    xml.end()
    if let last = sheet.rows.last {
      let corner = CellName.name(column: width - 1, row: last.line)
      xml.empty("autoFilter", [("ref", "A1:\(corner)")])
    }
    xml.empty(
      "pageSetup", [("paperSize", "9"), ("orientation", "landscape"), ("fitToHeight", "0")])
    xml.end()
    return xml.finish()
  }

  /// The first row stays in sight.
  private func view(_ xml: borrowing XMLWriter) {
    xml.start("sheetViews")
    xml.start("sheetView", [("workbookViewId", "0")])
    xml.empty(
      "pane",
      [("ySplit", "1"), ("topLeftCell", "A2"), ("activePane", "bottomLeft"), ("state", "frozen")])
    xml.end()
    xml.end()
  }

  private func columnWidths(_ xml: borrowing XMLWriter) {
    xml.start("cols")
    for index in 0..<width {
      let number = String(index + 1)
      let width = columns.indices.contains(index) ? columns[index].width : 20
      xml.empty(
        "col",
        [("min", number), ("max", number), ("width", String(width)), ("customWidth", "1")])
    }
    xml.end()
  }

  private func row(_ xml: borrowing XMLWriter, _ row: DelimitedText.Row) {
    xml.start("row", [("r", String(row.line))])
    for (column, cell) in row.cells.enumerated() where !cell.isEmpty {
      let style = row.line == 1 ? "1" : "2"
      xml.start(
        "c",
        [
          ("r", CellName.name(column: column, row: row.line)), ("s", style),
          ("t", "inlineStr"),
        ])
      xml.start("is")
      xml.element("t", [("xml:space", "preserve")], text: CellText.encoded(cell))
      xml.end()
      xml.end()
    }
    xml.end()
  }
}

/// What the tab of a sheet may say: at most 31 characters, none of `[]:*?/\`, no name twice.
private enum SheetNames {
  static func unique(_ names: [String]) -> [String] {
    var taken: Set<String> = []
    return names.enumerated().map { index, name in
      let words = name.map { isLegal($0) ? $0 : " " }.split(separator: " ").map { String($0) }
      let legal = String(words.joined(separator: " ").prefix(31))
      let wanted = legal.isEmpty ? "Sheet\(index + 1)" : legal
      var result = wanted
      var number = 2
      while !taken.insert(result.lowercased()).inserted {
        result = "\(wanted.prefix(27)) \(number)"
        number += 1
      }
      return result
    }
  }

  private static func isLegal(_ character: Character) -> Bool {
    !"[]:*?/\\'".contains(character) && !character.isNewline
  }
}
