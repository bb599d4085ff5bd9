import SamsvarFormats
import SamsvarModel
import Testing

@Suite("Word documents")
struct DOCXReaderTests {
  private func lines(_ body: String, styles: String = "") throws -> [String] {
    try read(try TestDocument.docx(body, styles: styles), as: .docx).lines
  }

  private func run(_ text: String, _ properties: String = "") -> String {
    "<w:r>\(properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>")<w:t>\(text)</w:t></w:r>"
  }

  @Test func deletedRunsAreSkippedAndInsertedOnesKept() throws {
    let bytes = try TestDocument.docx(
      "<w:p>\(run("Prisen er "))<w:del><w:r><w:delText>tjue</w:delText></w:r></w:del>"
        + "<w:ins>\(run("tretti"))</w:ins><w:moveFrom>\(run(" flyttet"))</w:moveFrom>"
        + "<w:moveTo>\(run(" kroner"))</w:moveTo>\(run("."))</w:p>")
    let text = try read(bytes, as: .docx)
    #expect(text.texts == ["Prisen er tretti kroner."])
    #expect(text.removals.map(\.text) == ["tjue", " flyttet"])
  }

  @Test func aDeletedParagraphEndJoinsTwo() throws {
    let mark = "<w:rPr><w:del w:id=\"1\"/></w:rPr>"
    #expect(
      try lines(TestDocument.p("En ", mark) + TestDocument.p("to.") + TestDocument.p("Tre."))
        == ["paragraph: En to.", "paragraph: Tre."])
    #expect(try lines(TestDocument.p("En", mark)) == ["paragraph: En"])
  }

  @Test func aDeletedRowIsSkipped() throws {
    let row = { (text: String, properties: String) in
      "<w:tr><w:trPr>\(properties)</w:trPr><w:tc>\(TestDocument.p(text))</w:tc></w:tr>"
    }
    #expect(
      try lines("<w:tbl>\(row("a", ""))\(row("b", "<w:del/>"))\(row("c", ""))</w:tbl>")
        == ["tableCell: a", "tableCell: c"])
  }

  @Test func aTextBoxComesOnceAndBehindItsParagraph() throws {
    let box = "<w:txbxContent>\(TestDocument.p("I boksen."))</w:txbxContent>"
    #expect(
      try lines(
        "<w:p>\(run("Før "))<w:r><mc:AlternateContent><mc:Choice>\(box)</mc:Choice>"
          + "<mc:Fallback>\(box)</mc:Fallback></mc:AlternateContent></w:r>\(run("etter."))</w:p>")
        == ["paragraph: Før etter.", "paragraph: I boksen."])
  }

  @Test func fieldCodesAreSkippedAndResultsKept() throws {
    let char = { (type: String) in "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>" }
    let code = "<w:r><w:instrText>REF x</w:instrText></w:r>"
    let inner = char("begin") + run("nei") + char("separate") + run("heller ikke") + char("end")
    #expect(
      try lines(
        "<w:p>\(run("Se "))\(char("begin"))\(code)\(inner)\(char("separate"))\(run("side 7"))"
          + "\(char("end"))<w:fldSimple w:instr=\"PAGE\">\(run(", 8"))</w:fldSimple>.</w:p>")
        == ["paragraph: Se side 7, 8"])
  }

  @Test func elementsStandForCharacters() throws {
    #expect(
      try lines(
        "<w:p><w:r><w:t>EU</w:t><w:noBreakHyphen/><w:t>av</w:t><w:softHyphen/><w:t>tale</w:t><w:tab/>"
          + "<w:t>to</w:t><w:br/><w:t>tre</w:t><w:cr/><w:t>fire</w:t><w:br w:type=\"page\"/>"
          + "<w:t>fem</w:t><w:sym w:font=\"Wingdings\" w:char=\"F0B7\"/></w:r></w:p>")
        == ["paragraph: EU\u{2011}av\u{AD}tale to\ntre\nfire fem"])
  }

  @Test func tabStopsAreNoTabs() throws {
    #expect(
      try lines(TestDocument.p("a", "<w:tabs><w:tab w:val=\"left\"/></w:tabs>")) == ["paragraph: a"])
  }

  @Test func hiddenTextIsSkipped() throws {
    let styles =
      "<w:style w:type=\"character\" w:styleId=\"S\"><w:rPr><w:vanish/></w:rPr></w:style>"
    let bytes = try TestDocument.docx(
      "<w:p>\(run("a"))\(run("b", "<w:vanish/>"))\(run("c", "<w:vanish w:val=\"0\"/>"))"
        + "\(run("d", "<w:rStyle w:val=\"S\"/>"))</w:p>", styles: styles)
    let text = try read(bytes, as: .docx)
    #expect(text.texts == ["ac"])
    #expect(text.removals.map(\.text) == ["b", "d"])
  }

  @Test func headingsAreToldByOutlineLevelThroughLocalisedStyles() throws {
    let styles = """
      <w:style w:type="paragraph" w:styleId="Overskrift1"><w:name w:val="heading 1"/><w:pPr>\
      <w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Min">\
      <w:name w:val="Min stil"/><w:basedOn w:val="Overskrift1"/></w:style>\
      <w:style w:type="paragraph" w:styleId="Bildetekst"><w:name w:val="caption"/></w:style>\
      <w:style w:type="paragraph" w:styleId="INNH1"><w:name w:val="toc 1"/></w:style>\
      <w:style w:type="paragraph" w:styleId="Punkt"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr>\
      </w:pPr></w:style>
      """
    let style = { (id: String) in "<w:pStyle w:val=\"\(id)\"/>" }
    let bytes = try TestDocument.docx(
      TestDocument.p("Innhold 1", style("INNH1")) + TestDocument.p("A", style("Overskrift1"))
        + TestDocument.p("B", style("Min")) + TestDocument.p("C", style("Bildetekst"))
        + TestDocument.p("D", "<w:outlineLvl w:val=\"1\"/>") + TestDocument.p("E", style("Punkt"))
        + TestDocument.p("F", style("Punkt") + "<w:numPr><w:numId w:val=\"0\"/></w:numPr>")
        + TestDocument.p("G", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>"),
      styles: styles)
    let text = try read(bytes, as: .docx)
    #expect(
      text.lines == [
        "heading: A", "heading: B", "caption: C", "heading: D", "listItem: E", "paragraph: F",
        "listItem: G",
      ])
    #expect(text.removals.map(\.kind) == [.contents])
  }

  @Test func tablesComeRowByRow() throws {
    let cell = { (text: String) in "<w:tc>\(TestDocument.p(text))</w:tc>" }
    #expect(
      try lines(
        "<w:tbl><w:tr>\(cell("a"))\(cell("b"))</w:tr><w:tr>\(cell("c"))\(cell("d"))</w:tr></w:tbl>"
          + TestDocument.p("e"))
        == ["tableCell: a", "tableCell: b", "tableCell: c", "tableCell: d", "paragraph: e"])
  }

  @Test func footnotesAreBlocksInTheOrderOfTheirMarks() throws {
    let note = { (id: String, text: String) in
      "<w:footnote w:id=\"\(id)\">\(TestDocument.p(text))</w:footnote>"
    }
    let bytes = try TestDocument.docx(
      "<w:p>\(run("En"))<w:r><w:footnoteReference w:id=\"2\"/></w:r>\(run(" to"))"
        + "<w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>",
      footnotes: "<w:footnote w:type=\"separator\" w:id=\"-1\">\(TestDocument.p("strek"))</w:footnote>"
        + note("1", "Først skrevet.") + note("2", "Først nevnt."))
    let text = try read(bytes, as: .docx)
    #expect(
      text.lines == ["paragraph: En to", "footnote: Først nevnt.", "footnote: Først skrevet."])
    #expect(text.blocks[1].place == BlockPlace(part: "word/footnotes.xml", paragraph: 3))
  }

  @Test func theLanguageOfMostRunsIsTheHint() throws {
    let bytes = try TestDocument.docx(
      "<w:p>\(run("Hei på deg", "<w:lang w:val=\"nn-NO\"/>"))\(run("Hi"))</w:p>",
      styles: "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val=\"en-US\"/></w:rPr></w:rPrDefault>"
        + "</w:docDefaults>")
    #expect(try read(bytes, as: .docx).language == LanguageTag("nn-NO"))
  }

  @Test func mathematicsKeepsItsLetters() throws {
    #expect(
      try lines("<w:p>\(run("Når "))<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>\(run(" er stor"))</w:p>")
        == ["paragraph: Når x er stor"])
  }

  @Test(arguments: [
    "<!DOCTYPE a [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;\">]>",
    "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">",
  ])
  func documentTypesAreRefused(type: String) throws {
    let bytes = try archive([
      ("_rels/.rels", "<Relationships/>"),
      (
        "word/document.xml",
        "\(type)<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"/>"
      ),
    ])
    let error = #expect(throws: InputError.self) { try read(bytes, as: .docx) }
    #expect(error?.message.contains("document type") == true)
  }

  @Test func aZipBombIsRefused() throws {
    let bytes = try TestDocument.docx(String(repeating: " ", count: 8 << 20))
    #expect(bytes.count < 100_000)
    let error = #expect(throws: InputError.self) { try read(bytes, as: .docx) }
    #expect(error?.message.contains("times its size") == true)
  }

  @Test func brokenXMLIsNamedByPartAndLine() throws {
    let error = #expect(throws: InputError.self) { try read(try TestDocument.docx("\n<w:p>"), as: .docx) }
    #expect(error?.message.contains("word/document.xml") == true)
    #expect(error?.message.contains("line 2") == true)
  }
}

