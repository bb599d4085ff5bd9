public import SamsvarModel

/// Turns the findings of a bitext into those of a report.
public struct ReportEncoder: Sendable {
  /// Where a document's text lies.
  public enum Origin: Sendable {
    /// In files of text of its own: places have lines and columns.
    case texts
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
    let isLocated = if case .texts = origin { true } else { false }
    encoder = FindingEncoder(
      bitext, document: document, unit: unit, base: isPerSegment ? .segment : .bead,
      located: isLocated)
    source = TextPlaces(bitext.source)
    target = TextPlaces(bitext.target)
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

/// Lines and columns of one document.
struct TextPlaces: Sendable {
  private let document: Document
  private let lines: LineIndex

  init(_ document: Document) {
    self.document = document
    lines = LineIndex(document.text)
  }

  /// The place of a span.
  func place(_ span: FindingSpan) -> ReportedPlace {
    let segment = document.segments[span.segment].range
    let range =
      segment.lowerBound + span.range.lowerBound..<segment.lowerBound + span.range.upperBound
    let location = document.location(of: range)
    let isPlain = document.origin.anchors.isEmpty && location.place == nil
    let start = isPlain ? position(range.lowerBound) : nil
    let end = isPlain ? position(range.upperBound) : nil
    return ReportedPlace(
      file: document.name, part: location.place?.description,
      language: document.language.description, line: start?.line ?? location.line,
      column: start?.column ?? location.column, endLine: end?.line, endColumn: end?.column,
      before: document.string(in: segment.lowerBound..<range.lowerBound), text: span.text,
      after: document.string(in: range.upperBound..<segment.upperBound))
  }

  /// Line and column, the column in code points.
  private func position(_ offset: Int) -> (line: Int, column: Int) {
    let position = lines.position(of: offset)
    let start = offset - position.column + 1
    let characters = document.text[start..<offset].count { $0 & 0xC0 != 0x80 }
    return (position.line, characters + 1)
  }
}
