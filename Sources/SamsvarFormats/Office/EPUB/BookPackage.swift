import SamsvarModel

/// `package.opf`: what the book is, its files and their order.
struct BookPackage {
  private let book: Book
  private let layout: PageLayout
  private let date: ArchiveDate
  private let creator: String

  init(_ book: Book, layout: PageLayout, date: ArchiveDate, creator: String) {
    self.book = book
    self.layout = layout
    self.date = date
    self.creator = creator
  }

  func text() -> String {
    let xml = XMLWriter(indented: true)
    xml.start(
      "package",
      [
        ("xmlns", "http://www.idpf.org/2007/opf"), ("version", "3.0"),
        ("unique-identifier", "id"), ("xml:lang", book.mainLanguage.description),
      ])
    metadata(xml)
    manifest(xml)
    xml.start("spine")
    for index in book.chapters.indices { xml.empty("itemref", [("idref", "text\(index + 1)")]) }
    xml.end()
    xml.end()
    return xml.finish()
  }

  private func metadata(_ xml: borrowing XMLWriter) {
    xml.start("metadata", [("xmlns:dc", "http://purl.org/dc/elements/1.1/")])
    xml.element("dc:identifier", [("id", "id")], text: "urn:uuid:\(identifier)")
    xml.element("dc:title", text: book.title)
    xml.element("dc:language", text: book.mainLanguage.description)
    if book.otherLanguage != book.mainLanguage {
      xml.element("dc:language", text: book.otherLanguage.description)
    }
    meta(xml, "dcterms:modified", date.iso8601)
    meta(xml, "schema:accessMode", "textual")
    meta(xml, "schema:accessModeSufficient", "textual")
    for feature in features { meta(xml, "schema:accessibilityFeature", feature) }
    meta(xml, "schema:accessibilityHazard", "none")
    meta(
      xml, "schema:accessibilitySummary",
      "Text only. Every passage says its language; the text can be reflowed, and the table of "
        + "contents leads to all headings.")
    xml.empty("meta", [("name", "generator"), ("content", creator)])
    xml.end()
  }

  private var features: [String] {
    ["tableOfContents", "structuralNavigation", "readingOrder", "displayTransformability"]
  }

  private func meta(_ xml: borrowing XMLWriter, _ property: String, _ value: String) {
    xml.element("meta", [("property", property)], text: value)
  }

  private func manifest(_ xml: borrowing XMLWriter) {
    xml.start("manifest")
    let page = "application/xhtml+xml"
    xml.empty(
      "item",
      [("id", "nav"), ("href", "nav.xhtml"), ("media-type", page), ("properties", "nav")])
    xml.empty("item", [("id", "style"), ("href", "style.css"), ("media-type", "text/css")])
    for index in book.chapters.indices {
      xml.empty(
        "item",
        [
          ("id", "text\(index + 1)"), ("href", BookXML.file(ofChapter: index)),
          ("media-type", page),
        ])
    }
    xml.end()
  }

  /// An identifier made from the content (RFC 9562, version 8), so that the same book keeps it.
  private var identifier: String {
    var hashes: (UInt64, UInt64) = (0xcbf2_9ce4_8422_2325, 0x6c62_272e_07bb_0142)
    for text in [book.title, layout.rawValue]
      + book.chapters.flatMap(\.passages).flatMap({
        [$0.main, $0.other]
      })
    {
      for byte in text.utf8 {
        hashes.0 = (hashes.0 ^ UInt64(byte)) &* 0x100_0000_01b3
        hashes.1 = (hashes.1 &* 0x100_0000_01b3) ^ UInt64(byte)
      }
      hashes.0 = (hashes.0 ^ 0xFF) &* 0x100_0000_01b3
      hashes.1 = (hashes.1 &* 0x100_0000_01b3) ^ 0xFF
    }
    hashes.0 = hashes.0 & ~0xF000 | 0x8000
    hashes.1 = hashes.1 & ~(3 << 62) | 2 << 62
    let digits = Self.hexadecimal(hashes.0) + Self.hexadecimal(hashes.1)
    var result = ""
    for (index, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(index) { result += "-" }
      result.append(digit)
    }
    return result
  }

  private static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// `nav.xhtml`: the table of contents.
struct BookContents {
  private let book: Book

  init(_ book: Book) { self.book = book }

  func text() -> String {
    let words = BookWords(book.mainLanguage)
    return BookXML.page(title: book.title, language: book.mainLanguage) { xml in
      xml.start("nav", [("epub:type", "toc"), ("role", "doc-toc"), ("id", "toc")])
      xml.element("h1", text: words.contents)
      xml.start("ol")
      for (index, chapter) in book.chapters.enumerated() {
        for entry in entries(chapter, BookXML.file(ofChapter: index)) {
          xml.start("li")
          xml.element("a", [("href", entry.address)], text: entry.title)
          xml.end()
        }
      }
      xml.end()
      xml.end()
    }
  }

  private func entries(
    _ chapter: Book.Chapter, _ file: String
  ) -> [(title: String, address: String)] {
    let headings = chapter.headings
    guard headings.isEmpty || headings.first != chapter.passages.first else {
      return headings.map { ($0.main, "\(file)#m\($0.number)") }
    }
    return [(chapter.title, file)] + headings.map { ($0.main, "\(file)#m\($0.number)") }
  }
}
