package import SamsvarModel

/// Writes the bilingual table as ODT (OpenDocument 1.3): the same model as DOCX, findings as annotations.
package struct ODTWriter: Sendable {
  private let table: BilingualTable
  private let date: ArchiveDate
  private let creator: String

  /// A writer of a table.
  ///
  /// - Parameter creator: The program's name and version, for the file's properties.
  package init(_ table: BilingualTable, date: ArchiveDate, creator: String) {
    self.table = table
    self.date = date
    self.creator = creator
  }

  /// The file's bytes; the same table and date give the same bytes.
  ///
  /// - Throws: `InputError` when the archive cannot be made.
  package func bytes() throws(InputError) -> [UInt8] {
    var zip = ZipWriter(date: date)
    // OpenDocument 1.3 part 2, 3.3: first and stored, so that the type can be read at byte 38.
    zip.add("mimetype", OpenDocument.textType, isStored: true)
    zip.add("content.xml", ODTContent(table, date: date).text())
    zip.add("styles.xml", ODTTableStyles.text(table))
    zip.add("meta.xml", meta())
    zip.add(
      "META-INF/manifest.xml", OpenDocument.manifest(["content.xml", "styles.xml", "meta.xml"]))
    return try zip.finish()
  }

  private func meta() -> String {
    let xml = XMLWriter(indented: false)
    xml.start("office:document-meta", OpenDocument.namespaces)
    xml.start("office:meta")
    xml.element("meta:generator", text: creator)
    xml.element("dc:title", text: table.title)
    if date.isGiven { xml.element("dc:date", text: date.iso8601) }
    xml.end()
    xml.end()
    return xml.finish()
  }
}

/// What the parts of an OpenDocument file share.
enum OpenDocument {
  static let textType = "application/vnd.oasis.opendocument.text"

  private static let base = "urn:oasis:names:tc:opendocument:xmlns:"
  static let namespaces =
    ["office", "style", "text", "table", "meta"].map { ("xmlns:\($0)", "\(base)\($0):1.0") }
    + [
      ("xmlns:fo", "\(base)xsl-fo-compatible:1.0"),
      ("xmlns:dc", "http://purl.org/dc/elements/1.1/"), ("office:version", "1.3"),
    ]

  /// `META-INF/manifest.xml` of a text document.
  static func manifest(_ parts: [String]) -> String {
    let xml = XMLWriter(indented: false)
    xml.start(
      "manifest:manifest",
      [("xmlns:manifest", "\(base)manifest:1.0"), ("manifest:version", "1.3")])
    for (path, type) in [("/", textType)] + parts.map({ ($0, "text/xml") }) {
      var attributes = [("manifest:full-path", path), ("manifest:media-type", type)]
      if path == "/" { attributes.append(("manifest:version", "1.3")) }
      xml.empty("manifest:file-entry", attributes)
    }
    xml.end()
    return xml.finish()
  }
}
