/// A subtitle: some text with the time it is shown.
public struct Cue: Hashable, Sendable {
  /// What the file calls it; empty where it has no name.
  public var id: String
  /// When it appears, in milliseconds.
  public var start: Int
  /// When it disappears, in milliseconds.
  public var end: Int
  /// What follows the times on their line: position and alignment.
  public var settings: String
  /// UTF-8 offsets into the document's text; empty where the cue holds no text.
  public var range: Range<Int>

  /// A cue of the given times.
  public init(id: String, start: Int, end: Int, settings: String = "", range: Range<Int> = 0..<0) {
    self.id = id
    self.start = start
    self.end = end
    self.settings = settings
    self.range = range
  }
}

extension Document {
  /// For each cue the segments that stand in it wholly or partly; cues and segments may each span
  /// several of the other.
  ///
  /// - Complexity: O(cues + segments)
  public func segmentsOfCues() -> [Range<Int>] {
    var first = 0
    return cues.map { cue in
      while first < segments.count, segments[first].range.upperBound <= cue.range.lowerBound {
        first += 1
      }
      var end = first
      while end < segments.count, segments[end].range.lowerBound < cue.range.upperBound { end += 1 }
      return first..<end
    }
  }
}
