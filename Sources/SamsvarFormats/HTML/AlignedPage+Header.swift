import SamsvarModel

extension AlignedPage {
  /// The head of the page: names, counts, legend, and the choice of layout.
  func header(isSummary: Bool) -> String {
    """
    <header>
    <h1>\(heading)</h1>
    <p class="facts">\(facts(isSummary))</p>
    <p class="legend"><mark class="pair term">\(phrases("term"))</mark> <mark class="pair value">\
    \(phrases("number or date"))</mark> <mark class="pair name">\(phrases("name"))</mark> \
    <span class="finding error">\(phrases("finding"))</span> \
    <span class="hint">\(phrases(hint(isSummary)))</span></p>
    \(isSummary ? dimmer : layoutSwitch)</header>
    """
  }

  private var heading: String {
    let names = texts.map { "<span class=\"file\">\(HTMLText.content($0.name))</span>" }
    let and = " <span class=\"with\">\(phrases("and"))</span> "
    guard let last = names.last, names.count > 1 else { return names.joined() }
    return names.dropLast().joined(separator: ", ") + and + last
  }

  private func hint(_ isSummary: Bool) -> String {
    if isSummary { return "Hover or tab to a summary sentence to see what it rests on." }
    return layout == .tap
      ? "Tap a sentence, or choose the language at its end, to see its translation."
      : "Hover or tab to a mark to see its counterpart."
  }

  private func facts(_ isSummary: Bool) -> String {
    let found =
      findings.isEmpty ? phrases("no findings") : phrases.count(findings.count, "finding")
    let counts = texts.map(\.document.segments.count)
    guard counts.count == 2 else {
      let segments = zip(texts, counts).map { text, count in
        "\(text.document.language) \(count)"
      }
      return phrases("segments: {1}", segments.joined(separator: ", "))
        + " · \(phrases.count(beads.count, "bead")) · \(found)"
    }
    let source = phrases.count(counts[0], "source segment")
    let target = phrases.count(counts[1], isSummary ? "summary sentence" : "target segment")
    return "\(source) · \(target) · \(found)"
  }

  /// The button that dims what the summary leaves out; shown where the script runs.
  private var dimmer: String {
    """
    <p><button type="button" id="dim" aria-pressed="false" aria-keyshortcuts="d" hidden>\
    \(phrases("Dim what the summary leaves out")) <kbd>d</kbd></button></p>

    """
  }

  /// The choice of layout, shown where the script runs; interlinear where the words are glossed.
  private var layoutSwitch: String {
    let names: [(PageLayout, String)] = [
      (.sideBySide, "Side by side"), (.interleaved, "Interleaved"), (.facing, "Facing pages"),
      (.tap, "On tap"), (.interlinear, "Interlinear"),
    ]
    let choices = names.filter { $0.0 != .interlinear || texts.contains(where: \.hasGlosses) }
      .map { choice, name in
        """
        <label><input type="radio" name="layout" value="\(choice.rawValue)"\
        \(choice == layout ? " checked" : "")><span>\(phrases(name))</span></label>
        """
      }
    return """
      <fieldset id="layout" hidden><legend>\(phrases("Layout"))</legend>\(choices.joined())</fieldset>
      <p id="reveal" hidden><button type="button" aria-pressed="false">\
      \(phrases("Show all translations"))</button></p>

      """
  }
}
