package import SamsvarFormats
package import SamsvarModel

extension BitextAnalysis {
  /// Where a finding stands in the bilingual file; nil for texts.
  package func place(of finding: Finding) -> UnitPlaces.Location? {
    guard let places else { return nil }
    if let span = finding.target {
      return places.location(unit: finding.bead, .target, unitRange(span, .target, finding.bead))
    }
    if let span = finding.source {
      return places.location(unit: finding.bead, .source, unitRange(span, .source, finding.bead))
    }
    return places.location(unit: finding.bead, .target, nil)
  }

  /// A stretch of a segment as one of its unit's text, which may begin with white space.
  func unitRange(_ span: FindingSpan, _ side: Side, _ unit: Int) -> Range<Int> {
    let document = side == .source ? source.document : target.document
    let text = document.text[document.segments[span.segment].range]
    let whole = places?.text(unit: unit, side) ?? []
    let room = max(0, whole.count - text.count)
    let lead = (0...room).first { whole[$0...].starts(with: text) } ?? 0
    return span.range.lowerBound + lead..<span.range.upperBound + lead
  }

  /// The replacements that fixes make in the units of the file.
  func replacements(
    _ findings: [Finding]
  ) -> [(unit: Int, range: Range<Int>, text: String)] {
    findings.compactMap { finding in
      guard finding.acceptance == nil, let fix = finding.fix else { return nil }
      return (finding.bead, unitRange(fix.span, .target, finding.bead), fix.replacement)
    }
  }
}

/// A bilingual file with the fixes of findings applied, every other byte as it was.
package struct FixedBitext: Sendable {
  /// The file with the fixes.
  package let bytes: [UInt8]
  /// The number of fixes.
  package let count: Int
  private let before: [UInt8]

  /// The file that some documents were read from, with the fixes of their findings.
  ///
  /// - Throws: `InputError` when the file is no UTF-8.
  package init(
    _ documents: [(analysis: BitextAnalysis, findings: [Finding])]
  ) throws(InputError) {
    guard let first = documents.first?.analysis.places else {
      (bytes, count, before) = ([], 0, [])
      return
    }
    guard first.isExact else {
      throw InputError(
        first.format.isOffice
          ? "is an office document; --fix writes text formats: `samsvar convert` it to one first"
          : "is not UTF-8; convert it before --fix", at: SourcePosition(file: first.file))
    }
    var edits = UnitPlaces.Edits(first)
    for (analysis, findings) in documents {
      analysis.places?.add(analysis.replacements(findings), to: &edits)
    }
    before = first.bytes
    bytes = edits.applied
    count = edits.count
  }

  /// The changed lines, `-` before and `+` after, with their numbers.
  package var diff: String {
    let old = before.split(separator: 0x0A, omittingEmptySubsequences: false)
    let new = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    var result = ""
    for (number, pair) in zip(old, new).enumerated() where pair.0 != pair.1 {
      let lines = (String(decoding: pair.0, as: UTF8.self), String(decoding: pair.1, as: UTF8.self))
      result += "@@ \(number + 1) @@\n-\(lines.0)\n+\(lines.1)\n"
    }
    return result
  }
}
