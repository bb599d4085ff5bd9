/// How much a finding matters.
public enum Severity: String, Sendable, CaseIterable, Comparable {
  /// For what a person may want to see but is not claimed to be wrong.
  case note
  case warning
  case error

  /// `note` is less than `warning`, which is less than `error`.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// What a finding is about; the categories of the machine interface.
public enum FindingCategory: String, Sendable, CaseIterable {
  case term, number, date, unit, format, name, untranslated, quote, negation, hedge, invented
  case consistency, style

  /// The categories of some names.
  ///
  /// - Throws: `UnknownCategory` with the first name that is none.
  public static func named(
    _ names: some Sequence<some StringProtocol>
  ) throws(UnknownCategory) -> Set<FindingCategory> {
    var categories: Set<FindingCategory> = []
    for name in names {
      guard let category = FindingCategory(rawValue: String(name)) else {
        throw UnknownCategory(name: String(name))
      }
      categories.insert(category)
    }
    return categories
  }
}

/// A name that no category of findings has.
public struct UnknownCategory: Error, CustomStringConvertible {
  /// The name as given.
  public var name: String

  /// The text: says which names there are.
  public var description: String {
    let known = FindingCategory.allCases.map(\.rawValue).joined(separator: ", ")
    return "unknown category \"\(name)\"; there are \(known)"
  }
}

/// A stretch of one segment.
public struct FindingSpan: Hashable, Sendable {
  /// The segment's index in its document.
  public var segment: Int
  /// UTF-8 offsets within the segment.
  public var range: Range<Int>
  /// The words there.
  public var text: String

  /// A stretch of the segment.
  public init(segment: Int, range: Range<Int>, text: String) {
    self.segment = segment
    self.range = range
    self.text = text
  }
}

/// A replacement that would mend a finding in the target.
public struct Fix: Hashable, Sendable {
  /// What is to be replaced.
  public var span: FindingSpan
  /// What is to stand there instead.
  public var replacement: String

  /// A replacement for the span.
  public init(span: FindingSpan, replacement: String) {
    self.span = span
    self.replacement = replacement
  }
}

/// Something in a bitext that a person should look at.
public struct Finding: Hashable, Sendable {
  /// The rule that found it: `number.mismatch`.
  public var rule: String
  /// What it is about.
  public var category: FindingCategory
  /// How much it matters.
  public var severity: Severity
  /// The termbase concept concerned, if any.
  public var concept: String?
  /// The place in the source, if any.
  public var source: FindingSpan?
  /// The place in the target, if any.
  public var target: FindingSpan?
  /// What is wrong, in one line.
  public var message: String
  /// Why it is thought to be wrong: the evidence.
  public var reason: String
  /// A replacement, where there is one safe answer.
  public var fix: Fix?
  /// Why it no longer counts; nil for a finding that does.
  public var acceptance: Acceptance?
  /// The bead the finding belongs to, as an index.
  public var bead: Int
  /// Other places in the target that belong to it, such as the usual rendering of a term.
  public var related: [FindingSpan]
  /// In a summary check, the linked source segments.
  public var linkedSources: [Int]?

  /// A finding with the given parts.
  public init(
    rule: String, category: FindingCategory, severity: Severity, concept: String? = nil,
    source: FindingSpan? = nil, target: FindingSpan? = nil, message: String, reason: String,
    fix: Fix? = nil, bead: Int = 0, related: [FindingSpan] = [], linkedSources: [Int]? = nil
  ) {
    self.rule = rule
    self.category = category
    self.severity = severity
    self.concept = concept
    self.source = source
    self.target = target
    self.message = message
    self.reason = reason
    self.fix = fix
    self.bead = bead
    self.related = related
    self.linkedSources = linkedSources
  }

  /// A hash of rule, concept and the words on both sides, which survives moved lines.
  ///
  /// FNV-1a over 64 bits, as 16 hexadecimal digits; the same on every run and machine.
  public var fingerprint: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for part in [rule, concept ?? "", source?.text ?? "", target?.text ?? "", message] {
      for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0x1F) &* 0x100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
