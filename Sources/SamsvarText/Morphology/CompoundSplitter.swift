import SamsvarDataFiles
import SamsvarModel

/// Cuts Norwegian compounds into a modifier and a head.
///
/// Both must be words; a linking -s- or -e- belongs to the modifier (`arbeids` + `miljø`). Every cut is a
/// reading with a score: known words count by how common and how long they are, a linking -s- where
/// the modifier wants one. The best reading must beat leaving the word whole.
package struct CompoundSplitter: Sendable {
  /// One way to cut a word.
  package struct Reading: Hashable, Sendable {
    /// The first part with its linking letter.
    package var modifier: [UInt8]
    /// The first part as a word.
    package var modifierLemma: [UInt8]
    /// The second part as it stands.
    package var head: [UInt8]
    package var score: Double
    package var reason: String
  }

  /// What a reading must score; tuned on development data for few false cuts.
  private static let threshold = 2.3

  private let lemmatiser: Lemmatiser
  private let vocabulary: Vocabulary
  private let parts: CompoundParts

  /// A splitter; the vocabulary's words count as common, those of the word list as known.
  package init(_ data: LanguageData, vocabulary: Vocabulary) {
    lemmatiser = Lemmatiser(data, vocabulary: vocabulary)
    self.vocabulary = vocabulary
    parts = data.compoundParts
  }

  /// The readings of a word in lower case, best first; none for a word that is no compound.
  ///
  /// Words of more than 100 bytes are no compounds.
  ///
  /// - Complexity: O(n) look-ups in the length of the word
  package func readings(of word: [UInt8]) -> [Reading] {
    guard (6...Lemmatiser.longestCompound).contains(word.count) else { return [] }
    var readings: [Reading] = []
    for cut in 2..<word.count - 2 where word[cut] & 0xC0 != 0x80 {
      if let reading = reading(word, cut) { readings.append(reading) }
    }
    return readings.filter { $0.score >= Self.threshold }
      .sorted { ($0.score, $0.head.count) > ($1.score, $1.head.count) }
  }

  private func reading(_ word: [UInt8], _ cut: Int) -> Reading? {
    let head = Array(word[cut...])
    guard let headScore = headScore(head), let modifier = modifier(Array(word[..<cut])) else {
      return nil
    }
    // Short words are cut by chance more often than by sense: `kur` + `siv`.
    let chance = 0.12 * Double(max(0, 11 - word.count))
    // Two common nouns are what most compounds are made of.
    let pair = isCommon(modifier.lemma, [.noun]) && isCommon(head, [.noun]) ? 0.2 : 0
    return Reading(
      modifier: Array(word[..<cut]), modifierLemma: modifier.lemma, head: head,
      score: headScore + modifier.score - chance + pair, reason: modifier.reason)
  }

  // MARK: - Heads

  private func headScore(_ head: [UInt8]) -> Double? {
    if parts.heads.contains(head) { return 1.4 }
    guard head.count >= 3, !parts.derivations.contains(head) else { return nil }
    return lemmatiser.knownLemmas(of: head).compactMap { lemma -> Double? in
      guard !parts.derivations.contains(lemma) else { return nil }
      let score = wordScore(lemma, allowing: [.noun, .verb, .adjective])
      return score.map { lemma == head ? $0 + 0.1 : $0 - inflected(lemma) }
    }.max()
  }

  /// Inflected verbs and adjectives are mostly particle verbs (`avdekket`), which are no compounds to
  /// the dictionaries; inflected nouns are what compounds are for.
  private func inflected(_ lemma: [UInt8]) -> Double {
    lemmatiser.parts(of: lemma).contains(.noun) ? 0 : 0.4
  }

  // MARK: - Modifiers

  private func modifier(_ part: [UInt8]) -> (lemma: [UInt8], score: Double, reason: String)? {
    if parts.prefixes.contains(part) { return (part, 1.5, "prefix") }
    var kinds: PartsOfSpeech = [.noun, .adjective, .name, .numeral]
    if part.last == 0x65 { kinds.insert(.verb) }
    var best: (lemma: [UInt8], score: Double, reason: String)?
    if let score = wordScore(part, allowing: kinds) {
      best = (part, score - (wantsLink(part) ? 1 : 0), "no link")
    }
    guard part.count > 3, let last = part.last, last == 0x73 || last == 0x65 else { return best }
    let bare = Array(part.dropLast())
    guard let score = wordScore(bare, allowing: [.noun]) else { return best }
    let wants = last == 0x73 && (wantsLink(bare) || isCompound(bare))
    let linked = score + (last == 0x73 ? (wants ? 0.4 : 0) : -0.3)
    if linked > (best?.score ?? 0) {
      best = (bare, linked, "link -\(String(decoding: [last], as: UTF8.self))-")
    }
    return best
  }

  /// Words that take a linking -s- nearly always: those in -ing, -sjon, -het, -skap, -dom, -sel, -tet.
  private func wantsLink(_ word: [UInt8]) -> Bool {
    Self.linkingEndings.contains {
      word.count >= $0.count && word.count > 3 && word.suffix($0.count).elementsEqual($0)
    }
  }

  private static let linkingEndings: [[UInt8]] = [
    "ing", "sjon", "het", "heit", "skap", "dom", "sel", "tet", "nad", "else", "arbeid", "handel",
  ].map { Array($0.utf8) }

  /// Whether a modifier is a compound itself, as in `førstehjelps` + `kurs`: those take the -s- too.
  private func isCompound(_ word: [UInt8]) -> Bool {
    guard word.count >= 7 else { return false }
    return (3..<word.count - 2).contains { cut in
      word[cut] & 0xC0 != 0x80 && isCommon(Array(word[cut...]), [.noun])
        && isCommon(Array(word[..<cut]), [.noun, .adjective, .numeral, .verb])
    }
  }

  private func isCommon(_ word: [UInt8], _ kinds: PartsOfSpeech) -> Bool {
    !vocabulary.parts(of: word).isDisjoint(with: kinds) || parts.prefixes.contains(word)
  }

  // MARK: - Words

  /// How sure a part is a word: more for common and for long ones.
  private func wordScore(_ word: [UInt8], allowing kinds: PartsOfSpeech) -> Double? {
    guard word.count >= 2 else { return nil }
    let length = Double(min(word.count, 8)) * 0.1
    let short = word.count <= 2 ? 0.4 : word.count == 3 ? 0.25 : 0
    if !vocabulary.parts(of: word).isDisjoint(with: kinds) { return 1 + length - short }
    guard word.count >= 3, !lemmatiser.parts(of: word).isDisjoint(with: kinds) else { return nil }
    return 0.6 + length - 2 * short
  }
}
