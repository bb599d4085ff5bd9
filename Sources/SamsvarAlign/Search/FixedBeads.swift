public import SamsvarModel

/// Beads a person has accepted: they are never moved, the rest is aligned around them.
public struct FixedBeads: Sendable {
  /// The beads with text on both sides, in order.
  let pairs: [Bead]
  /// Source segments that were accepted as having no counterpart, and likewise target segments.
  let lonelySources: Set<Int>
  let lonelyTargets: Set<Int>

  /// No beads.
  public static let none = FixedBeads(pairs: [], lonelySources: [], lonelyTargets: [])

  private init(pairs: [Bead], lonelySources: Set<Int>, lonelyTargets: Set<Int>) {
    self.pairs = pairs
    self.lonelySources = lonelySources
    self.lonelyTargets = lonelyTargets
  }

  /// Takes beads in any order.
  ///
  /// - Parameter file: What to name in error messages.
  /// - Throws: `InputError` for a bead that crosses or overlaps another, or names a segment that does
  ///   not exist.
  public init(
    _ beads: [Bead], sourceCount: Int, targetCount: Int, file: String
  ) throws(InputError) {
    for bead in beads {
      guard bead.source.upperBound <= sourceCount, bead.target.upperBound <= targetCount else {
        throw InputError(
          "the bead \(Self.name(bead)) names a segment that does not exist: the texts have "
            + "\(sourceCount) and \(targetCount) segments, counted from 0",
          at: SourcePosition(file: file))
      }
    }
    pairs = beads.filter { !$0.source.isEmpty && !$0.target.isEmpty }
      .sorted {
        ($0.source.lowerBound, $0.target.lowerBound) < ($1.source.lowerBound, $1.target.lowerBound)
      }
    lonelySources = Set(beads.filter { $0.target.isEmpty }.flatMap(\.source))
    lonelyTargets = Set(beads.filter { $0.source.isEmpty }.flatMap(\.target))
    try checkOrder(file)
  }

  private func checkOrder(_ file: String) throws(InputError) {
    for (bead, next) in zip(pairs, pairs.dropFirst()) {
      guard bead.source.upperBound <= next.source.lowerBound,
        bead.target.upperBound <= next.target.lowerBound
      else {
        throw InputError(
          "the beads \(Self.name(bead)) and \(Self.name(next)) cross or overlap; remove one",
          at: SourcePosition(file: file))
      }
    }
    for bead in pairs
    where bead.source.contains(where: lonelySources.contains)
      || bead.target.contains(where: lonelyTargets.contains)
    {
      throw InputError(
        "a segment of the bead \(Self.name(bead)) is also given as having no counterpart",
        at: SourcePosition(file: file))
    }
  }

  private static func name(_ bead: Bead) -> String {
    func list(_ range: Range<Int>) -> String { range.map(String.init).joined(separator: ",") }
    return "\(list(bead.source))–\(list(bead.target))"
  }

  /// The stretches between the beads, where the search is free.
  func gaps(rows: Range<Int>, columns: Range<Int>) -> [(rows: Range<Int>, columns: Range<Int>)] {
    var row = rows.lowerBound
    var column = columns.lowerBound
    var gaps: [(Range<Int>, Range<Int>)] = []
    for pair in pairs {
      gaps.append((row..<pair.source.lowerBound, column..<pair.target.lowerBound))
      (row, column) = (pair.source.upperBound, pair.target.upperBound)
    }
    gaps.append((row..<rows.upperBound, column..<columns.upperBound))
    return gaps
  }
}
