import SamsvarModel

/// The parts of a Word document that say how it looks.
enum WordStyles {
  private static let namespace = "xmlns:w=\"\(WordXML.namespaces[0].1)\""

  /// `word/styles.xml`.
  static func text(language: LanguageTag) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <w:styles \(namespace)><w:docDefaults><w:rPrDefault><w:rPr>\
    <w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>\
    <w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="\(OfficeLanguage.code(language))"/>\
    </w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>\
    <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>\
    <w:qFormat/></w:style>\
    <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">\
    <w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>\
    \(paragraph("Title", "Title", "<w:spacing w:after=\"40\"/>", "<w:b/><w:sz w:val=\"32\"/>"))\
    \(paragraph("Subtitle", "Subtitle", "<w:spacing w:after=\"160\"/>", "<w:color w:val=\"4A5560\"/>"))\
    \(paragraph("Cell", "Bitext Cell", cell, ""))\
    \(paragraph("CellHeader", "Bitext Header", "<w:keepNext/>" + cell, "<w:b/><w:sz w:val=\"18\"/>"))\
    \(paragraph("CellData", "Bitext Data", cell, data))\
    \(paragraph("CommentText", "annotation text", "", ""))\
    \(paragraph("Footer", "footer", "<w:jc w:val=\"right\"/>", "<w:color w:val=\"4A5560\"/>"))\
    <w:style w:type="character" w:styleId="CommentReference">\
    <w:name w:val="annotation reference"/><w:basedOn w:val="DefaultParagraphFont"/>\
    <w:rPr><w:sz w:val="16"/></w:rPr></w:style>\
    \(table)</w:styles>

    """
  }

  private static let cell = "<w:spacing w:before=\"40\" w:after=\"40\"/>"
  private static let data = "<w:noProof/><w:color w:val=\"4A5560\"/><w:sz w:val=\"18\"/>"

  private static func paragraph(
    _ id: String, _ name: String, _ paragraph: String, _ run: String
  ) -> String {
    "<w:style w:type=\"paragraph\" w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>"
      + "<w:basedOn w:val=\"Normal\"/><w:qFormat/>"
      + (paragraph.isEmpty ? "" : "<w:pPr>\(paragraph)</w:pPr>")
      + (run.isEmpty ? "" : "<w:rPr>\(run)</w:rPr>") + "</w:style>"
  }

  /// Thin lines, a grey header.
  private static let table: String = {
    let borders = ["top", "left", "bottom", "right", "insideH", "insideV"].map {
      "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"B4BCC3\"/>"
    }.joined()
    return """
      <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>\
      <w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>\
      <w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>\
      <w:bottom w:w="0" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>\
      </w:style>\
      <w:style w:type="table" w:styleId="Bitext"><w:name w:val="Bitext"/>\
      <w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>\(borders)</w:tblBorders></w:tblPr>\
      <w:tblStylePr w:type="firstRow"><w:tcPr>\
      <w:shd w:val="clear" w:color="auto" w:fill="E7ECEF"/></w:tcPr></w:tblStylePr></w:style>
      """
  }()

  /// `word/settings.xml`: the form of Word 2013 and later, so that no compatibility mode is used.
  static func settings(language: LanguageTag) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <w:settings \(namespace)><w:compat><w:compatSetting w:name="compatibilityMode" \
    w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>\
    <w:themeFontLang w:val="\(OfficeLanguage.code(language))"/></w:settings>

    """
  }

  /// `word/footer1.xml`: what the table is of, and the page's number.
  static func footer(title: String) -> String {
    let xml = XMLWriter(indented: false)
    xml.start("w:ftr", WordXML.namespaces)
    xml.start("w:p")
    xml.start("w:pPr")
    xml.empty("w:pStyle", [("w:val", "Footer")])
    xml.end()
    WordXML.run(xml, "\(title), ")
    field(xml, "PAGE")
    WordXML.run(xml, " / ")
    field(xml, "NUMPAGES")
    xml.end()
    xml.end()
    return xml.finish()
  }

  private static func field(_ xml: borrowing XMLWriter, _ code: String) {
    xml.start("w:fldSimple", [("w:instr", " \(code) ")])
    WordXML.run(xml, "1")
    xml.end()
  }
}
