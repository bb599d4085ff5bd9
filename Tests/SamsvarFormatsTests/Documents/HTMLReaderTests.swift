import SamsvarFormats
import SamsvarModel
import Testing

@Suite("HTML")
struct HTMLReaderTests {
  @Test(arguments: [
    ("<h2>Ny <em>avtale</em></h2>", ["heading: Ny avtale"]),
    ("<p>En <b>to</b>tre <a href=x>fire</a>.</p>", ["paragraph: En totre fire."]),
    ("<ul><li>en<li>to <b>tre</b></ul>", ["listItem: en", "listItem: to tre"]),
    ("<table><tr><th>A<td><p>B</table>", ["tableCell: A", "tableCell: B"]),
    ("<table><caption>Tall</caption></table>", ["caption: Tall"]),
    ("<figure><img alt=x><figcaption>Foto</figcaption></figure>", ["caption: Foto"]),
    ("<blockquote><p>a</p><h3>b</h3></blockquote>", ["quote: a", "heading: b"]),
    ("<div>a<div>b</div>c</div>", ["paragraph: a", "paragraph: b", "paragraph: c"]),
    ("<p>a<br>b<br><br>c", ["paragraph: a\nb", "paragraph: c"]),
    ("<pre>a\n b</pre><pre><code>x</code></pre>", ["paragraph: a\nb"]),
    ("  a\n\t b &nbsp;c  ", ["paragraph: a b \u{A0}c"]),
  ])
  func blocks(text: String, expected: [String]) throws {
    #expect(try read(text, as: .html).lines == expected)
  }

  @Test func scriptsStylesAndHiddenElementsAreSkipped() throws {
    let text = try read(
      """
      <html><head><title>Tittel</title><style>p { color: red }</style></head><body>
      <script>document.write("<p>nei</p>")</script><p>Ja.</p><p hidden>Skjult</p>
      <div style="display : none">Borte <p>også</p></div><template><p>Mal</p></template>
      <p>Før <span style="visibility:hidden">x</span><del>slettet</del> etter.</p></body></html>
      """, as: .html)
    #expect(text.texts == ["Ja.", "Før etter."])
    #expect(text.removals.map(\.kind) == [.hidden, .hidden, .hidden, .deleted])
    #expect(text.removals.map(\.text) == ["Skjult", "Borte også", "x", "slettet"])
    #expect(text.removals[0].place == "line 2")
  }

  @Test func entitiesKeepTheWayBack() throws {
    let source = "<p>bl&aring;b&#230;r &lt;ikke&gt; &hellip; a&amp;b R&D &ukjent; slutt</p>"
    let text = try read(source, as: .html)
    #expect(text.texts == ["blåbær <ikke> … a&b R&D &ukjent; slutt"])
    let bytes = Array(source.utf8)
    for (word, original) in [
      ("blåbær", "bl&aring;b&#230;r"), ("<ikke>", "&lt;ikke&gt;"), ("…", "&hellip;"),
      ("a&b", "a&amp;b"), ("R&D", "R&D"), ("slutt", "slutt"),
    ] {
      let start = text.string(0).utf8Offset(of: word)
      let range = text.origin.original(start..<start + word.utf8.count)
      #expect(String(decoding: bytes[range], as: UTF8.self) == original)
    }
  }

  @Test func softHyphensStandInTheirWord() throws {
    #expect(try read("<p>av&shy;talen</p>", as: .html).texts == ["av\u{AD}talen"])
    #expect(try read("<p>av<wbr>talen</p>", as: .html).texts == ["avtalen"])
  }

  @Test func theLanguageOfMostTextIsTheHint() throws {
    let text = try read(
      "<html lang=nn-NO><body><p>Regjeringa la fram ein avtale.</p><p lang=en>Yes.</p>", as: .html)
    #expect(text.language == LanguageTag("nn-NO"))
    #expect(try read("<p>a</p>", as: .html).language == nil)
  }

  @Test func notesAreBlocksAndTheirMarksLeftOut() throws {
    let text = try read(
      """
      <p>Avtalen<sup><a role="doc-noteref" href="#f">1</a></sup> gjelder.</p>
      <section role="doc-endnotes"><ol><li><p>Se side 2.</p></li></ol></section>
      """, as: .html)
    #expect(text.lines == ["paragraph: Avtalen gjelder.", "footnote: Se side 2."])
    #expect(text.removals.map(\.kind) == [.noteMark])
  }

  @Test func quotationElementsGetTheirMarks() throws {
    #expect(try read("<p lang=nb>Han sa <q>ja</q>.</p>", as: .html).texts == ["Han sa «ja»."])
    #expect(try read("<p lang=en>He said <q>yes</q>.</p>", as: .html).texts == ["He said “yes”."])
  }

  @Test func aPageInAnOldCharsetIsReadAsIt() throws {
    var bytes = Array("<meta charset=iso-8859-1><p>bl".utf8)
    bytes += [0xE5] + Array("tt</p>".utf8)
    let text = try read(bytes, as: .html)
    #expect(text.texts == ["blått"])
    #expect(text.origin.original(text.blocks[0].range) == 28..<33)
  }

  @Test func nestingHasALimit() {
    let error = #expect(throws: InputError.self) {
      try read("a\n" + String(repeating: "<div>", count: 100_000), as: .html)
    }
    #expect(error?.message.contains("deep") == true)
    #expect(error?.position.line == 2)
  }

  @Test func attributesHaveALimit() throws {
    let many = (0..<50_000).map { "a\($0)=x" }.joined(separator: " ")
    let error = #expect(throws: InputError.self) { try read("<p \(many)>Hei</p>", as: .html) }
    #expect(error?.message.contains("attributes") == true)
    let script = "<script>if (a<b) { \(many) }</script><p title=\"\(many)\">Hei</p>"
    #expect(try read(script, as: .html).texts == ["Hei"])
  }

  @Test func entitiesOfADocumentTypeAreNothing() throws {
    let text = try read(
      """
      <!DOCTYPE html [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
      <p>før &b; &x; etter</p>
      """, as: .html)
    #expect(text.texts.last?.contains("lol") == false)
    #expect(text.texts.last?.contains("root") == false)
    #expect(text.texts.last?.hasSuffix("etter") == true)
  }
}
