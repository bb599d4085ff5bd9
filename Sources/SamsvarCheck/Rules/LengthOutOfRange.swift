import Foundation
package import SamsvarModel
import SamsvarText

/// A target that is far longer or shorter than the document's others lead one to expect.
package struct LengthOutOfRange: Rule {
  package static let id = "length.out-of-range"
  package static let category = FindingCategory.untranslated
  package static let severity = Severity.warning
  package static let summary = "The target is much shorter or longer than its source."
  package static let mqm = "accuracy/omission or addition"

  /// How many deviations from the expected length are too many.
  private static let limit = 5.0
  /// The characters that may be missing or added before a length says anything.
  private static let slack = 60

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    guard !context.isSummary else { return [] }
    let beads = context.pairings.filter { !$0.source.isEmpty && !$0.target.isEmpty }
    let lengths = beads.map { pairing in
      (length(context.source, pairing.source), length(context.target, pairing.target))
    }
    let expected = Expectation(lengths)
    return zip(beads, lengths).compactMap { pairing, length in
      let deviation = expected.deviation(length)
      guard abs(deviation) > Self.limit, abs(length.0 - length.1) > Self.slack,
        let segment = pairing.target.first
      else { return nil }
      let isShort = deviation < 0
      return context.finding(
        Self.self, .warning, in: pairing, category: isShort ? .untranslated : .invented,
        target: context.target.span(segment, context.target.document.segments[segment].range),
        message: isShort ? "the translation is very short" : "the translation is very long",
        reason: "\(length.0) characters became \(length.1)")
    }
  }

  private func length(_ document: AnalysedDocument, _ segments: [Int]) -> Int {
    segments.reduce(0) { $0 + document.document.string($1).unicodeScalars.count }
  }

  /// The ratio of lengths a document leads one to expect: the median of the logarithms, and a
  /// spread that shrinks with the length (after Gale & Church 1993) and grows with the document's
  /// own.
  private struct Expectation {
    private var median = 0.0
    private var spread = 0.0

    init(_ lengths: [(Int, Int)]) {
      let ratios = lengths.filter { $0.0 >= 20 && $0.1 >= 20 }.map(Self.ratio).sorted()
      guard ratios.count >= 8 else { return }
      median = ratios[ratios.count / 2]
      let deviations = ratios.map { abs($0 - median) }.sorted()
      spread = 1.4826 * deviations[deviations.count / 2]
    }

    /// How many deviations a length is away from what is expected.
    func deviation(_ length: (Int, Int)) -> Double {
      let size = Double(max(1, length.0))
      let model = (0.02 + 3 / size).squareRoot()
      return (Self.ratio(length) - median) / max(model, spread)
    }

    private static func ratio(_ length: (Int, Int)) -> Double {
      log(Double(max(1, length.1)) / Double(max(1, length.0)))
    }
  }
}

extension LengthOutOfRange {
  package static let documentation = RuleDocumentation(
    """
    The lengths of all beads say what is usual in the document: the median of the ratios, and how
    far they spread. Five deviations or more, and sixty characters or more, are reported: a sentence
    lost at the end of a paragraph, a note left in the text. Short segments vary more and are judged
    more mildly.
    """,
    examples: [
      .finds(
        "The council meets on Thursday.",
        "Kommunestyret møtes på torsdag for å behandle budsjettet for neste år, planene for en ny skole i "
          + "sentrum og spørsmålet om hvem som skal betale for vedlikeholdet av de gamle broene.",
        "The council meets on Thursday."),
      .leaves(
        "Kommunestyret møtes på torsdag for å behandle budsjettet for neste år.",
        "The council meets on Thursday to discuss next year’s budget."),
    ])
}
