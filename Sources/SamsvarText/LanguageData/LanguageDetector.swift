import Glibc
public import SamsvarModel

/// How sure a text is in a language.
public struct LanguageShare: Hashable, Sendable {
  /// The language.
  public var language: LanguageTag
  /// From 0 to 1; the shares of all languages make 1.
  public var share: Double
}

/// Tells the languages apart that have a `profile.txt`, by words and letters that differ and by the
/// words each is known to have.
public struct LanguageDetector: Sendable {
  /// What a word is worth that one language alone knows.
  private static let known = 1.2
  /// What a function word is worth that one language alone has.
  private static let stopWord = 1.5
  /// The share of it that a language without a vocabulary gets.
  private static let assumed = 0.6
  /// What a word takes from a language whose word list lacks it.
  private static let foreign = 0.4

  private let profiles: [LanguageProfile]
  /// For each profile, those of the languages that share most of its words.
  private let near: [[Int]]

  /// A detector with the languages of a folder that have a profile.
  ///
  /// - Parameter vocabulary: The words known of a language.
  /// - Throws: `InputError` when a profile cannot be read.
  public init(
    _ languages: Languages, vocabulary: (LanguageTag) -> Vocabulary = { _ in .none }
  ) throws(InputError) {
    var profiles: [LanguageProfile] = []
    for tag in languages.profiled {
      profiles.append(
        LanguageProfile(
          try languages.data(for: tag),
          lines: try DataLines.read("\(languages.path)/\(tag)/profile.txt"),
          vocabulary: vocabulary(tag)))
    }
    self.profiles = profiles
    near = profiles.map { profile in
      profiles.indices.filter { profile.near.contains(profiles[$0].language.language) }
    }
  }

  /// The languages of a text, likeliest first; Bokmål leads where nothing tells.
  ///
  /// - Complexity: O(n), for at most the first 20,000 bytes
  public func detect(_ text: [UInt8]) -> [LanguageShare] {
    var scores = [Double](repeating: 0, count: profiles.count)
    for word in ProseWord.all(in: text, limit: 20_000) {
      for (index, score) in wordScores(word).enumerated() { scores[index] += score }
    }
    let best = scores.max() ?? 0
    let odds = scores.map { exp(max(-700, $0 - best)) }
    let sum = odds.reduce(0, +)
    return zip(profiles, odds).enumerated()
      .sorted { $0.element.1 != $1.element.1 ? $0.element.1 > $1.element.1 : $0.offset < $1.offset }
      .map { LanguageShare(language: $0.element.0.language, share: $0.element.1 / sum) }
  }

  /// What a word tells about each language.
  ///
  /// A word that few of the languages have speaks for those that have it. A language whose words nobody
  /// has listed gets part of what its neighbours get for knowing one: it may well have it too.
  private func wordScores(_ prose: ProseWord) -> [Double] {
    let word = prose.letters
    let knowers = profiles.map { $0.knows(word) }
    let stoppers = profiles.map { $0.isStopWord(word) }
    let forKnowing = Self.known / Double(max(1, knowers.count { $0 }))
    let forStopWord = Self.stopWord / Double(max(1, stoppers.count { $0 }))
    return profiles.indices.map { index in
      let profile = profiles[index]
      var score = profile.weight(word)
      if knowers[index] {
        score += forKnowing
      } else if !profile.hasVocabulary, isLikely(index, knowers, stoppers) {
        score += Self.assumed * forKnowing
      } else if !prose.mayBeName, profile.isForeign(word) {
        score -= Self.foreign
      }
      if stoppers[index] { score += forStopWord }
      return score
    }
  }

  /// Whether a language without a vocabulary may have a word: one that shares most words with it has
  /// it, and not as a function word, for the language's own function words are listed.
  private func isLikely(_ index: Int, _ knowers: [Bool], _ stoppers: [Bool]) -> Bool {
    near[index].contains { knowers[$0] }
      && (stoppers[index] || !near[index].contains { stoppers[$0] })
  }
}
