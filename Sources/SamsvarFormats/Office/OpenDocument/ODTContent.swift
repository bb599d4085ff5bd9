import SamsvarModel

/// `content.xml`: a title, a line of facts and the table.
struct ODTContent {
  private let table: BilingualTable
  private let date: ArchiveDate

  init(_ table: BilingualTable, date: ArchiveDate) {
    self.table = table
    self.date = date
  }

  /// Widths in millimetres; together the 267 mm between the margins of A4 across.
  static func width(_ column: BilingualColumn) -> Int {
    switch column {
    case .id: 14
    case .source, .target: 87
    case .state: 22
    case .confidence: 25
    case .comments: 32
    }
  }

  func text() -> String {
    let xml = XMLWriter(indented: false)
    xml.start("office:document-content", OpenDocument.namespaces)
    styles(xml)
    xml.start("office:body")
    xml.start("office:text")
    xml.start("text:h", [("text:style-name", "Title"), ("text:outline-level", "1")])
    ODTText.write(xml, table.title)
    xml.end()
    paragraph(xml, style: "Subtitle", table.facts)
    grid(xml)
    paragraph(xml, style: "Subtitle", "")
    xml.end()
    xml.end()
    xml.end()
    return xml.finish()
  }

  private func paragraph(_ xml: borrowing XMLWriter, style: String, _ text: String) {
    xml.start("text:p", [("text:style-name", style)])
    ODTText.write(xml, text)
    xml.end()
  }

  // MARK: - Styles of this text

  private func styles(_ xml: borrowing XMLWriter) {
    xml.start("office:automatic-styles")
    xml.start("style:style", [("style:name", "Bitext"), ("style:family", "table")])
    xml.empty(
      "style:table-properties",
      [
        ("style:width", "267mm"), ("table:align", "left"),
        ("table:border-model", "collapsing"),
      ])
    xml.end()
    for column in BilingualColumn.allCases {
      xml.start(
        "style:style", [("style:name", "Column.\(column)"), ("style:family", "table-column")])
      xml.empty(
        "style:table-column-properties", [("style:column-width", "\(Self.width(column))mm")])
      xml.end()
    }
    xml.start("style:style", [("style:name", "Row"), ("style:family", "table-row")])
    xml.empty("style:table-row-properties", [("fo:keep-together", "always")])
    xml.end()
    for (name, background) in [("Cell", "transparent"), ("HeaderCell", "#e7ecef")] {
      xml.start("style:style", [("style:name", name), ("style:family", "table-cell")])
      xml.empty(
        "style:table-cell-properties",
        [
          ("fo:border", "0.5pt solid #b4bcc3"), ("fo:padding", "1mm"),
          ("fo:background-color", background),
        ])
      xml.end()
    }
    xml.end()
  }

  // MARK: - Table

  private func grid(_ xml: borrowing XMLWriter) {
    xml.start("table:table", [("table:name", "Bitext"), ("table:style-name", "Bitext")])
    for column in BilingualColumn.allCases {
      xml.empty("table:table-column", [("table:style-name", "Column.\(column)")])
    }
    xml.start("table:table-header-rows")
    xml.start("table:table-row", [("table:style-name", "Row")])
    for column in BilingualColumn.allCases {
      cell(xml, "HeaderCell", paragraph: "Header") { ODTText.write(xml, column.header(table)) }
    }
    xml.end()
    xml.end()
    var annotation = 0
    for row in table.rows { self.row(xml, row, &annotation) }
    xml.end()
  }

  /// A row; `annotation` counts the annotations of the whole document.
  private func row(
    _ xml: borrowing XMLWriter, _ row: BilingualTable.Row, _ annotation: inout Int
  ) {
    xml.start("table:table-row", [("table:style-name", "Row")])
    for column in BilingualColumn.allCases {
      switch column {
      case .source: cell(xml, "Cell", paragraph: "Source") { ODTText.write(xml, row.source) }
      case .target:
        cell(xml, "Cell", paragraph: "Target") { target(xml, row, first: annotation) }
        annotation += row.remarks.count
      case .comments:
        cell(xml, "Cell", paragraph: "Text") { ODTText.write(xml, column.cell(row)) }
      case .id, .state, .confidence:
        cell(xml, "Cell", paragraph: "Data") { ODTText.write(xml, column.cell(row)) }
      }
    }
    xml.end()
  }

  /// The target with the beginning and end of each annotation.
  private func target(_ xml: borrowing XMLWriter, _ row: BilingualTable.Row, first: Int) {
    var text = ODTText()
    for step in RemarkMarks.steps(row) {
      switch step {
      case .text(let piece): text.write(xml, piece)
      case .begin(let number):
        self.annotation(xml, row.remarks[number], "finding\(first + number + 1)")
      case .end(let number):
        xml.empty("office:annotation-end", [("office:name", "finding\(first + number + 1)")])
      }
    }
  }

  private func annotation(
    _ xml: borrowing XMLWriter, _ remark: BilingualTable.Remark, _ name: String
  ) {
    xml.start("office:annotation", [("office:name", name)])
    xml.element("dc:creator", text: WordComments.author)
    if date.isGiven { xml.element("dc:date", text: date.iso8601) }
    for line in remark.paragraphs {
      xml.start("text:p")
      ODTText.write(xml, line)
      xml.end()
    }
    xml.end()
  }

  private func cell(
    _ xml: borrowing XMLWriter, _ style: String, paragraph: String, _ content: () -> Void
  ) {
    xml.start("table:table-cell", [("table:style-name", style), ("office:value-type", "string")])
    xml.start("text:p", [("text:style-name", paragraph)])
    content()
    xml.end()
    xml.end()
  }
}

/// Text in a paragraph: blanks after a blank, tabs and line breaks are elements of their own.
struct ODTText {
  /// Whether the last character was a blank, or none stood before.
  private var isAfterBlank = true

  static func write(_ xml: borrowing XMLWriter, _ text: String) {
    var writer = ODTText()
    writer.write(xml, text)
  }

  mutating func write(_ xml: borrowing XMLWriter, _ text: String) {
    var plain = ""
    func flush() {
      if !plain.isEmpty { xml.text(plain) }
      plain = ""
    }
    for character in text {
      switch character {
      case " " where isAfterBlank:
        flush()
        xml.empty("text:s")
      case "\t":
        flush()
        xml.empty("text:tab")
      case _ where character.isNewline:
        flush()
        xml.empty("text:line-break")
      default: plain.append(character)
      }
      isAfterBlank = character == " " || character == "\t" || character.isNewline
    }
    flush()
  }
}
