import SamsvarAlign
public import SamsvarModel
public import SamsvarText

extension Pipeline {
  /// Aligns several texts through one of them.
  ///
  ///     let texts = try ["a.nb.md", "a.nn.md", "a.en.md"].map { try pipeline.read($0, as: nil) }
  ///     let analysis = try pipeline.analyse(texts)
  ///
  /// - Parameter pivot: The text that the others are aligned with; nil for the one that is most like
  ///   the others (of equals the first).
  /// - Throws: `InputError` when a language's data cannot be read.
  /// - Complexity: one alignment for each two texts
  public func analyse(
    _ texts: [AnalysedDocument], pivot: Int? = nil
  ) throws(InputError) -> MultitextAnalysis {
    var pairs: [MultitextAnalysis.Pair] = []
    for source in texts.indices {
      for target in texts.indices where target > source {
        pairs.append(
          MultitextAnalysis.Pair(
            source: source, target: target,
            analysis: try analyseTranslation(texts[source], texts[target])))
      }
    }
    let pivot = pivot ?? Self.pivot(of: texts.count, pairs)
    func alignment(_ source: Int, _ target: Int) -> Alignment? {
      for pair in pairs {
        if pair.source == source, pair.target == target { return pair.analysis.alignment }
        if pair.source == target, pair.target == source { return pair.analysis.alignment.reversed }
      }
      return nil
    }
    let composition = AlignmentComposition(
      pivot: pivot, alignments: texts.indices.map { alignment(pivot, $0) },
      counts: texts.map(\.count), direct: alignment)
    return MultitextAnalysis(
      texts: texts, pivot: pivot, alignment: composition.alignment(), pairs: pairs)
  }

  /// The text that is most like the others.
  private static func pivot(of count: Int, _ pairs: [MultitextAnalysis.Pair]) -> Int {
    var sums = Array(repeating: 0.0, count: count)
    for pair in pairs {
      let likeness = pair.analysis.alignment.likeness
      sums[pair.source] += likeness
      sums[pair.target] += likeness
    }
    return sums.indices.max { (sums[$0], $1) < (sums[$1], $0) } ?? 0
  }
}
