import SamsvarFormats
public import SamsvarModel
import SamsvarTerms
import SamsvarText

extension Pipeline {
  private struct OccurrenceRecord: Encodable {
    var id: String
    var side: String
    var concept: String
    var term: String
    var start: Int
    var end: Int
    var form: String
  }

  /// Where a termbase's terms stand, as JSON Lines of the machine interface.
  ///
  /// - Throws: `InputError` when a language's data cannot be read.
  public func termLines(
    _ analysis: BitextAnalysis, termbase: Termbase, sides: Set<Side>, offsets: OffsetUnit
  ) throws(InputError) -> String {
    var result = ""
    for side in Side.allCases where sides.contains(side) {
      let document = side == .source ? analysis.source : analysis.target
      let owners = Self.owners(analysis, side, count: document.count)
      for occurrence in try occurrences(of: termbase, in: document) {
        let segment = document.document.segments[occurrence.segment].range
        let range =
          occurrence.range.lowerBound - segment.lowerBound..<occurrence.range.upperBound
          - segment.lowerBound
        let span = OffsetCounter(document.document.text[segment], unit: offsets).ranges([range])[0]
        result += JSONLines.line(
          OccurrenceRecord(
            id: analysis.bitext.id(ofBead: owners[occurrence.segment]), side: side.rawValue,
            concept: termbase.concepts[occurrence.concept].id, term: occurrence.term.term,
            start: span.lowerBound, end: span.upperBound, form: occurrence.form.rawValue))
      }
    }
    return result
  }

  /// How many terms of a termbase stand in a bitext.
  ///
  /// - Throws: `InputError` when a language's data cannot be read.
  public func termCount(
    _ analysis: BitextAnalysis, termbase: Termbase, sides: Set<Side>
  ) throws(InputError) -> Int {
    var count = 0
    if sides.contains(.source) {
      count += try occurrences(of: termbase, in: analysis.source).count
    }
    if sides.contains(.target) {
      count += try occurrences(of: termbase, in: analysis.target).count
    }
    return count
  }

  /// For each segment the bead it stands in.
  private static func owners(_ analysis: BitextAnalysis, _ side: Side, count: Int) -> [Int] {
    var owners = [Int](repeating: 0, count: count)
    for (number, bead) in analysis.alignment.beads.enumerated() {
      for segment in side == .source ? bead.source : bead.target { owners[segment] = number }
    }
    return owners
  }
}
