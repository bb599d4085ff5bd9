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
  package static func write(
    _ multitext: Multitext, document: String, languages: LanguageMap = LanguageMap()
  ) -> String {
    objects(multitext, document, languages).joined()
  }

  /// The same objects as an array.
  package static func array(
    _ multitext: Multitext, document: String, languages: LanguageMap = LanguageMap()
  ) -> String {
    let lines = objects(multitext, document, languages).map { String($0.dropLast()) }
    return lines.isEmpty ? "[]\n" : "[\n" + lines.joined(separator: ",\n") + "\n]\n"
  }

  private static func objects(
    _ multitext: Multitext, _ document: String, _ languages: LanguageMap
  ) -> [String] {
    multitext.alignment.beads.enumerated().map { index, bead in
      line(
        MultitextRecord(
          id: String(index + 1), document: document, confidence: bead.confidence,
          texts: bead.texts.enumerated().map { text, range in
            MultitextRecord.Text(
              language: languages.code(multitext.documents[text].language),
              text: multitext.string(ofBead: index, text: text), indices: Array(range))
          }))
    }
  }
}

extension TMXWriter {
  /// Several texts: one translation unit a bead with a variant for each text that has a part in it,
  /// where at least two have.
  ///
  /// The source language of the file is the pivot's.
  package static func write(
    _ multitext: Multitext, tool: (name: String, version: String), date: String? = nil,
    languages: LanguageMap = LanguageMap()
  ) -> String {
    let xml = XMLWriter()
    begin(
      xml, tool: tool, date: date,
      source: languages.code(multitext.documents[multitext.pivot].language))
    for (index, bead) in multitext.alignment.beads.enumerated() {
      let texts = bead.texts.indices.filter { !bead.texts[$0].isEmpty }
      guard texts.count > 1 else { continue }
      xml.start("tu", [("tuid", String(index + 1))])
      xml.element(
        "prop", [("type", "x-confidence")], text: BeadsFormat.decimal(bead.confidence))
      for text in texts {
        let language = languages.code(multitext.documents[text].language)
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
