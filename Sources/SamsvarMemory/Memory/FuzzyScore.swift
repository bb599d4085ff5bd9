/// How similar two segments are, 0 to 100: the share of their words that need no editing.
///
/// The weighted edit distance over words (Levenshtein 1966): marks count 0.3, a change of case 0.2, a
/// number for another 0.5, since it can be put in safely. 100 is for the same text alone.
package struct FuzzyScore {
  private let words: MatchWords
  private let key: [UInt8]
  private let weight: Float

  /// A segment to compare others with.
  package init(_ text: String) {
    key = SegmentKey.normalised(text)
    words = MatchWords(normalised: key)
    weight = Self.weight(words)
  }

  /// The similarity to another segment.
  ///
  /// - Complexity: O(n · m) in words
  package func score(_ other: String) -> Int {
    let other = SegmentKey.normalised(other)
    if other == key { return 100 }
    let others = MatchWords(normalised: other)
    let total = max(weight, Self.weight(others))
    guard total > 0 else { return 0 }
    let share = max(0, 1 - Self.distance(words.words, others.words) / total)
    return min(99, Int(share * 100))
  }

  private static func weight(_ words: MatchWords) -> Float {
    words.words.reduce(0) { $0 + weight($1) }
  }

  private static func weight(_ word: MatchWords.Word) -> Float { word.kind == .mark ? 0.3 : 1 }

  private static func distance(_ left: [MatchWords.Word], _ right: [MatchWords.Word]) -> Float {
    var row: [Float] = [0]
    for word in right { row.append(row[row.count - 1] + weight(word)) }
    for word in left {
      var diagonal = row[0]
      row[0] += weight(word)
      for (index, other) in right.enumerated() {
        let substitution = diagonal + cost(word, other)
        diagonal = row[index + 1]
        row[index + 1] = min(
          substitution, min(row[index] + weight(other), row[index + 1] + weight(word)))
      }
    }
    return row[row.count - 1]
  }

  private static func cost(_ word: MatchWords.Word, _ other: MatchWords.Word) -> Float {
    if word.text == other.text { return 0 }
    if word.lower == other.lower { return 0.2 }
    if word.kind == .number, other.kind == .number { return 0.5 }
    return max(weight(word), weight(other))
  }
}
