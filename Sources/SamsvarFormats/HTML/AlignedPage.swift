public import SamsvarModel

/// A self-contained HTML page of aligned texts in one of five layouts, or of a summary beside its
/// article.
///
/// Terms, values and names are marked in pairs, findings stand at their place with the reason.
/// Nothing is loaded from elsewhere, and the script only adds to what is there.
public struct AlignedPage: Sendable {
  var texts: [PageText]
  let beads: [MultitextBead]
  let layout: PageLayout
  let findings: [Finding]
  let phrases: Phrases
  let marks: MarkDensity
  private let coverage: SummaryCoverage?
  private let notesOfBead: [Int: [Int]]
  private let assets: PageAssets
  private let generator: String

  /// Pages of more beads mark no plain words and have no tab stop a word.
  static let mostBeadsInFull = 1500

  /// A page of a bitext.
  ///
  /// - Parameters:
  ///   - coverage: The links of a summary and what it leaves out; nil for a translation.
  ///   - layout: How a translation is laid out.
  ///   - glosses: What the words of a side say, by segments; wanted for the interlinear layout.
  ///   - phrases: The language of the page's own words.
  ///   - generator: The program and version, for the page's head.
  public init(
    _ bitext: Bitext, coverage: SummaryCoverage? = nil, annotations: [Annotation],
    findings: [Finding], layout: PageLayout = .sideBySide, glosses: [Side: [[WordGloss]]] = [:],
    assets: PageAssets, phrases: Phrases = .english, generator: String
  ) {
    let languages = (bitext.source.language, bitext.target.language)
    self.init(
      texts: [
        PageText(bitext.source, glosses: glosses[.source] ?? [], in: languages.1),
        PageText(bitext.target, glosses: glosses[.target] ?? [], in: languages.0),
      ],
      beads: bitext.alignment.beads.map {
        MultitextBead(texts: [$0.source, $0.target], confidence: $0.confidence)
      }, layout: layout, findings: findings.map { PageFinding($0, source: 0, target: 1) },
      coverage: coverage, assets: assets, phrases: phrases, generator: generator)
    for annotation in annotations { texts[annotation.side == .source ? 0 : 1].add(annotation) }
  }

  /// A page of several texts.
  ///
  /// - Parameters:
  ///   - annotations: For each text what is marked in it.
  ///   - glosses: For each text what its words say, by segments; empty for none.
  ///   - glossLanguage: The language of all glosses.
  public init(
    _ multitext: Multitext, annotations: [[Annotation]], findings: [PageFinding],
    layout: PageLayout = .sideBySide, glosses: [[[WordGloss]]] = [],
    glossLanguage: LanguageTag = .en, assets: PageAssets, phrases: Phrases = .english,
    generator: String
  ) {
    self.init(
      texts: multitext.documents.enumerated().map { index, document in
        PageText(
          document, glosses: glosses.indices.contains(index) ? glosses[index] : [],
          in: glossLanguage)
      }, beads: multitext.alignment.beads, layout: layout, findings: findings, coverage: nil,
      assets: assets, phrases: phrases, generator: generator)
    for (text, annotations) in annotations.enumerated() {
      for annotation in annotations { texts[text].add(annotation) }
    }
  }

  private init(
    texts: [PageText], beads: [MultitextBead], layout: PageLayout, findings: [PageFinding],
    coverage: SummaryCoverage?, assets: PageAssets, phrases: Phrases, generator: String
  ) {
    self.texts = texts
    self.beads = beads
    self.layout = layout
    self.findings = findings.map { $0.finding.said(phrases) }
    self.coverage = coverage
    self.assets = assets
    self.phrases = phrases
    self.generator = generator
    marks =
      coverage != nil ? .withoutFocus : beads.count > Self.mostBeadsInFull ? .few : .all
    notesOfBead = Dictionary(grouping: findings.indices) { findings[$0].finding.bead }
    for (note, found) in findings.enumerated() {
      let severity = found.finding.severity
      if let span = found.finding.source {
        self.texts[found.source].add(span, note: note, severity: severity)
      }
      if let span = found.finding.target {
        self.texts[found.target].add(span, note: note, severity: severity)
      }
    }
  }

  /// The page.
  ///
  /// - Complexity: O(n)
  public func html() -> String {
    let title = texts.map(\.name).joined(separator: " – ")
    let layoutMark = coverage == nil ? " data-layout=\"\(layout.rawValue)\"" : ""
    return """
      <!DOCTYPE html>
      <html lang="\(phrases.language)"\(layoutMark)>
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="generator" content="\(HTMLText.attribute(generator))">
      <title>\(HTMLText.content(title))</title>
      <style>
      \(assets.style)</style>
      </head>
      <body class="\(coverage == nil ? "translation" : "summary") texts-\(texts.count)">
      <a class="skip" href="#text">\(phrases("Skip to the text"))</a>
      \(header(isSummary: coverage != nil))
      <main id="text" tabindex="-1"\(coverage == nil ? words : "")>
      \(coverage.map(summary) ?? translation())
      </main>
      <footer>\(phrases("Made with {1}.", HTMLText.content(generator)))</footer>
      <script>
      \(assets.script)</script>
      </body>
      </html>

      """
  }

  private func translation() -> String { layout == .facing ? spreads() : table() }

  /// What the script has to say when it changes the layout.
  private var words: String {
    let said = [
      ("data-bead", "Bead"), ("data-added", texts.count > 2 ? "no counterpart" : "added"),
      ("data-left-out", texts.count > 2 ? "no counterpart" : "left out"),
    ]
    return said.map { " \($0)=\"\(HTMLText.attribute(phrases($1)))\"" }.joined()
  }

  // MARK: - Notes

  /// The numbers of the notes on a bead.
  func notes(ofBead bead: Int) -> [Int] { notesOfBead[bead] ?? [] }

  /// Notes as a list; empty for none.
  func notes(_ numbers: [Int], bead: (Int) -> Int? = { _ in nil }) -> String {
    guard !numbers.isEmpty else { return "" }
    let items = numbers.map { number in
      let finding = findings[number]
      let owner = bead(number).map { $0 + 1 }
      let link = owner.map { "<a class=\"of\" href=\"#b\($0)\">\($0)</a>" } ?? ""
      let data = owner.map { " data-bead=\"\($0)\"" } ?? ""
      return """
        <li class="\(finding.severity.rawValue)" id="note\(number)"\(data)>\(link)<strong>\
        \(HTMLText.content(phrases(finding.category.rawValue)))</strong> \
        \(HTMLText.content(finding.message))<span class="reason">\
        \(HTMLText.content(finding.reason))</span></li>
        """
    }
    return "<ul class=\"notes\" lang=\"\(phrases.language)\">\(items.joined())</ul>"
  }
}

/// A finding and the texts it speaks of.
public struct PageFinding: Sendable {
  /// The finding; its bead counts over all texts.
  public var finding: Finding
  /// The text of its source span, as an index.
  public var source: Int
  /// The text of its target span, as an index.
  public var target: Int

  /// A finding between two of the texts.
  public init(_ finding: Finding, source: Int, target: Int) {
    self.finding = finding
    self.source = source
    self.target = target
  }
}
