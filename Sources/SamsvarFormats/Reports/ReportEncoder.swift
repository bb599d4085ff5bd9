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
    /// In units of a bilingual file whose places are known.
    case units(UnitPlaces)
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
    var record = encoder.record(finding, isSummary: isSummary)
    if case .units(let units) = origin, let span = finding.target ?? finding.source {
      let side: Side = finding.target == nil ? .source : .target
      record.location = location(span, side, finding.bead, units).flatMap { .init($0) }
    }
    return ReportedFinding(
      record: record,
      source: finding.source.map { place($0, .source, finding.bead) },
      target: finding.target.map { place($0, .target, finding.bead) },
      related: finding.related.map { place($0, .target, nil) },
      fixPlace: finding.fix.map { place($0.span, .target, finding.bead) })
  }

  /// Where a span stands in the bilingual file; `bead` nil to tell the unit from the segment.
  private func location(
    _ span: FindingSpan, _ side: Side, _ bead: Int?, _ units: UnitPlaces
  ) -> UnitPlaces.Location? {
    let document = side == .source ? bitext.source : bitext.target
    let unit =
      bead
      ?? bitext.alignment.beads.firstIndex {
        (side == .source ? $0.source : $0.target).contains(span.segment)
      } ?? 0
    return units.location(
      unit: unit, side, segment: document.text[document.segments[span.segment].range], span.range)
  }

  private func place(
    _ span: FindingSpan, _ side: Side, _ bead: Int?
  ) -> ReportedPlace {
    var place = (side == .source ? source : target).place(span)
    if case .units(let units) = origin {
      let found = location(span, side, bead, units)
      place.file = units.file
      place.part = found.map { "unit \($0.unit)" + ($0.cell.map { ", cell \($0)" } ?? "") }
      (place.line, place.endLine) = (found?.line, found?.endLine)
      (place.column, place.endColumn) = (found?.column, found?.endColumn)
      return place
    }
    if case .bitext(let path, let lines) = origin {
      place.file = path
      let line = bead.flatMap { lines.indices.contains($0) ? lines[$0] : nil }
      (place.line, place.endLine) = (line, line)
      (place.column, place.endColumn) = (nil, nil)
    }
    return place
  }

  private func path(_ side: Document) -> String {
    switch origin {
    case .bitext(let path, _): path
    case .units(let units): units.file
    case .files: side.name
    }
  }
}
