/// A name in a text: a run of capitalised words, or an acronym.
package struct NameMention: Hashable, Sendable {
  /// UTF-8 offsets in the document's text.
  package var range: Range<Int>
  /// The tokens it covers.
  package var tokens: Range<Int>
  /// Whether it is one word in capitals (`FN`, `LNA`).
  package var isAcronym: Bool
}
