import SamsvarFormats
import SamsvarModel
import Testing

/// A file of another standard that breaks one rule.
private struct RuleCase: Sendable, CustomTestStringConvertible {
  let kind: Validator.Kind
  let rule: String
  let text: String
  var testDescription: String { rule }

  init(_ kind: Validator.Kind, _ rule: String, _ text: String) {
    self.kind = kind
    self.rule = rule
    self.text = text
  }
}

private func tmx(_ body: String, header: String = "srclang=\"nb\"", version: String = "1.4")
  -> String
{
  """
  <?xml version="1.0"?>
  <tmx version="\(version)"><header creationtool="a" creationtoolversion="1" segtype="sentence" o-tmf="a"
   adminlang="en" datatype="plaintext" \(header)/><body>\(body)</body></tmx>
  """
}

private func unit(_ segment: String, _ attributes: String = "") -> String {
  "<tu \(attributes)><tuv xml:lang=\"nb\"><seg>\(segment)</seg></tuv></tu>"
}

private func old(_ unit: String, file: String = "target-language=\"en\"") -> String {
  """
  <?xml version="1.0"?>
  <xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
  <file original="a" source-language="nb" datatype="plaintext" \(file)><body>\(unit)</body></file></xliff>
  """
}

private func tbx(_ entry: String, root: String = "type=\"TBX-Basic\" style=\"dca\" xml:lang=\"nb\"")
  -> String
{
  """
  <?xml version="1.0"?>
  <tbx xmlns="urn:iso:std:iso:30042:ed-2" \(root)>
  <tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader><text><body>\(entry)</body></text></tbx>
  """
}

private let header =
  "msgid \"\"\nmsgstr \"Language: en\\nContent-Type: text/plain; charset=UTF-8\\n"
  + "Plural-Forms: nplurals=2; plural=n != 1;\\n\"\n\n"

