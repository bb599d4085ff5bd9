public import SamsvarModel

extension BeadsFormat {
  /// Beads over several texts: the indices of each text in a column, then the confidence.
  public static func write(_ alignment: MultitextAlignment) -> String {
    alignment.beads.map { bead in
      (bead.texts.map { $0.map(String.init).joined(separator: ",") } + [decimal(bead.confidence)])
        .joined(separator: "\t") + "\n"
    }.joined()
  }
}

extension TableText {
  /// Several texts as a table: id, kind (`1-1-2`), confidence, and a column a text.
  public static func write(_ multitext: Multitext) -> String {
    let languages = multitext.documents.map(\.language.description).joined(separator: "\t")
    let rows = multitext.alignment.beads.enumerated().map { index, bead in
      let texts = bead.texts.indices.map { multitext.string(ofBead: index, text: $0) }
      let kind = bead.texts.map { String($0.count) }.joined(separator: "-")
      return ([String(index + 1), kind, BeadsFormat.decimal(bead.confidence)] + texts)
        .map(cell).joined(separator: "\t") + "\n"
    }
    return "id\tkind\tconfidence\t\(languages)\n" + rows.joined()
  }
}

extension JSONLines {
  private struct MultitextRecord: Encodable {
    struct Text: Encodable {
      var language: String
      var text: String
      var indices: [Int]
    }

    var id: String
    var document: String
    var confidence: Double
    var texts: [Text]
  }

  /// Several texts as beads, one a line: `{"confidence", "document", "id", "texts": [{"indices",
  /// "language", "text"}]}`.
  public static func write(_ multitext: Multitext, document: String) -> String {
    multitext.alignment.beads.enumerated().map { index, bead in
      line(
        MultitextRecord(
          id: String(index + 1), document: document, confidence: bead.confidence,
          texts: bead.texts.enumerated().map { text, range in
            MultitextRecord.Text(
              language: multitext.documents[text].language.description,
              text: multitext.string(ofBead: index, text: text), indices: Array(range))
          }))
    }.joined()
  }
}

extension TMXWriter {
  /// Several texts: one translation unit a bead with a variant for each text that has a part in it,
  /// where at least two have.
  ///
  /// The source language of the file is the pivot's.
  public static func write(
    _ multitext: Multitext, tool: (name: String, version: String), date: String? = nil
  ) -> String {
    let xml = XMLWriter()
    begin(
      xml, tool: tool, date: date,
      source: multitext.documents[multitext.pivot].language.description)
    for (index, bead) in multitext.alignment.beads.enumerated() {
      let texts = bead.texts.indices.filter { !bead.texts[$0].isEmpty }
      guard texts.count > 1 else { continue }
      xml.start("tu", [("tuid", String(index + 1))])
      xml.element(
        "prop", [("type", "x-confidence")], text: BeadsFormat.decimal(bead.confidence))
      for text in texts {
        let language = multitext.documents[text].language.description
        xml.start("tuv", [("xml:lang", language)])
        xml.element("seg", text: multitext.string(ofBead: index, text: text))
        xml.end()
      }
      xml.end()
    }
    xml.end()
    xml.end()
    return xml.finish()
  }
}
