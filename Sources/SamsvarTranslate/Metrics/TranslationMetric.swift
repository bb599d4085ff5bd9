import Foundation
public import SamsvarModel

/// A figure for how close translations come to references; the names are sacreBLEU's.
public enum TranslationMetric: String, Sendable, CaseIterable {
  case chrf, bleu, ter

  /// The figure for all segments together, in sacreBLEU's form, with the signature in front.
  ///
  ///     chrF2|nrefs:1|case:mixed|eff:yes|nc:6|nw:0|space:no|version:samsvar-0.1.0 = 58.3
  ///
  /// - Parameters:
  ///   - pairs: Each segment with its reference.
  ///   - digits: The digits after the point, as sacreBLEU's `--width`.
  ///   - version: What counted it.
  public func line(
    _ pairs: [(hypothesis: String, reference: String)], digits: Int, version: String
  ) -> String {
    switch self {
    case .chrf:
      var score = ChrF()
      for pair in pairs { score.add(pair.hypothesis, reference: pair.reference) }
      return "chrF2|\(ChrF.signature)|version:\(version) = \(Self.shown(score.score, digits))"
    case .bleu:
      var score = BLEU()
      for pair in pairs { score.add(pair.hypothesis, reference: pair.reference) }
      return "BLEU|\(BLEU.signature)|version:\(version) = \(Self.shown(score, digits))"
    case .ter:
      var score = TER()
      for pair in pairs { score.add(pair.hypothesis, reference: pair.reference) }
      return "TER|\(TER.signature)|version:\(version) = \(Self.shown(score.score, digits))"
    }
  }

  /// The segments of two files, line by line.
  ///
  /// - Throws: `InputError` when one has more lines than the other.
  public static func pairs(
    hypothesis: [UInt8], reference: [UInt8], files: (String, String)
  ) throws(InputError) -> [(hypothesis: String, reference: String)] {
    let left = lines(hypothesis)
    let right = lines(reference)
    guard left.count == right.count else {
      throw InputError(
        "has \(left.count) lines, but \(files.1) has \(right.count); each line is a segment",
        at: SourcePosition(file: files.0, line: min(left.count, right.count) + 1))
    }
    return Array(zip(left, right))
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map {
      String(decoding: $0.last == 0x0D ? $0.dropLast() : $0, as: UTF8.self)
    }
  }

  private static func shown(_ value: Double, _ digits: Int) -> String {
    String(format: "%.\(digits)f", value)
  }

  private static func shown(_ score: BLEU, _ digits: Int) -> String {
    let precisions = score.precisions.map { shown($0, 1) }.joined(separator: "/")
    let lengths = (Double(score.hypothesisLength), Double(score.referenceLength))
    let ratio = lengths.1 > 0 ? lengths.0 / lengths.1 : 0
    return """
      \(shown(score.score, digits)) \(precisions) (BP = \(shown(score.brevityPenalty, 3)) \
      ratio = \(shown(ratio, 3)) hyp_len = \(score.hypothesisLength) \
      ref_len = \(score.referenceLength))
      """
  }
}
