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

/// A bilingual file with the fixes of findings applied, every other byte as it was; of an office document
/// every other part, tag and text.
package struct FixedBitext: Sendable {
  /// The file with the fixes.
  package let bytes: [UInt8]
  /// The number of fixes.
  package let count: Int
  /// The changed lines, `-` before and `+` after, with their numbers; of an office document the cells.
  package let diff: String

  /// The file that some documents were read from, with the fixes of their findings.
  ///
  /// - Throws: `InputError` when the file is no UTF-8, or an office document cannot be written back.
  package init(
    _ documents: [(analysis: BitextAnalysis, findings: [Finding])]
  ) throws(InputError) {
    guard let first = documents.first?.analysis.places else {
      (bytes, count, diff) = ([], 0, "")
      return
    }
    if first.format.isOffice {
      let fixes = try OfficeFixes(
        first.archive, file: first.file, first.options,
        documents.flatMap { $0.analysis.replacements($0.findings) })
      (bytes, count, diff) = (fixes.bytes, fixes.made.count, Self.diff(fixes))
      return
    }
    guard first.isExact else {
      throw InputError(
        "is not UTF-8; convert it before --fix", at: SourcePosition(file: first.file))
    }
    var edits = UnitPlaces.Edits(first)
    for (analysis, findings) in documents {
      analysis.places?.add(analysis.replacements(findings), to: &edits)
    }
    bytes = edits.applied
    count = edits.count
    diff = Self.diff(first.bytes, bytes)
  }

  private static func diff(_ before: [UInt8], _ after: [UInt8]) -> String {
    let old = before.split(separator: 0x0A, omittingEmptySubsequences: false)
    let new = after.split(separator: 0x0A, omittingEmptySubsequences: false)
    var result = ""
    for (number, pair) in zip(old, new).enumerated() where pair.0 != pair.1 {
      let lines = (String(decoding: pair.0, as: UTF8.self), String(decoding: pair.1, as: UTF8.self))
      result += "@@ \(number + 1) @@\n-\(lines.0)\n+\(lines.1)\n"
    }
    return result
  }

  private static func diff(_ fixes: OfficeFixes) -> String {
    Dictionary(grouping: fixes.made) { $0.unit }.sorted { $0.key < $1.key }.map { number, made in
      let unit = fixes.units[number]
      var target = unit.target.bytes
      for item in made.reversed() { target.replaceSubrange(item.range, with: item.text.utf8) }
      let cell = if case .cell(let name) = unit.targetPlace { " \(name)" } else { "" }
      return "@@ \(unit.id)\(cell) @@\n-\(unit.target.string)\n"
        + "+\(String(decoding: target, as: UTF8.self))\n"
    }.joined()
  }
}
