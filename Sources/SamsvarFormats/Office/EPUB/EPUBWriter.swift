package import SamsvarModel

/// Writes EPUB 3: a bitext as a book for reading applications, without scripts.
///
/// Each text says its language (`lang` and `xml:lang`), the package says how the book can be read
/// (EPUB Accessibility 1.1), and the same bitext and date give the same bytes. Pages of a book that
/// flows cannot face each other: there one text follows the other, chapter by chapter, with links between
/// their paragraphs. Glosses under words need more room than readers give: there beads are interleaved.
package struct EPUBWriter {
  private let book: Book
  private let layout: PageLayout
  private let date: ArchiveDate
  private let creator: String

  /// A writer of a bitext.
  ///
  /// - Parameters:
  ///   - links: A summary's links; the summary is then the text that is read.
  ///   - creator: The program's name and version.
  package init(
    _ bitext: Bitext, links: [SummaryLink]? = nil, layout: PageLayout = .interleaved,
    date: ArchiveDate, creator: String
  ) {
    book = Book(bitext, links: links)
    self.layout = layout
    self.date = date
    self.creator = creator
  }

  /// The file's bytes.
  ///
  /// - Throws: `InputError` when the archive cannot be made.
  package func bytes() throws(InputError) -> [UInt8] {
    var zip = ZipWriter(date: date)
    // EPUB 3.3, OCF 4.3: first, stored, without extra fields.
    zip.add("mimetype", "application/epub+zip", isStored: true)
    zip.add("META-INF/container.xml", Self.container)
    zip.add(
      "EPUB/package.opf", BookPackage(book, layout: layout, date: date, creator: creator).text())
    zip.add("EPUB/nav.xhtml", BookContents(book).text())
    zip.add("EPUB/style.css", Self.style)
    for (index, chapter) in book.chapters.enumerated() {
      zip.add(
        "EPUB/\(BookXML.file(ofChapter: index))",
        BookChapter(chapter, of: book, layout: layout).text())
    }
    return try zip.finish()
  }

  private static let container = """
    <?xml version="1.0" encoding="UTF-8"?>
    <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">\
    <rootfiles><rootfile full-path="EPUB/package.opf" \
    media-type="application/oebps-package+xml"/></rootfiles></container>

    """

  /// No colour of text or ground is set, so that a reader's own themes hold.
  private static let style = """
    body { line-height: 1.45; }
    h1, h2 { line-height: 1.2; break-after: avoid; }
    h2 .other, h1 .other { display: block; font-weight: normal; font-size: 0.85em; }
    .pair { margin: 0 0 0.9em; break-inside: avoid; }
    .pair p { margin: 0; }
    .pair .other { margin: 0.15em 0 0 1.2em; padding-left: 0.6em; border-left: 2px solid; }
    table { width: 100%; border-collapse: collapse; table-layout: fixed; }
    th, td { width: 50%; padding: 0.3em 0.6em; text-align: start; vertical-align: top; }
    th { border-bottom: 2px solid; }
    tr { break-inside: avoid; }
    td { border-bottom: 1px solid; }
    td.heading { font-weight: bold; }
    section.other { break-before: page; }
    a.jump { font-size: 0.8em; text-decoration: none; white-space: nowrap; }
    a.note { font-size: 0.75em; vertical-align: super; line-height: 1; text-decoration: none; }
    aside { margin: 0 0 0.6em; }
    aside p { margin: 0; }

    """
}

/// What the parts of a book share.
enum BookXML {
  /// The name of a chapter's file.
  static func file(ofChapter index: Int) -> String { "text\(index + 1).xhtml" }

  /// The attributes that say a text's language, in HTML's way and in XML's.
  static func language(_ tag: LanguageTag) -> [(String, String)] {
    [("lang", tag.description), ("xml:lang", tag.description)]
  }

  /// A page of XHTML with the book's style.
  static func page(
    title: String, language: LanguageTag, _ body: (borrowing XMLWriter) -> Void
  ) -> String {
    let xml = XMLWriter(indented: false)
    xml.start(
      "html",
      [
        ("xmlns", "http://www.w3.org/1999/xhtml"), ("xmlns:epub", "http://www.idpf.org/2007/ops"),
      ] + self.language(language))
    xml.start("head")
    xml.element("title", text: title)
    xml.empty("link", [("rel", "stylesheet"), ("type", "text/css"), ("href", "style.css")])
    xml.end()
    xml.start("body")
    body(xml)
    xml.end()
    xml.end()
    return xml.finish()
  }
}

/// The few words a book says itself, in the language that is read.
struct BookWords {
  let contents: String
  let translation: String
  let back: String

  init(_ language: LanguageTag) {
    (contents, translation, back) =
      switch language.language {
      case "nb": ("Innhold", "oversettelse", "tilbake")
      case "nn": ("Innhald", "omsetjing", "tilbake")
      default: ("Contents", "translation", "back")
      }
  }

  /// A language by its own name; its code where that is not known here.
  static func name(of language: LanguageTag) -> String {
    switch language.language {
    case "nb": "Bokmål"
    case "nn": "Nynorsk"
    case "en": "English"
    case "da": "Dansk"
    case "sv": "Svenska"
    case "de": "Deutsch"
    case "fr": "Français"
    default: language.description
    }
  }
}
