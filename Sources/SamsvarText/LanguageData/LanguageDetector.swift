public import SamsvarModel

/// How sure a text is in a language.
public struct LanguageShare: Hashable, Sendable {
  /// The language.
  public var language: LanguageTag
  /// From 0 to 1; the shares of all languages make 1.
  public var share: Double
}

/// Tells nb, nn, en, da and sv apart.
public struct LanguageDetector: Sendable {
  private let guess: LanguageGuess

  /// A detector with the languages of a folder.
  ///
  /// - Throws: `InputError` when a profile cannot be read.
  public init(_ languages: Languages) throws(InputError) { guess = LanguageGuess(languages) }

  /// The languages of a text, likeliest first.
  public func detect(_ text: [UInt8]) -> [LanguageShare] {
    let best = (try? guess.language(of: text)) ?? .nb
    return [LanguageShare(language: best, share: 1)]
  }
}
