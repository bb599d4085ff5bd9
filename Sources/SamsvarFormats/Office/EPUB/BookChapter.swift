import SamsvarModel

/// A file of the book's text.
///
/// A passage's main text has the id `m` and its number, its other text `o` and the number.
struct BookChapter {
  private let chapter: Book.Chapter
  private let book: Book
  private let layout: PageLayout

  init(_ chapter: Book.Chapter, of book: Book, layout: PageLayout) {
    self.chapter = chapter
    self.book = book
    self.layout = layout
  }

  func text() -> String {
    BookXML.page(title: chapter.title, language: book.mainLanguage) { xml in
      switch layout {
      case .interleaved, .interlinear: for passage in chapter.passages { pair(xml, passage) }
      case .sideBySide: table(xml)
      case .facing: facing(xml)
      case .tap: notes(xml)
      }
    }
  }

  private var main: [(String, String)] { BookXML.language(book.mainLanguage) }
  private var other: [(String, String)] {
    [("class", "other")] + BookXML.language(book.otherLanguage)
  }

  // MARK: - Interleaved

  private func pair(_ xml: borrowing XMLWriter, _ passage: Book.Passage) {
    if passage.isHeading, !passage.main.isEmpty {
      xml.start("h2", [("id", "m\(passage.number)")] + main)
      xml.text(passage.main)
      if !passage.other.isEmpty {
        xml.text(" ")
        xml.element("span", other, text: passage.other)
      }
      xml.end()
      return
    }
    xml.start("div", [("class", "pair"), ("id", "m\(passage.number)")])
    if !passage.main.isEmpty { xml.element("p", main, text: passage.main) }
    if !passage.other.isEmpty { xml.element("p", other, text: passage.other) }
    xml.end()
  }

  // MARK: - Side by side

  private func table(_ xml: borrowing XMLWriter) {
    xml.start("table")
    xml.start("thead")
    xml.start("tr")
    for language in [book.mainLanguage, book.otherLanguage] {
      xml.element(
        "th", [("scope", "col")] + BookXML.language(language),
        text: BookWords.name(of: language))
    }
    xml.end()
    xml.end()
    xml.start("tbody")
    for passage in chapter.passages {
      let style = passage.isHeading ? [("class", "heading")] : []
      xml.start("tr", [("id", "m\(passage.number)")])
      xml.element("td", style + main, text: passage.main)
      xml.element("td", style + BookXML.language(book.otherLanguage), text: passage.other)
      xml.end()
    }
    xml.end()
    xml.end()
  }

  // MARK: - One after the other

  private func facing(_ xml: borrowing XMLWriter) {
    section(xml, main, "m", to: "o", book.otherLanguage, \.main, \.startsMain)
    section(xml, other, "o", to: "m", book.mainLanguage, \.other, \.startsOther)
  }

  /// One text in paragraphs, each with a link to its counterpart.
  private func section(
    _ xml: borrowing XMLWriter, _ attributes: [(String, String)], _ prefix: String,
    to counterpart: String, _ language: LanguageTag, _ text: KeyPath<Book.Passage, String>,
    _ starts: KeyPath<Book.Passage, Bool>
  ) {
    xml.start("section", attributes)
    for paragraph in paragraphs(text, starts) {
      xml.start(paragraph.isHeading ? "h2" : "p")
      for (index, passage) in paragraph.passages.enumerated() {
        if index > 0 { xml.text(" ") }
        xml.element(
          "span", [("id", "\(prefix)\(passage.number)")], text: passage[keyPath: text])
      }
      if let first = paragraph.passages.first(where: { !$0.main.isEmpty && !$0.other.isEmpty }) {
        xml.text(" ")
        xml.element(
          "a",
          [("class", "jump"), ("href", "#\(counterpart)\(first.number)")]
            + BookXML.language(language), text: "\(BookWords.name(of: language))\u{A0}↔")
      }
      xml.end()
    }
    xml.end()
  }

  private struct Paragraph {
    var isHeading: Bool
    var passages: [Book.Passage]
  }

  /// The passages with text, by paragraph.
  private func paragraphs(
    _ text: KeyPath<Book.Passage, String>, _ starts: KeyPath<Book.Passage, Bool>
  ) -> [Paragraph] {
    var result: [Paragraph] = []
    for passage in chapter.passages where !passage[keyPath: text].isEmpty {
      let begins =
        passage[keyPath: starts] || passage.isHeading || result.last?.isHeading ?? true
      if begins { result.append(Paragraph(isHeading: passage.isHeading, passages: [])) }
      result[result.count - 1].passages.append(passage)
    }
    return result
  }

  // MARK: - Notes that pop up

  private func notes(_ xml: borrowing XMLWriter) {
    let words = BookWords(book.mainLanguage)
    xml.start("section", main)
    var isOpen = false
    for passage in chapter.passages {
      let begins = passage.startsMain || passage.isHeading
      if isOpen, begins { xml.end() }
      if begins || !isOpen { xml.start(passage.isHeading ? "h2" : "p") } else { xml.text(" ") }
      isOpen = !passage.isHeading
      xml.element("span", [("id", "m\(passage.number)")], text: passage.main)
      if !passage.other.isEmpty { reference(xml, passage, words) }
      if passage.isHeading { xml.end() }
    }
    if isOpen { xml.end() }
    xml.end()
    xml.start("section", [("epub:type", "footnotes")])
    for passage in chapter.passages where !passage.other.isEmpty { note(xml, passage, words) }
    xml.end()
  }

  private func reference(
    _ xml: borrowing XMLWriter, _ passage: Book.Passage, _ words: BookWords
  ) {
    xml.element(
      "a",
      [
        ("class", "note"), ("epub:type", "noteref"), ("role", "doc-noteref"),
        ("href", "#o\(passage.number)"), ("title", "\(words.translation) \(passage.number)"),
      ], text: String(passage.number))
  }

  private func note(
    _ xml: borrowing XMLWriter, _ passage: Book.Passage, _ words: BookWords
  ) {
    xml.start(
      "aside",
      [("id", "o\(passage.number)"), ("epub:type", "footnote"), ("role", "doc-footnote")])
    xml.start("p", BookXML.language(book.otherLanguage))
    xml.element(
      "a",
      [
        ("href", "#m\(passage.number)"), ("role", "doc-backlink"),
        ("title", "\(words.back) \(passage.number)"),
      ] + BookXML.language(book.mainLanguage), text: "\(passage.number).")
    xml.text(" \(passage.other)")
    xml.end()
    xml.end()
  }
}
