import Foundation
import SamsvarFormats
import SamsvarModel
import SamsvarTestSupport
import Testing

/// A workbook of hand-written parts.
struct RawWorkbook {
  var sheets: [String]
  var strings: String?

  func bytes() throws -> [UInt8] {
    let main = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    var zip = ZipWriter(date: ArchiveDate(seconds: nil))
    let entries = sheets.indices.map {
      "<sheet name=\"S\($0)\" sheetId=\"\($0 + 1)\" r:id=\"r\($0)\"/>"
    }
    zip.add(
      "_rels/.rels",
      "<Relationships><Relationship Id=\"a\" Type=\"\(main)/officeDocument\" Target=\"/x/book.xml\"/>"
        + "</Relationships>")
    zip.add(
      "x/book.xml", "<workbook xmlns:r=\"\(main)\"><sheets>\(entries.joined())</sheets></workbook>")
    var relations = sheets.indices.map {
      "<Relationship Id=\"r\($0)\" Type=\"\(main)/worksheet\" Target=\"../s\($0).xml\"/>"
    }
    if strings != nil {
      relations.append(
        "<Relationship Id=\"t\" Type=\"\(main)/sharedStrings\" Target=\"strings.xml\"/>")
    }
    zip.add(
      "x/_rels/book.xml.rels", "<Relationships>\(relations.joined())</Relationships>")
    for (index, rows) in sheets.enumerated() {
      zip.add("s\(index).xml", "<worksheet><sheetData>\(rows)</sheetData></worksheet>")
    }
    if let strings { zip.add("x/strings.xml", "<sst>\(strings)</sst>") }
    return try zip.finish()
  }

  func read() throws -> [Sheet] { try XLSXReader.read(bytes(), file: "t.xlsx") }
}

@Suite("Spreadsheets")
struct SpreadsheetTests {
  @Test func cellsOfEveryKindAreText() throws {
    let strings = """
      <si><t>avtale</t></si><si><r><t>rød </t></r><r><rPr><b/></rPr><t>tråd</t></r>\
      <rPh sb="0" eb="1"><t>nei</t></rPh></si><si><t>a_x000A_b_x005F_x0041_</t></si>
      """
    let rows = """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>\
      <row r="3"><c r="B3" t="inlineStr"><is><t>inne</t></is></c><c r="D3"><v>0.10000000000000001</v></c>\
      <c r="E3" t="b"><v>1</v></c><c r="F3" t="str"><f>A1</f><v>formel</v></c>\
      <c r="G3" t="d"><v>2019-12-20</v></c><c r="H3"><v>1000000</v></c><c r="I3" s="1"/></row><row r="9"/>
      """
    let sheet = try #require(try RawWorkbook(sheets: [rows], strings: strings).read().first)
    #expect(sheet.rows.map(\.line) == [1, 3])
    #expect(sheet.rows[0].cells == ["avtale", "rød tråd", "a\nb_x0041_"])
    #expect(
      sheet.rows[1].cells == [
        "", "inne", "", "0.1", "TRUE", "formel", "2019-12-20", "1000000",
      ])
  }

  @Test func cellsWithoutReferencesFollowEachOther() throws {
    let rows =
      "<row><c t=\"str\"><v>a</v></c><c t=\"str\"><v>b</v></c></row><row><c><v>1</v></c></row>"
    let sheet = try #require(try RawWorkbook(sheets: [rows]).read().first)
    #expect(sheet.rows.map(\.line) == [1, 2])
    #expect(sheet.rows.map(\.cells) == [["a", "b"], ["1"]])
  }

  @Test func whatItWritesItReads() throws {
    let first = Sheet(
      name: "Avtaler: [1]",
      cells: [
        ["id", "nb", "en"], ["0012", "«Ja & <nei>»\nlinje", "=1+1"], ["", "_x0041_", " rom "],
      ])
    let second = Sheet(name: "Avtaler: [1]", cells: [["x"], ["å"]])
    var writer = XLSXWriter(date: ArchiveDate(seconds: nil))
    writer.add(first, columns: [.init(width: 8), .init(width: 60)])
    writer.add(second)
    let bytes = try writer.finish()
    let sheets = try XLSXReader.read(bytes, file: "t.xlsx")
    #expect(sheets.map(\.name) == ["Avtaler 1", "Avtaler 1 2"])
    #expect(sheets.map(\.rows) == [first.rows, second.rows])
    #expect(try writer.finish() == bytes)
  }

  @Test(arguments: [
    ("<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>", "out of order"),
    ("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>", "shared text 7"),
    ("<row r=\"99999999\"/>", "beyond what a sheet can hold"),
    ("<row r=\"1\"><c r=\"XFE1\"/></row>", "out of order"),
    ("<row r=\"1\"><c r=\"A1\"><v>1</v></row>", "not well-formed"),
  ])
  func mistakesAreNamed(rows: String, part: String) throws {
    let bytes = try RawWorkbook(sheets: [rows]).bytes()
    let error = #expect(throws: InputError.self) { try XLSXReader.read(bytes, file: "t.xlsx") }
    #expect(error?.message.contains(part) == true)
  }

  @Test func entitiesAreRefused() throws {
    var zip = ZipWriter(date: ArchiveDate(seconds: nil))
    zip.add("xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><workbook>&b;</workbook>")
    let bytes = try zip.finish()
    let error = #expect(throws: InputError.self) { try XLSXReader.read(bytes, file: "t.xlsx") }
    #expect(error?.message.contains("document type") == true)
  }

  @Test func namesOfCells() {
    for (column, letters) in [
      (0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD"),
    ] {
      #expect(CellName.name(column: column, row: 7) == "\(letters)7")
      #expect(CellReference.position("$\(letters)$7")?.column == column)
    }
    for name in ["", "A", "7", "A0", "7A", "A-1", "ÆØÅ1", "XFE1", "A1048577"] {
      #expect(CellReference.position(name) == nil, "\(name)")
    }
  }

  @Test func anyTextSurvives() throws {
    var generator = SeededGenerator(seed: 3)
    let cells = (0..<200).map { _ in
      (0..<3).map { _ in
        RandomText.mixed(Int.random(in: 0..<12, using: &generator), using: &generator)
          .replacingOccurrences(of: "\r\n", with: "\n") + "|"
      }
    }
    var writer = XLSXWriter(date: ArchiveDate(seconds: nil))
    writer.add(Sheet(name: "s", cells: cells))
    let sheets = try XLSXReader.read(try writer.finish(), file: "t.xlsx")
    #expect(sheets.first?.rows.map(\.cells) == cells)
  }
}
