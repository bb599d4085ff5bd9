/// The translation edit rate of Snover and others (2006), as sacreBLEU counts it by default.
///
/// Words in lower case, split at white space; edits are insertions, deletions, substitutions and
/// shifts of up to ten words by up to fifty places, the best shift first while it pays.
public struct TER: Sendable {
  /// The edits of all segments.
  public private(set) var edits = 0
  /// The words of all references.
  public private(set) var referenceLength = 0

  /// A score of nothing yet.
  public init() {}

  /// Adds a segment and its reference.
  public mutating func add(_ hypothesis: String, reference: String) {
    var vocabulary = MetricVocabulary()
    let left = vocabulary.numbers(Self.words(hypothesis))
    let right = vocabulary.numbers(Self.words(reference))
    referenceLength += right.count
    guard !right.isEmpty else {
      edits += left.count
      return
    }
    var search = ShiftSearch(reference: right)
    edits += search.edits(from: left)
  }

  /// The edits for each hundred words of the references; more than 100 is possible.
  public var score: Double {
    guard referenceLength > 0 else { return edits > 0 ? 100 : 0 }
    return 100 * (Double(edits) / Double(referenceLength))
  }

  /// What the score was counted with, without the version.
  public static let signature = "nrefs:1|case:lc|tok:tercom|norm:no|punct:yes|asian:no"

  private static func words(_ text: String) -> [ArraySlice<UInt32>] {
    MetricWords.words(text.lowercased().unicodeScalars.map(\.value))
  }
}
