package import SamsvarLexicon
import SamsvarModel
package import SamsvarText

/// How much of two stretches of text each explains of the other.
///
///     cov(S, T) = (sum over words of T of w * best match in S
///                  + sum over words of S of w * best match in T) / sum of all w
///
/// 0 when nothing matches, 1 when every word of both sides stands on the other too.
package struct Similarity: Sendable {
  let source: UnitDocument
  let target: UnitDocument
  private(set) var forward: UnitMatches
  private(set) var backward: UnitMatches
  private let sourceWeights: [Float]
  private let targetWeights: [Float]

  /// Prepares two documents.
  ///
  /// - Complexity: O(n) in the number of words, besides lexicon look-up
  package init(
    _ source: AnalysedDocument, _ target: AnalysedDocument, languages: (LanguageData, LanguageData),
    lexicon: Lexicon?
  ) {
    self.source = UnitDocument(source)
    self.target = UnitDocument(target)
    let sourceSide = MatchSide(source, self.source, languages.0)
    let targetSide = MatchSide(target, self.target, languages.1)
    // Compounds are cut on the side that writes them as one word.
    if languages.1.writing.joinsCompounds, !languages.0.writing.joinsCompounds {
      backward = MatchFinder(from: targetSide, to: sourceSide, lexicon: lexicon).matches()
      forward = backward.transposed(unitCount: self.source.weights.count)
    } else {
      forward = MatchFinder(from: sourceSide, to: targetSide, lexicon: lexicon).matches()
      backward = forward.transposed(unitCount: self.target.weights.count)
    }
    let sourceUnits = self.source
    let targetUnits = self.target
    sourceWeights = Self.sums(sourceUnits)
    targetWeights = Self.sums(targetUnits)
  }

  /// The same documents with other matches.
  func replacing(forward: UnitMatches) -> Similarity {
    var copy = self
    copy.forward = forward
    copy.backward = forward.transposed(unitCount: target.weights.count)
    return copy
  }

  private static func sums(_ units: UnitDocument) -> [Float] {
    (0..<units.count).map { segment in
      units.range(segment..<segment + 1).reduce(0) { $0 + units.weights[Int(units.units[$1])] }
    }
  }

  /// The total weight of a run of source segments.
  func sourceWeight(_ segments: Range<Int>) -> Float {
    segments.count == 1
      ? sourceWeights[segments.lowerBound] : segments.reduce(0) { $0 + sourceWeights[$1] }
  }

  /// The total weight of a run of target segments.
  func targetWeight(_ segments: Range<Int>) -> Float {
    segments.count == 1
      ? targetWeights[segments.lowerBound] : segments.reduce(0) { $0 + targetWeights[$1] }
  }
}

/// Working memory for computing coverage; one for each task.
struct CoverageScratch {
  /// For each source unit the number of the last source stretch it was seen in.
  private var stamps: [Int32]
  private var best: [Float]
  /// How much of each segment the last coverage explained: the targets, then the sources.
  private(set) var shares: [Float] = []
  private var stamp: Int32 = 0
  private var loaded: Range<Int> = 0..<0

  init(_ similarity: Similarity) {
    stamps = [Int32](repeating: -1, count: similarity.source.weights.count)
    best = [Float](repeating: 0, count: similarity.source.weights.count)
  }

  /// Coverage of a run of source segments and a run of target segments.
  ///
  /// - Complexity: O(words times matches a word); loading the same source again costs nothing
  mutating func coverage(
    _ similarity: Similarity, _ source: Range<Int>, _ target: Range<Int>
  ) -> Float {
    let total = similarity.sourceWeight(source) + similarity.targetWeight(target)
    guard total > 0 else { return 0 }
    if source != loaded || stamp == 0 { load(similarity, source) }
    let explained = explain(similarity, source, target)
    return explained / total
  }

  private mutating func load(_ similarity: Similarity, _ source: Range<Int>) {
    stamp += 1
    loaded = source
    for index in similarity.source.range(source) {
      stamps[Int(similarity.source.units[index])] = stamp
    }
  }

  private mutating func explain(
    _ similarity: Similarity, _ source: Range<Int>, _ target: Range<Int>
  ) -> Float {
    shares.removeAll(keepingCapacity: true)
    var sum: Float = 0
    for segment in target {
      let explained = explain(similarity, target: segment)
      shares.append(explained / max(0.1, similarity.targetWeight(segment..<segment + 1)))
      sum += explained
    }
    for segment in source {
      var explained: Float = 0
      for index in similarity.source.range(segment..<segment + 1) {
        let unit = Int(similarity.source.units[index])
        explained += best[unit] * similarity.source.weights[unit]
      }
      shares.append(explained / max(0.1, similarity.sourceWeight(segment..<segment + 1)))
      sum += explained
    }
    for index in similarity.source.range(source) {
      best[Int(similarity.source.units[index])] = 0
    }
    return sum
  }

  /// What the loaded source segments explain of a target segment; notes the best of each source unit.
  private mutating func explain(_ similarity: Similarity, target segment: Int) -> Float {
    var explained: Float = 0
    for index in similarity.target.range(segment..<segment + 1) {
      let unit = Int(similarity.target.units[index])
      var bestHere: Float = 0
      for number in similarity.backward.range(unit) {
        let match = similarity.backward[number]
        guard stamps[Int(match.unit)] == stamp else { continue }
        if match.score > bestHere { bestHere = match.score }
        if match.score > best[Int(match.unit)] { best[Int(match.unit)] = match.score }
      }
      explained += bestHere * similarity.target.weights[unit]
    }
    return explained
  }
}
