public import SamsvarModel

/// Turns the offsets of one part after the other into another unit, counted over the whole text.
public struct PartOffsets {
  private let unit: OffsetUnit
  private var base = 0
  private var part: TextInputs.Part?
  private var counter = OffsetCounter([], unit: .utf8)

  /// Offsets in a unit.
  public init(_ unit: OffsetUnit) { self.unit = unit }

  /// Goes on to the next part; a record of its own begins at 0.
  public mutating func begin(_ part: TextInputs.Part) {
    if let last = self.part { base += counter.offset(last.text.count) }
    if part.id != nil || part.offset == 0 { base = 0 }
    self.part = part
    counter = OffsetCounter(part.text, unit: unit)
  }

  /// Ascending ranges of the part, given in UTF-8 offsets of the whole text.
  public func ranges(_ ranges: [Range<Int>]) -> [Range<Int>] {
    let start = part?.offset ?? 0
    return counter.ranges(ranges.map { $0.lowerBound - start..<$0.upperBound - start })
      .map { $0.lowerBound + base..<$0.upperBound + base }
  }
}
