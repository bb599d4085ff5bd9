public import SamsvarModel

extension Pipeline {
  /// Below this share of the source's length a target may be a summary.
  private static let shortTarget = 0.6
  /// The share of source segments without counterpart that a summary has at least.
  private static let leftOut = 0.5
  /// The share of beads of one segment a side that a translation has at least.
  private static let oneToOne = 0.75

  /// A notice where a target was aligned as a translation and looks like a summary, or the other way
  /// round; nil where all is well or the texts are too short to tell.
  ///
  /// - Throws: `InputError` when a language's data cannot be read.
  public func kindNotice(_ analysis: BitextAnalysis) throws(InputError) -> Diagnostic? {
    let source = analysis.source.document
    let target = analysis.target.document
    guard source.segments.count >= 8, !target.segments.isEmpty else { return nil }
    let ratio = Double(target.text.count) / Double(max(1, source.text.count))
    let place = SourcePosition(file: target.name)
    if analysis.links == nil {
      guard ratio < Self.shortTarget, Self.deletions(analysis.alignment) >= Self.leftOut else {
        return nil
      }
      return Diagnostic(
        .note,
        "looks like a summary, not a translation, of \(source.name); --summary links its sentences",
        at: place)
    }
    guard ratio >= 0.75, ratio <= 1.4 else { return nil }
    let alignment = try aligner.align(analysis.source, analysis.target)
    let plain = alignment.beads.count { $0.kind == .substitution && $0.confidence >= 0.5 }
    guard Double(plain) >= Self.oneToOne * Double(alignment.beads.count) else { return nil }
    return Diagnostic(
      .note,
      "looks like a translation, not a summary, of \(source.name); leave out --summary to align it",
      at: place)
  }

  /// The share of source segments that stand alone.
  private static func deletions(_ alignment: Alignment) -> Double {
    let alone = alignment.beads.reduce(0) { $0 + ($1.target.isEmpty ? $1.source.count : 0) }
    let all = alignment.beads.reduce(0) { $0 + $1.source.count }
    return Double(alone) / Double(max(1, all))
  }
}
