/// The greedy search for shifts of a translation edit rate: which run of words, moved where, saves most.
struct ShiftSearch {
  private static let longest = 10
  private static let farthest = 50
  private static let limit = 1000

  private let reference: [UInt32]
  private var distance: BeamEditDistance
  private var tried = 0

  /// A shift that was tried; the greatest is done.
  private struct Candidate {
    var gain: Int
    var length: Int
    var start: Int
    var target: Int
    var words: [UInt32]

    func isBetter(than other: Candidate) -> Bool {
      (gain, length, -start, -target) > (other.gain, other.length, -other.start, -other.target)
    }
  }

  /// How reference and hypothesis correspond after the best edits.
  private struct Correspondence {
    /// For each word of the reference, the hypothesis word at or before it; -1 before the first.
    var hypothesis: [Int] = []
    var isReferenceWrong: [Bool] = []
    var isHypothesisWrong: [Bool] = []

    init(_ steps: [BeamEditDistance.Step]) {
      var position = -1
      for step in steps {
        let isWrong = step != .same
        if step != .insertion {
          position += 1
          isHypothesisWrong.append(isWrong)
        }
        if step != .deletion {
          hypothesis.append(position)
          isReferenceWrong.append(isWrong)
        }
      }
    }
  }

  init(reference: [UInt32]) {
    self.reference = reference
    distance = BeamEditDistance(reference: reference)
  }

  /// The number of shifts and other edits that make a hypothesis the reference.
  ///
  /// - Complexity: O(n · m) for pairs of equal words, and at most 1000 edit distances
  mutating func edits(from hypothesis: [UInt32]) -> Int {
    var words = hypothesis
    var shifts = 0
    while let best = bestShift(words), tried < Self.limit, best.gain > 0 {
      shifts += 1
      words = best.words
    }
    return shifts + distance.distance(words)
  }

  private mutating func bestShift(_ words: [UInt32]) -> Candidate? {
    let before = distance.distance(words)
    let correspondence = Correspondence(distance.steps)
    var best: Candidate?
    for start in words.indices {
      for place in reference.indices where abs(place - start) <= Self.farthest {
        var length = 0
        while length < Self.longest, start + length < words.count,
          place + length < reference.count, words[start + length] == reference[place + length]
        {
          length += 1
          guard
            tryShifts(words, start, place, length, before, correspondence, &best)
          else { return best }
        }
      }
    }
    return best
  }

  /// Tries the places a run may be moved to; false when the limit of tries is reached.
  private mutating func tryShifts(
    _ words: [UInt32], _ start: Int, _ place: Int, _ length: Int, _ before: Int,
    _ correspondence: Correspondence, _ best: inout Candidate?
  ) -> Bool {
    guard correspondence.isHypothesisWrong[start..<start + length].contains(true),
      correspondence.isReferenceWrong[place..<place + length].contains(true),
      !(start..<start + length).contains(correspondence.hypothesis[place])
    else { return true }
    var last = -1
    for offset in -1..<length {
      let target = place + offset < 0 ? 0 : correspondence.hypothesis[place + offset] + 1
      if target == last { continue }
      last = target
      let shifted = Self.shifted(words, start, length, to: target)
      let candidate = Candidate(
        gain: before - distance.distance(shifted), length: length, start: start, target: target,
        words: shifted)
      tried += 1
      if best.map(candidate.isBetter) ?? true { best = candidate }
    }
    return tried < Self.limit
  }

  /// The words with a run of them moved; a target inside the run moves it by as much to the right.
  private static func shifted(
    _ words: [UInt32], _ start: Int, _ length: Int, to target: Int
  ) -> [UInt32] {
    let run = words[start..<start + length]
    if target < start {
      return Array(words[..<target] + run + words[target..<start] + words[(start + length)...])
    }
    let end = target > start + length ? target : min(length + target, words.count)
    return Array(words[..<start] + words[start + length..<end] + run + words[end...])
  }
}
