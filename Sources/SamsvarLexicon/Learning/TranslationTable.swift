/// Word translation probabilities learned from beads.
///
/// IBM Model 1 (Brown et al. 1993, section 4.1) in both directions with an empty word, combined by the
/// geometric mean, which asks that each word choose the other (Liang et al. 2006 argue for such
/// agreement). The result depends on the beads alone: no random start, fixed order of sums.
///
///     let table = TranslationTable(learning: source, target)
///     for cell in table.row(word) { table.targets[cell], table.probabilities[cell] }
package struct TranslationTable: Sendable {
  /// How to learn and what to keep.
  package struct Settings: Sendable {
    /// Rounds of expectation maximisation.
    package var iterations = 5
    /// Pairs with a lower probability are dropped.
    package var minimumProbability: Float = 0.1
    /// Pairs expected to be linked fewer times than this are dropped.
    package var minimumCount: Float = 1.5
    /// Links to nothing that every word is counted to have had, so that a rare word, which happens to
    /// stand with anything, is believed less (after Moore 2004, section 4).
    package var doubt: Float = 0.5
    /// Beads with more words than this on a side are left out: they cost much and say little.
    package var maximumLength = 120

    package init() {}
  }

  /// For each source word the index of its first cell, and once more for the end.
  package let starts: [Int]
  /// The target words, for each source word the most probable first, then by number.
  package let targets: [Int32]
  /// The geometric means of the probabilities of both directions, less the doubt about rare pairs.
  package let probabilities: [Float]
  /// How often the pair is expected to be linked: the smaller of both directions' counts.
  package let counts: [Float]

  /// Learns from beads.
  ///
  /// Empty input gives an empty table.
  ///
  /// - Precondition: Both sides have the same number of beads.
  /// - Complexity: O(iterations × Σ source words × target words of a bead) time, O(n + distinct pairs)
  ///   memory
  package init(
    learning source: TokenBeads, _ target: TokenBeads, settings: Settings = Settings()
  ) {
    precondition(source.count == target.count)
    let forward = CooccurrenceRows(source, target, maximumLength: settings.maximumLength)
    let backward = forward.transposed()
    let ordered = backward.transposed()
    var there = ModelOne(ordered, source, target, maximumLength: settings.maximumLength)
    var back = ModelOne(backward, target, source, maximumLength: settings.maximumLength)
    for round in 1...max(1, settings.iterations) {
      there.iterate(isLast: round == settings.iterations)
      back.iterate(isLast: round == settings.iterations)
    }
    let joined = JoinedRows(there, back.values(transposedTo: ordered), settings)
    starts = joined.starts
    targets = joined.targets
    probabilities = joined.probabilities
    counts = joined.counts
  }

  /// The number of source words.
  package var sourceCount: Int { starts.count - 1 }

  /// The cells of a source word; none for a word that was not learned.
  package func row(_ source: Int32) -> Range<Int> {
    let index = Int(source)
    guard index >= 0, index < sourceCount else { return 0..<0 }
    return starts[index]..<starts[index + 1]
  }

  /// The probability of a pair, 0 where it was not learned.
  ///
  /// - Complexity: O(length of the row)
  package func probability(_ source: Int32, _ target: Int32) -> Float {
    row(source).first { targets[$0] == target }.map { probabilities[$0] } ?? 0
  }
}

/// The cells of both directions put together, cut and sorted.
private struct JoinedRows {
  var starts: [Int] = [0]
  var targets: [Int32] = []
  var probabilities: [Float] = []
  var counts: [Float] = []

  init(
    _ there: ModelOne, _ back: (probabilities: [Float], counts: [Float]),
    _ settings: TranslationTable.Settings
  ) {
    let rows = there.rows
    for source in 0..<rows.rowCount {
      var kept: [(target: Int32, probability: Float, count: Float)] = []
      for cell in rows.starts[source]..<rows.starts[source + 1] {
        let count = min(there.counts[cell], back.counts[cell])
        let mean = (there.probabilities[cell] * back.probabilities[cell]).squareRoot()
        let probability = mean * count / (count + settings.doubt)
        guard probability >= settings.minimumProbability, count >= settings.minimumCount else {
          continue
        }
        kept.append((rows.columns[cell], probability, count))
      }
      kept.sort { ($1.probability, $0.target) < ($0.probability, $1.target) }
      targets += kept.map(\.target)
      probabilities += kept.map(\.probability)
      counts += kept.map(\.count)
      starts.append(targets.count)
    }
  }
}
