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
  /// The total weight of each segment.
  let sourceWeights: [Float]
  let targetWeights: [Float]

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
    sourceWeights = Self.sums(self.source)
    targetWeights = Self.sums(self.target)
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
}
