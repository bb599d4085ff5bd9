import Glibc
import SamsvarModel

/// The settings of summary linking; the defaults were tuned on development data.
struct SummarySettings: Hashable, Sendable {
  /// The share of a summary segment's weight that a further source segment must newly explain.
  var minimumGain: Float = 0.085
  /// What it must newly explain at least, in words as rare as can be.
  var minimumWords: Float = 1.05
  /// How much more that is for each doubling of the distance to what was chosen before: a weak hint
  /// that what stands together in the article belongs together.
  var distanceCost: Float = 0.4
  /// The share that the first must explain for there to be any link.
  var minimumFirst: Float = 0.08
  /// How much a source segment's own explained share counts beside the gain.
  var sourceShare: Float = 0.5
  /// The most source segments of one link.
  var largestLink = 6

  /// The default settings.
  init() {}
}

/// Links each segment of a summary to the source segments that support it.
///
/// Greedy coverage: the source segment that explains most of what is not yet explained is added
/// until none adds enough. Order plays no part, a headline is neither preferred nor excluded.
struct SummaryLinker {
  let similarity: Similarity
  let settings: SummarySettings
  private let weights: [Float]

  init(_ similarity: Similarity, settings: SummarySettings = SummarySettings()) {
    self.similarity = similarity
    self.settings = settings
    weights = Self.weights(similarity)
  }

  /// The links of all summary segments, in order.
  ///
  /// - Complexity: O(n) in the words of the summary times the segments that share one
  func links() -> [SummaryLink] { (0..<similarity.target.count).map(link) }

  private func link(_ summary: Int) -> SummaryLink {
    let units = similarity.target.range(summary..<summary + 1).map {
      Int(similarity.target.units[$0])
    }
    let total = units.reduce(0) { $0 + weights[$1] }
    guard total > 0 else { return SummaryLink(summary: summary, sources: [], confidence: 0) }
    var explained = [Float](repeating: 0, count: units.count)
    var chosen: [Int] = []
    while chosen.count < settings.largestLink {
      guard let (segment, gain, scores) = best(units, explained, excluding: chosen),
        gain >= required(segment, total: total, chosen: chosen)
      else { break }
      chosen.append(segment)
      for index in units.indices { explained[index] = max(explained[index], scores[index]) }
    }
    let share = zip(units, explained).reduce(0) { $0 + weights[$1.0] * $1.1 } / total
    let confidence = chosen.isEmpty ? 0 : Double(min(1, share * 1.3)).rounded(toPlaces: 3)
    return SummaryLink(summary: summary, sources: chosen.sorted(), confidence: confidence)
  }

  /// The gain at which a further segment is worth a link.
  private func required(_ segment: Int, total: Float, chosen: [Int]) -> Float {
    guard let distance = chosen.map({ abs($0 - segment) }).min() else {
      return total * settings.minimumFirst
    }
    let rarest = logf(Float(similarity.source.count) + 6)
    return max(
      total * settings.minimumGain,
      settings.minimumWords * rarest * (1 + settings.distanceCost * log2f(Float(distance))))
  }

  /// The source segment with the greatest gain, with its score for each unit.
  private func best(
    _ units: [Int], _ explained: [Float], excluding chosen: [Int]
  ) -> (Int, Float, [Float])? {
    var found: (segment: Int, gain: Float, scores: [Float], value: Float)?
    for segment in 0..<similarity.source.count where !chosen.contains(segment) {
      let scores = scores(units, in: segment)
      var gain: Float = 0
      for index in units.indices {
        gain += weights[units[index]] * max(0, scores[index] - explained[index])
      }
      let value = gain * (1 + settings.sourceShare * sourceShare(segment, units))
      if value > (found?.value ?? 0) { found = (segment, gain, scores, value) }
    }
    return found.map { ($0.segment, $0.gain, $0.scores) }
  }

  private func scores(_ units: [Int], in segment: Int) -> [Float] {
    let present = similarity.source.range(segment..<segment + 1).map { similarity.source.units[$0] }
    return units.map { unit in
      similarity.backward.range(unit).reduce(0) { best, index in
        let match = similarity.backward[index]
        return match.score > best && present.contains(match.unit) ? match.score : best
      }
    }
  }

  /// How much of a source segment's weight the summary segment takes up.
  private func sourceShare(_ segment: Int, _ units: [Int]) -> Float {
    var total: Float = 0
    var used: Float = 0
    for index in similarity.source.range(segment..<segment + 1) {
      let unit = Int(similarity.source.units[index])
      let weight = similarity.source.weights[unit]
      total += weight
      let score = similarity.forward.range(unit).reduce(Float(0)) { best, number in
        let match = similarity.forward[number]
        return match.score > best && units.contains(Int(match.unit)) ? match.score : best
      }
      used += weight * score
    }
    return total > 0 ? used / total : 0
  }

  /// The weight of each summary unit by how many source segments hold a match for it.
  private static func weights(_ similarity: Similarity) -> [Float] {
    let postings = Postings(similarity.source)
    let segments = Float(similarity.source.count)
    return similarity.target.weights.indices.map { unit in
      var holders: Set<Int32> = []
      for index in similarity.backward.range(unit) {
        holders.formUnion(postings.segments(of: Int(similarity.backward[index].unit)))
      }
      let weight = logf(1 + (segments + 5) / Float(max(1, holders.count)))
      let isStop = similarity.target.isStopWord(unit)
      return isStop ? weight * 0.15 : weight
    }
  }
}
