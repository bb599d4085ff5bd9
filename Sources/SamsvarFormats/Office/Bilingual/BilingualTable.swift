package import SamsvarModel

/// A bitext as the table that translators mail round: a row a bead, with id, status and findings.
package struct BilingualTable: Sendable {
  /// A bead with what is known of it.
  package struct Row: Hashable, Sendable {
    package var id: String
    package var source: String
    package var target: String
    /// How far the translation is, in XLIFF's words: `initial`, `translated`, `reviewed`, `final`.
    package var state: String
    /// How sure the alignment is, 0 to 1; nil where nothing was aligned.
    package var confidence: Double?
    /// What people wrote about the row.
    package var notes: [String] = []
    /// What the program found in the row.
    package var remarks: [Remark] = []

    /// A row nothing was found in.
    package init(
      id: String, source: String, target: String, state: String, confidence: Double? = nil,
      notes: [String] = []
    ) {
      self.id = id
      self.source = source
      self.target = target
      self.state = state
      self.confidence = confidence
      self.notes = notes
    }
  }

  /// A finding at its place in a row.
  package struct Remark: Hashable, Sendable {
    /// UTF-8 offsets in the row's target; nil where the finding is about the row as a whole.
    package var range: Range<Int>?
    package var severity: Severity
    package var rule: String
    package var message: String
    package var reason: String
    /// What should stand at the place, where there is one safe answer.
    package var replacement: String?

    /// A remark of the given parts.
    package init(
      range: Range<Int>?, severity: Severity, rule: String, message: String, reason: String,
      replacement: String? = nil
    ) {
      self.range = range
      self.severity = severity
      self.rule = rule
      self.message = message
      self.reason = reason
      self.replacement = replacement
    }

    /// The remark in one line: `error: the number differs (reason) [number.mismatch]`.
    package var line: String {
      let suggestion = replacement.map { " → \($0)" } ?? ""
      return "\(severity.rawValue): \(message)\(suggestion) (\(reason)) [\(rule)]"
    }
  }

  /// What the table is of: the names of both files.
  package var title: String
  package var sourceLanguage: LanguageTag
  package var targetLanguage: LanguageTag
  package var rows: [Row]
  /// The codes that the header names the languages by.
  package var languageMap = LanguageMap()

  /// A table of given rows.
  package init(
    title: String, sourceLanguage: LanguageTag, targetLanguage: LanguageTag, rows: [Row]
  ) {
    self.title = title
    self.sourceLanguage = sourceLanguage
    self.targetLanguage = targetLanguage
    self.rows = rows
  }

  /// The table of a translation, or of a summary with the source sentences each row rests on.
  ///
  /// Findings that were accepted are left out.
  ///
  /// - Parameter links: A summary's links; nil for a translation.
  /// - Complexity: O(n) in the text and the findings
  package init(_ bitext: Bitext, links: [SummaryLink]? = nil, findings: [Finding] = []) {
    title = Self.title(bitext)
    sourceLanguage = bitext.source.language
    targetLanguage = bitext.target.language
    rows = bitext.alignment.beads.indices.map { Self.row(bitext, $0) }
    for link in links ?? [] where rows.indices.contains(link.summary) {
      rows[link.summary].source = link.sources.map { bitext.source.string($0) }
        .joined(separator: " ")
      rows[link.summary].confidence = link.confidence
    }
    for finding in findings where finding.acceptance == nil && rows.indices.contains(finding.bead) {
      rows[finding.bead].remarks.append(Self.remark(finding, in: bitext))
    }
  }

  /// A line under the title: `nb – en, 12 rows, 1 finding`.
  var facts: String {
    let findings = rows.reduce(0) { $0 + $1.remarks.count }
    return
      "\(sourceLanguage) – \(targetLanguage), \(rows.count) \(rows.count == 1 ? "row" : "rows"), "
      + "\(findings) \(findings == 1 ? "finding" : "findings")"
  }

  private static func title(_ bitext: Bitext) -> String {
    let names = [bitext.source.name, bitext.target.name].map {
      $0.split(separator: "/").last.map(String.init) ?? $0
    }
    if names.allSatisfy(\.isEmpty) {
      return "\(bitext.source.language) – \(bitext.target.language)"
    }
    return names[0] == names[1] ? names[0] : names.joined(separator: " – ")
  }

  private static func row(_ bitext: Bitext, _ index: Int) -> Row {
    let bead = bitext.alignment.beads[index]
    return Row(
      id: bitext.id(ofBead: index), source: bitext.sourceText(ofBead: index),
      target: bitext.targetText(ofBead: index),
      state: bead.target.isEmpty ? "initial" : "translated", confidence: bead.confidence)
  }

  private static func remark(_ finding: Finding, in bitext: Bitext) -> Remark {
    let target = bitext.alignment.beads[finding.bead].target
    let range = finding.target.flatMap { span -> Range<Int>? in
      guard target.contains(span.segment) else { return nil }
      // The row's text is its segments joined by one space.
      let start = (target.lowerBound..<span.segment).reduce(0) {
        $0 + bitext.target.segments[$1].range.count + 1
      }
      return start + span.range.lowerBound..<start + span.range.upperBound
    }
    return Remark(
      range: range, severity: finding.severity, rule: finding.rule, message: finding.message,
      reason: finding.reason, replacement: finding.fix?.replacement)
  }
}
