import Foundation
import SamsvarFormats
import SamsvarModel
import SamsvarTestSupport
import Testing

@Suite("Termbase tables")
struct TermbaseTableTests {
  private func read(_ text: String) throws -> Termbase {
    try TermbaseTableReader.read(Array(text.utf8), file: "t.csv")
  }

  @Test(arguments: [",", ";", "\t"])
  func delimiterIsFound(delimiter: String) throws {
    let text = "id,nb,en,en_forbidden\ngov,regjering,government,regime\n"
      .replacingOccurrences(of: ",", with: delimiter)
    let concept = try #require(try read(text).concepts.first)
    #expect(concept.id == "gov")
    #expect(concept.terms(in: .en).map(\.status) == [.preferred, .forbidden])
  }

  @Test func severalTermsInACellQuotesAndLineBreaks() throws {
    let text =
      "\u{FEFF}nb,en,note\r\n\"våpenhvile; våpenstillstand\",ceasefire,\"a \"\"long\"\"\r\nnote\"\r\n"
    let concept = try #require(try read(text).concepts.first)
    #expect(concept.terms(in: .nb).map(\.term) == ["våpenhvile", "våpenstillstand"])
    #expect(concept.note == "a \"long\"\r\nnote")
  }

  @Test(arguments: [
    ("", "is empty"), ("a,b\n", "names no language"), ("id,nb\n1,a\n1,b\n", "used twice"),
    ("nb,en\n\"a,b\n", "never closed"), ("nb,en\na,b,c\n", "3 cells"),
    ("nb_best,en\n", "unknown column"),
  ])
  func mistakesAreNamed(text: String, part: String) {
    let error = #expect(throws: InputError.self) { try read(text) }
    #expect(error?.message.contains(part) == true)
  }
}

@Suite("Beads")
struct BeadsFormatTests {
  @Test func writesAndReads() throws {
    let alignment = Alignment(beads: [
      Bead(source: 0..<2, target: 0..<1, confidence: 0.93), Bead(source: 2..<2, target: 1..<2),
    ])
    let text = BeadsFormat.write(alignment)
    #expect(text == "0,1\t0\t0.930\n\t1\t1.000\n")
    let rows = try BeadsFormat.read(text, file: "b.tsv")
    #expect(rows.map(\.source) == [[0, 1], []])
    #expect(rows.map(\.target) == [[0], [1]])
  }

  @Test func whatIsNoBeadIsNamedByLine() {
    let error = #expect(throws: InputError.self) { try BeadsFormat.read("0\t0\nx\ty\n", file: "b") }
    #expect(error?.position.line == 2)
  }
}

/// A bitext of three beads with everything that needs escaping.
private func bitext() -> Bitext {
  func document(_ lines: [String], _ language: LanguageTag) -> Document {
    var text: [UInt8] = []
    var segments: [Segment] = []
    for line in lines {
      let start = text.count
      text += Array(line.utf8)
      segments.append(Segment(range: start..<text.count))
      text.append(0x0A)
    }
    return Document(name: "a & b.txt", language: language, text: text, segments: segments)
  }
  return Bitext(
    source: document(["A < B & «C»", "\u{B}Tab\there", "Alene"], .nb),
    target: document(["A < B & “C”", "Tab here"], .en),
    alignment: Alignment(beads: [
      Bead(source: 0..<1, target: 0..<1), Bead(source: 1..<2, target: 1..<2),
      Bead(source: 2..<3, target: 2..<2),
    ]))
}

@Suite("TMX")
struct TMXTests {
  @Test func readsWhatItWrites() throws {
    let text = TMXWriter.write(bitext(), tool: ("samsvar", "1"))
    let records = try TMXReader.read(Array(text.utf8), file: "t.tmx", source: nil, target: nil)
    #expect(records.map(\.source) == ["A < B & «C»", "\u{FFFD}Tab\there"])
    #expect(records.map(\.target) == ["A < B & “C”", "Tab here"])
    #expect(records[0].sourceLanguage == "nb" && records[0].targetLanguage == "en")
  }

