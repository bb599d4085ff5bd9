import SamsvarFormats
import SamsvarModel
import SamsvarTestSupport
import Testing

@Suite("Structure of pages")
struct PageStructureTests {
  private func document(_ language: LanguageTag, _ blocks: [(BlockKind, [String])]) -> Document {
    var result = Document(name: "t/\(language).md", language: language, text: [])
    for (kind, texts) in blocks {
      let first = result.segments.count
      for text in texts {
        let start = result.text.count
        result.text += Array(text.utf8)
        result.segments.append(
          Segment(
            range: start..<result.text.count,
            kind: SegmentKind(rawValue: kind.rawValue) ?? .sentence))
        result.text.append(0x20)
      }
      result.blocks.append(Block(kind: kind, segments: first..<result.segments.count))
    }
    return result
  }

  private var nb: Document {
    document(
      .nb,
      [
        (.heading, ["Ny avtale & fred"]), (.paragraph, ["Én <b>.", "To «tre»."]),
        (.paragraph, ["Alene."]),
      ])
  }
  private var nn: Document {
    document(
      .nn, [(.heading, ["Ny avtale"]), (.paragraph, ["Ein.", "To."]), (.paragraph, ["Åleine."])])
  }
  private var en: Document {
    document(.en, [(.heading, ["New agreement"]), (.paragraph, ["One two three.", "Added."])])
  }

  private let finding = Finding(
    rule: "number.mismatch", category: .number, severity: .error,
    source: FindingSpan(segment: 2, range: 0..<2, text: "To"), message: "\"a\" & b",
    reason: "because", bead: 1)

  private func bitextPage(_ layout: PageLayout, phrases: Phrases = .english) throws -> String {
    AlignedPage(
      Bitext(
        source: nb, target: en,
        alignment: Alignment(beads: [
          Bead(source: 0..<1, target: 0..<1), Bead(source: 1..<3, target: 1..<2),
          Bead(source: 3..<3, target: 2..<3), Bead(source: 3..<4, target: 3..<3),
        ])),
      annotations: [
        Annotation(side: .source, segment: 0, range: 3..<9, kind: .term, pair: 0, label: "deal"),
        Annotation(side: .target, segment: 0, range: 4..<13, kind: .term, pair: 0, label: "deal"),
      ], findings: [finding], layout: layout,
      glosses: layout == .interlinear
        ? [
          .source: [
            [
              WordGloss(range: 0..<2, text: "new", origin: .word),
              WordGloss(range: 3..<9, text: "agreement", origin: .term),
            ], [WordGloss(range: 0..<3, text: "one", origin: .value)], [], [],
          ]
        ] : [:], assets: try assets(), phrases: phrases, generator: "test"
    ).html()
  }

  private func assets() throws -> PageAssets {
    try PageAssets(directory: Paths.file("Sources/SamsvarFormats/Pages"))
  }

  private func multitextPage(_ layout: PageLayout) throws -> String {
    AlignedPage(
      Multitext(
        documents: [nb, nn, en],
        alignment: MultitextAlignment(beads: [
          MultitextBead(texts: [0..<1, 0..<1, 0..<1]), MultitextBead(texts: [1..<3, 1..<3, 1..<2]),
          MultitextBead(texts: [3..<3, 3..<3, 2..<3]), MultitextBead(texts: [3..<4, 3..<4, 3..<3]),
        ]), pivot: 0), annotations: [[], [], []],
      findings: [PageFinding(finding, source: 0, target: 2)], layout: layout,
      assets: try assets(), generator: "test"
    ).html()
  }

  private func segments(_ outline: HTMLOutline, _ language: String) -> String {
    outline.texts.filter {
      $0.classes.contains("segment") && !$0.classes.contains("glossed") && !$0.path.contains("rt")
        && $0.language == language
    }.map(\.text).joined()
  }

