import SamsvarModel

/// `styles.xml`: A4 across with page numbers, and the styles of paragraphs with their languages.
enum ODTTableStyles {
  static func text(_ table: BilingualTable) -> String {
    let xml = XMLWriter(indented: false)
    xml.start("office:document-styles", OpenDocument.namespaces)
    xml.start("office:styles")
    xml.start("style:default-style", [("style:family", "paragraph")])
    xml.empty(
      "style:text-properties",
      [("fo:font-family", "Calibri, Carlito, sans-serif"), ("fo:font-size", "10pt")]
        + language(table.sourceLanguage))
    xml.end()
    style(xml, "Title", paragraph: [("fo:margin-bottom", "1mm")], text: heading)
    style(xml, "Subtitle", paragraph: [("fo:margin-bottom", "3mm")], text: [grey])
    style(xml, "Text")
    style(xml, "Source", text: language(table.sourceLanguage))
    style(xml, "Target", text: language(table.targetLanguage))
    style(xml, "Header", text: [("fo:font-weight", "bold"), ("fo:font-size", "9pt")])
    style(
      xml, "Data",
      text: [grey, ("fo:font-size", "9pt"), ("fo:language", "zxx"), ("fo:country", "none")])
    style(xml, "Footer", paragraph: [("fo:text-align", "end")], text: [grey])
    xml.end()
    page(xml, table)
    xml.end()
    return xml.finish()
  }

  private static let grey = ("fo:color", "#4a5560")
  private static let heading = [("fo:font-size", "16pt"), ("fo:font-weight", "bold")]

  private static func language(_ tag: LanguageTag) -> [(String, String)] {
    let (language, region) = OfficeLanguage.parts(tag)
    return [("fo:language", language), ("fo:country", region ?? "none")]
  }

  private static func style(
    _ xml: borrowing XMLWriter, _ name: String, paragraph: [(String, String)] = [],
    text: [(String, String)] = []
  ) {
    xml.start("style:style", [("style:name", name), ("style:family", "paragraph")])
    if !paragraph.isEmpty { xml.empty("style:paragraph-properties", paragraph) }
    if !text.isEmpty { xml.empty("style:text-properties", text) }
    xml.end()
  }

  private static func page(_ xml: borrowing XMLWriter, _ table: BilingualTable) {
    xml.start("office:automatic-styles")
    xml.start("style:page-layout", [("style:name", "A4")])
    xml.empty(
      "style:page-layout-properties",
      [
        ("fo:page-width", "297mm"), ("fo:page-height", "210mm"),
        ("style:print-orientation", "landscape"), ("fo:margin", "15mm"),
      ])
    xml.start("style:footer-style")
    xml.empty("style:header-footer-properties", [("fo:margin-top", "3mm")])
    xml.end()
    xml.end()
    xml.end()
    xml.start("office:master-styles")
    xml.start(
      "style:master-page", [("style:name", "Standard"), ("style:page-layout-name", "A4")])
    xml.start("style:footer")
    xml.start("text:p", [("text:style-name", "Footer")])
    ODTText.write(xml, "\(table.title), ")
    xml.element("text:page-number", [("text:select-page", "current")], text: "1")
    ODTText.write(xml, " / ")
    xml.element("text:page-count", text: "1")
    xml.end()
    xml.end()
    xml.end()
    xml.end()
  }
}
