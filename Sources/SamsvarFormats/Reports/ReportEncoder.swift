public import SamsvarModel

/// Turns the findings of a bitext into those of a report.
public struct ReportEncoder: Sendable {
  /// Where a document's text lies.
  public enum Origin: Sendable {
    /// In files of its own: places have lines and columns, or the parts of an archive. The bytes of
    /// the files are asked for where a text was taken out of them, to count their columns.
    case files(bytes: @Sendable (_ path: String) -> [UInt8]?)
    /// In a bitext file; places have the line of their bead, where it is known.
    case bitext(path: String, lines: [Int])
  }

  private let bitext: Bitext
  private let document: String
  private let origin: Origin
  private let isSummary: Bool
  private let encoder: FindingEncoder
  private let source: TextPlaces
  private let target: TextPlaces

  /// An encoder for the findings of a bitext.
  ///
  /// - Parameters:
  ///   - unit: What the offsets of the machine interface count.
  ///   - isPerSegment: Whether they count within the segment instead of the bead's text.
  public init(
    _ bitext: Bitext, document: String, origin: Origin, isSummary: Bool,
    unit: OffsetUnit = .utf8, isPerSegment: Bool = false
  ) {
    self.bitext = bitext
    self.document = document
    self.origin = origin
    self.isSummary = isSummary
    var bytes: (@Sendable (String) -> [UInt8]?)?
    if case .files(let read) = origin { bytes = read }
    encoder = FindingEncoder(
      bitext, document: document, unit: unit, base: isPerSegment ? .segment : .bead,
      located: bytes != nil)
    source = TextPlaces(bitext.source, bytes: bytes)
    target = TextPlaces(bitext.target, bytes: bytes)
  }

  /// The document with its findings.
  ///
  /// - Complexity: O(n) in the texts and findings
  public func document(_ findings: [Finding]) -> CheckedDocument {
    CheckedDocument(
      name: document, source: path(bitext.source), target: path(bitext.target),
      sourceLanguage: bitext.source.language.description,
      targetLanguage: bitext.target.language.description, findings: findings.map(reported))
  }

  private func reported(_ finding: Finding) -> ReportedFinding {
    ReportedFinding(
      record: encoder.record(finding, isSummary: isSummary),
      source: finding.source.map { place($0, source, finding.bead) },
      target: finding.target.map { place($0, target, finding.bead) },
      related: finding.related.map { place($0, target, nil) },
      fixPlace: finding.fix.map { place($0.span, target, finding.bead) })
  }

  private func place(
    _ span: FindingSpan, _ places: TextPlaces, _ bead: Int?
  ) -> ReportedPlace {
    var place = places.place(span)
    if case .bitext(let path, let lines) = origin {
      place.file = path
      let line = bead.flatMap { lines.indices.contains($0) ? lines[$0] : nil }
      (place.line, place.endLine) = (line, line)
      (place.column, place.endColumn) = (nil, nil)
    }
    return place
  }

  private func path(_ side: Document) -> String {
    if case .bitext(let path, _) = origin { path } else { side.name }
  }
}
