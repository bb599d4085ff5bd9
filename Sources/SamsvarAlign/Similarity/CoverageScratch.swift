/// Computes coverage, and holds the working memory for it; one for each task.
///
/// A word that stands several times on one side is explained as often as words that match it stand on
/// the other: a heading repeated in the sentence after it is not explained by that sentence's
/// translation.
///
/// This is the innermost loop of the search, so everything lies in buffers of its own, without reference
/// counts or checks for shared storage.
struct CoverageScratch: ~Copyable {
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

  private let source: FlatDocument
  private let target: FlatDocument
  private let matchStarts: FlatBuffer<Int32>
  private let matches: FlatBuffer<UnitMatches.Match>
  private let sources: FlatBuffer<SourceUnit>
  private let targets: FlatBuffer<TargetUnit>
  private var stamp: Int32 = 0
  private var targetStamp: Int32 = 0
  private var loaded: Range<Int> = 0..<0
  /// How much of each segment the last coverage explained: the targets, then the sources.
  private(set) var shares: [Float] = []

  init(_ similarity: Similarity) {
    source = FlatDocument(similarity.source, similarity.sourceWeights)
    target = FlatDocument(similarity.target, similarity.targetWeights)
    matchStarts = FlatBuffer(similarity.backward.starts)
    matches = FlatBuffer(similarity.backward.matches)
    sources = FlatBuffer(repeating: SourceUnit(), count: similarity.source.weights.count)
    targets = FlatBuffer(repeating: TargetUnit(), count: similarity.target.weights.count)
    shares.reserveCapacity(16)
  }

  /// The total weight of a run of source segments and a run of target segments.
  func weight(_ source: Range<Int>, _ target: Range<Int>) -> Float {
    self.source.weight(source) + self.target.weight(target)
  }

  /// The lengths of both in bytes.
  func lengths(_ source: Range<Int>, _ target: Range<Int>) -> (source: Float, target: Float) {
    (self.source.length(source), self.target.length(target))
  }

  /// Coverage of a run of source segments and a run of target segments.
  ///
  /// - Complexity: O(words times matches a word); loading the same source again costs nothing
  mutating func coverage(_ sources: Range<Int>, _ targets: Range<Int>) -> Float {
    let total = weight(sources, targets)
    guard total > 0 else { return 0 }
    if sources != loaded || stamp == 0 { load(sources) }
    return explain(sources, targets) / total
  }

  private mutating func load(_ segments: Range<Int>) {
    stamp += 1
    loaded = segments
    for index in source.range(segments) {
      let unit = Int(source.units[index])
      if sources[unit].stamp == stamp {
        sources[unit].count += 1
      } else {
        sources[unit] = SourceUnit(stamp: stamp, count: 1)
      }
    }
  }

  private mutating func explain(_ sourceSegments: Range<Int>, _ targetSegments: Range<Int>) -> Float
  {
    shares.removeAll(keepingCapacity: true)
    targetStamp += 1
    var sum: Float = 0
    for segment in targetSegments {
      let explained = explain(target: segment)
      shares.append(explained / max(0.1, target.segmentWeights[segment]))
      sum += explained
    }
    for segment in sourceSegments {
      let explained = explain(source: segment)
      shares.append(explained / max(0.1, source.segmentWeights[segment]))
      sum += explained
    }
    for index in source.range(sourceSegments) {
      let unit = Int(source.units[index])
      sources[unit].best = 0
      sources[unit].hits = 0
    }
    return sum
  }

  /// What the loaded source segments explain of a target segment; notes the best of each source unit.
  private mutating func explain(target segment: Int) -> Float {
    var explained: Float = 0
    for index in target.range(segment..<segment + 1) {
      let unit = Int(target.units[index])
      let isNew = targets[unit].stamp != targetStamp
      targets[unit] = TargetUnit(stamp: targetStamp, count: isNew ? 1 : targets[unit].count + 1)
      var best: Float = 0
      var matching: Int32 = 0
      for number in Int(matchStarts[unit])..<Int(matchStarts[unit + 1]) {
        let match = matches[number]
        let other = Int(match.unit)
        guard sources[other].stamp == stamp else { continue }
        matching += sources[other].count
        sources[other].hits += 1
        if match.score > best { best = match.score }
        if match.score > sources[other].best { sources[other].best = match.score }
      }
      if targets[unit].count <= matching { explained += best * target.weights[unit] }
    }
    return explained
  }

  /// What the target explains of a loaded source segment; uses up the hits of its words.
  private mutating func explain(source segment: Int) -> Float {
    var explained: Float = 0
    for index in source.range(segment..<segment + 1) {
      let unit = Int(source.units[index])
      guard sources[unit].hits > 0 else { continue }
      sources[unit].hits -= 1
      explained += sources[unit].best * source.weights[unit]
    }
    return explained
  }
}

/// A document's units and weights in buffers.
private struct FlatDocument: ~Copyable {
  let units: FlatBuffer<Int32>
  let weights: FlatBuffer<Float>
  let segmentWeights: FlatBuffer<Float>
  private let starts: FlatBuffer<Int32>
  private let lengths: FlatBuffer<Float>

  init(_ document: UnitDocument, _ segmentWeights: [Float]) {
    units = FlatBuffer(document.units)
    weights = FlatBuffer(document.weights)
    starts = FlatBuffer(document.starts)
    lengths = FlatBuffer(document.lengths)
    self.segmentWeights = FlatBuffer(segmentWeights)
  }

  /// The units of a run of segments.
  func range(_ segments: Range<Int>) -> Range<Int> {
    Int(starts[segments.lowerBound])..<Int(starts[segments.upperBound])
  }

  func weight(_ segments: Range<Int>) -> Float {
    var sum: Float = 0
    for segment in segments { sum += segmentWeights[segment] }
    return sum
  }

  func length(_ segments: Range<Int>) -> Float {
    var sum: Float = 0
    for segment in segments { sum += lengths[segment] }
    return sum
  }
}

/// An owned buffer of plain values; indices are checked.
private struct FlatBuffer<Element: BitwiseCopyable>: ~Copyable {
  private let buffer: UnsafeMutableBufferPointer<Element>

  init(_ elements: [Element]) {
    buffer = .allocate(capacity: elements.count)
    _ = buffer.initialize(from: elements)
  }

  init(repeating element: Element, count: Int) {
    buffer = .allocate(capacity: count)
    buffer.initialize(repeating: element)
  }

  deinit { buffer.deallocate() }

  subscript(index: Int) -> Element {
    @inline(__always) get {
      precondition(buffer.indices.contains(index))
      return buffer[index]
    }
    @inline(__always) nonmutating _modify {
      precondition(buffer.indices.contains(index))
      yield &buffer[index]
    }
  }
}
