import SamsvarDataFiles
import SamsvarModel

/// Cuts Norwegian compounds into a modifier and a head.
///
/// Both must be words; a linking -s- or -e- belongs to the modifier (`arbeids` + `miljø`). Every cut is a
/// reading with a score: known words count by how sure they are and how long, and the best reading
/// must beat leaving the word whole.
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

  private let lemmatiser: Lemmatiser
  private let vocabulary: Vocabulary

  /// A splitter; the vocabulary's words count as common, those of the word list as known.
  package init(_ lemmatiser: Lemmatiser, vocabulary: Vocabulary) {
    self.lemmatiser = lemmatiser
    self.vocabulary = vocabulary
  }

  /// The readings of a word in lower case, best first; none for a word that is no compound.
  ///
  /// - Complexity: O(n) look-ups in the length of the word
  package func readings(of word: [UInt8]) -> [Reading] {
    guard word.count >= 6 else { return [] }
    var readings: [Reading] = []
    for cut in 2..<word.count - 2 where word[cut] & 0xC0 != 0x80 {
      if let reading = reading(word, cut) { readings.append(reading) }
    }
    return readings.sorted { ($0.score, $0.head.count) > ($1.score, $1.head.count) }
  }

  private func reading(_ word: [UInt8], _ cut: Int) -> Reading? {
    let head = Array(word[cut...])
    guard let headScore = headScore(head),
      let (modifier, modifierScore, link) = modifierScore(Array(word[..<cut]))
    else { return nil }
    return Reading(
      modifier: Array(word[..<cut]), modifierLemma: modifier, head: head,
      score: headScore + modifierScore,
      reason: "\(String(decoding: modifier, as: UTF8.self))\(link.isEmpty ? "" : " + \(link)")")
  }

  private func headScore(_ head: [UInt8]) -> Double? {
    guard head.count >= 3 else { return nil }
    let lemmas = lemmatiser.knownLemmas(of: head)
    let best = lemmas.compactMap { wordScore($0) }.max()
    return best
  }

  private func modifierScore(_ modifier: [UInt8]) -> ([UInt8], Double, String)? {
    if let score = wordScore(modifier) { return (modifier, score, "") }
    guard modifier.count > 3, let last = modifier.last, last == 0x73 || last == 0x65 else {
      return nil
    }
    let bare = Array(modifier.dropLast())
    guard let score = wordScore(bare) else { return nil }
    return (bare, score, String(decoding: [last], as: UTF8.self))
  }

  private func wordScore(_ word: [UInt8]) -> Double? {
    guard word.count >= 2 else { return nil }
    let common = vocabulary.parts(of: word)
    let known = lemmatiser.parts(of: word)
    let content: PartsOfSpeech = [.noun, .verb, .adjective, .name]
    if !common.isDisjoint(with: content) { return 1 + Double(min(word.count, 8)) * 0.1 }
    if !known.isDisjoint(with: content) { return 0.5 + Double(min(word.count, 8)) * 0.1 }
    return nil
  }
}
