/// A name in a text: a run of capitalised words, or an acronym.
package struct NameMention: Hashable, Sendable {
  /// UTF-8 offsets in the document's text.
  package var range: Range<Int>
  /// The tokens it covers.
  package var tokens: Range<Int>
  /// Whether it is one word in capitals (`FN`, `LNA`).
  package var isAcronym: Bool
  /// The tokens of a title right before it: `statsminister`, `Prime Minister`.
  package var title: Range<Int>?
  /// Where the name ends without a genitive or a compound's tail: after `FN` in `FN-utsending`.
  package var baseEnd: Int
  /// What CLDR knows it as: `country:LY`, `city:Europe/Oslo`.
  package var code: String?

  package init(
    range: Range<Int>, tokens: Range<Int>, isAcronym: Bool, title: Range<Int>? = nil, baseEnd: Int,
    code: String? = nil
  ) {
    self.range = range
    self.tokens = tokens
    self.isAcronym = isAcronym
    self.title = title
    self.baseEnd = baseEnd
    self.code = code
  }

  /// UTF-8 offsets of the name without what inflects it.
  package var baseRange: Range<Int> { range.lowerBound..<baseEnd }
}
