/// A finding as a project keeps it; its places are segments of the project.
package struct ProjectFinding: Codable, Hashable, Sendable {
  /// What became of a finding.
  package enum State: String, Codable, Sendable {
    case open, accepted, fixed
    /// The text it speaks of has changed since.
    case stale
  }

  /// A stretch of a segment, in UTF-8 offsets within its text.
  package struct Span: Codable, Hashable, Sendable {
    package var segment: Int64
    package var start: Int
    package var end: Int
    package var text: String

    /// A stretch of a segment.
    package init(segment: Int64, start: Int, end: Int, text: String) {
      self.segment = segment
      self.start = start
      self.end = end
      self.text = text
    }
  }

  /// The parts that are not asked for by themselves.
  package struct Detail: Codable, Hashable, Sendable {
    package var concept: String?
    package var source: Span?
    package var target: Span?
    package var message: String
    package var reason: String
    package var fix: Span?
    package var replacement: String?

    /// The parts of a finding.
    package init(
      concept: String?, source: Span?, target: Span?, message: String, reason: String, fix: Span?,
      replacement: String?
    ) {
      self.concept = concept
      self.source = source
      self.target = target
      self.message = message
      self.reason = reason
      self.fix = fix
      self.replacement = replacement
    }
  }

  package var id: Int64
  package var bitext: Int64
  /// The segment it stands at: the target's, else the source's.
  package var segment: Int64
  package var rule: String
  package var category: String
  package var severity: String
  package var state: State
  /// Why it was accepted.
  package var acceptance: String
  package var fingerprint: String
  package var detail: Detail

  /// A finding of a check; its key is given when it is kept.
  package init(
    bitext: Int64, segment: Int64, rule: String, category: String, severity: String,
    fingerprint: String, detail: Detail
  ) {
    id = 0
    self.bitext = bitext
    self.segment = segment
    self.rule = rule
    self.category = category
    self.severity = severity
    state = .open
    acceptance = ""
    self.fingerprint = fingerprint
    self.detail = detail
  }

  init(
    id: Int64, bitext: Int64, segment: Int64, rule: String, category: String, severity: String,
    state: State, acceptance: String, fingerprint: String, detail: Detail
  ) {
    self.init(
      bitext: bitext, segment: segment, rule: rule, category: category, severity: severity,
      fingerprint: fingerprint, detail: detail)
    self.id = id
    self.state = state
    self.acceptance = acceptance
  }
}
