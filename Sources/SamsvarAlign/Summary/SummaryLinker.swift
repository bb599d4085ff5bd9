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
/// until none adds enough. Order plays no part, a headline is neither preferred nor excluded. Only
/// segments that an inverted index finds are looked at.
struct SummaryLinker {
  let similarity: Similarity
  let settings: SummarySettings
  private let postings: Postings
  private let weights: [Float]

  init(_ similarity: Similarity, settings: SummarySettings = SummarySettings()) {
    self.similarity = similarity
    self.settings = settings
    postings = Postings(similarity.source)
    weights = Self.weights(similarity, postings)
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
    let candidates = candidates(units)
    var explained = [Float](repeating: 0, count: units.count)
    var chosen: [Int] = []
    while chosen.count < settings.largestLink {
      guard let (candidate, gain) = best(candidates, units, explained, excluding: chosen),
        gain >= required(candidate.segment, total: total, chosen: chosen)
      else { break }
      chosen.append(candidate.segment)
      for index in units.indices {
        explained[index] = max(explained[index], candidate.scores[index])
      }
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

  // MARK: - Candidates

  /// A source segment that shares a word of meaning or a value with a summary segment.
  private struct Candidate {
    let segment: Int
    /// How well it explains each unit of the summary segment.
    var scores: [Float]
    /// How much of its own weight the summary segment takes up.
    var share: Float = 0
  }

  /// The source segments in question, ascending: those that hold a match of a unit that is no stop
  /// word.
  private func candidates(_ units: [Int]) -> [Candidate] {
    var slots: [Int32: Int] = [:]
    var candidates: [Candidate] = []
    let empty = [Float](repeating: 0, count: units.count)
    for isStop in [false, true] {
      for index in units.indices where similarity.target.isStopWord(units[index]) == isStop {
        for number in similarity.backward.range(units[index]) {
          let match = similarity.backward[number]
          for segment in postings.segments(of: Int(match.unit)) {
            if slots[segment] == nil {
              if isStop { continue }
              slots[segment] = candidates.count
              candidates.append(Candidate(segment: Int(segment), scores: empty))
            }
            guard let slot = slots[segment] else { continue }
            candidates[slot].scores[index] = max(candidates[slot].scores[index], match.score)
          }
        }
      }
    }
    let present = Set(units.map { Int32($0) })
    for slot in candidates.indices {
      candidates[slot].share = sourceShare(candidates[slot].segment, present)
    }
    return candidates.sorted { $0.segment < $1.segment }
  }

  /// The candidate with the greatest gain.
  private func best(
    _ candidates: [Candidate], _ units: [Int], _ explained: [Float], excluding chosen: [Int]
  ) -> (Candidate, Float)? {
    var found: (index: Int, gain: Float, value: Float)?
    for (index, candidate) in candidates.enumerated()
    where !chosen.contains(candidate.segment) {
      var gain: Float = 0
      for unit in units.indices {
        gain += weights[units[unit]] * max(0, candidate.scores[unit] - explained[unit])
      }
      let value = gain * (1 + settings.sourceShare * candidate.share)
      if value > (found?.value ?? 0) { found = (index, gain, value) }
    }
    return found.map { (candidates[$0.index], $0.gain) }
  }

  /// How much of a source segment's weight the summary segment takes up.
  private func sourceShare(_ segment: Int, _ units: Set<Int32>) -> Float {
    var total: Float = 0
    var used: Float = 0
    for index in similarity.source.range(segment..<segment + 1) {
      let unit = Int(similarity.source.units[index])
      let weight = similarity.source.weights[unit]
      total += weight
      let score = similarity.forward.range(unit).reduce(Float(0)) { best, number in
        let match = similarity.forward[number]
        return match.score > best && units.contains(match.unit) ? match.score : best
      }
      used += weight * score
    }
    return total > 0 ? used / total : 0
  }

  /// The weight of each summary unit by how many source segments hold a match for it.
  private static func weights(_ similarity: Similarity, _ postings: Postings) -> [Float] {
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
