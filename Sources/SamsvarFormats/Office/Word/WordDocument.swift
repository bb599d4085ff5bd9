import SamsvarModel

/// `word/document.xml`: a title, a line of facts and the table.
struct WordDocument {
  private let table: BilingualTable

  init(_ table: BilingualTable) { self.table = table }

  /// Widths in twentieths of a point; together the 267 mm between the margins of A4 across.
  private static func width(_ column: BilingualColumn) -> Int {
    switch column {
    case .id: 800
    case .source, .target: 4950
    case .state: 1250
    case .confidence: 1450
    case .comments: 1738
    }
  }

  func text() -> String {
    let xml = XMLWriter(indented: false)
    xml.start("w:document", WordXML.namespaces)
    xml.start("w:body")
    paragraph(xml, style: "Title", table.title)
    paragraph(xml, style: "Subtitle", table.facts)
    grid(xml)
    // Word wants a paragraph after a table at the end of a document.
    paragraph(xml, style: "Subtitle", "")
    section(xml)
    xml.end()
    xml.end()
    return xml.finish()
  }

  private func paragraph(_ xml: borrowing XMLWriter, style: String, _ text: String) {
    xml.start("w:p")
    styled(xml, style)
    WordXML.run(xml, text)
    xml.end()
  }

  private func styled(_ xml: borrowing XMLWriter, _ style: String) {
    xml.start("w:pPr")
    xml.empty("w:pStyle", [("w:val", style)])
    xml.end()
  }

  // MARK: - Table

  private func grid(_ xml: borrowing XMLWriter) {
    let total = BilingualColumn.allCases.reduce(0) { $0 + Self.width($1) }
    xml.start("w:tbl")
    xml.start("w:tblPr")
    xml.empty("w:tblStyle", [("w:val", "Bitext")])
    xml.empty("w:tblW", [("w:w", String(total)), ("w:type", "dxa")])
    xml.empty("w:tblLayout", [("w:type", "fixed")])
    xml.empty(
      "w:tblLook",
      [
        ("w:val", "0020"), ("w:firstRow", "1"), ("w:lastRow", "0"), ("w:firstColumn", "0"),
        ("w:lastColumn", "0"), ("w:noHBand", "1"), ("w:noVBand", "1"),
      ])
    xml.end()
    xml.start("w:tblGrid")
    for column in BilingualColumn.allCases {
      xml.empty("w:gridCol", [("w:w", String(Self.width(column)))])
    }
    xml.end()
    header(xml)
    var comment = 0
    for row in table.rows { self.row(xml, row, &comment) }
    xml.end()
  }

  private func header(_ xml: borrowing XMLWriter) {
    xml.start("w:tr")
    xml.start("w:trPr")
    xml.empty("w:cantSplit")
    xml.empty("w:tblHeader")
    xml.end()
    for column in BilingualColumn.allCases {
      startCell(xml, column, style: "CellHeader")
      WordXML.run(xml, column.header(table))
      endCell(xml)
    }
    xml.end()
  }

  /// A row; `comment` counts the comments of the whole document.
  private func row(
    _ xml: borrowing XMLWriter, _ row: BilingualTable.Row, _ comment: inout Int
  ) {
    xml.start("w:tr")
    xml.start("w:trPr")
    xml.empty("w:cantSplit")
    xml.end()
    for column in BilingualColumn.allCases {
      switch column {
      case .source:
        startCell(xml, column, style: "Cell")
        WordXML.run(xml, row.source, language: table.sourceLanguage)
      case .target:
        startCell(xml, column, style: "Cell")
        target(xml, row, first: comment)
        comment += row.remarks.count
      case .comments:
        startCell(xml, column, style: "Cell")
        WordXML.run(xml, column.cell(row))
      case .id, .state, .confidence:
        startCell(xml, column, style: "CellData")
        WordXML.run(xml, column.cell(row))
      }
      endCell(xml)
    }
    xml.end()
  }

  /// The target with the beginning and end of each comment.
  private func target(_ xml: borrowing XMLWriter, _ row: BilingualTable.Row, first: Int) {
    for step in RemarkMarks.steps(row) {
      switch step {
      case .text(let text): WordXML.run(xml, text, language: table.targetLanguage)
      case .begin(let number):
        xml.empty("w:commentRangeStart", [("w:id", String(first + number))])
      case .end(let number):
        xml.empty("w:commentRangeEnd", [("w:id", String(first + number))])
        xml.start("w:r")
        xml.start("w:rPr")
        xml.empty("w:rStyle", [("w:val", "CommentReference")])
        xml.end()
        xml.empty("w:commentReference", [("w:id", String(first + number))])
        xml.end()
      }
    }
  }

  private func startCell(_ xml: borrowing XMLWriter, _ column: BilingualColumn, style: String) {
    xml.start("w:tc")
    xml.start("w:tcPr")
    xml.empty("w:tcW", [("w:w", String(Self.width(column))), ("w:type", "dxa")])
    xml.end()
    xml.start("w:p")
    styled(xml, style)
  }

  private func endCell(_ xml: borrowing XMLWriter) {
    xml.end()
    xml.end()
  }

  /// A4 across, margins of 15 mm, page numbers below.
  private func section(_ xml: borrowing XMLWriter) {
    xml.start("w:sectPr")
    xml.empty("w:footerReference", [("w:type", "default"), ("r:id", "rId4")])
    xml.empty("w:pgSz", [("w:w", "16838"), ("w:h", "11906"), ("w:orient", "landscape")])
    xml.empty(
      "w:pgMar",
      ["w:top", "w:right", "w:bottom", "w:left"].map { ($0, "850") }
        + [("w:header", "425"), ("w:footer", "425"), ("w:gutter", "0")])
    xml.end()
  }
}
