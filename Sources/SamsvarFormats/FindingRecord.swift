package import SamsvarModel

/// A finding as the machine interface has it.
package struct FindingRecord: Codable, Sendable {
  package struct Span: Codable, Sendable {
    package var start: Int
    package var end: Int
    package var text: String
    package var segment: Int
  }

  package struct FixRecord: Codable, Sendable {
    package var start: Int
    package var end: Int
    package var replacement: String
  }

  package struct Location: Codable, Sendable {
    package var file: String
    package var start: Int
    package var end: Int
    package var line: Int?
    package var column: Int?
    package var part: String?
    package var paragraph: Int?
    /// The cell of a table: `C12`.
    package var cell: String?
  }

  package struct AcceptanceRecord: Codable, Sendable {
    package var place: String
    package var reason: String
  }

  package var id: String
  package var document: String
  package var rule: String
  package var category: String
  package var severity: String
  package var concept: String?
  package var source: Span?
  package var target: Span?
  package var message: String
  package var reason: String
  package var fix: FixRecord?
  package var related: [Span]?
  package var fingerprint: String
  package var accepted: AcceptanceRecord?
  package var targetSegment: Int?
  package var sourceSegments: [Int]?
  package var location: Location?
}

extension FindingRecord.Location {
  /// A place in a bilingual file; nil where only the unit is known.
  init?(_ place: UnitPlaces.Location) {
    guard let bytes = place.bytes else { return nil }
    self.init(
      file: place.file, start: bytes.lowerBound, end: bytes.upperBound, line: place.line,
      column: place.column, part: nil, paragraph: nil, cell: place.cell)
  }
}

/// How a finding's offsets are counted.
package enum SpanBase: Sendable {
  /// Within the bead's text: its segments joined by one space.
  case bead
  /// Within the segment.
  case segment
}

/// Turns findings into records of the machine interface.
package struct FindingEncoder: Sendable {
  private let bitext: Bitext
  private let document: String
  private let unit: OffsetUnit
  private let base: SpanBase
  private let isLocated: Bool

  /// An encoder for the findings of a bitext.
  ///
  /// - Parameter located: Whether records say file, line and column of the target.
  package init(
    _ bitext: Bitext, document: String, unit: OffsetUnit, base: SpanBase, located: Bool
  ) {
    self.bitext = bitext
    self.document = document
    self.unit = unit
    self.base = base
    isLocated = located
  }

  /// The record of a finding.
  package func record(_ finding: Finding, isSummary: Bool) -> FindingRecord {
    FindingRecord(
      id: isSummary ? "s\(finding.bead)" : bitext.id(ofBead: finding.bead), document: document,
      rule: finding.rule, category: finding.category.rawValue,
      severity: finding.severity.rawValue, concept: finding.concept,
      source: finding.source.map { span($0, bitext.source, sourceStart(finding, $0)) },
      target: finding.target.map { span($0, bitext.target, targetStart(finding, $0)) },
      message: finding.message, reason: finding.reason, fix: fix(finding),
      related: related(finding),
      fingerprint: finding.fingerprint,
      accepted: finding.acceptance.map { .init(place: $0.place.rawValue, reason: $0.reason) },
      targetSegment: isSummary ? finding.bead : nil,
      sourceSegments: finding.linkedSources, location: finding.target.flatMap(location))
  }

  private func sourceStart(_ finding: Finding, _ span: FindingSpan) -> Int {
    guard base == .bead, bitext.alignment.beads.indices.contains(finding.bead) else {
      return span.segment
    }
    let range = bitext.alignment.beads[finding.bead].source
    return range.contains(span.segment) ? range.lowerBound : span.segment
  }

  private func targetStart(_ finding: Finding, _ span: FindingSpan) -> Int {
    guard base == .bead, bitext.alignment.beads.indices.contains(finding.bead) else {
      return span.segment
    }
    let range = bitext.alignment.beads[finding.bead].target
    return range.contains(span.segment) ? range.lowerBound : span.segment
  }

  /// The span counted from the beginning of `first`, the first segment of its bead.
  private func span(_ span: FindingSpan, _ side: Document, _ first: Int) -> FindingRecord.Span {
    let range = offsets(span, side, first)
    return FindingRecord.Span(
      start: range.lowerBound, end: range.upperBound, text: span.text, segment: span.segment)
  }

  private func offsets(_ span: FindingSpan, _ side: Document, _ first: Int) -> Range<Int> {
    let before = first < span.segment ? side.string(joining: first..<span.segment) + " " : ""
    let text = before + side.string(span.segment)
    let shift = before.utf8.count
    return OffsetCounter(text.utf8, unit: unit).ranges([
      span.range.lowerBound + shift..<span.range.upperBound + shift
    ])[0]
  }

  private func fix(_ finding: Finding) -> FindingRecord.FixRecord? {
    finding.fix.map { fix in
      let range = offsets(fix.span, bitext.target, targetStart(finding, fix.span))
      return FindingRecord.FixRecord(
        start: range.lowerBound, end: range.upperBound, replacement: fix.replacement)
    }
  }

  /// Places elsewhere in the target, each counted within its own segment.
  private func related(_ finding: Finding) -> [FindingRecord.Span]? {
    guard !finding.related.isEmpty else { return nil }
    return finding.related.map { span($0, bitext.target, $0.segment) }
  }

  private func location(_ span: FindingSpan) -> FindingRecord.Location? {
    guard isLocated else { return nil }
    let start = bitext.target.segments[span.segment].range.lowerBound
    let range = start + span.range.lowerBound..<start + span.range.upperBound
    let place = bitext.target.location(of: range)
    return FindingRecord.Location(
      file: place.file, start: place.bytes.lowerBound, end: place.bytes.upperBound,
      line: place.line, column: place.column, part: place.place?.part,
      paragraph: place.place?.paragraph)
  }
}
