import SamsvarFormats
import SamsvarModel
import Testing

/// Reads bytes as a format.
func read(
  _ bytes: [UInt8], as format: DocumentFormat, name: String = "a"
) throws -> StructuredText {
  try #require(try DocumentReader.read(bytes, name: name, as: format))
}

/// Reads a text as a format.
func read(_ text: String, as format: DocumentFormat) throws -> StructuredText {
  try read(Array(text.utf8), as: format)
}

extension StructuredText {
  /// The blocks as `kind: text`, for comparing.
  var lines: [String] {
    blocks.indices.map { "\(blocks[$0].kind?.rawValue ?? "?"): \(string($0))" }
  }

  /// The texts of the blocks.
  var texts: [String] { blocks.indices.map { string($0) } }
}

/// An archive of parts, in order.
func archive(_ parts: [(String, String)]) throws -> [UInt8] {
  var zip = ZipWriter(date: ArchiveDate(seconds: nil))
  for (name, text) in parts { zip.add(name, Array(text.utf8)) }
  return try zip.finish()
}

/// What documents of the archive formats consist of, around a body.
enum TestDocument {
  private static let office = "http://schemas.openxmlformats.org"

  /// A Word document.
  static func docx(
    _ body: String, styles: String = "", footnotes: String? = nil
  ) throws -> [UInt8] {
    let word = "\(office)/wordprocessingml/2006/main"
    let relations = "\(office)/officeDocument/2006/relationships"
    let namespaces = """
      xmlns:w="\(word)" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
      xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"
      """
    var parts = [
      ("[Content_Types].xml", "<Types/>"),
      (
        "_rels/.rels",
        """
        <Relationships><Relationship Id="a" Type="\(relations)/officeDocument" \
        Target="word/document.xml"/></Relationships>
        """
      ),
      (
        "word/_rels/document.xml.rels",
        """
        <Relationships><Relationship Id="a" Type="\(relations)/styles" Target="styles.xml"/>\
        <Relationship Id="b" Type="\(relations)/footnotes" Target="footnotes.xml"/></Relationships>
        """
      ),
      (
        "word/document.xml",
        "<w:document \(namespaces)><w:body>\(body)</w:body></w:document>"
      ),
      ("word/styles.xml", "<w:styles \(namespaces)>\(styles)</w:styles>"),
    ]
    if let footnotes {
      parts.append(
        ("word/footnotes.xml", "<w:footnotes \(namespaces)>\(footnotes)</w:footnotes>"))
    }
    return try archive(parts)
  }

  /// A paragraph of one run.
  static func p(_ text: String, _ properties: String = "") -> String {
    "<w:p>\(properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>")"
      + "<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
  }

  private static let namespaces = ["office", "text", "table", "style", "draw"].map {
    "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
  }.joined(separator: " ")

  /// An OpenDocument text.
  static func odt(_ body: String, automatic: String = "", styles: String = "") throws -> [UInt8] {
    let fo = "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
    return try archive([
      ("mimetype", "application/vnd.oasis.opendocument.text"),
      (
        "content.xml",
        """
        <office:document-content \(namespaces) \(fo)>\
        <office:automatic-styles>\(automatic)</office:automatic-styles>\
        <office:body><office:text>\(body)</office:text></office:body></office:document-content>
        """
      ),
      (
        "styles.xml",
        "<office:document-styles \(namespaces) \(fo)>\(styles)</office:document-styles>"
      ),
    ])
  }

  /// An e-book of pages, the first of which is its table of contents.
  static func epub(_ pages: [String], extra: [(String, String)] = []) throws -> [UInt8] {
    let items = pages.indices.map { "<item id=\"p\($0)\" href=\"t/p%20\($0).xhtml\"" }
    let manifest = items.enumerated().map {
      "\($1) media-type=\"application/xhtml+xml\"\($0 == 0 ? " properties=\"nav\"" : "")/>"
    }
    // The order of the spine is not that of the manifest.
    let spine = pages.indices.reversed().map { "<itemref idref=\"p\($0)\"/>" }
    var parts = [
      ("mimetype", "application/epub+zip"),
      (
        "META-INF/container.xml",
        """
        <container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>\
        <rootfile full-path="OPS/book.opf"/></rootfiles></container>
        """
      ),
      (
        "OPS/book.opf",
        """
        <package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:language>nn-NO\
        </dc:language></metadata><manifest>\(manifest.joined())</manifest>\
        <spine>\(spine.joined())</spine></package>
        """
      ),
    ]
    for (number, page) in pages.enumerated() { parts.append(("OPS/t/p \(number).xhtml", page)) }
    return try archive(parts + extra)
  }
}
