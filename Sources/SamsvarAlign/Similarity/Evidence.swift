import SamsvarText

/// Which words of two documents can say the same: the reasons behind beads and links, for rules and
/// for pages that show them.
package struct Evidence: Sendable {
  private let similarity: Similarity
  private let source: AnalysedDocument
  private let target: AnalysedDocument

  init(_ similarity: Similarity, _ source: AnalysedDocument, _ target: AnalysedDocument) {
    self.similarity = similarity
    self.source = source
    self.target = target
  }

  /// How well a target token is explained by some source segments, 0 to 1.
  package func explained(targetToken token: Int, by segments: [Int]) -> Float {
    let present = words(source, segments)
    return best(similarity.backward, Int(target.tokens[token].word), present)
  }

  /// How well a source token is explained by some target segments, 0 to 1.
  package func explained(sourceToken token: Int, by segments: [Int]) -> Float {
    let present = words(target, segments)
    return best(similarity.forward, Int(source.tokens[token].word), present)
  }

  /// The words of some source segments, to ask about many target tokens at once.
  package func sourceWords(_ segments: [Int]) -> Set<Int32> { words(source, segments) }

  /// The words of some target segments, to ask about many source tokens at once.
  package func targetWords(_ segments: [Int]) -> Set<Int32> { words(target, segments) }

  /// How well a target token is explained by some source words, 0 to 1.
  package func explained(targetToken token: Int, by present: Set<Int32>) -> Float {
    best(similarity.backward, Int(target.tokens[token].word), present)
  }

  /// How well a source token is explained by some target words, 0 to 1.
  package func explained(sourceToken token: Int, by present: Set<Int32>) -> Float {
    best(similarity.forward, Int(source.tokens[token].word), present)
  }

  /// How well a target token is explained by the source anywhere, 0 to 1.
  package func explainedAnywhere(targetToken token: Int) -> Float {
    let unit = Int(target.tokens[token].word)
    return similarity.backward.range(unit).reduce(0) { max($0, similarity.backward[$1].score) }
  }

  /// Whether a source token and a target token can say the same.
  package func isMatch(sourceToken: Int, targetToken: Int) -> Bool {
    let unit = source.tokens[sourceToken].word
    return similarity.backward.range(Int(target.tokens[targetToken].word)).contains {
      similarity.backward[$0].unit == unit && similarity.backward[$0].score >= 0.45
    }
  }

  /// The weight of a target token's word: high for rare words, low for function words.
  package func weight(targetToken token: Int) -> Float {
    similarity.target.weights[Int(target.tokens[token].word)]
  }

  /// Pairs of tokens of some source and target segments that say the same, best first, each token
  /// in at most one pair.
  package func pairs(
    _ sources: [Int], _ targets: [Int]
  ) -> [(source: Int, target: Int, score: Float)] {
    var candidates: [(source: Int, target: Int, score: Float)] = []
    let sourceTokens = sources.flatMap { Array(source.tokenRange($0)) }
    for segment in targets {
      for token in target.tokenRange(segment) where target.isContent(token) {
        let unit = Int(target.tokens[token].word)
        for index in similarity.backward.range(unit) {
          let match = similarity.backward[index]
          for other in sourceTokens where source.tokens[other].word == match.unit {
            candidates.append((other, token, match.score))
          }
        }
      }
    }
    return Self.oneToOne(candidates)
  }

  private static func oneToOne(
    _ candidates: [(source: Int, target: Int, score: Float)]
  ) -> [(source: Int, target: Int, score: Float)] {
    var usedSources: Set<Int> = []
    var usedTargets: Set<Int> = []
    return candidates.sorted { ($1.score, $0.source, $0.target) < ($0.score, $1.source, $1.target) }
      .filter { pair in
        guard !usedSources.contains(pair.source), !usedTargets.contains(pair.target) else {
          return false
        }
        usedSources.insert(pair.source)
        usedTargets.insert(pair.target)
        return true
      }
  }

  private func words(_ document: AnalysedDocument, _ segments: [Int]) -> Set<Int32> {
    var words: Set<Int32> = []
    for segment in segments {
      for token in document.tokenRange(segment) { words.insert(document.tokens[token].word) }
    }
    return words
  }

  private func best(_ matches: UnitMatches, _ unit: Int, _ present: Set<Int32>) -> Float {
    matches.range(unit).reduce(0) { best, index in
      let match = matches[index]
      return match.score > best && present.contains(match.unit) ? match.score : best
    }
  }
}
