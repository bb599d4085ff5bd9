import SamsvarModel

/// Writes OmegaT's tab-separated glossary: a line for each allowed target term.
enum OmegaTWriter {
  /// The glossary, UTF-8, lines ended by a line feed.
  static func write(_ termbase: Termbase, _ pair: TermPair) -> [UInt8] {
    var text = "# \(pair.source)\t\(pair.target)\tcomment\n"
    for concept in termbase.concepts {
      guard let source = concept.section(pair.source).first(where: \.status.isAllowed) else {
        continue
      }
      let comment = TabbedLines.cell(GlossaryComment.text(concept, pair))
      for target in concept.section(pair.target) where target.status.isAllowed {
        let cells = [source.term, target.term].map(TabbedLines.cell)
        text += (cells + (comment.isEmpty ? [] : [comment])).joined(separator: "\t") + "\n"
      }
    }
    return Array(text.utf8)
  }
}
