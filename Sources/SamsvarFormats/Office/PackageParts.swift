/// The parts every OOXML package has (ECMA-376 part 2, Open Packaging Conventions).
enum PackageParts {
  static let relationshipNamespace =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// `[Content_Types].xml` for parts with their types.
  static func contentTypes(_ parts: [(name: String, type: String)]) -> String {
    let xml = XMLWriter(indented: false)
    xml.start(
      "Types", [("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")])
    xml.empty(
      "Default",
      [
        ("Extension", "rels"),
        ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"),
      ])
    xml.empty("Default", [("Extension", "xml"), ("ContentType", "application/xml")])
    for part in parts {
      xml.empty("Override", [("PartName", part.name), ("ContentType", part.type)])
    }
    xml.end()
    return xml.finish()
  }

  /// A list of relationships, with ids `rId1`, `rId2`, … in order.
  ///
  /// - Parameter parts: The last word of the relation's type, or a whole address; and its target.
  static func relationships(_ parts: [(type: String, target: String)]) -> String {
    let xml = XMLWriter(indented: false)
    xml.start(
      "Relationships",
      [("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships")])
    for (index, part) in parts.enumerated() {
      let type =
        part.type.hasPrefix("http") ? part.type : "\(relationshipNamespace)/\(part.type)"
      xml.empty(
        "Relationship", [("Id", "rId\(index + 1)"), ("Type", type), ("Target", part.target)])
    }
    xml.end()
    return xml.finish()
  }

  /// `docProps/core.xml`: title and maker, and the date where one was given.
  static func properties(title: String, creator: String, date: ArchiveDate) -> String {
    let xml = XMLWriter(indented: false)
    xml.start(
      "cp:coreProperties",
      [
        (
          "xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
        ),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
      ])
    xml.element("dc:title", text: title)
    xml.element("dc:creator", text: creator)
    if date.isGiven {
      for name in ["dcterms:created", "dcterms:modified"] {
        xml.element(name, [("xsi:type", "dcterms:W3CDTF")], text: date.iso8601)
      }
    }
    xml.end()
    return xml.finish()
  }
}

extension XMLWriter {
  /// An element without content.
  func empty(_ name: String, _ attributes: [(String, String)] = []) {
    start(name, attributes)
    end()
  }
}
