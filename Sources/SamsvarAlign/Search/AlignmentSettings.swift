import Glibc

/// The settings of the alignment search; the defaults were fitted on development data.
public struct AlignmentSettings: Hashable, Sendable {
  /// The text: The score of a bead is the logarithm of how much likelier its coverage is for texts
  /// that correspond than for texts that do not:.
  ///
  ///     base + baseByWeight * w + min(c, coverageCap) * (slope + slopeByWeight * w),  w = ln(W + 5)
  ///
  /// with coverage c and the weight W of its words, in words as rare as they get in a text of 30
  /// segments. The form is a logistic regression of pairs on both; long segments without much in
  /// common are seldom translations, short ones may well be.
  var base: Float = 12
  var baseByWeight: Float = -4.35
  var slope: Float = -16.9
  var slopeByWeight: Float = 10.95
  /// Coverage beyond this says no more.
  var coverageCap: Float = 0.9
  /// What an unlikely difference of length costs, times z² (Gale & Church 1993, section 2.1).
  var lengthWeight: Float = 0.3
  /// z² beyond this costs no more.
  var lengthCap: Float = 12
  /// The cost of leaving a segment without counterpart in the first pass.
  var nullCost: Float = 1.5
  /// In the second pass the cost is this times -ln(share of segments without counterpart), since the
  /// first has shown how common they are.
  var nullWeight: Float = 0.65
  /// The share of segments without counterpart to expect before anything is known, and how many
  /// segments' worth that expectation is.
  var nullPrior: Float = 0.05
  var nullPriorWeight: Float = 10
  /// The cost of each segment beyond 1-1 on the longer side.
  var extraCost: Float = 1.9
  /// The cost of each segment beyond the first on both sides.
  var mergerCost: Float = 2
  /// What a segment in a bead of several costs when the other side explains nothing of it.
  var strangerCost: Float = 1
  /// The explained share from which a segment is no stranger.
  var strangerShare: Float = 0.2
  /// How well a learned pair of words matches at most.
  var learnedScore: Float = 0.6
  /// What a bead must score to be learned from.
  var sureScore: Float = -1.5
  /// The most segments of one side in a bead.
  var largestBead = 4

  /// The default settings.
  public init() {}

  /// The cost of a segment without counterpart when so many of all have none.
  func nullCost(_ nulls: Int, of total: Int) -> Float {
    let share = (Float(nulls) + nullPrior * nullPriorWeight) / (Float(total) + nullPriorWeight)
    return -nullWeight * logf(share)
  }

  /// What a bead of m : n segments costs beside 1-1.
  func penalty(_ source: Int, _ target: Int) -> Float {
    let small = min(source, target)
    let large = max(source, target)
    return mergerCost * Float(small - 1) + extraCost * Float(large - small)
  }
}