private let cases: [RuleCase] = [
  RuleCase(.tmx, "tmx.dtd", tmx("", version: "1.4b")),
  RuleCase(.tmx, "tmx.dtd", tmx(unit("a <b>c</b>"))),
  RuleCase(
    .tmx, "tmx.dtd", tmx("<tu><tuv xml:lang=\"nb\"><seg/></tuv><prop type=\"x\">y</prop></tu>")),
  RuleCase(.tmx, "tmx.xml-lang", tmx("<tu><tuv lang=\"nb\"><seg/></tuv></tu>")),
  RuleCase(
    .tmx, "tmx.i-unique", tmx(unit("<bpt i=\"1\"/>a<ept i=\"1\"/><bpt i=\"1\"/><ept i=\"1\"/>"))),
  RuleCase(.tmx, "tmx.i-pair", tmx(unit("<bpt i=\"1\"/>a"))),
  RuleCase(.tmx, "tmx.i-pair", tmx(unit("a<ept i=\"1\"/>"))),
  RuleCase(.tmx, "tmx.tuid", tmx(unit("a", "tuid=\"a b\""))),
  RuleCase(.tmx, "tmx.tuid-unique", tmx(unit("a", "tuid=\"1\"") + unit("b", "tuid=\"1\""))),
  RuleCase(.tmx, "tmx.date", tmx(unit("a", "creationdate=\"2019-12-20\""))),
  RuleCase(.tmx, "tmx.root", "<a/>"),
  RuleCase(.tmx, "xml.well-formed", "<tmx>"),
  RuleCase(.xliff12, "xliff12.schema", old("<trans-unit><source/></trans-unit>")),
  RuleCase(.xliff12, "xliff12.schema", old("<trans-unit id=\"1\"><target/><source/></trans-unit>")),
  RuleCase(
    .xliff12, "xliff12.schema", old("<trans-unit id=\"1\"><source><b/></source></trans-unit>")),
  RuleCase(
    .xliff12, "xliff12.id-unique",
    old(String(repeating: "<trans-unit id=\"1\"><source/></trans-unit>", count: 2))),
  RuleCase(
    .xliff12, "xliff12.state",
    old("<trans-unit id=\"1\"><source/><target state=\"ok\"/></trans-unit>")),
  RuleCase(.xliff12, "xliff12.datatype", old("", file: "").replacing("plaintext", with: "docx")),
  RuleCase(.xliff12, "xliff12.language", old("", file: "target-language=\"en_GB\"")),
  RuleCase(
    .xliff12, "xliff12.target-language",
    old("<trans-unit id=\"1\"><source/><target/></trans-unit>", file: "")),
  RuleCase(
    .xliff12, "xliff12.pos",
    old("<trans-unit id=\"1\"><source><it id=\"1\" pos=\"begin\"/></source></trans-unit>")),
  RuleCase(
    .xliff12, "xliff12.mid-source",
    old(
      "<trans-unit id=\"1\"><source>a</source><seg-source><mrk mtype=\"seg\" mid=\"1\">a</mrk></seg-source>"
        + "<target><mrk mtype=\"seg\" mid=\"2\">a</mrk></target></trans-unit>")),
  RuleCase(
    .xliff12, "xliff12.mid-unique",
    old(
      "<trans-unit id=\"1\"><source>a</source><seg-source><mrk mtype=\"seg\" mid=\"1\">a</mrk>"
        + "<mrk mtype=\"seg\" mid=\"1\">b</mrk></seg-source></trans-unit>")),
  RuleCase(
    .xliff12, "xliff12.version", old("").replacing("version=\"1.2\"", with: "version=\"1.1\"")),
  RuleCase(.xliff12, "xliff12.namespace", old("").replacing("document:1.2", with: "document:1.3")),
  RuleCase(.tbx, "tbx.type", tbx(entry(), root: "style=\"dca\" xml:lang=\"nb\"")),
  RuleCase(.tbx, "tbx.style", tbx(entry(), root: "type=\"TBX-Min\" xml:lang=\"nb\"")),
  RuleCase(.tbx, "tbx.lang", tbx(entry(), root: "type=\"TBX-Min\" style=\"dca\"")),
  RuleCase(
    .tbx, "tbx.lang", tbx(entry().replacing("<langSec xml:lang=\"nb\">", with: "<langSec>"))),
  RuleCase(.tbx, "tbx.id-form", tbx(entry(id: "1"))),
  RuleCase(.tbx, "tbx.id-unique", tbx(entry() + entry())),
  RuleCase(.tbx, "tbx.id", tbx(entry().replacing(" id=\"c1\"", with: ""))),
  RuleCase(.tbx, "tbx.order", tbx(entry(after: "<note>x</note>"))),
  RuleCase(
    .tbx, "tbx.order",
    tbx(entry(term: "<descrip type=\"context\">x</descrip><termNote type=\"x\">y</termNote>"))),
  RuleCase(.tbx, "tbx.order", tbx("")),
  RuleCase(.tbx, "tbx.namespace", tbx(entry()).replacing("30042:ed-2", with: "30042:ed-1")),
  RuleCase(.tbx, "tbx.root", "<martif/>"),
  RuleCase(.po, "po.header", "msgid \"a\"\nmsgstr \"b\"\n"),
  RuleCase(.po, "po.charset", "msgid \"\"\nmsgstr \"Language: en\\n\"\n"),
  RuleCase(
    .po, "po.duplicate", header + "msgid \"a\"\nmsgstr \"b\"\n\nmsgid \"a\"\nmsgstr \"c\"\n"),
  RuleCase(.po, "po.newline", header + "msgid \"a\\n\"\nmsgstr \"b\"\n"),
  RuleCase(.po, "po.format", header + "#, c-format\nmsgid \"%s %d\"\nmsgstr \"%s\"\n"),
  RuleCase(.po, "po.msgstr", header + "msgid \"a\"\n"),
  RuleCase(.po, "po.plural", header + "msgid \"a\"\nmsgid_plural \"b\"\nmsgstr \"c\"\n"),
  RuleCase(.po, "po.plural-count", header + "msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"c\"\n"),
  RuleCase(.po, "po.syntax", header + "msgid \"a\nmsgstr \"b\"\n"),
  RuleCase(.srt, "srt.number", "a\n00:00:01,000 --> 00:00:02,000\nHei\n"),
  RuleCase(.srt, "srt.number", "2\n00:00:01,000 --> 00:00:02,000\nHei\n"),
  RuleCase(.srt, "srt.time", "1\n00:00:01 --> 00:00:02,000\nHei\n"),
  RuleCase(.srt, "srt.time-order", "1\n00:00:03,000 --> 00:00:02,000\nHei\n"),
  RuleCase(.srt, "srt.text", "1\n00:00:01,000 --> 00:00:02,000\n\n"),
  RuleCase(
    .srt, "srt.cue-order",
    "1\n00:00:05,000 --> 00:00:06,000\na\n\n2\n00:00:01,000 --> 00:00:02,000\nb\n"),
  RuleCase(.vtt, "vtt.header", "NOTE x\n\n00:01.000 --> 00:02.000\nHei\n"),
  RuleCase(.vtt, "vtt.time", "WEBVTT\n\n00:01,000 --> 00:02,000\nHei\n"),
  RuleCase(.vtt, "vtt.arrow", "WEBVTT\n\n00:01.000 --> 00:02.000\na --> b\n"),
  RuleCase(
    .vtt, "vtt.cue-order", "WEBVTT\n\n00:05.000 --> 00:06.000\na\n\n00:01.000 --> 00:02.000\nb\n"),
  RuleCase(.jsonl, "jsonl.syntax", "{\"a\":1}\n{\"a\":\n"),
  RuleCase(.jsonl, "jsonl.object", "[1]\n"),
  RuleCase(.sarif, "sarif.syntax", "x"),
  RuleCase(.sarif, "sarif.version", "{\"version\":\"2.0\",\"runs\":[]}"),
  RuleCase(.sarif, "sarif.runs", "{\"version\":\"2.1.0\"}"),
  RuleCase(.sarif, "sarif.tool", "{\"version\":\"2.1.0\",\"runs\":[{\"results\":[]}]}"),
  RuleCase(.sarif, "sarif.message", sarif("{}")),
  RuleCase(.sarif, "sarif.level", sarif("{\"message\":{\"text\":\"a\"},\"level\":\"bad\"}")),
  RuleCase(
    .sarif, "sarif.region",
    sarif(
      "{\"message\":{\"text\":\"a\"},\"locations\":[{\"physicalLocation\":{\"region\":{\"startLine\":0}}}]}"
    )),
]