  @Test func hasTheHeaderTheStandardWants() {
    let text = TMXWriter.write(bitext(), tool: ("samsvar", "1"), date: "20191220T120000Z")
    for part in [
      "<tmx version=\"1.4\">", "segtype=\"sentence\"", "srclang=\"nb\"", "datatype=\"plaintext\"",
      "creationdate=\"20191220T120000Z\"", "xml:lang=\"en\"",
    ] { #expect(text.contains(part)) }
  }

  @Test func brokenXMLIsNamedByLine() {
    let error = #expect(throws: InputError.self) {
      try TMXReader.read(
        Array("<tmx>\n<body>\n<tu></body>".utf8), file: "t", source: nil, target: nil)
    }
    #expect(error?.position.line == 3)
  }

  @Test func externalEntitiesAreNotLoaded() throws {
    let text = """
      <?xml version="1.0"?><!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]>
      <tmx version="1.4"><body><tu><tuv xml:lang="nb"><seg>a&x;b</seg></tuv>
      <tuv xml:lang="en"><seg>c</seg></tuv></tu></body></tmx>
      """
    let records = try TMXReader.read(Array(text.utf8), file: "t", source: nil, target: nil)
    #expect(records.first?.source.contains("root") == false)
  }
}

@Suite("Pages")
struct PageTests {
  private func page(_ findings: [Finding] = []) throws -> String {
    let assets = try PageAssets(directory: Paths.file("Sources/SamsvarFormats/Pages"))
    return AlignedPage(
      bitext(),
      annotations: [
        Annotation(side: .source, segment: 0, range: 0..<1, kind: .name, pair: 0, label: "x\"y"),
        Annotation(side: .target, segment: 0, range: 0..<1, kind: .name, pair: 0, label: ""),
      ], findings: findings, assets: assets, generator: "test"
    ).html()
  }

  @Test func textIsEscaped() throws {
    let html = try page()
    #expect(html.contains("&lt; B &amp; «C»"))
    #expect(html.contains("a &amp; b.txt"))
    #expect(html.contains("title=\"x&quot;y\""))
    #expect(!html.contains("\u{B}"))
  }

  @Test func eachTextSaysItsLanguage() throws {
    let html = try page()
    #expect(
      html.contains("<td role=\"cell\" lang=\"nb\">")
        && html.contains("<td role=\"cell\" lang=\"en\">"))
  }

  @Test func nothingIsLoadedFromElsewhere() throws {
    let html = try page()
    for part in ["http:", "https:", "src=", "@import", "url("] { #expect(!html.contains(part)) }
  }

  @Test func findingsStandAtTheirPlaceWithTheReason() throws {
    let finding = Finding(
      rule: "r", category: .number, severity: .error,
      target: FindingSpan(segment: 1, range: 0..<3, text: "Tab"), message: "wrong <b>",
      reason: "because", bead: 1)
    let html = try page([finding])
    #expect(html.contains("aria-describedby=\"note0\">Tab</span>"))
    #expect(html.contains("wrong &lt;b&gt;") && html.contains("because"))
  }
}

@Suite("JSON Lines")
struct JSONLinesTests {
  @Test func unknownMembersAreIgnoredAndErrorsNamed() throws {
    let good = Array("{\"source\":\"a\",\"target\":\"b\",\"x\":1}\r\n\n".utf8)
    #expect(try JSONLines.read(BeadRecord.self, from: good, file: "j").count == 1)
    let bad = Array("{\"source\":\"a\",\"target\":\"b\"}\n{\"source\":1}\n".utf8)
    let error = #expect(throws: InputError.self) {
      try JSONLines.read(BeadRecord.self, from: bad, file: "j")
    }
    #expect(error?.position.line == 2)
  }
}
