public import SamsvarModel

/// A source segment with its translation, as a memory keeps it (TMX 1.4b, `tu`).
public struct MemoryUnit: Hashable, Sendable {
  /// The number in the memory; 0 before it is kept.
  public var id: Int64
  /// The language of the source.
  public var sourceLanguage: LanguageTag
  /// The language of the target.
  public var targetLanguage: LanguageTag
  /// The source segment, such as `Havna er stengt`.
  public var source: String
  /// Its translation, such as `The harbour is closed`.
  public var target: String
  /// Where the pair comes from, or an empty text.
  public var document: String
  /// Who or what translated it, or an empty text.
  public var author: String
  /// When it was last changed (`20260131T120000Z`), or an empty text.
  public var changed: String
  /// The source segments before and after it, where they are known.
  public var context: MemoryContext?

  /// A unit that is not yet kept.
  public init(
    source: String, target: String, from sourceLanguage: LanguageTag,
    to targetLanguage: LanguageTag, document: String = "", author: String = "",
    changed: String = "", context: MemoryContext? = nil
  ) {
    id = 0
    self.sourceLanguage = sourceLanguage
    self.targetLanguage = targetLanguage
    self.source = source
    self.target = target
    self.document = document
    self.author = author
    self.changed = changed
    self.context = context
  }
}

/// The source segments around a segment, as hashes of their texts.
public struct MemoryContext: Hashable, Sendable {
  /// The segment before it.
  public var previous: Int64
  /// The segment after it.
  public var next: Int64

  /// The context of a segment; nil stands for the beginning or end of a document.
  public init(previous: String?, next: String?) {
    self.previous = SegmentKey.hash(previous ?? "")
    self.next = SegmentKey.hash(next ?? "")
  }

  init(previous: Int64, next: Int64) {
    self.previous = previous
    self.next = next
  }
}

/// What a memory knows about a segment.
public struct MemoryMatch: Hashable, Sendable {
  /// How the source of a match relates to the segment.
  public enum Kind: String, Sendable, CaseIterable {
    /// The same text between the same neighbours.
    case context
    /// The same text.
    case exact
    /// A similar text.
    case fuzzy
  }

  /// How the source relates to the segment.
  public var kind: Kind
  /// How similar they are, 0 to 100; 100 for the same text alone.
  public var score: Int
  /// The unit.
  public var unit: MemoryUnit
}
