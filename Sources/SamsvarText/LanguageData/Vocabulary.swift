package import SamsvarDataFiles

/// A list of known words, passed in by whoever has one, so that the text layer need not know the
/// lexicon.
public struct Vocabulary: Sendable {
  private let partsOfSpeech: @Sendable ([UInt8]) -> PartsOfSpeech

  /// A vocabulary of dictionary forms in lower case, with their parts of speech; empty for unknown.
  package init(_ partsOfSpeech: @escaping @Sendable ([UInt8]) -> PartsOfSpeech) {
    self.partsOfSpeech = partsOfSpeech
  }

  /// Knows no word.
  public static let none = Vocabulary { _ in [] }

  /// What a dictionary form in lower case can be; empty where it is not known.
  package func parts(of lemma: [UInt8]) -> PartsOfSpeech { partsOfSpeech(lemma) }
}
