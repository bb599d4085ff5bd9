import Glibc
public import SamsvarModel

/// How sure a text is in a language.
public struct LanguageShare: Hashable, Sendable {
  /// The language.
  public var language: LanguageTag
  /// From 0 to 1; the shares of all languages make 1.
  public var share: Double
}

/// Tells nb, nn, en, da and sv apart, by words and letters that differ (the languages' `profile.txt`)
/// and by the words each is known to have.
public struct LanguageDetector: Sendable {
  /// What one language is known by.
  private struct Profile: Sendable {
    var language: LanguageTag
    var words: [[UInt8]: Double] = [:]
    var starts: [[UInt8]: Double] = [:]
    var ends: [[UInt8]: Double] = [:]
    var parts: [(letters: [UInt8], weight: Double)] = []
    var stopWords: Set<[UInt8]> = []
    var vocabulary: Vocabulary = .none
    /// Whether most of the language's words are known.
    var hasVocabulary = false
    var rules: SuffixRules
    var irregulars: [[UInt8]: [[UInt8]]] = [:]
  }

  private let profiles: [Profile]

  /// A detector with the languages of a folder.
  ///
  /// - Parameter vocabulary: The words known of a language.
  /// - Throws: `InputError` when a profile cannot be read.
  public init(
    _ languages: Languages, vocabulary: (LanguageTag) -> Vocabulary = { _ in .none }
  ) throws(InputError) {
    var profiles: [Profile] = []
    for code in ["nb", "nn", "en", "da", "sv"] {
      guard let tag = LanguageTag(code) else { continue }
      let data = try languages.data(for: tag)
      var profile = Profile(language: tag, rules: data.suffixRules)
      profile.stopWords = data.stopWords
      profile.vocabulary = vocabulary(tag)
      profile.hasVocabulary = data.wordList != nil || ["nb", "nn", "en"].contains(code)
      profile.irregulars = data.irregulars
      for line in try DataLines.read("\(languages.path)/\(code)/profile.txt") {
        Self.add(line, to: &profile)
      }
      profiles.append(profile)
    }
    self.profiles = profiles
  }

  private static func add(_ line: String, to profile: inout Profile) {
    let columns = line.split(separator: "\t")
    guard columns.count == 3, let weight = Double(columns[2]) else { return }
    let letters = Array(columns[1].utf8)
    switch columns[0] {
    case "word": profile.words[letters] = weight
    case "start": profile.starts[letters] = weight
    case "end": profile.ends[letters] = weight
    default: profile.parts.append((letters, weight))
    }
  }

  /// The languages of a text, likeliest first; Bokmål leads where nothing tells.
  ///
  /// - Complexity: O(n), for at most the first 20,000 bytes
  public func detect(_ text: [UInt8]) -> [LanguageShare] {
    var scores = [Double](repeating: 0, count: profiles.count)
    for word in Self.words(text) {
      for (index, score) in wordScores(word).enumerated() { scores[index] += score }
    }
    let best = scores.max() ?? 0
    let odds = scores.map { exp(max(-700, $0 - best)) }
    let sum = odds.reduce(0, +)
    return zip(profiles, odds).map { LanguageShare(language: $0.language, share: $1 / sum) }
      .sorted { $0.share > $1.share }
  }

  /// Words in lower case; those with a capital inside a sentence are names and say little.
  private static func words(_ text: [UInt8]) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var isStart = true
    for part in text.prefix(20_000).split(whereSeparator: { $0 <= 0x40 && $0 != 0x27 }) {
      let word = Folding.lower(Array(part))
      let isName = part.first.map { $0 &- 0x41 < 26 } ?? false
      if !isName || isStart { words.append(word) }
      isStart = false
    }
    return words
  }

  private func wordScores(_ word: [UInt8]) -> [Double] {
    let known = profiles.map { isKnown(word, $0) }
    let knowers = known.count { $0 }
    // A language whose words nobody has listed gets what its neighbours get for knowing one.
    let assumed = knowers > 0 ? 0.75 * 1.2 / Double(knowers) : 0.3
    let stops = profiles.map { $0.stopWords.contains(word) }
    let stoppers = stops.count { $0 }
    return profiles.indices.map { index in
      let profile = profiles[index]
      var score = profile.words[word] ?? 0
      // A word that few of the languages have speaks for those that have it.
      if known[index] {
        score += 1.2 / Double(knowers)
      } else if !profile.hasVocabulary {
        score += assumed
      }
      if stops[index] { score += 1.5 / Double(stoppers) }
      return score + letterScore(word, profile)
    }
  }

  private func letterScore(_ word: [UInt8], _ profile: Profile) -> Double {
    guard word.count > 2 else { return 0 }
    var score = 0.0
    for length in 1...min(7, word.count - 1) {
      if let weight = profile.ends[Array(word.suffix(length))] { score = max(score, weight) }
    }
    for length in 2...3 where length < word.count {
      if let weight = profile.starts[Array(word.prefix(length))] { score += weight }
    }
    for (letters, weight) in profile.parts where contains(word, letters) { score += weight }
    return score
  }

  private func contains(_ word: [UInt8], _ letters: [UInt8]) -> Bool {
    guard word.count >= letters.count else { return false }
    return (0...word.count - letters.count).contains {
      word[$0..<$0 + letters.count].elementsEqual(letters)
    }
  }

  private func isKnown(_ word: [UInt8], _ profile: Profile) -> Bool {
    if !profile.vocabulary.parts(of: word).isEmpty || profile.irregulars[word] != nil { return true }
    return profile.rules.candidates(word).contains {
      !profile.vocabulary.parts(of: $0.lemma).isDisjoint(with: $0.parts)
    }
  }
}
