public import SamsvarModel

/// Tells the language of a text by its function words.
public struct LanguageGuess: Sendable {
  private let languages: Languages

  /// A guess among the languages of a folder.
  public init(_ languages: Languages) { self.languages = languages }

  /// Bokmål, Nynorsk or English, whichever has the most function words of its own; Bokmål where
  /// nothing tells.
  ///
  /// - Throws: `InputError` when a language's data cannot be read.
  /// - Complexity: O(n), for at most the first 20,000 bytes
  public func language(of text: [UInt8]) throws(InputError) -> LanguageTag {
    let sample = Folding.lower(Array(text.prefix(20_000)))
    let words = sample.split { $0 < 0x41 }.map(Array.init)
    var best = (language: LanguageTag.nb, score: 0.0)
    for candidate in [LanguageTag.nb, .nn, .en] {
      let data = try languages.data(for: candidate)
      var others: Set<[UInt8]> = []
      for other in [LanguageTag.nb, .nn, .en] where other != candidate {
        others.formUnion(try languages.data(for: other).stopWords)
      }
      let score = words.reduce(0.0) { sum, word in
        guard data.stopWords.contains(word) else { return sum }
        return sum + (others.contains(word) ? 0.1 : 1)
      }
      if score > best.score { best = (candidate, score) }
    }
    return best.language
  }
}
