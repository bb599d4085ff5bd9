public import SamsvarModel
import SamsvarText

/// The dictionary forms of words by language, for concordances; each distinct word is looked up once.
public struct MemoryLemmas {
  private let lemmas: (LanguageTag) -> (([UInt8]) -> [[UInt8]])
  private var lookups: [LanguageTag: ([UInt8]) -> [[UInt8]]] = [:]
  private var known: [LanguageTag: [[UInt8]: [UInt32]]] = [:]

  /// Look-up by a function that gives each language's lemmatiser.
  public init(_ lemmas: @escaping (LanguageTag) -> (([UInt8]) -> [[UInt8]])) {
    self.lemmas = lemmas
  }

  /// Words by themselves, where no lemmatiser is at hand.
  public static var none: MemoryLemmas { MemoryLemmas { _ in { [$0] } } }

  /// The candidate lemmas of each word of a text, as hashes.
  mutating func hashes(_ text: String, _ language: LanguageTag) -> [[UInt32]] {
    MatchWords(text).words.filter { $0.kind != .mark }.map { hashes($0.lower, language.base) }
  }

  private mutating func hashes(_ word: [UInt8], _ language: LanguageTag) -> [UInt32] {
    if let hashes = known[language]?[word] { return hashes }
    let lookup = lookups[language] ?? lemmas(language)
    lookups[language] = lookup
    var result: [UInt32] = []
    for lemma in [word] + lookup(word) {
      let hash = UInt32(truncatingIfNeeded: SegmentKey.fnv(lemma))
      if !result.contains(hash) { result.append(hash) }
    }
    known[language, default: [:]][word] = result
    return result
  }
}
