import SamsvarFormats
public import SamsvarModel

extension Pipeline {
  /// Findings as JSON Lines of the machine interface.
  ///
  /// - Parameters:
  ///   - perSegment: Whether offsets count within the segment instead of the bead's text.
  ///   - located: Whether each says file, line and column.
  public func findingLines(
    _ findings: [Finding], of analysis: BitextAnalysis, document: String, offsets: OffsetUnit,
    perSegment: Bool, located: Bool
  ) -> String {
    let encoder = FindingEncoder(
      analysis.bitext, document: document, unit: offsets, base: perSegment ? .segment : .bead,
      located: located && analysis.places == nil)
    return findings.map { finding in
      var record = encoder.record(finding, isSummary: analysis.links != nil)
      if located, let place = analysis.place(of: finding) { record.location = .init(place) }
      return JSONLines.line(record)
    }.joined()
  }
}
