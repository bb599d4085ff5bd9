public import SamsvarModel

/// A document with its tokens, words, values and names: analysed once and passed on.
public struct AnalysedDocument: Sendable {
  /// The document.
  public private(set) var document: Document
  /// All tokens in order.
  package let tokens: [Token]
  /// The distinct words.
  package let words: WordTable
  /// The distinct words' lemmas and stems.
  package let forms: WordForms
  /// For each word, whether it is a stop word.
  package let isStopWord: [Bool]
  /// For each word, whether it stands in a name somewhere.
  package let isNameWord: [Bool]
  /// All values in order.
  package let values: [ValueMention]
  /// All names in order.
  package let names: [NameMention]
  private let segmentTokens: [Int32]
  private let segmentValues: [Int32]
  private let segmentNames: [Int32]

  init(
    segmented: Segmenter.Result, tokens: [Token], words: WordTable, forms: WordForms,
    isStopWord: [Bool], values: [[ValueMention]], names: [[NameMention]]
  ) {
    document = segmented.document
    self.tokens = tokens
    self.words = words
    self.forms = forms
    self.isStopWord = isStopWord
    segmentTokens = segmented.segmentTokens
    self.values = values.flatMap { $0 }
    segmentValues = Self.offsets(values.map(\.count))
    self.names = names.flatMap { $0 }
    var isNameWord = [Bool](repeating: false, count: words.count)
    for name in self.names {
      for token in name.tokens { isNameWord[Int(tokens[token].word)] = true }
    }
    self.isNameWord = isNameWord
    segmentNames = Self.offsets(names.map(\.count))
  }

  /// Takes over how the text was decoded.
  package mutating func adopt(
    origin: OffsetMap, diagnostics: [Diagnostic], acceptMarks: [AcceptMark] = [],
    lines: LineIndex? = nil
  ) {
    document.origin = origin
    if let lines { document.lines = lines }
    document.acceptMarks = acceptMarks
    document.diagnostics += diagnostics
  }

  /// Takes over what the segments are, where they were cut elsewhere.
  package mutating func adopt(kinds: [SegmentKind]) {
    for (segment, kind) in zip(document.segments.indices, kinds) {
      document.segments[segment].kind = kind
    }
  }

  private static func offsets(_ counts: [Int]) -> [Int32] {
    var result: [Int32] = [0]
    for count in counts { result.append((result.last ?? 0) + Int32(count)) }
    return result
  }

  /// The number of segments.
  public var count: Int { document.segments.count }

  /// The language of the text.
  public var language: LanguageTag { document.language }

  /// The tokens of a segment, as indices.
  package func tokenRange(_ segment: Int) -> Range<Int> {
    Int(segmentTokens[segment])..<Int(segmentTokens[segment + 1])
  }

  /// The values of a segment, as indices.
  package func valueRange(_ segment: Int) -> Range<Int> {
    Int(segmentValues[segment])..<Int(segmentValues[segment + 1])
  }

  /// The names of a segment, as indices.
  package func nameRange(_ segment: Int) -> Range<Int> {
    Int(segmentNames[segment])..<Int(segmentNames[segment + 1])
  }

  /// Whether a token is the first word of its segment, or of what follows its label (`§ 1.`, `(3)`),
  /// where a capital says nothing.
  package func isInitial(_ token: Int, in segment: Int) -> Bool {
    let range = tokenRange(segment)
    guard let initials = SegmentLabel.initials(tokens, range, document.text) else { return false }
    return token == initials.first || token == initials.second
  }

  /// Whether a token is a word or value and not one of the language's commonest words.
  package func isContent(_ token: Int) -> Bool {
    !tokens[token].kind.isMark && !isStopWord[Int(tokens[token].word)]
  }

  /// The text of a token as written.
  package func string(token: Int) -> String { document.string(in: tokens[token].range) }

  /// The segment that holds a byte of the text, or nil between segments.
  ///
  /// - Complexity: O(log n) in the number of segments
  package func segment(at offset: Int) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if document.segments[middle].range.upperBound <= offset {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < count && document.segments[low].range.contains(offset) ? low : nil
  }

  /// A span of one segment, for a finding.
  package func span(_ segment: Int, _ range: Range<Int>) -> FindingSpan {
    let start = document.segments[segment].range.lowerBound
    return FindingSpan(
      segment: segment, range: range.lowerBound - start..<range.upperBound - start,
      text: document.string(in: range))
  }
}
