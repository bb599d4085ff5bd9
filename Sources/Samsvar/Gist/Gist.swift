public import SamsvarModel

/// What is certain of a text in another language, and no translation.
///
/// Sentence by sentence its terms, names, values and words, as termbase, CLDR and lexicon have them.
public struct Gist: Sendable {
  /// What an item of a gist comes from.
  public enum Origin: String, Sendable {
    /// A term of the termbase.
    case term
    /// A number, date, time or amount, in the style of the other language.
    case value
    /// A name as it stands, or a place as CLDR has it.
    case name
    /// A word of the lexicon.
    case word
    /// A compound whose two parts are words of the lexicon.
    case compound
  }

  /// A word or phrase of a sentence in the other language.
  public struct Item: Hashable, Sendable {
    /// What it comes from.
    public var origin: Origin
    /// UTF-8 offsets within the segment.
    public var range: Range<Int>
    /// The words there.
    public var source: String
    /// What they say in the other language.
    public var text: String
    /// Whether only a space stands between it and the item before.
    public var followsOn: Bool
  }

  /// One sentence of the text.
  public struct Sentence: Hashable, Sendable {
    /// The segment's index.
    public var segment: Int
    /// How much it has in common with the whole text, 0 to 1.
    public var centrality: Double
    /// What is certain of it, in the order of the sentence.
    public var items: [Item]
  }

  /// The text.
  public let source: Document
  /// The language of the gist.
  public let language: LanguageTag
  /// The sentences, the most central first.
  public let sentences: [Sentence]
}