@Suite("OpenDocument texts")
struct ODTReaderTests {
  private func lines(_ body: String, automatic: String = "") throws -> [String] {
    try read(try TestDocument.odt(body, automatic: automatic), as: .odt).lines
  }

  @Test func trackedDeletionsAreSkipped() throws {
    let bytes = try TestDocument.odt(
      """
      <text:tracked-changes><text:changed-region><text:deletion><office:change-info/>\
      <text:p>slettet</text:p></text:deletion></text:changed-region></text:tracked-changes>\
      <text:p>Prisen er <text:change text:change-id="a"/>tretti<text:change-end/> kroner.</text:p>
      """)
    let text = try read(bytes, as: .odt)
    #expect(text.texts == ["Prisen er tretti kroner."])
    #expect(text.removals.map(\.text) == ["slettet"])
  }

  @Test func spacesTabsAndLineBreaks() throws {
    #expect(
      try lines(
        "<text:p>a<text:s text:c=\"3\"/>b<text:tab/>c\n  d<text:line-break/>e<text:soft-page-break/>f"
          + "</text:p>") == ["paragraph: a b c d\nef"])
  }

  @Test func notesAreTheirOwnBlocks() throws {
    #expect(
      try lines(
        "<text:p>Avtalen<text:note><text:note-citation>1</text:note-citation><text:note-body>"
          + "<text:p>Se side 2.</text:p></text:note-body></text:note> gjelder.</text:p><text:p>B</text:p>")
        == ["paragraph: Avtalen gjelder.", "paragraph: B", "footnote: Se side 2."])
  }

  @Test func kindsComeFromElementsAndStyles() throws {
    let cell = { (text: String) in
      "<table:table-cell><text:p>\(text)</text:p></table:table-cell>"
    }
    #expect(
      try lines(
        """
        <text:h text:outline-level="1">A</text:h><text:list><text:list-item><text:p>B</text:p>\
        </text:list-item></text:list><table:table><table:table-row>\(cell("C"))\(cell("D"))\
        </table:table-row><table:table-row>\(cell("E"))</table:table-row></table:table>\
        <text:p text:style-name="P1">F</text:p><text:p text:style-name="Quotations">G</text:p>
        """,
        automatic:
          "<style:style style:name=\"P1\" style:family=\"paragraph\" style:parent-style-name=\"Caption\"/>"
      ) == [
        "heading: A", "listItem: B", "tableCell: C", "tableCell: D", "tableCell: E", "caption: F",
        "quote: G",
      ])
  }

  @Test func hiddenTextCommentsAndContentsAreSkipped() throws {
    let bytes = try TestDocument.odt(
      """
      <text:table-of-content><text:p>Innhold 1</text:p></text:table-of-content>\
      <text:p>a<text:span text:style-name="T1">skjult</text:span>b<office:annotation><text:p>Merknad\
      </text:p></office:annotation>c</text:p><text:section text:display="none"><text:p>borte</text:p>\
      </text:section>
      """,
      automatic: """
        <style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/>\
        </style:style>
        """)
    let text = try read(bytes, as: .odt)
    #expect(text.texts == ["abc"])
    #expect(text.removals.map(\.kind) == [.contents, .hidden, .hidden])
  }

  @Test func aTextBoxComesBehindItsParagraph() throws {
    #expect(
      try lines(
        "<text:p>Før <draw:frame><draw:text-box><text:p>I boksen.</text:p></draw:text-box></draw:frame>"
          + "etter.</text:p>") == ["paragraph: Før etter.", "paragraph: I boksen."])
  }

  @Test func aPasswordIsNamed() throws {
    let bytes = try archive([
      ("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "x"),
      (
        "META-INF/manifest.xml",
        "<m:manifest xmlns:m=\"urn:x\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"
      ),
    ])
    let error = #expect(throws: InputError.self) { try read(bytes, as: .odt) }
    #expect(error?.message.contains("password") == true)
  }
}

