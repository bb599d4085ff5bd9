import SamsvarFormats
package import SamsvarModel

extension BitextAnalysis {
  /// The replacements that fixes make in the units of the file.
  func replacements(
    _ findings: [Finding]
  ) -> [(unit: Int, range: Range<Int>, text: String)] {
    findings.compactMap { finding in
      guard finding.acceptance == nil, let fix = finding.fix, let places else { return nil }
      let segment = target.document.segments[fix.span.segment].range
      let range = places.range(
        fix.span.range, of: target.document.text[segment], unit: finding.bead, .target)
      return (finding.bead, range, fix.replacement)
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