  @Test(arguments: PageLayout.allCases)
  func everyLayoutIsWellMade(layout: PageLayout) throws {
    for page in [try bitextPage(layout), try multitextPage(layout)] {
      let outline = HTMLOutline(page)
      #expect(outline.mistakes.isEmpty)
      let ids = outline.elements.compactMap { $0.attributes["id"] }
      #expect(ids.count == Set(ids).count, "ids stand twice")
      for element in outline.elements {
        if let link = element.attributes["href"] {
          #expect(link.hasPrefix("#") && ids.contains(String(link.dropFirst())), "\(link)")
        }
        if let note = element.attributes["aria-describedby"] { #expect(ids.contains(note)) }
      }
      #expect(outline.elements.filter { $0.name == "h1" }.count == 1)
      #expect(outline.elements.contains { $0.name == "main" && $0.attributes["id"] == "text" })
      #expect(outline.elements.first { $0.name == "a" }?.attributes["class"] == "skip")
    }
  }

  @Test(arguments: PageLayout.allCases)
  func everyTextStandsOnceInItsLanguage(layout: PageLayout) throws {
    let two = HTMLOutline(try bitextPage(layout))
    #expect(segments(two, "nb") == "Ny avtale & fredÉn <b>.To «tre».Alene.")
    #expect(segments(two, "en") == "New agreementOne two three.Added.")
    let three = HTMLOutline(try multitextPage(layout))
    #expect(segments(three, "nb") == "Ny avtale & fredÉn <b>.To «tre».Alene.")
    #expect(segments(three, "nn") == "Ny avtaleEin.To.Åleine.")
    #expect(segments(three, "en") == "New agreementOne two three.Added.")
  }

  /// What the page itself says is in its own language, inside the texts of others too.
  @Test(arguments: PageLayout.allCases)
  func wordsOfThePageAreInItsLanguage(layout: PageLayout) throws {
    let outline = HTMLOutline(try bitextPage(layout, phrases: try Phrases.installed(.nn)))
    #expect(outline.elements.first?.attributes["lang"] == "nn")
    for text in outline.texts where text.classes.contains("notes") || text.classes.contains("none")
    {
      #expect(text.language == "nn", "\(text.text)")
    }
  }

  @Test func headingsOfTheTextsAreHeadings() throws {
    for layout in PageLayout.allCases {
      let headings = HTMLOutline(try bitextPage(layout)).elements.filter {
        $0.attributes["role"] == "heading"
      }
      #expect(headings.map(\.language) == ["nb", "en"])
      #expect(headings.allSatisfy { $0.attributes["aria-level"] == "2" })
    }
  }

  @Test func tablesHaveRolesAndHeaders() throws {
    for layout in PageLayout.allCases where layout != .facing {
      let elements = HTMLOutline(try bitextPage(layout)).elements
      let roles = [
        "table": "table", "tr": "row", "td": "cell", "thead": "rowgroup", "tbody": "rowgroup",
      ]
      for (name, role) in roles {
        let found = elements.filter { $0.name == name }
        #expect(!found.isEmpty && found.allSatisfy { $0.attributes["role"] == role })
      }
      let heads = elements.filter { $0.name == "th" }
      #expect(heads.allSatisfy { ["col", "row"].contains($0.attributes["scope"] ?? "") })
    }
  }

  @Test func onTapTranslationsAreClosed() throws {
    let elements = HTMLOutline(try bitextPage(.tap)).elements
    let details = elements.filter { $0.name == "details" }
    #expect(details.count == 3 && details.allSatisfy { $0.attributes["open"] == nil })
    #expect(elements.filter { $0.name == "summary" }.count == 3)
  }

  @Test func glossesStandUnderTheirWordsAndInALineOfTheirOwn() throws {
    let outline = HTMLOutline(try bitextPage(.interlinear))
    let glosses = outline.elements.filter { $0.name == "rt" }
    #expect(glosses.allSatisfy { $0.attributes["aria-hidden"] == "true" && $0.language == "en" })
    #expect(
      outline.texts.filter { $0.path.contains("rt") }.map(\.text) == ["new", "agreement", "one"])
    let lines = outline.texts.filter { $0.classes.contains("glossed") && $0.language == "en" }
    #expect(lines.map(\.text).contains(": new agreement."))
  }

  @Test func facingPagesHoldPageAfterPage() throws {
    let long = (0..<40).map { "Avsnitt \($0) " + String(repeating: "ord ", count: 60) }
    let source = document(.nb, long.map { (.paragraph, [$0]) })
    let target = document(.en, long.map { (.paragraph, [$0]) })
    let page = AlignedPage(
      Bitext(
        source: source, target: target,
        alignment: Alignment(
          beads: long.indices.map { Bead(source: $0..<$0 + 1, target: $0..<$0 + 1) })),
      annotations: [], findings: [], layout: .facing, assets: try assets(), generator: "test"
    ).html()
    let outline = HTMLOutline(page)
    let spreads = outline.elements.filter { $0.attributes["class"] == "spread" }
    let pages = outline.elements.filter { $0.attributes["class"] == "page" }
    #expect(spreads.count > 3 && pages.count == 2 * spreads.count)
    #expect(pages.map(\.language) == spreads.flatMap { _ in ["nb", "en"] })
    let folios = outline.texts.filter { $0.classes.contains("folio") }.map(\.text)
    #expect(folios == pages.indices.map { String($0 + 2) })
  }

  /// A page of a book marks no plain words and has no tab stop in its text.
  @Test func longPagesAreLight() throws {
    let lines = (0..<1600).map { "Setning \($0)." }
    let marks = lines.indices.flatMap { line in
      [AnnotationKind.word, .value].map {
        Annotation(side: .source, segment: line, range: 0..<7, kind: $0, pair: line, label: "")
      }
    }
    let text = document(.nb, lines.map { (.paragraph, [$0]) })
    let page = AlignedPage(
      Bitext(
        source: text, target: text,
        alignment: Alignment(
          beads: lines.indices.map { Bead(source: $0..<$0 + 1, target: $0..<$0 + 1) })),
      annotations: marks, findings: [], assets: try assets(), generator: "test"
    ).html()
    #expect(!page.contains("class=\"pair word\"") && page.contains("class=\"pair value\""))
    #expect(!page.contains("tabindex=\"0\""))
  }

  @Test(arguments: PageLayout.allCases)
  func snapshots(layout: PageLayout) throws {
    // The body alone: style and script are files of their own.
    func body(_ page: String) -> String {
      let start = page.firstRange(of: "<body")?.lowerBound ?? page.startIndex
      let end = page.firstRange(of: "<script>")?.lowerBound ?? page.endIndex
      return String(page[start..<end])
    }
    Snapshot.assert(body(try bitextPage(layout)), named: "two-\(layout.rawValue).html")
    Snapshot.assert(body(try multitextPage(layout)), named: "three-\(layout.rawValue).html")
  }
}
