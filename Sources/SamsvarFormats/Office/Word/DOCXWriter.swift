package import SamsvarModel

/// Writes the bilingual table as DOCX (ECMA-376, WordprocessingML): A4 across, the header repeated on
/// every page, each text marked with its language, findings as comments at their place.
package struct DOCXWriter: Sendable {
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
    let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    var zip = ZipWriter(date: date)
    zip.add(
      "[Content_Types].xml",
      PackageParts.contentTypes([
        ("/word/document.xml", "\(kind).document.main+xml"),
        ("/word/styles.xml", "\(kind).styles+xml"),
        ("/word/settings.xml", "\(kind).settings+xml"),
        ("/word/comments.xml", "\(kind).comments+xml"),
        ("/word/footer1.xml", "\(kind).footer+xml"),
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
      ]))
    zip.add("_rels/.rels", PackageParts.relationships(Self.packageParts))
    zip.add(
      "docProps/core.xml",
      PackageParts.properties(title: table.title, creator: creator, date: date))
    zip.add("word/document.xml", WordDocument(table).text())
    zip.add("word/_rels/document.xml.rels", PackageParts.relationships(Self.documentParts))
    zip.add("word/comments.xml", WordComments(table, date: date).text())
    zip.add("word/styles.xml", WordStyles.text(language: table.sourceLanguage))
    zip.add("word/settings.xml", WordStyles.settings(language: table.sourceLanguage))
    zip.add("word/footer1.xml", WordStyles.footer(title: table.title))
    return try zip.finish()
  }

  private static let packageParts = [
    ("officeDocument", "word/document.xml"),
    (
      "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
      "docProps/core.xml"
    ),
  ]

  /// In the order of their ids, `rId1` first.
  private static let documentParts = [
    ("styles", "styles.xml"), ("settings", "settings.xml"), ("comments", "comments.xml"),
    ("footer", "footer1.xml"),
  ]
}

/// Names that the parts of a Word document share.
enum WordXML {
  static let namespaces = [
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", PackageParts.relationshipNamespace),
  ]

  /// A run of text; line breaks and tabs are elements of their own.
  static func run(_ xml: borrowing XMLWriter, _ text: String, language: LanguageTag? = nil) {
    guard !text.isEmpty else { return }
    xml.start("w:r")
    if let language {
      xml.start("w:rPr")
      xml.empty("w:lang", [("w:val", OfficeLanguage.code(language))])
      xml.end()
    }
    var rest = Substring(text)
    while let index = rest.firstIndex(where: { $0 == "\t" || $0.isNewline }) {
      piece(xml, rest[..<index])
      xml.empty(rest[index] == "\t" ? "w:tab" : "w:br")
      rest = rest[rest.index(after: index)...]
    }
    piece(xml, rest)
    xml.end()
  }

  private static func piece(_ xml: borrowing XMLWriter, _ text: Substring) {
    guard !text.isEmpty else { return }
    xml.element("w:t", [("xml:space", "preserve")], text: String(text))
  }
}
