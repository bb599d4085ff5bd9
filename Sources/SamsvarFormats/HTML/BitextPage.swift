public import SamsvarModel

/// A self-contained HTML page: source and target side by side, or a summary beside its article.
///
/// Terms, values and names are marked in pairs, findings stand at their place with the reason.
/// Nothing is loaded from elsewhere.
public struct BitextPage: Sendable {
  let bitext: Bitext
  private let coverage: SummaryCoverage?
  private let annotations: [Annotation]
  let findings: [Finding]
  private let assets: PageAssets
  let phrases: Phrases
  private let generator: String

  /// A page of a bitext.
  ///
  /// - Parameters:
  ///   - coverage: The links of a summary and what it leaves out; nil for a translation.
  ///   - phrases: The language of the page's own words.
  ///   - generator: The program and version, for the page's head.
  public init(
    _ bitext: Bitext, coverage: SummaryCoverage? = nil, annotations: [Annotation],
    findings: [Finding], assets: PageAssets, phrases: Phrases = .english, generator: String
  ) {
    self.bitext = bitext
    self.coverage = coverage
    self.annotations = annotations
    self.findings = findings.map { $0.said(phrases) }
    self.phrases = phrases
    self.assets = assets
    self.generator = generator
  }

  /// The page.
  ///
  /// - Complexity: O(n)
  public func html() -> String {
    let title = "\(name(bitext.source)) – \(name(bitext.target))"
    return """
      <!DOCTYPE html>
      <html lang="\(phrases.language)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="generator" content="\(HTMLText.attribute(generator))">
      <title>\(HTMLText.content(title))</title>
      <style>
      \(assets.style)</style>
      </head>
      <body class="\(coverage == nil ? "translation" : "summary")">
      \(header(title))
      <main>
      \(coverage.map(summary) ?? table())
      </main>
      \(footer)
      <script>
      \(assets.script)</script>
      </body>
      </html>

      """
  }

  private func name(_ document: Document) -> String {
    document.name.split(separator: "/").last.map(String.init) ?? document.name
  }

  // MARK: - Head and foot

  private func header(_ title: String) -> String {
    let hint =
      coverage == nil
      ? "Hover or tab to a mark to see its counterpart."
      : "Hover or tab to a summary sentence to see what it rests on."
    return """
      <header>
      <h1>\(HTMLText.content(name(bitext.source))) <span class="with">\(phrases("and"))</span> \
      \(HTMLText.content(name(bitext.target)))</h1>
      <p class="facts">\(facts)</p>
      <p class="legend"><span class="pair term">\(phrases("term"))</span> <span class="pair value">\
      \(phrases("number or date"))</span> <span class="pair name">\(phrases("name"))</span> \
      <span class="finding error">\(phrases("finding"))</span> \
      <span class="hint">\(phrases(hint))</span></p>
      \(dimmer)</header>
      """
  }

  /// The button that dims what the summary leaves out; shown where the script runs.
  private var dimmer: String {
    guard coverage != nil else { return "" }
    return """
      <p><button type="button" id="dim" aria-pressed="false" aria-keyshortcuts="d" hidden>\
      \(phrases("Dim what the summary leaves out")) <kbd>d</kbd></button></p>

      """
  }

  private var facts: String {
    let source = phrases.count(bitext.source.segments.count, "source segment")
    let target = phrases.count(
      bitext.target.segments.count, coverage == nil ? "target segment" : "summary sentence")
    let found =
      findings.isEmpty ? phrases("no findings") : phrases.count(findings.count, "finding")
    return "\(source) · \(target) · \(found)"
  }

  private var footer: String {
    "<footer>\(phrases("Made with {1}.", HTMLText.content(generator)))</footer>"
  }

  // MARK: - Translation

  private func table() -> String {
    let rows = bitext.alignment.beads.indices.map(row).joined(separator: "\n")
    return """
      <table class="beads">
      <thead><tr><th scope="col" class="number"><span class="unseen">\(phrases("Bead"))</span></th>\
      <th scope="col">\(languageName(bitext.source))</th>\
      <th scope="col">\(languageName(bitext.target))</th></tr></thead>
      <tbody>
      \(rows)
      </tbody>
      </table>
      """
  }

  private func row(_ index: Int) -> String {
    let bead = bitext.alignment.beads[index]
    let mine = findings.indices.filter { findings[$0].bead == index }
    let kinds = (bead.source.isEmpty || bead.target.isEmpty) ? " alone" : ""
    let heading =
      bead.source.contains { bitext.source.segments[$0].kind == .heading } ? " heading" : ""
    return """
      <tr class="bead\(kinds)\(heading)" id="b\(index + 1)">\
      <th scope="row" class="number"><a href="#b\(index + 1)">\(index + 1)</a>\(badge(bead))</th>\
      <td lang="\(bitext.source.language)">\(cell(.source, bead.source, mine))</td>\
      <td lang="\(bitext.target.language)">\(cell(.target, bead.target, mine))\(notes(mine))</td></tr>
      """
  }

  private func badge(_ bead: Bead) -> String {
    guard bead.kind != .substitution else { return "" }
    return "<span class=\"kind\" title=\"\(bead.kind.rawValue)\">"
      + "\(bead.source.count)–\(bead.target.count)</span>"
  }

  private func cell(_ side: Side, _ segments: Range<Int>, _ mine: [Int]) -> String {
    guard !segments.isEmpty else {
      return "<p class=\"none\" lang=\"\(phrases.language)\">"
        + "\(phrases(side == .source ? "added" : "left out"))</p>"
    }
    return segments.map { "<p class=\"is-\(kind(side, $0))\">\(markup(side, $0, mine))</p>" }
      .joined()
  }

  func kind(_ side: Side, _ segment: Int) -> String {
    (side == .source ? bitext.source : bitext.target).segments[segment].kind.rawValue
  }

  func markup(_ side: Side, _ segment: Int, _ mine: [Int]) -> String {
    let document = side == .source ? bitext.source : bitext.target
    let range = document.segments[segment].range
    let places = mine.compactMap { number -> (note: Int, severity: Severity, range: Range<Int>)? in
      let span = side == .source ? findings[number].source : findings[number].target
      guard let span, span.segment == segment else { return nil }
      return (number, findings[number].severity, span.range)
    }
    return SegmentMarkup(
      text: Array(document.text[range]),
      annotations: annotations.filter { $0.side == side && $0.segment == segment },
      findings: places, hasFocus: coverage == nil
    ).html()
  }

  func notes(_ mine: [Int]) -> String {
    guard !mine.isEmpty else { return "" }
    let items = mine.map { number in
      let finding = findings[number]
      return """
        <li class="\(finding.severity.rawValue)" id="note\(number)"><strong>\
        \(HTMLText.content(phrases(finding.category.rawValue)))</strong> \
        \(HTMLText.content(finding.message))<span class="reason">\
        \(HTMLText.content(finding.reason))</span></li>
        """
    }
    return "<ul class=\"notes\" lang=\"\(phrases.language)\">\(items.joined())</ul>"
  }

  private func languageName(_ document: Document) -> String {
    switch document.language.language {
    case "nb": "Norsk bokmål"
    case "nn": "Norsk nynorsk"
    case "en": "English"
    default: document.language.description
    }
  }
}