@Suite("E-books")
struct EPUBReaderTests {
  @Test func pagesComeInTheOrderOfTheSpineWithoutTheContents() throws {
    let text = try read(
      try TestDocument.epub([
        "<html><body><nav>Innhold</nav></body></html>",
        "<html><head><title>x</title></head><body><p>To &aring;r.</p></body></html>",
        "<?xml version=\"1.0\"?><html><body><h1>En</h1><br/><p/><p>Tekst.</p></body></html>",
      ]), as: .epub)
    #expect(text.lines == ["heading: En", "paragraph: Tekst.", "paragraph: To år."])
    #expect(text.blocks[1].place == BlockPlace(part: "OPS/t/p 2.xhtml", paragraph: 2))
    #expect(text.language == LanguageTag("nn-NO"))
    #expect(text.removals.map(\.kind) == [.contents])
  }

  @Test func notesAndTheirMarks() throws {
    let text = try read(
      try TestDocument.epub([
        "",
        """
        <html><body><p>Avtalen<a epub:type="noteref">1</a>.</p><aside epub:type="footnote"><p>Se 2.\
        </p></aside></body></html>
        """,
      ]), as: .epub)
    #expect(text.lines == ["paragraph: Avtalen.", "footnote: Se 2."])
  }

  @Test func entityBombsAreNothing() throws {
    let page = """
      <!DOCTYPE html [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><html><body><p>&b;</p></body></html>
      """
    let text = try read(try TestDocument.epub(["", page]), as: .epub)
    #expect(!text.texts.joined().contains("lol"))
  }

  @Test func protectedPagesAreNamed() throws {
    let lock = (
      "META-INF/encryption.xml",
      "<e><CipherReference URI=\"OPS/t/p%201.xhtml\"/><CipherReference URI=\"OPS/f.ttf\"/></e>"
    )
    let error = #expect(throws: InputError.self) {
      try read(try TestDocument.epub(["", "<p>a</p>"], extra: [lock]), as: .epub)
    }
    #expect(error?.message.contains("OPS/t/p 1.xhtml") == true)
  }
}
