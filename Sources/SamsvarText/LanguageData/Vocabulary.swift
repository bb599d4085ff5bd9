package import SamsvarDataFiles

/// A list of known words, passed in by whoever has one, so that the text layer need not know the
/// lexicon.
public struct Vocabulary: Sendable {
  /// Whether it knows no word.
  package let isEmpty: Bool
  private let partsOfSpeech: @Sendable ([UInt8]) -> PartsOfSpeech

  /// A vocabulary of dictionary forms in lower case, with their parts of speech; empty for unknown.
  package init(_ partsOfSpeech: @escaping @Sendable ([UInt8]) -> PartsOfSpeech) {
    self.partsOfSpeech = partsOfSpeech
    isEmpty = false
  }

  private init() {
    partsOfSpeech = { _ in [] }
    isEmpty = true
  }

  /// Knows no word.
  public static let none = Vocabulary()

  /// What a dictionary form in lower case can be; empty where it is not known.
  package func parts(of lemma: [UInt8]) -> PartsOfSpeech { partsOfSpeech(lemma) }
}
