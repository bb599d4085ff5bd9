import Foundation
import SamsvarFormats
import SamsvarModel
import Testing

@Suite("Markdown")
struct MarkdownReaderTests {
  @Test(arguments: [
    ("# Ny avtale #", ["heading: Ny avtale"]),
    ("Ny avtale\n=========", ["heading: Ny avtale"]),
    ("Ny\navtale\n---", ["heading: Ny avtale"]),
    ("#nr", ["paragraph: #nr"]),
    ("En linje\nsom går videre.", ["paragraph: En linje som går videre."]),
    ("- en\n  to\n- tre", ["listItem: en to", "listItem: tre"]),
    ("1. en\n\n   to\n2) tre", ["listItem: en", "listItem: to", "listItem: tre"]),
    ("I 2019\n2019. var fint", ["paragraph: I 2019 2019. var fint"]),
    ("- [x] ferdig", ["listItem: ferdig"]),
    ("* en\n  - indre", ["listItem: en", "listItem: indre"]),
    ("> sitat\nfortsetter\n\nslutt", ["quote: sitat fortsetter", "paragraph: slutt"]),
    ("> [!NOTE]\n> Merk dette", ["quote: Merk dette"]),
    ("***\nTekst\n\n- - -", ["paragraph: Tekst"]),
    ("![Et kart](kart.png)", ["caption: Et kart"]),
    ("Se ![ikon](i.png) her", ["paragraph: Se her"]),
    (":::note\nMerk\n:::", ["paragraph: Merk"]),
  ])
  func blocks(text: String, expected: [String]) throws {
    #expect(try read(text, as: .markdown).lines == expected)
  }

  @Test(arguments: [
    ("**av**talen", "avtalen"), ("_Dagbladet_ skrev", "Dagbladet skrev"),
    ("**«Avtalen»** er", "«Avtalen» er"), ("snake_case_navn", "snake_case_navn"),
    ("2 * 3 * 4", "2 * 3 * 4"), ("***alt***", "alt"), ("**a *b* c**", "a b c"),
    ("~~borte~~ igjen", "borte igjen"), ("\\*ikke\\*", "*ikke*"), ("`a * b` og *c*", "a * b og c"),
    ("[avtalen](https://x.no/a_(b) \"En tittel\") er", "avtalen er"),
    ("[a *b* c](<x y>)", "a b c"), ("[ref][r] og [r]\n\n[r]: http://x.no", "ref og r"),
    ("[ikke] lenke", "[ikke] lenke"), ("<https://nrk.no> her", "https://nrk.no her"),
    ("a<br>b", "a\nb"), ("a  \nb", "a\nb"), ("a\\\nb", "a\nb"),
    ("5 < 6 & 7 > 2", "5 < 6 & 7 > 2"), ("f&oslash;r &amp; n&#229; &ukjent;", "før & nå &ukjent;"),
    ("en <span class=\"x\">to</span> <!-- tre -->fire", "en to fire"),
    ("teksten[^1] her", "teksten her"), ("1.&nbsp;mai", "1.\u{A0}mai"),
  ])
  func inlines(text: String, expected: String) throws {
    #expect(try read(text, as: .markdown).texts == [expected])
  }

  @Test func emphasisLeavesAWayBack() throws {
    let source = "Ny **av**tale for _b&aring;ter_."
    let text = try read(source, as: .markdown)
    #expect(text.texts == ["Ny avtale for båter."])
    let bytes = Array(source.utf8)
    func original(_ word: String) -> String {
      let start = text.string(0).utf8Offset(of: word)
      return String(
        decoding: bytes[text.origin.original(start..<start + word.utf8.count)], as: UTF8.self)
    }
    #expect(original("avtale") == "av**tale")
    #expect(original("av") == "av")
    #expect(original("båter") == "b&aring;ter")
    #expect(original("å") == "&aring;")
  }

  @Test func tablesComeCellByCell() throws {
    let text = try read(
      "Før:\n\n| Navn | Pris \\| kr |\n|:-----|-----:|\n| *Torsk* | 20 |\nSei | 10\n\nEtter",
      as: .markdown)
    #expect(
      text.lines == [
        "paragraph: Før:", "tableCell: Navn", "tableCell: Pris | kr", "tableCell: Torsk",
        "tableCell: 20", "tableCell: Sei", "tableCell: 10", "paragraph: Etter",
      ])
  }

  @Test func codeIsSkippedAndLogged() throws {
    let text = try read(
      "A\n\n```swift\nlet x = 1\n```\n\nB\n\n    kode\n\n    mer\n\n~~~\nuten slutt", as: .markdown)
    #expect(text.texts == ["A", "B"])
    #expect(text.removals.map(\.kind) == [.code, .code, .code])
    #expect(text.removals.map(\.place) == ["line 4", "line 9", "line 14"])
  }

  @Test func frontMatterIsSkippedAndItsLanguageKept() throws {
    let text = try read("---\ntitle: Avtale\nlang: nn-NO\n---\nTekst", as: .markdown)
    #expect(text.texts == ["Tekst"])
    #expect(text.language == LanguageTag("nn-NO"))
    #expect(try read("---\nTekst\n\n---", as: .markdown).texts == ["Tekst"])
  }

  @Test func footnotesAreTheirOwnBlocks() throws {
    let text = try read("Avtalen[^a] gjelder.\n\n[^a]: Se side 2.\n    Og 3.\n\nSlutt", as: .markdown)
    #expect(
      text.lines == [
        "paragraph: Avtalen gjelder.", "footnote: Se side 2. Og 3.", "paragraph: Slutt",
      ])
    #expect(text.removals.map(\.text) == ["a"])
  }

  @Test func htmlBlocksAreReadAsHTMLAndCommentsSkipped() throws {
    let source = "A\n\n<!-- skjult\n\nogså -->\n\n<table><tr><td>En &amp; to</td></tr></table>\n\nB"
    let text = try read(source, as: .markdown)
    #expect(text.lines == ["paragraph: A", "tableCell: En & to", "paragraph: B"])
    let place = text.origin.original(text.blocks[1].range)
    #expect(String(decoding: Array(source.utf8)[place], as: UTF8.self) == "En &amp; to")
  }

  @Test func acceptMarksReachTheTextBehindThem() throws {
    let text = try read(
      "En.\n\n<!-- samsvar:accept number because avtalt -->\nTo **tre**.\n\nFire.", as: .markdown)
    let mark = try #require(text.acceptMarks.first)
    #expect(mark.rules == ["number"])
    #expect(mark.range.contains(text.blocks[1].range.lowerBound))
    #expect(!mark.range.contains(text.blocks[0].range.lowerBound))
    #expect(!mark.range.contains(text.blocks[2].range.lowerBound))
  }

  /// Texts that make careless parsers take quadratic time or overflow their stack.
  @Test(arguments: ["*a ", "[a](", "[", "![", "`a``", "<a ", "<!-- ", "> ", "- ", "*a_ ", "&", "\\", "|"])
  func manyOpenMarksAreNoTrouble(piece: String) throws {
    let text = String(repeating: piece, count: 60_000)
    _ = try read(text, as: .markdown)
  }
}

extension String {
  /// Where a word begins, in UTF-8.
  func utf8Offset(of word: String) -> Int {
    range(of: word).map { utf8.distance(from: utf8.startIndex, to: $0.lowerBound) } ?? -1
  }
}
