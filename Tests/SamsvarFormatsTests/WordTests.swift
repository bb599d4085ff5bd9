import Foundation
import SamsvarFormats
import SamsvarModel
import SamsvarTestSupport
import Testing

/// A Word document with the given body and comments.
private func document(_ body: String, comments: String? = nil) throws -> [UInt8] {
  let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  var zip = ZipWriter(date: TableSample.date)
  zip.add(
    "_rels/.rels",
    "<Relationships><Relationship Id=\"a\" Type=\"\(relation)/officeDocument\" "
      + "Target=\"word/document2.xml\"/></Relationships>")
  zip.add(
    "word/document2.xml",
    "<w:document xmlns:w=\"w\" xmlns:mc=\"mc\"><w:body>\(body)</w:body></w:document>")
  if let comments {
    zip.add(
      "word/_rels/document2.xml.rels",
      "<Relationships><Relationship Id=\"c\" Type=\"\(relation)/comments\" Target=\"comments.xml\"/>"
        + "</Relationships>")
    zip.add("word/comments.xml", "<w:comments xmlns:w=\"w\">\(comments)</w:comments>")
  }
  return try zip.finish()
}

private func table(_ rows: String) -> String { "<w:tbl>\(rows)</w:tbl>" }

private func row(_ cells: String...) -> String {
  "<w:tr>" + cells.map { "<w:tc>\($0)</w:tc>" }.joined() + "</w:tr>"
}

private func text(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }

@Suite("Word tables that were edited")
struct WordTests {
  private func cell(_ content: String) throws -> String {
    let bytes = try document(table(row(content, text("|"))))
    return try #require(try DOCXTables.read(bytes, file: "t.docx").first?.rows.first?.cells.first)
  }

  @Test(arguments: [
    // Tracked changes, accepted.
    (
      "<w:p><w:r><w:t xml:space=\"preserve\">ja </w:t></w:r><w:ins><w:r><w:t>nytt</w:t></w:r></w:ins>"
        + "<w:del><w:r><w:delText>gammelt</w:delText><w:tab/></w:r></w:del></w:p>", "ja nytt"
    ),
    (
      "<w:p><w:moveFrom><w:r><w:t>her</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>der</w:t></w:r>"
        + "</w:moveTo></w:p>", "der"
    ),
    // A deleted end of a paragraph joins it with the next.
    (
      "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>en</w:t></w:r></w:p>"
        + "<w:p><w:r><w:t>to</w:t></w:r></w:p>", "ento"
    ),
    ("<w:p><w:r><w:t>en</w:t></w:r></w:p><w:p><w:r><w:t>to</w:t></w:r></w:p>", "en\nto"),
    // A format that was changed: what it was does not count.
    (
      "<w:p><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>syns</w:t>"
        + "</w:r></w:p>", "syns"
    ),
    (
      "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>skjult</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/>"
        + "</w:rPr><w:t>synlig</w:t></w:r></w:p>", "synlig"
    ),
    // A field's code is left out, its result stays.
    (
      "<w:p><w:r><w:fldChar/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>7</w:t></w:r>"
        + "</w:p>", "7"
    ),
    (
      "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/>"
        + "<w:t>c</w:t><w:noBreakHyphen/><w:softHyphen/></w:r></w:p>", "a\tb\nc\u{2011}\u{AD}"
    ),
    // A text box stands in the file twice.
    (
      "<w:p><w:r><mc:AlternateContent><mc:Choice><w:t>boks</w:t></mc:Choice><mc:Fallback><w:t>boks</w:t>"
        + "</mc:Fallback></mc:AlternateContent></w:r></w:p>", "boks"
    ),
    (
      "<w:p><w:hyperlink><w:r><w:t>lenke</w:t></w:r></w:hyperlink><w:sdt><w:sdtContent><w:r><w:t> felt</w:t>"
        + "</w:r></w:sdtContent></w:sdt></w:p>", "lenke felt"
    ),
  ])
  func theTextIsWhatAReaderSees(content: String, expected: String) throws {
    #expect(try cell(content) == expected)
  }

  @Test func deletedRowsAreGoneAndTheirNumbersStay() throws {
    let deleted = "<w:tr><w:trPr><w:del/></w:trPr><w:tc>\(text("x"))</w:tc></w:tr>"
    let rows =
      row(text("ID"), text("nb"), text("en")) + deleted + row(text("2"), text("a"), text("b"))
    let bytes = try document(table(rows))
    let records = try TableSample.read(bytes)
    #expect(records.map(\.id) == ["2"])
    #expect(records[0].place == "C3")
  }

  @Test func mergedCellsKeepTheColumnsInPlace() throws {
    let wide = "<w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>" + text("bred")
    let below = "<w:tcPr><w:vMerge/></w:tcPr>" + text("x")
    let bytes = try document(table(row(wide, text("c")) + row(below, text("b"), text("c"))))
    let rows = try #require(try DOCXTables.read(bytes, file: "t").first).rows
    #expect(rows.map(\.cells) == [["bred", "", "c"], ["", "b", "c"]])
  }

