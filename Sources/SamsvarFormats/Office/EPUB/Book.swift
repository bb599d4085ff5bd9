import SamsvarModel

/// A bitext as a book: passages in order, cut into chapters.
struct Book {
  /// A bead: some of the text that is read, and what the other language says.
  struct Passage: Hashable {
    /// The number in the book, from 1.
    var number: Int
    var main: String
    var other: String
    var isHeading: Bool
    /// Whether a paragraph begins here in the main text, and in the other.
    var startsMain: Bool
    var startsOther: Bool
  }

  /// Passages that make up one file of the book.
  struct Chapter {
    var title: String
    var passages: [Passage]

    /// The headings, for the table of contents; the first passage stands for a chapter without one.
    var headings: [Passage] { passages.filter { $0.isHeading && !$0.main.isEmpty } }
  }

  let title: String
  /// The language of the text that is read, and of the other.
  let mainLanguage: LanguageTag
  let otherLanguage: LanguageTag
  let chapters: [Chapter]

  /// A chapter with fewer passages goes on over the next heading, so that a short article is one file.
  private static let shortest = 60
  /// A chapter with more is cut at the next paragraph, since readers load a file as a whole.
  private static let longest = 400

  /// The book of a translation, or of a summary with the source sentences as its other text.
  init(_ bitext: Bitext, links: [SummaryLink]?) {
    let table = BilingualTable(bitext, links: links)
    let isSummary = links != nil
    title = table.title
    mainLanguage = isSummary ? table.targetLanguage : table.sourceLanguage
    otherLanguage = isSummary ? table.sourceLanguage : table.targetLanguage
    let sourceStarts = Self.starts(bitext.source)
    let targetStarts = Self.starts(bitext.target)
    let passages = bitext.alignment.beads.indices.map { index in
      let bead = bitext.alignment.beads[index]
      let row = table.rows[index]
      let startsSource = bead.source.contains(where: sourceStarts.contains)
      let startsTarget = bead.target.contains(where: targetStarts.contains)
      return Passage(
        number: index + 1, main: isSummary ? row.target : row.source,
        other: isSummary ? row.source : row.target, isHeading: Self.isHeading(bead, bitext),
        startsMain: isSummary ? startsTarget : startsSource,
        startsOther: isSummary || startsTarget)
    }
    chapters = Self.chapters(passages, title: title)
  }

  /// The segments that begin a block; all where no blocks are known.
  private static func starts(_ document: Document) -> Set<Int> {
    document.blocks.isEmpty
      ? Set(document.segments.indices) : Set(document.blocks.map(\.segments.lowerBound))
  }

  private static func isHeading(_ bead: Bead, _ bitext: Bitext) -> Bool {
    let kinds =
      bead.source.isEmpty
      ? bead.target.map { bitext.target.segments[$0].kind }
      : bead.source.map { bitext.source.segments[$0].kind }
    return !kinds.isEmpty && kinds.allSatisfy { $0 == .heading }
  }

  private static func chapters(_ passages: [Passage], title: String) -> [Chapter] {
    var chapters: [Chapter] = []
    for passage in passages {
      let count = chapters.last?.passages.count ?? 0
      let begins =
        chapters.isEmpty || passage.isHeading && count >= shortest
        || passage.startsMain && count >= longest
      if begins {
        let heading = passage.isHeading ? passage.main : ""
        let fallback = chapters.isEmpty ? title : "\(title) (\(chapters.count + 1))"
        chapters.append(Chapter(title: heading.isEmpty ? fallback : heading, passages: []))
      }
      chapters[chapters.count - 1].passages.append(passage)
    }
    return chapters.isEmpty ? [Chapter(title: title, passages: [])] : chapters
  }
}
