package import SamsvarModel

extension Pipeline {
  /// What an output format leaves out of an alignment, such as the links of a summary; nil for nothing.
  ///
  /// - Parameter path: The file it is said of.
  /// - Complexity: O(beads)
  package func outputNotice(
    _ analysis: BitextAnalysis, as format: OutputFormat, path: String
  ) -> Diagnostic? {
    let place = SourcePosition(file: path)
    let isAlone: [Bool]
    if let links = analysis.links {
      guard ![.beads, .ladder, .vertical].contains(format) else {
        return Diagnostic(
          .note,
          "\(format.rawValue) has no place for the links of a summary, so they are left out; "
            + "html, docx, tsv, jsonl and links have them", at: place)
      }
      isAlone = links.map(\.sources.isEmpty)
    } else {
      isAlone = analysis.alignment.beads.map { $0.source.isEmpty || $0.target.isEmpty }
    }
    let alone = isAlone.count { $0 }
    guard format == .tmx, alone > 0 else { return nil }
    return Diagnostic(
      .note,
      "\(alone) of \(isAlone.count) beads have no counterpart and are left out: a unit of a translation "
        + "memory has both sides", at: place)
  }
}
