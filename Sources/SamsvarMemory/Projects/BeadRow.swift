/// What a person said of a bead.
package enum BeadStatus: String, Codable, Sendable, CaseIterable {
  case open, accepted, rejected, review
}

/// A segment as a project keeps it.
package struct ProjectSegment: Codable, Hashable, Sendable {
  /// Its key in the project.
  package var id: Int64
  /// The side: 0 the source, 1 the target, 2 a third text.
  package var side: Int
  /// UTF-8 offsets in the decoded text.
  package var start: Int
  package var end: Int
  /// What it is, a `SegmentKind`: `sentence`, `heading` and so on.
  package var kind: String
  /// The text as read.
  package var text: String
  /// The text a person put in its place.
  package var edited: String?
  /// The bead it stands in; nil for a source segment of a summary.
  package var bead: Int64?

  /// The text that counts: the edited one, else the one read.
  package var current: String { edited ?? text }
}

/// A bead as a project keeps it, with its segments.
package struct ProjectBead: Codable, Hashable, Sendable {
  /// Its key in the project.
  package var id: Int64
  /// Its place among the beads of its bitext, counted from 0.
  package var row: Int
  /// The segments on each side: `2-1`.
  package var shape: String
  /// How sure the alignment was, 0 to 1.
  package var confidence: Double
  /// What a person said.
  package var status: BeadStatus
  /// Whether a person changed which segments it holds.
  package var isChanged: Bool
  /// Whether it is left out of output.
  package var isDropped: Bool
  /// Whether it links cells out of order.
  package var isCrossing: Bool
  /// Whether it has a bookmark.
  package var isBookmarked: Bool
  /// A person's note.
  package var note: String
  /// The segments, side by side.
  package var sides: [[ProjectSegment]]
}

/// A text of a bitext.
package struct ProjectText: Codable, Hashable, Sendable {
  /// The side: 0 the source, 1 the target, 2 a third text.
  package var side: Int
  /// The path or other name.
  package var name: String
  /// The language.
  package var language: String
}

/// What kind of bitext it is.
package enum BitextKind: String, Codable, Sendable { case translation, summary }

/// A bitext of the project.
package struct ProjectBitext: Codable, Hashable, Sendable {
  /// Its key in the project.
  package var id: Int64
  /// A translation, or a summary beside its article.
  package var kind: BitextKind
  /// What it is called.
  package var name: String
  /// Its texts, by side.
  package var texts: [ProjectText]
  /// How many beads there are and what is left to review.
  package var counts: ReviewCounts
}

/// How far the review is.
package struct ReviewCounts: Codable, Hashable, Sendable {
  /// All beads.
  package var beads: Int
  /// Beads nobody has said anything of.
  package var open: Int
  package var accepted: Int
  package var rejected: Int
  /// Beads marked to be looked at again.
  package var review: Int
  /// Beads left out of output, whatever was said of them.
  package var dropped: Int
  /// Findings nobody has dealt with.
  package var findings: Int
  /// Whether anyone has looked for findings; without that none says nothing.
  package var isChecked: Bool

  /// What is left: open beads and those marked for review.
  package var left: Int { open + review }
}
