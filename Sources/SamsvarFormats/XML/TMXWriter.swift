public import SamsvarModel

/// Writes TMX 1.4 (LISA OSCAR, TMX 1.4b): one translation unit a bead with text on both sides.
public enum TMXWriter {
  /// The document.
  ///
  /// - Parameters:
  ///   - tool: The program's name and version, for the header.
  ///   - date: `YYYYMMDDThhmmssZ`, or nil for none.
  public static func write(
    _ bitext: Bitext, tool: (name: String, version: String), date: String? = nil
  ) -> String {
    let xml = XMLWriter()
    xml.start("tmx", [("version", "1.4")])
    header(xml, tool: tool, source: bitext.source.language, date: date)
    xml.start("body")
    for index in bitext.alignment.beads.indices { unit(xml, bitext, index) }
    xml.end()
    xml.end()
    return xml.finish()
  }

  static func header(
    _ xml: borrowing XMLWriter, tool: (name: String, version: String), source: LanguageTag,
    date: String?
  ) {
    var header = [
      ("creationtool", tool.name), ("creationtoolversion", tool.version),
      ("segtype", "sentence"), ("o-tmf", "samsvar"), ("adminlang", "en"),
      ("srclang", source.description), ("datatype", "plaintext"),
    ]
    if let date { header.append(("creationdate", date)) }
    xml.start("header", header)
    xml.end()
  }

  private static func unit(_ xml: borrowing XMLWriter, _ bitext: Bitext, _ index: Int) {
    let bead = bitext.alignment.beads[index]
    guard !bead.source.isEmpty, !bead.target.isEmpty else { return }
    xml.start("tu", [("tuid", bitext.id(ofBead: index).filter { !$0.isWhitespace })])
    xml.element(
      "prop", [("type", "x-confidence")], text: BeadsFormat.decimal(bead.confidence))
    if let note = bitext.note(ofBead: index) {
      xml.element("prop", [("type", "x-origin")], text: note.origin)
      if let score = note.score { xml.element("prop", [("type", "x-score")], text: String(score)) }
      xml.element("prop", [("type", "x-status")], text: note.status)
    }
    variant(xml, bitext.source.language, bitext.sourceText(ofBead: index))
    variant(xml, bitext.target.language, bitext.targetText(ofBead: index))
    xml.end()
  }

  static func variant(
    _ xml: borrowing XMLWriter, _ language: LanguageTag, _ text: String
  ) {
    xml.start("tuv", [("xml:lang", language.description)])
    xml.element("seg", text: text)
    xml.end()
  }
}
