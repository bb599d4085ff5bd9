import Foundation
import Samsvar
import SamsvarModel
import SamsvarTestSupport
import Testing

/// `check FILE --fix` on the tables of office documents: one text of one part changes, all else stays.
@Suite("Fixes in office documents")
struct OfficeFixTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let word = """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
    <w:p><w:r><w:t>Fjorden er 12,5 kilometer lang.</w:t></w:r></w:p><!-- 12,5 -->
    <w:tbl><w:tblPr><w:tblStyle w:val="Egen"/></w:tblPr>
    <w:tr><w:tc><w:p><w:r><w:t>ID</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Source (nb)</w:t></w:r></w:p></w:tc>\
    <w:tc><w:p><w:r><w:t>Target (en)</w:t></w:r></w:p></w:tc></w:tr>
    <w:tr w:rsidR="00AB12CD"><w:tc><w:p><w:r><w:t>a1</w:t></w:r></w:p></w:tc>\
    <w:tc><w:p><w:r><w:t>Fjorden er 12,5 kilometer &amp; dyp.</w:t></w:r></w:p></w:tc>\
    <w:tc><w:tcPr><w:shd w:val="clear" w:fill="FFFF00"/></w:tcPr><w:p><w:commentRangeStart w:id="7"/>\
    <w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> The fjord </w:t></w:r><w:del w:id="3" w:author="Kari">\
    <w:r><w:delText>was 12,5 </w:delText></w:r></w:del><w:ins w:id="4" w:author="Kari"><w:r><w:t xml:space="preserve">\
    is <!-- x --></w:t></w:r></w:ins><w:r><w:t>{1}</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>{2} kilometres &amp;</w:t>\
    </w:r><w:r><w:br/><w:t>deep.</w:t></w:r><w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r></w:p>\
    </w:tc></w:tr></w:tbl></w:body></w:document>
    """

  private static let text = """
    <?xml version="1.0" encoding="UTF-8"?>
    <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <office:body><office:text><text:p>12,5</text:p><table:table table:name="T">
    <table:table-row><table:table-cell><text:p>ID</text:p></table:table-cell><table:table-cell><text:p>nb</text:p>\
    </table:table-cell><table:table-cell><text:p>en</text:p></table:table-cell></table:table-row>
    <table:table-row><table:table-cell><text:p>a1</text:p></table:table-cell>\
    <table:table-cell><text:p>Fjorden er 12,5 kilometer.</text:p></table:table-cell>\
    <table:table-cell table:style-name="C3"><text:p text:style-name="P1">The   fjord
       <text:span text:style-name="B">is {1}</text:span>{2} <office:annotation><dc:creator>Kari</dc:creator>\
    <text:p>12,5?</text:p></office:annotation><text:s text:c="2"/>kilometres.</text:p></table:table-cell>\
    </table:table-row></table:table></office:text></office:body></office:document-content>
    """

  private static let strings = """
    <?xml version="1.0" encoding="UTF-8"?>
    <sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="8" uniqueCount="6">
    <si><t>id</t></si><si><t>nb</t></si><si><t>en</t></si><si><t>a1</t></si>
    <si><t>Fjorden er 12,5 km.</t></si>
    <si><r><rPr><b/></rPr><t xml:space="preserve">The fjord </t></r><r><t>is {1}</t></r><r><t>{2} km &amp; deep.</t></r></si></sst>
    """

  private static let sheet = """
    <?xml version="1.0" encoding="UTF-8"?>
    <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols><col min="1" max="3" width="20"/></cols><sheetData>
    <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>
    <row r="2" ht="30"><c r="A2" t="s"><v>3</v></c><c r="B2" t="s"><v>4</v></c>{cell}<c r="E2" t="s"><v>5</v></c></row>
    <row r="3"><c r="A3"><v>2</v></c><c r="B3" t="s"><v>4</v></c><c r="C3" t="str"><f>A3&amp;"12,5"</f><v>It is 12,5 km.</v></c></row>
    </sheetData></worksheet>
    """

  private func archive(_ parts: [(String, String)]) throws -> [UInt8] {
    var zip = ZipWriter(date: ArchiveDate(seconds: 1_576_843_200))
    for (name, text) in parts { zip.add(name, text, isStored: name == "mimetype") }
    return try zip.finish()
  }

  /// The parts of an archive, in order.
  private func parts(_ bytes: [UInt8]) throws -> [String: String] {
    let archive = try ZipArchive(bytes: bytes, file: "t")
    var result: [String: String] = [:]
    for name in archive.names {
      result[name] = String(decoding: try archive.read(name), as: UTF8.self)
    }
    return result
  }

  private func filled(_ text: String, _ first: String, _ second: String) -> String {
    text.replacingOccurrences(of: "{1}", with: first)
      .replacingOccurrences(of: "{2}", with: second)
  }

  /// Runs the program on an archive and compares part by part.
  private func expect(
    _ name: String, _ before: [(String, String)], change part: String, to text: String
  ) throws {
    let path = try folder.write(Data(try archive(before)), to: name)
    let shown = try Program.samsvar("check", path, "--diff", "--only", "format")
    #expect(shown.output.contains("@@ a1 C2 @@\n-") && shown.output.contains("12.5"))
    let result = try Program.samsvar("check", path, "--fix", "--only", "format")
    #expect(result.status == 0 && result.error.contains("1 fix written"), "\(result.error)")
    let after = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    var expected = Dictionary(before) { $1 }
    expected[part] = text
    #expect(try parts(after) == expected)
    #expect(try ZipArchive(bytes: after, file: name).names == before.map(\.0))
  }

  @Test func wordChangesOneRun() throws {
    let part = "word/document.xml"
    try expect(
      "a.docx",
      [
        ("[Content_Types].xml", "<Types/>"), (part, filled(Self.word, "1", "2,5")),
        ("word/media/image1.png", "12,5"),
      ],
      change: part, to: filled(Self.word, "12.5", ""))
  }

  @Test func openDocumentChangesOneSpan() throws {
    try expect(
      "a.odt",
      [
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", filled(Self.text, "12", ",5")), ("meta.xml", "<x>12,5</x>"),
      ],
      change: "content.xml", to: filled(Self.text, "12.5", ""))
  }

  /// Others use the shared text, so that the cell gets a text of its own; a formula's result stays.
  @Test func aWorkbookChangesOneCell() throws {
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let shared = "<c r=\"C2\" s=\"3\" t=\"s\"><v>5</v></c>"
    let own = """
      <c r="C2" s="3" t="inlineStr"><is><r><rPr><b/></rPr><t xml:space="preserve">The fjord </t></r>\
      <r><t>is 12.5</t></r><r><t> km &amp; deep.</t></r></is></c>
      """
    func sheet(_ cell: String) -> String {
      Self.sheet.replacingOccurrences(of: "{cell}", with: cell)
    }
    let part = "xl/worksheets/sheet1.xml"
    try expect(
      "a.xlsx",
      [
        ("[Content_Types].xml", "<Types/>"),
        (
          "xl/workbook.xml",
          """
          <workbook xmlns:r="\(relations)"><sheets><sheet name="Ark" sheetId="1" r:id="rId1"/></sheets></workbook>
          """
        ),
        (
          "xl/_rels/workbook.xml.rels",
          """
          <Relationships><Relationship Id="rId1" Type="\(relations)/worksheet" Target="worksheets/sheet1.xml"/>\
          <Relationship Id="rId2" Type="\(relations)/sharedStrings" Target="sharedStrings.xml"/></Relationships>
          """
        ),
        (part, sheet(shared)), ("xl/sharedStrings.xml", filled(Self.strings, "12", ",5")),
      ],
      change: part, to: sheet(own))
  }

  @Test(arguments: ["docx", "odt", "xlsx"])
  func ourOwnTablesAreWrittenBack(ending: String) throws {
    let beads = """
      {"id":"a1","sourceLanguage":"nb","targetLanguage":"en","source":"Prisen var 1 250 kroner.","target":"The price <&> was 1 250 kroner.","notes":["1 250?"]}
      {"id":"a2","sourceLanguage":"nb","targetLanguage":"en","source":"Fjorden er 12,5 km.\\nOg 7,5 km.","target":"It is 12,5 km.\\nAnd 7,5 km."}

      """
    let input = try folder.write(beads, to: "b.jsonl")
    let table = folder.path("t.\(ending)")
    _ = try Program.samsvar("convert", input, table)
    let before = try Program.samsvar("convert", table, "-", "--to", "jsonl").output
    let result = try Program.samsvar("check", table, "--fix", "--only", "format")
    #expect(result.error.contains("3 fixes written"), "\(result.error)")
    let after = try Program.samsvar("convert", table, "-", "--to", "jsonl").output
    #expect(
      after
        == before.replacing("was 1 250", with: "was 1,250").replacing(
          "It is 12,5", with: "It is 12.5"
        )
        .replacing("And 7,5", with: "And 7.5"))
    let again = try Program.samsvar("check", table, "--fix", "--only", "format")
    #expect(again.error.contains("0 fixes written"))
  }
}
