/// What a word or phrase of a segment says in another language.
public struct WordGloss: Hashable, Sendable {
  /// What a gloss comes from.
  public enum Origin: String, Sendable, CaseIterable {
    /// A term of the termbase.
    case term
    /// A number, date, time or amount, in the style of the other language.
    case value
    /// A name.
    case name
    /// A word or phrase of the lexicon.
    case word
    /// The parts of a compound, each from the lexicon.
    case compound
  }

  /// UTF-8 offsets within the segment.
  public var range: Range<Int>
  /// What it says: `agreement` for `avtalen`.
  public var text: String
  /// What it comes from.
  public var origin: Origin

  /// A gloss of a stretch of a segment.
  public init(range: Range<Int>, text: String, origin: Origin) {
    self.range = range
    self.text = text
    self.origin = origin
  }
}