private func entry(id: String = "c1", after: String = "", term: String = "") -> String {
  "<conceptEntry id=\"\(id)\"><langSec xml:lang=\"nb\"><termSec><term>avtale</term>\(term)</termSec></langSec>\(after)"
    + "</conceptEntry>"
}

private func sarif(_ result: String) -> String {
  "{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"x\"}},\"results\":[\(result)]}]}"
}

@Suite("Other standards")
struct ValidatorTests {
  private func violations(_ text: String, _ kind: Validator.Kind) throws -> [Violation] {
    try Validator.violations(Array(text.utf8), file: "t", kind: kind)
  }

  @Test(arguments: cases)
  fileprivate func isFound(_ item: RuleCase) throws {
    let found = try violations(item.text, item.kind)
    #expect(found.map(\.rule) == [item.rule], "\(found)")
  }

  @Test(arguments: [
    (
      Validator.Kind.tmx,
      tmx(unit("a<bpt i=\"1\">&lt;b></bpt>c<ept i=\"1\"/><hi type=\"x\">d</hi>", "tuid=\"1\""))
    ),
    (.tmx, tmx("", header: "srclang=\"*all*\"")),
    (
      .xliff12,
      old(
        "<group><trans-unit id=\"1\"><source>a<x id=\"1\"/></source><target state=\"x-own\">b</target><note>n</note></trans-unit></group>"
      )
    ),
    (.tbx, tbx(entry(term: "<termNote type=\"partOfSpeech\">noun</termNote><note>x</note>"))),
    (
      .po,
      header
        + "#, fuzzy\nmsgid \"a\\n\"\nmsgstr \"b\"\n\nmsgctxt \"x\"\nmsgid \"a\\n\"\nmsgstr \"b\\n\"\n"
    ),
    (.srt, "\u{FEFF}1\r\n00:00:01,000 --> 00:00:02.500\r\nHei\r\nder\r\n"),
    (.vtt, "WEBVTT - tittel\n\nNOTE a\nb\n\nid\n00:01.000 --> 01:00:02.000 align:left\n- Hei\n"),
    (.jsonl, "{\"a\":1}\r\n\n{}\n"),
    (.sarif, sarif("{\"message\":{\"text\":\"a\"},\"level\":\"note\"}")),
  ])
  func validFilesPass(kind: Validator.Kind, text: String) throws {
    #expect(try violations(text, kind) == [])
  }

