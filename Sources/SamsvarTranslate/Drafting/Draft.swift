/// Where a draft's text comes from.
public enum DraftOrigin: Hashable, Sendable, CustomStringConvertible {
  /// The same text between the same neighbours, in the memory.
  case context
  /// The same text in the memory.
  case exact
  /// A similar text in the memory, of the given score.
  case fuzzy(Int)
  /// An engine of the given name.
  case engine(String)
  /// A word-for-word reading aid.
  case gloss
  /// Nothing: there is no draft yet.
  case none

  /// As people read it: `memory 100`, `context`, `fuzzy 87`, `engine deepl`.
  public var description: String {
    switch self {
    case .context: "context"
    case .exact: "memory 100"
    case .fuzzy(let score): "fuzzy \(score)"
    case .engine(let name): "engine \(name)"
    case .gloss: "gloss"
    case .none: "none"
    }
  }

  /// How near the source of the draft is to the segment, 0 to 100; nil where that says nothing.
  public var score: Int? {
    switch self {
    case .context, .exact: 100
    case .fuzzy(let score): score
    case .engine, .gloss, .none: nil
    }
  }
}

/// What was done to a draft, or what a person has to look at in it.
public struct DraftMark: Hashable, Sendable {
  /// What a mark is about.
  public enum Kind: String, Sendable, CaseIterable {
    /// A value, name or term was put in.
    case repaired
    /// The source differs from the one in the memory, and the draft was not changed for it.
    case differs
    /// A placeholder was lost or doubled.
    case placeholder
    /// The text is empty, much too long, the source itself, or in another language.
    case suspicious
    /// A term was replaced by that of the termbase.
    case term
    /// There is no draft.
    case missing
  }

  /// What it is about.
  public var kind: Kind
  /// What it says, in lower case without a full stop.
  public var text: String

  /// A mark with its text.
  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }

  /// Whether a person has to look at it.
  public var isOpen: Bool { kind != .repaired && kind != .term }
}

/// The draft of one segment; its status is always `draft`.
public struct DraftSegment: Hashable, Sendable {
  /// The source.
  public var source: String
  /// The draft, or an empty text.
  public var target: String
  /// Where it comes from.
  public var origin: DraftOrigin
  /// What was done, and what is to be looked at.
  public var marks: [DraftMark]

  /// A draft with its origin.
  public init(
    source: String, target: String = "", origin: DraftOrigin = .none, marks: [DraftMark] = []
  ) {
    self.source = source
    self.target = target
    self.origin = origin
    self.marks = marks
  }

  /// The status of every draft: nobody has looked at it yet.
  public static let status = "draft"

  /// Whether values, names or terms were put in place of others.
  public var isRepaired: Bool { marks.contains { $0.kind == .repaired } }
}
