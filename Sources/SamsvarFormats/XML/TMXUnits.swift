package import SamsvarModel

/// TMX 1.4 written unit by unit, for memories that are larger than what one text should hold.
package enum TMXUnits {
  /// What comes before the first unit.
  ///
  /// - Parameter date: `YYYYMMDDThhmmssZ`, or nil for none.
  package static func header(
    source: LanguageTag?, tool: (name: String, version: String), date: String?
  ) -> String {
    let when = date.map { " creationdate=\"\($0)\"" } ?? ""
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <tmx version="1.4">
        <header creationtool="\(tool.name)" creationtoolversion="\(tool.version)"\
       segtype="sentence" o-tmf="samsvar" adminlang="en" srclang="\(source.map(\.description) ?? "*all*")"\
       datatype="plaintext"\(when)/>
        <body>

      """
  }

  /// One unit.
  package static func unit(
    id: String, document: String, author: String, changed: String,
    source: (LanguageTag, String), target: (LanguageTag, String)
  ) -> String {
    let date = changed.isEmpty ? "" : " changedate=\"\(escaped(changed))\""
    let person = author.isEmpty ? "" : " changeid=\"\(escaped(author))\""
    let note =
      document.isEmpty ? "" : "      <prop type=\"x-document\">\(escaped(document))</prop>\n"
    return """
          <tu tuid="\(escaped(id))"\(date)\(person)>
      \(note)\(variant(source))\(variant(target))    </tu>

      """
  }

  /// What comes after the last unit.
  package static let footer = "  </body>\n</tmx>\n"

  private static func variant(_ side: (LanguageTag, String)) -> String {
    "      <tuv xml:lang=\"\(side.0)\"><seg>\(escaped(side.1))</seg></tuv>\n"
  }

  private static func escaped(_ text: String) -> String {
    String(decoding: XMLText.escaped(text), as: UTF8.self)
  }
}