  @Test func linesAreTold() throws {
    let found = try violations(tmx("\n\n" + unit("a", "creationdate=\"x\"")), .tmx)
    #expect(found.first?.line == 5)
  }

  @Test(arguments: [
    ("a.xlf", "<?xml version='1.0'?><xliff version=\"1.2\"/>", Validator.Kind.xliff12),
    ("a.xml", "<!-- c --><xliff version=\"2.1\"/>", .xliff), ("a.dat", "<tmx/>", .tmx),
    ("A.SRT", "1", .srt), ("b.sarif.json", "{}", .sarif), ("b.tbx", "<tbx/>", .tbx),
    ("b", "# x\nmsgid \"\"\n", .po),
  ])
  func kindIsTold(path: String, head: String, kind: Validator.Kind) {
    #expect(Validator.Kind(path: path, head: Array(head.utf8)) == kind)
  }
}

@Suite("XML reading")
struct XMLReaderTests {
  private func texts(_ text: String) throws -> [String] {
    try BitextFormat.tmx.units(Array(text.utf8), file: "t.tmx").map(\.source.string)
  }

  private func document(_ segment: String, doctype: String = "") -> String {
    "<?xml version=\"1.0\"?>\(doctype)<tmx version=\"1.4\"><body><tu><tuv xml:lang=\"nb\"><seg>\(segment)"
      + "</seg></tuv><tuv xml:lang=\"en\"><seg>x</seg></tuv></tu></body></tmx>"
  }

  @Test func aDoctypeIsNotLoaded() throws {
    let doctype = "<!DOCTYPE tmx SYSTEM \"http://127.0.0.1:9/tmx14.dtd\">"
    #expect(try texts(document("a &amp; b", doctype: doctype)) == ["a & b"])
  }

  @Test(arguments: [
    "<!DOCTYPE tmx [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
    "<!DOCTYPE tmx [<!ENTITY a \"lol\"><!ENTITY x \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
    "<!DOCTYPE tmx [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/x\"> %p; <!ENTITY x \"y\">]>",
  ])
  func entitiesAreRefused(doctype: String) {
    let error = #expect(throws: InputError.self) { try texts(document("a&x;b", doctype: doctype)) }
    #expect(error?.message.contains("entities") == true)
  }

  @Test func undeclaredEntitiesAreAnError() {
    #expect(throws: InputError.self) { try texts(document("a&x;b")) }
  }

  @Test func depthIsLimited() {
    let deep = String(repeating: "<hi>", count: 5000) + String(repeating: "</hi>", count: 5000)
    #expect(throws: InputError.self) { try texts(document(deep)) }
  }

  @Test func otherEncodingsAreRead() throws {
    let text = document("blåbær").replacing(
      "?>", with: " encoding=\"UTF-16\"?>", maxReplacements: 1)
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { wide += [UInt8(unit & 255), UInt8(unit >> 8)] }
    #expect(try BitextFormat.tmx.units(wide, file: "t").map(\.source.string) == ["blåbær"])
    let latin = document("bl\u{E5}b\u{E6}r")
      .replacing("?>", with: " encoding=\"ISO-8859-1\"?>", maxReplacements: 1)
    let bytes = latin.unicodeScalars.map { UInt8($0.value) }
    #expect(try BitextFormat.tmx.units(bytes, file: "t").map(\.source.string) == ["blåbær"])
  }

  @Test func writingEscapesAndIndents() {
    let xml = XMLWriter()
    xml.start("a", [("x", "1 < \"2\"\n")])
    xml.element("b", text: "c & d\r")
    xml.start("e")
    xml.end()
    xml.end()
    #expect(
      xml.finish() == """
        <?xml version="1.0" encoding="UTF-8"?>
        <a x="1 &lt; &quot;2&quot;&#10;">
          <b>c &amp; d&#13;</b>
          <e/>
        </a>

        """)
  }

  /// A SARIF report begins as JSON Lines do.
  @Test(arguments: [
    ("check.sarif", Validator.Kind.sarif), ("check.sarif.json", .sarif), ("pairs.jsonl", .jsonl),
  ])
  func theEndingComesBeforeTheContent(name: String, kind: Validator.Kind) {
    #expect(Validator.Kind(path: name, head: Array("{\n  \"version\": 1}".utf8)) == kind)
  }
}