  @Test func onlyTablesWithTheHeaderAreRead() throws {
    let other = table(row(text("Navn"), text("Adresse")) + row(text("Kari"), text("Vei 1")))
    let first = table(
      row(text("ID"), text("Source"), text("Target")) + row(text("1"), text("a"), text("b")))
    let second = table(
      row(text("ID"), text("Source"), text("Target")) + row(text("2"), text("c"), text("d")))
    let bytes = try document(text("Innledning") + other + first + text("mer") + second)
    let records = try TableSample.read(bytes, BitextOptions(source: .nb, target: .en))
    #expect(records.map(\.id) == ["1", "2"])
    #expect(records.map(\.place) == ["table 2, C2", "table 3, C2"])
    #expect(records[0].languages == ["nb", "en"])
    #expect(try BilingualTables.isBilingual(bytes, file: "t"))
    #expect(try !BilingualTables.isBilingual(try document(text("Bare tekst") + other), file: "t"))
  }

  @Test func commentsOfPeopleBecomeNotes() throws {
    let reference =
      "<w:p><w:r><w:t>b</w:t></w:r><w:r><w:commentReference w:id=\"4\"/></w:r>"
      + "<w:r><w:commentReference w:id=\"5\"/></w:r></w:p>"
    let rows = row(text("ID"), text("nb"), text("en")) + row(text("1"), text("a"), reference)
    let comments =
      "<w:comment w:id=\"4\" w:author=\"Kari\">\(text("Sikker?"))</w:comment>"
      + "<w:comment w:id=\"5\" w:author=\"Samsvar\">\(text("error"))</w:comment>"
    let bytes = try document(table(rows), comments: comments)
    let records = try TableSample.read(bytes)
    #expect(records.first?.notes == ["Kari: Sikker?"])
    #expect(records.first?.target == "b")
  }

  @Test func findingsAreCommentsAtTheirPlace() throws {
    let bytes = try DOCXWriter(TableSample.marked, date: TableSample.date, creator: "t").bytes()
    let document = try TableSample.part("word/document.xml", of: bytes)
    let comments = try TableSample.part("word/comments.xml", of: bytes)
    for id in 0..<5 {
      for mark in ["commentRangeStart", "commentRangeEnd", "commentReference"] {
        #expect(document.components(separatedBy: "<w:\(mark) w:id=\"\(id)\"/>").count == 2)
      }
      #expect(comments.contains("<w:comment w:id=\"\(id)\" w:author=\"Samsvar\""))
    }
    #expect(comments.contains("w:date=\"2019-12-20T12:00:00Z\""))
    #expect(document.contains("<w:lang w:val=\"nb-NO\"/>") && document.contains("w:val=\"en-GB\""))
    #expect(document.contains("<w:tblHeader/>"))
    let undated = try DOCXWriter(
      TableSample.marked, date: ArchiveDate(seconds: nil), creator: "t"
    ).bytes()
    #expect(try !TableSample.part("word/comments.xml", of: undated).contains("w:date"))
  }
}

@Suite("OpenDocument tables that were edited")
struct OpenDocumentTests {
  private func cells(_ content: String, manifest: String? = nil) throws -> [ReadTable] {
    var zip = ZipWriter(date: TableSample.date)
    zip.add(
      "content.xml",
      "<d xmlns:table=\"t\" xmlns:text=\"x\" xmlns:office=\"o\" xmlns:dc=\"d\"><table:table>\(content)"
        + "</table:table></d>")
    if let manifest { zip.add("META-INF/manifest.xml", manifest) }
    return try ODTTables.read(try zip.finish(), file: "t.odt")
  }

  @Test func blanksBreaksAndAnnotations() throws {
    let tables = try cells(
      """
      <table:table-row><table:table-cell><text:p> En  to<text:s text:c="2"/>tre
      fire<text:tab/>fem<text:line-break/>seks<office:annotation><dc:creator>Kari</dc:creator>\
      <dc:date>2020</dc:date><text:p>Sikker?</text:p></office:annotation></text:p><text:p>ny</text:p>\
      </table:table-cell><table:table-cell table:number-columns-repeated="2"><text:p>x</text:p>\
      </table:table-cell><table:table-cell table:number-columns-repeated="16000"/></table:table-row>
      """)
    #expect(tables.first?.rows.map(\.cells) == [["En to  tre fire\tfem\nseks\nny", "x", "x"]])
    #expect(tables.first?.comments == [1: ["Kari: Sikker?"]])
  }

  @Test func encryptedDocumentsAreRefused() {
    let error = #expect(throws: InputError.self) {
      try cells("", manifest: "<m><file-entry><encryption-data/></file-entry></m>")
    }
    #expect(error?.message.contains("without a password") == true)
  }
}
