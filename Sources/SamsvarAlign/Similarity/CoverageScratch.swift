/// Working memory for computing coverage; one for each task.
///
/// A word that stands several times on one side is explained as often as words that match it stand on
/// the other: a heading repeated in the sentence after it is not explained by that sentence's
/// translation.
struct CoverageScratch {
  private struct SourceUnit {
    /// The number of the last source stretch it was seen in.
    var stamp: Int32 = -1
    /// How often it stands in the stretch.
    var count: Int32 = 0
    /// The best match among the target's words, and how many of them match.
    var best: Float = 0
    var hits: Int32 = 0
  }

  private struct TargetUnit {
    var stamp: Int32 = -1
    var count: Int32 = 0
  }

  private var sources: [SourceUnit]
  private var targets: [TargetUnit]
  private var stamp: Int32 = 0
  private var targetStamp: Int32 = 0
  private var loaded: Range<Int> = 0..<0
  /// How much of each segment the last coverage explained: the targets, then the sources.
  private(set) var shares: [Float] = []

  init(_ similarity: Similarity) {
    sources = [SourceUnit](repeating: SourceUnit(), count: similarity.source.weights.count)
    targets = [TargetUnit](repeating: TargetUnit(), count: similarity.target.weights.count)
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
    return explain(similarity, source, target) / total
  }

  private mutating func load(_ similarity: Similarity, _ source: Range<Int>) {
    stamp += 1
    loaded = source
    for index in similarity.source.range(source) {
      let unit = Int(similarity.source.units[index])
      if sources[unit].stamp == stamp {
        sources[unit].count += 1
      } else {
        sources[unit] = SourceUnit(stamp: stamp, count: 1)
      }
    }
  }

  private mutating func explain(
    _ similarity: Similarity, _ source: Range<Int>, _ target: Range<Int>
  ) -> Float {
    shares.removeAll(keepingCapacity: true)
    targetStamp += 1
    var sum: Float = 0
    for segment in target {
      let explained = explain(similarity, target: segment)
      shares.append(explained / max(0.1, similarity.targetWeight(segment..<segment + 1)))
      sum += explained
    }
    for segment in source {
      let explained = explain(similarity, source: segment)
      shares.append(explained / max(0.1, similarity.sourceWeight(segment..<segment + 1)))
      sum += explained
    }
    for index in similarity.source.range(source) {
      let unit = Int(similarity.source.units[index])
      sources[unit].best = 0
      sources[unit].hits = 0
    }
    return sum
  }

  /// What the loaded source segments explain of a target segment; notes the best of each source unit.
  private mutating func explain(_ similarity: Similarity, target segment: Int) -> Float {
    var explained: Float = 0
    for index in similarity.target.range(segment..<segment + 1) {
      let unit = Int(similarity.target.units[index])
      let isNew = targets[unit].stamp != targetStamp
      targets[unit] = TargetUnit(stamp: targetStamp, count: isNew ? 1 : targets[unit].count + 1)
      var best: Float = 0
      var matching: Int32 = 0
      for number in similarity.backward.range(unit) {
        let match = similarity.backward[number]
        let other = Int(match.unit)
        guard sources[other].stamp == stamp else { continue }
        matching += sources[other].count
        sources[other].hits += 1
        if match.score > best { best = match.score }
        if match.score > sources[other].best { sources[other].best = match.score }
      }
      if targets[unit].count <= matching { explained += best * similarity.target.weights[unit] }
    }
    return explained
  }

  /// What the target explains of a loaded source segment; uses up the hits of its words.
  private mutating func explain(_ similarity: Similarity, source segment: Int) -> Float {
    var explained: Float = 0
    for index in similarity.source.range(segment..<segment + 1) {
      let unit = Int(similarity.source.units[index])
      guard sources[unit].hits > 0 else { continue }
      sources[unit].hits -= 1
      explained += sources[unit].best * similarity.source.weights[unit]
    }
    return explained
  }
}
