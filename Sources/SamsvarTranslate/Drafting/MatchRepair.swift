package import SamsvarMemory
import SamsvarModel
import SamsvarTerms
import SamsvarText

/// Makes the translation of a similar segment that of this one, as far as that is certain.
///
/// What differs between the two sources is a number, a date, a name, a term, or something else. The
/// first four are put in where the old one stands in the translation exactly as often as in the source;
/// each value is read again afterwards. Everything else is left and marked.
package struct MatchRepair {
  private let texts: DraftTexts

  package init(_ texts: DraftTexts) { self.texts = texts }

  /// A repaired translation with what was done to it.
  package struct Result {
    /// The translation.
    package var target: String
    /// What was put in, and what differs still.
    package var marks: [DraftMark]
  }

  /// The match's translation, repaired for a segment.
  ///
  ///     // memory: "Havna er stengt til 4. april." = "The harbour is closed until 4 April."
  ///     repair.repaired(match, for: "Havna er stengt til 17. mai.")
  ///     // "The harbour is closed until 17 May.", repaired: "4 April" to "17 May"
  ///
  /// - Complexity: O(n · m) in the tokens of both sources
  package func repaired(_ match: MemoryMatch, for source: String) -> Result {
    let old = texts.source(match.unit.source)
    let new = texts.source(source)
    let target = texts.target(match.unit.target)
    let stretches = TokenDifference.widened(
      TokenDifference.stretches(old.tokens, new.tokens), old: Self.units(old), new: Self.units(new))
    var repair = RepairInProgress(texts, old: old, new: new, target: target, stretches)
    // Longer names first: `Khalifa Haftar` before `Haftar`.
    let order = stretches.indices.sorted { stretches[$0].old.count > stretches[$1].old.count }
    for index in order { repair.apply(stretches[index]) }
    return repair.result
  }

  /// The tokens that are put in as one.
  private static func units(_ text: DraftTexts.Text) -> [Range<Int>] {
    text.document.values.filter { !$0.isWeak }.map(\.tokens) + text.names.map(\.tokens)
      + text.terms.filter { $0.form == .exact || $0.form == .inflected }.map(\.tokens)
  }
}

/// The edits of one translation, gathered stretch by stretch.
struct RepairInProgress {
  typealias Stretch = TokenDifference.Stretch

  /// A replacement in the translation, with the words for its mark.
  struct Edit {
    var range: Range<Int>
    var replacement: String
  }

  let texts: DraftTexts
  let old: DraftTexts.Text
  let new: DraftTexts.Text
  let target: DraftTexts.Text
  let stretches: [Stretch]
  private(set) var edits: [Edit] = []
  private var marks: [DraftMark] = []

  init(
    _ texts: DraftTexts, old: DraftTexts.Text, new: DraftTexts.Text, target: DraftTexts.Text,
    _ stretches: [Stretch]
  ) {
    self.texts = texts
    self.old = old
    self.new = new
    self.target = target
    self.stretches = stretches
  }

  /// Repairs what a stretch says, or marks it.
  mutating func apply(_ stretch: Stretch) {
    guard
      let found = valueEdits(stretch) ?? nameEdits(stretch) ?? termEdits(stretch)
        ?? markEdits(stretch)
    else {
      let (before, after) = (old.string(stretch.old), new.string(stretch.new))
      marks.append(
        DraftMark(
          .differs,
          before.isEmpty
            ? "the source has \"\(after)\" more"
            : after.isEmpty
              ? "the source lacks \"\(before)\""
              : "the source has \"\(after)\" for \"\(before)\""))
      return
    }
    for edit in found where !edits.contains(where: { $0.range == edit.range }) {
      edits.append(edit)
      let before = target.document.document.string(in: edit.range)
      marks.append(DraftMark(.repaired, "\"\(before)\" to \"\(edit.replacement)\""))
    }
  }

  /// The translation with the edits, and the marks.
  var result: MatchRepair.Result {
    var bytes = target.bytes
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      bytes.replaceSubrange(edit.range, with: Array(edit.replacement.utf8))
      if texts.target.base == .en { Article.mend(&bytes, before: edit.range.lowerBound) }
    }
    return MatchRepair.Result(target: String(decoding: bytes, as: UTF8.self), marks: marks)
  }

  /// Whether a place is free of edits.
  func isFree(_ range: Range<Int>) -> Bool { !edits.contains { $0.range.overlaps(range) } }

  /// `.` for `!` at the end of both.
  private func markEdits(_ stretch: Stretch) -> [Edit]? {
    let (before, after) = (old.string(stretch.old), new.string(stretch.new))
    let ends: Set<String> = [".", "!", "?", ":", "…"]
    guard ends.contains(before), ends.contains(after), stretch.old.upperBound == old.tokens.count,
      stretch.new.upperBound == new.tokens.count, let last = target.tokens.indices.last,
      target.tokens[last] == before
    else { return nil }
    return [Edit(range: target.bytes(last..<last + 1), replacement: after)]
  }
}
