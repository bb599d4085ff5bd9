/// How well an alignment agrees with a gold alignment.
///
/// Strict and lax precision and recall after Thompson & Koehn (2019), section 5.3. Precision is over
/// all beads of the test alignment; strict: the same bead is in the gold; lax: it is, or a gold bead
/// overlaps it on both sides. Recall is over gold beads with text on both sides. Null beads of
/// several segments are first cut into one a segment. Counts add up over documents.
public struct AlignmentScore: Hashable, Sendable {
  /// A bead as two lists of segment indices.
  public struct GoldBead: Hashable, Sendable {
    /// Source indices.
    public var source: [Int]
    /// Target indices.
    public var target: [Int]

    /// A bead of the given indices.
    public init(source: [Int], target: [Int]) {
      self.source = source
      self.target = target
    }
  }

  private var precisionStrict = 0
  private var precisionLax = 0
  private var judged = 0
  private var recallStrict = 0
  private var recallLax = 0
  private var wanted = 0
  private var nullMissed = 0
  private var goldNulls = 0
  private var nullFalse = 0
  private var segments = 0

  /// A score of nothing.
  public init() {}

  /// Adds one document.
  ///
  /// - Complexity: O(n)
  public mutating func add(gold: [GoldBead], test: [GoldBead]) {
    let gold = Self.normalised(gold)
    let test = Self.normalised(test)
    let goldPairs = gold.filter(Self.isPair)
    let testPairs = test.filter(Self.isPair)
    let precision = Self.hits(test, gold)
    precisionStrict += precision.strict
    precisionLax += precision.lax
    judged += test.count
    let recall = Self.hits(goldPairs, testPairs)
    recallStrict += recall.strict
    recallLax += recall.lax
    wanted += goldPairs.count
    addNulls(gold, test)
  }

  private mutating func addNulls(_ gold: Set<GoldBead>, _ test: Set<GoldBead>) {
    let goldNull = Self.places(gold.filter { !Self.isPair($0) })
    let all = Self.places(gold)
    let testPaired = Self.places(test.filter(Self.isPair))
    let testNull = all.subtracting(testPaired)
    nullMissed += goldNull.subtracting(testNull).count
    goldNulls += goldNull.count
    nullFalse += testNull.subtracting(goldNull).count
    segments += all.count
  }

  private static func isPair(_ bead: GoldBead) -> Bool {
    !bead.source.isEmpty && !bead.target.isEmpty
  }

  private static func normalised(_ beads: [GoldBead]) -> Set<GoldBead> {
    Set(
      beads.flatMap { bead -> [GoldBead] in
        if isPair(bead) { return [bead] }
        return bead.source.map { GoldBead(source: [$0], target: []) }
          + bead.target.map { GoldBead(source: [], target: [$0]) }
      })
  }

  private static func hits(
    _ judged: Set<GoldBead>, _ reference: Set<GoldBead>
  ) -> (strict: Int, lax: Int) {
    var partners: [Int: Set<Int>] = [:]
    for bead in reference {
      for source in bead.source { partners[source, default: []].formUnion(bead.target) }
    }
    var strict = 0
    var lax = 0
    for bead in judged {
      if reference.contains(bead) {
        strict += 1
        lax += 1
      } else if bead.source.contains(where: {
        !(partners[$0] ?? []).isDisjoint(with: bead.target)
      }) {
        lax += 1
      }
    }
    return (strict, lax)
  }

  /// Segments of both sides: targets as negative numbers.
  private static func places(_ beads: Set<GoldBead>) -> Set<Int> {
    Set(beads.flatMap { $0.source + $0.target.map { -$0 - 1 } })
  }

  // MARK: - Figures

  /// Strict precision.
  public var strictPrecision: Double { Self.share(precisionStrict, judged) }
  /// Strict recall.
  public var strictRecall: Double { Self.share(recallStrict, wanted) }
  /// Strict F1.
  public var strictF1: Double { Self.f1(strictPrecision, strictRecall) }
  /// Lax precision.
  public var laxPrecision: Double { Self.share(precisionLax, judged) }
  /// Lax recall.
  public var laxRecall: Double { Self.share(recallLax, wanted) }
  /// Lax F1.
  public var laxF1: Double { Self.f1(laxPrecision, laxRecall) }
  /// The share of segments without counterpart in the gold that were given one.
  public var nullMiss: Double { Self.share(nullMissed, goldNulls) }
  /// The share of segments with a counterpart in the gold that were left without.
  public var nullFalseRate: Double { Self.share(nullFalse, segments - goldNulls) }
  /// The share of all segments whose null status is wrong.
  public var nullError: Double { Self.share(nullMissed + nullFalse, segments) }

  private static func share(_ part: Int, _ whole: Int) -> Double {
    whole == 0 ? 0 : Double(part) / Double(whole)
  }

  private static func f1(_ precision: Double, _ recall: Double) -> Double {
    precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
  }
}
