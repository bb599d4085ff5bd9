/// Where the target of a bead comes from, when it is a draft.
public struct BeadNote: Hashable, Sendable {
  /// The origin: `memory 100`, `context`, `fuzzy 87`, `engine deepl`, `gloss`.
  public var origin: String
  /// How near the memory's source is, 0 to 100; nil where that says nothing.
  public var score: Int?
  /// How far the translation is: `draft`.
  public var status: String
  /// What was put in, and what is to be looked at.
  public var remarks: [String]
  /// Whether a remark asks for a look.
  public var isOpen: Bool

  /// A note with its parts.
  public init(
    origin: String, score: Int? = nil, status: String = "draft", remarks: [String] = [],
    isOpen: Bool = false
  ) {
    self.origin = origin
    self.score = score
    self.status = status
    self.remarks = remarks
    self.isOpen = isOpen
  }
}
