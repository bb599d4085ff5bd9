public import SamsvarModel

/// A self-contained HTML page: source and target side by side, or a summary beside its article.
///
/// Terms, values and names are marked in pairs, findings stand at their place with the reason.
/// Nothing is loaded from elsewhere.
public struct BitextPage: Sendable {
  private let bitext: Bitext
  private let links: [SummaryLink]?
  private let annotations: [Annotation]
  private let findings: [Finding]
  private let assets: PageAssets
  private let generator: String

  /// A page of a bitext.
  ///
  /// - Parameters:
  ///   - links: The links of a summary; nil for a translation.
  ///   - generator: The program and version, for the page's head.
  public init(
    _ bitext: Bitext, links: [SummaryLink]? = nil, annotations: [Annotation],
    findings: [Finding], assets: PageAssets, generator: String
  ) {
    self.bitext = bitext
    self.links = links
    self.annotations = annotations
    self.findings = findings
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
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="generator" content="\(HTMLText.attribute(generator))">
      <title>\(HTMLText.content(title))</title>
      <style>
      \(assets.style)</style>
      </head>
      <body class="\(links == nil ? "translation" : "summary")">
      \(header(title))
      <main>
      \(links.map(summary) ?? table())
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
    """
    <header>
    <h1>\(HTMLText.content(name(bitext.source))) <span class="with">and</span> \
    \(HTMLText.content(name(bitext.target)))</h1>
    <p class="facts">\(facts)</p>
    <p class="legend"><span class="pair term">term</span> <span class="pair value">number or \
    date</span> <span class="pair name">name</span> <span class="finding error">finding</span> \
    <span class="hint">Hover or tab to a mark to see its counterpart.</span></p>
    </header>
    """
  }

  private var facts: String {
    let source = count(bitext.source.segments.count, "source segment")
    let target = count(
      bitext.target.segments.count, links == nil ? "target segment" : "summary sentence")
    let found = findings.isEmpty ? "no findings" : count(findings.count, "finding")
    return "\(source) · \(target) · \(found)"
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  private var footer: String { "<footer>Made with \(HTMLText.content(generator)).</footer>" }

  // MARK: - Translation

  private func table() -> String {
    let rows = bitext.alignment.beads.indices.map(row).joined(separator: "\n")
    return """
      <table class="beads">
      <thead><tr><th scope="col" class="number"><span class="unseen">Bead</span></th>\
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
      return "<p class=\"none\" lang=\"en\">\(side == .source ? "added" : "left out")</p>"
    }
    return segments.map { "<p class=\"is-\(kind(side, $0))\">\(markup(side, $0, mine))</p>" }
      .joined()
  }

  private func kind(_ side: Side, _ segment: Int) -> String {
    (side == .source ? bitext.source : bitext.target).segments[segment].kind.rawValue
  }

  private func markup(_ side: Side, _ segment: Int, _ mine: [Int]) -> String {
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
      findings: places
    ).html()
  }

  private func notes(_ mine: [Int]) -> String {
    guard !mine.isEmpty else { return "" }
    let items = mine.map { number in
      let finding = findings[number]
      return """
        <li class="\(finding.severity.rawValue)" id="note\(number)"><strong>\
        \(HTMLText.content(finding.category.rawValue))</strong> \
        \(HTMLText.content(finding.message))<span class="reason">\
        \(HTMLText.content(finding.reason))</span></li>
        """
    }
    return "<ul class=\"notes\" lang=\"en\">\(items.joined())</ul>"
  }

  private func languageName(_ document: Document) -> String {
    switch document.language.language {
    case "nb": "Norsk bokmål"
    case "nn": "Norsk nynorsk"
    case "en": "English"
    default: document.language.description
    }
  }

  // MARK: - Summary

  private func summary(_ links: [SummaryLink]) -> String {
    """
    <div class="columns">
    <section class="article" lang="\(bitext.source.language)">
    <h2 lang="en">Article</h2>
    \(bitext.source.blocks.map { articleBlock($0, links) }.joined(separator: "\n"))
    </section>
    <section class="digest" lang="\(bitext.target.language)">
    <h2>Summary</h2>
    <ol>
    \(links.map(sentence).joined(separator: "\n"))
    </ol>
    </section>
    </div>
    """
  }

  private func articleBlock(_ block: Block, _ links: [SummaryLink]) -> String {
    let spans = block.segments.map { segment in
      let users = links.filter { $0.sources.contains(segment) }.map { String($0.summary) }
      let unused = users.isEmpty ? " unused" : ""
      return """
        <span class="segment is-\(kind(.source, segment))\(unused)" id="a\(segment)" \
        data-summary="\(users.joined(separator: " "))">\
        \(markup(.source, segment, Array(findings.indices)))</span>
        """
    }
    return "<p class=\"is-\(block.kind.rawValue)\">\(spans.joined(separator: " "))</p>"
  }

  private func sentence(_ link: SummaryLink) -> String {
    let mine = findings.indices.filter { findings[$0].bead == link.summary }
    let sources = link.sources.map(String.init).joined(separator: " ")
    let anchors = link.sources.map { "<a href=\"#a\($0)\">\($0 + 1)</a>" }.joined(separator: ", ")
    let support =
      link.sources.isEmpty
      ? "no source sentence found" : "rests on source \(anchors)"
    return """
      <li class="claim" tabindex="0" data-sources="\(sources)" \
      data-sentence="\(link.summary)"><p>\(markup(.target, link.summary, mine))</p>\
      <p class="support" lang="en">\(support)</p>\(notes(mine))</li>
      """
  }
}
