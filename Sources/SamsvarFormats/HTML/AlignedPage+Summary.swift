import SamsvarModel

extension AlignedPage {
  private var article: Document { texts[0].document }

  /// The article, the summary beside it, and what the summary leaves out.
  func summary(_ coverage: SummaryCoverage) -> String {
    """
    <div class="columns">
    <section class="article" lang="\(article.language)">
    <h2 lang="\(phrases.language)">\(phrases("Article"))</h2>
    \(article.blocks.map { articleBlock($0, coverage) }.joined(separator: "\n"))
    </section>
    <section class="digest" lang="\(texts[1].document.language)">
    <h2 lang="\(phrases.language)">\(phrases("Summary"))</h2>
    <ol>
    \(coverage.links.map(sentence).joined(separator: "\n"))
    </ol>
    </section>
    </div>
    \(leftOut(coverage))
    """
  }

  private func articleBlock(_ block: Block, _ coverage: SummaryCoverage) -> String {
    let spans = block.segments.map { segment in
      let users = coverage.users(of: segment).map(String.init)
      return """
        <span class="segment of-\(texts[0].kind(segment).rawValue)\(users.isEmpty ? " unused" : "")" \
        id="a\(segment)" data-summary="\(users.joined(separator: " "))">\
        \(texts[0].markup(segment, marks: marks))</span>
        """
    }
    let tag = block.kind == .heading ? "h3" : "p"
    return "<\(tag) class=\"is-\(block.kind.rawValue)\">\(spans.joined(separator: " "))</\(tag)>"
  }

  private func sentence(_ link: SummaryLink) -> String {
    let sources = link.sources.map(String.init).joined(separator: " ")
    return """
      <li class="claim" tabindex="0" data-sources="\(sources)" \
      data-sentence="\(link.summary)"><p>\(texts[1].markup(link.summary, marks: marks))</p>\
      <p class="support" lang="\(phrases.language)">\(support(link))</p>\
      \(notes(notes(ofBead: link.summary)))</li>
      """
  }

  private func support(_ link: SummaryLink) -> String {
    guard !link.sources.isEmpty else { return phrases("no source sentence found") }
    let anchors = link.sources.map { "<a href=\"#a\($0)\">\($0 + 1)</a>" }.joined(separator: ", ")
    let percent = String(Int((link.confidence * 100).rounded()))
    return phrases("rests on source {1}", anchors) + " · " + phrases("sure to {1} %", percent)
  }

  /// The sentences of the article that no summary sentence rests on, the most central first.
  private func leftOut(_ coverage: SummaryCoverage) -> String {
    let items = coverage.unused.map { unused in
      """
      <li><a href="#a\(unused.segment)">\(unused.segment + 1)</a> \
      <span lang="\(article.language)">\(HTMLText.content(article.string(unused.segment)))</span></li>
      """
    }
    let body =
      items.isEmpty
      ? "<p>\(phrases("Every sentence of the article is used."))</p>"
      : "<ul>\n\(items.joined(separator: "\n"))\n</ul>"
    return """
      <details class="unused-list"><summary>\(phrases("Not in the summary")) (\(items.count))\
      <span class="hint"> \(phrases("The most central first."))</span></summary>
      \(body)
      </details>
      """
  }
}
