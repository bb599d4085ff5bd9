/// A change of a project by a person; each is one transaction and can be undone.
///
/// In JSON the case stands under `edit`, its parts beside it:
/// `{"edit": "move", "bead": 12, "side": 1, "direction": "up"}`.
package enum Edit: Hashable, Sendable {
  /// Where a segment goes.
  package enum Direction: String, Codable, Sendable { case up, down }

  /// One cell: a bead's segments of one side.
  package struct Cell: Codable, Hashable, Sendable {
    package var bead: Int64
    package var side: Int

    /// The cell of a bead on a side.
    package init(bead: Int64, side: Int) {
      self.bead = bead
      self.side = side
    }
  }

  /// What is looked for, and what is put in its place.
  package struct Replacement: Codable, Hashable, Sendable {
    package var bitext: Int64
    /// The side; nil for all.
    package var side: Int?
    /// A regular expression (as NSRegularExpression has it), or plain text.
    package var pattern: String
    /// A template, in which `$1` stands for a group of the expression.
    package var template: String
    package var isRegex: Bool
    package var isCaseSensitive: Bool

    /// A pattern and its template.
    package init(
      bitext: Int64, side: Int? = nil, pattern: String, template: String, isRegex: Bool = true,
      isCaseSensitive: Bool = true
    ) {
      self.bitext = bitext
      self.side = side
      self.pattern = pattern
      self.template = template
      self.isRegex = isRegex
      self.isCaseSensitive = isCaseSensitive
    }
  }

  case status(bead: Int64, BeadStatus)
  /// Accepts this bead and all open ones above it.
  case acceptAbove(bead: Int64)
  /// Joins the bead with the next.
  case merge(bead: Int64)
  /// Splits a bead at a caret, counted in UTF-16 units within a segment's text; a caret inside the
  /// segment splits the segment.
  case split(segment: Int64, utf16: Int)
  /// Moves a segment to the bead above (the first of the cell) or below (the last).
  case move(Cell, Direction)
  /// Parts the sides of a bead.
  case unlink(bead: Int64)
  /// Puts two cells of different sides into one bead, however far apart they stand.
  case link(Cell, Cell)
  case drop(bead: Int64, Bool)
  case text(segment: Int64, String)
  case bookmark(bead: Int64, Bool)
  case note(bead: Int64, String)
  case replace(Replacement)
  /// New beads around those that were accepted; the parts are kept in the history's rows.
  case realign(bitext: Int64)
  case addLink(summary: Int64, source: Int64)
  case removeLink(summary: Int64, source: Int64)
  /// The findings of a check take the place of the open ones.
  case check(bitext: Int64)
  case acceptFinding(Int64, reason: String)
  case reopenFinding(Int64)
  case applyFix(Int64)
  /// Applies all fixes of a rule.
  case applyFixes(rule: String)
  /// Adds a rendering to a concept as admitted.
  case admitTerm(concept: String, language: String, term: String)
  /// Adds a concept with a term in each language.
  case addTerm(terms: [String: String])
}
