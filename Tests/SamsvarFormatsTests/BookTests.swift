import Foundation
import SamsvarFormats
import SamsvarModel
import SamsvarTestSupport
import Testing

/// A book of two headings, paragraphs of several beads, an omission and an insertion.
enum BookSample {
  static func bitext(passages: Int = 0) -> Bitext {
    let source =
      ["Hagen på Solbakken", "Ordføreren klippet snora.", "Barna fikk <plante> & vanne."]
      + ["Slik kommer du dit", "Buss 14 går fra torget."] + (0..<passages).map { "Rad \($0)." }
    let target =
      ["The garden at Solbakken", "The mayor cut the ribbon.", "It was a sunny day."]
      + ["How to get there"] + (0..<passages).map { "Row \($0)." }
    var beads = [
      Bead(source: 0..<1, target: 0..<1), Bead(source: 1..<2, target: 1..<2),
      Bead(source: 2..<3, target: 2..<2), Bead(source: 3..<3, target: 2..<3),
      Bead(source: 3..<4, target: 3..<4), Bead(source: 4..<5, target: 4..<4),
    ]
    beads += (0..<passages).map { Bead(source: $0 + 5..<$0 + 6, target: $0 + 4..<$0 + 5) }
    return Bitext(
      source: document(source, .nb, blocks: [0..<1, 1..<3, 3..<4, 4..<5], headings: [0, 3]),
      target: document(target, .en, blocks: [0..<1, 1..<3, 3..<4], headings: [0, 3]),
      alignment: Alignment(beads: beads))
  }

  private static func document(
    _ lines: [String], _ language: LanguageTag, blocks: [Range<Int>], headings: Set<Int>
  ) -> Document {
    var text: [UInt8] = []
    var segments: [Segment] = []
    for (index, line) in lines.enumerated() {
      let range = text.count..<text.count + line.utf8.count
      segments.append(Segment(range: range, kind: headings.contains(index) ? .heading : .sentence))
      text += Array("\(line)\n".utf8)
    }
    let rest = (blocks.last?.upperBound ?? 0)..<lines.count
    return Document(
      name: "hage.\(language).txt", language: language, text: text,
      blocks: (blocks + rest.map { $0..<$0 + 1 }).map { Block(kind: .paragraph, segments: $0) },
      segments: segments)
  }

  static func bytes(_ layout: PageLayout, passages: Int = 0) throws -> [UInt8] {
    try EPUBWriter(
      bitext(passages: passages), layout: layout, date: TableSample.date, creator: "test"
    ).bytes()
  }
}

@Suite("Books")
struct BookTests {
  private func chapter(_ layout: PageLayout) throws -> String {
    try TableSample.part("EPUB/text1.xhtml", of: BookSample.bytes(layout))
  }

  @Test(arguments: PageLayout.allCases)
  func everyTextIsThereAndSaysItsLanguage(layout: PageLayout) throws {
    let text = try chapter(layout)
    for part in [
      "Hagen på Solbakken", "Barna fikk &lt;plante&gt; &amp; vanne.", "It was a sunny day.",
      "Buss 14 går fra torget.", "lang=\"nb\" xml:lang=\"nb\"", "lang=\"en\" xml:lang=\"en\"",
    ] { #expect(text.contains(part), "\(part)") }
    #expect(!text.contains("<script"))
  }

  @Test(arguments: PageLayout.allCases)
  func theSameBitextGivesTheSameBytes(layout: PageLayout) throws {
    #expect(try BookSample.bytes(layout) == BookSample.bytes(layout))
  }

  @Test(arguments: PageLayout.allCases)
  func everyLinkHasItsGoal(layout: PageLayout) throws {
    let bytes = try BookSample.bytes(layout, passages: 900)
    let archive = try ZipArchive(bytes: bytes, file: "t")
    var ids: Set<String> = []
    var links: [String] = []
    for name in archive.names where name.hasSuffix(".xhtml") {
      let text = String(decoding: try archive.read(name), as: UTF8.self)
      let file = name.split(separator: "/").last ?? ""
      ids.insert(String(file))
      for id in values(of: "id", in: text) {
        #expect(ids.insert("\(file)#\(id)").inserted, "\(id) stands twice")
      }
      links += values(of: "href", in: text).map { $0.hasPrefix("#") ? "\(file)\($0)" : $0 }
    }
    #expect(ids.contains("text3.xhtml"), "a long text is cut into files")
    for link in links where link != "style.css" { #expect(ids.contains(link), "\(link)") }
  }

  private func values(of attribute: String, in text: String) -> [String] {
    text.components(separatedBy: " \(attribute)=\"").dropFirst().map {
      String($0.prefix { $0 != "\"" })
    }
  }

  @Test func thePackageSaysHowTheBookCanBeRead() throws {
    let package = try TableSample.part("EPUB/package.opf", of: BookSample.bytes(.tap))
    for part in [
      "<dc:language>nb</dc:language>", "<dc:language>en</dc:language>",
      "<meta property=\"dcterms:modified\">2019-12-20T12:00:00Z</meta>",
      "<meta property=\"schema:accessMode\">textual</meta>", "schema:accessibilityHazard",
      "<dc:title>hage.nb.txt – hage.en.txt</dc:title>",
    ] { #expect(package.contains(part), "\(part)") }
    let other = try TableSample.part("EPUB/package.opf", of: BookSample.bytes(.facing))
    #expect(package != other, "layouts are different books and have different identifiers")
  }

  @Test func notesArePopupsWithAWayBack() throws {
    let text = try chapter(.tap)
    #expect(text.contains("epub:type=\"noteref\" role=\"doc-noteref\" href=\"#o2\""))
    #expect(text.contains("<aside id=\"o2\" epub:type=\"footnote\" role=\"doc-footnote\">"))
    #expect(text.contains("href=\"#m2\" role=\"doc-backlink\""))
    #expect(!text.contains("#o3"), "what has no translation has no note")
  }

  @Test func aSummaryIsReadWithItsSourceAsTheOtherText() throws {
    var bitext = BookSample.bitext()
    bitext.alignment = Alignment(
      beads: (0..<4).map { Bead(source: 0..<0, target: $0..<$0 + 1) })
    let bytes = try EPUBWriter(
      bitext, links: [SummaryLink(summary: 1, sources: [2, 1], confidence: 1)],
      layout: .interleaved, date: TableSample.date, creator: "test"
    ).bytes()
    let text = try TableSample.part("EPUB/text1.xhtml", of: bytes)
    #expect(
      text.contains(
        "<p lang=\"en\" xml:lang=\"en\">The mayor cut the ribbon.</p><p class=\"other\" lang=\"nb\""
      ))
  }
}
