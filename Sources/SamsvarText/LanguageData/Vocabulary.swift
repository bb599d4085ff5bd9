/// A list of known words, passed in by whoever has one, so that the text layer need not know the
/// lexicon.
public struct Vocabulary: Sendable {
  private let holds: @Sendable ([UInt8]) -> Bool

  /// A vocabulary that answers for words in lower case.
  public init(_ holds: @escaping @Sendable ([UInt8]) -> Bool) { self.holds = holds }

  /// Knows no word.
  public static let none = Vocabulary { _ in false }

  /// Whether a word in lower case, inflected or not, is known.
  package func contains(_ word: [UInt8]) -> Bool { holds(word) }
}
