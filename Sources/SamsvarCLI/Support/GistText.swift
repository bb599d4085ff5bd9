import Samsvar

/// A gist for a terminal: a line that says what it is, then a sentence a paragraph.
struct GistText {
  let terminal: Terminal
  let phrases: Phrases

  /// The gist; nothing for a text without sentences.
  func text(_ gist: Gist) -> String {
    guard !gist.sentences.isEmpty else { return "" }
    let note = phrases(
      "Gist of {1} ({2} to {3}), not a translation: what termbase, CLDR and lexicon are certain of, "
        + "the most central sentences first.",
      gist.source.name, gist.source.language.description, gist.language.description)
    let width = String(gist.source.segments.count).count
    let head = ColumnText.wrapped(note, width: terminal.width).map { terminal.styled($0, .dim) }
    return head.joined(separator: "\n") + "\n\n"
      + gist.sentences.map { sentence($0, gist, width) }.joined()
  }

  private func sentence(_ sentence: Gist.Sentence, _ gist: Gist, _ width: Int) -> String {
    let number = ColumnText.padded(String(sentence.segment + 1), to: width)
    let lines = ColumnText.wrapped(gist.line(sentence), width: terminal.width - width - 2)
    return lines.enumerated().map { index, line in
      let margin =
        index == 0 ? terminal.styled(number, .cyan) : String(repeating: " ", count: width)
      return "\(margin)  \(line)\n"
    }.joined()
  }
}
