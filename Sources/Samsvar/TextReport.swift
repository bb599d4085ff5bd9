public import SamsvarModel
import SamsvarText

/// What the text layer sees in a text: the interface of `text segment`, `tokens`, `numbers`,
/// `names` and `normalize`.
///
/// A report holds ICU's iterators; use one for each task.
public final class TextReport {
  /// A sentence or another segment.
  public struct SegmentRow: Hashable, Sendable {
    /// What kind it is of.
    public var kind: String
    /// UTF-8 offsets in the whole text.
    public var range: Range<Int>
    /// The text, as it stands there.
    public var text: String
    /// Why it ends where it does, and why it goes on where ICU would have cut.
    public var reasons: [String]
  }

  /// A token.
  public struct TokenRow: Hashable, Sendable {
    /// The number of its segment, from 0.
    public var segment: Int
    /// The text: `word`, `number`, `abbreviation` ….
    public var kind: String
    /// UTF-8 offsets in the whole text.
    public var range: Range<Int>
    /// The text, as it stands there.
    public var text: String
    /// The text: How it is written: `capitalised`, `hyphenated` ….
    public var shape: [String]
  }

  /// The pipeline whose data it uses.
  public let pipeline: Pipeline
  private let layout: TextLayout
  private let colonBreaks: Bool
  private let explains: Bool
  private var segmenters: [LanguageTag: Segmenter] = [:]
  private var analysers: [LanguageTag: Analyser] = [:]
  private var formatters: [LanguageTag: ValueFormatter] = [:]

  /// A report.
  ///
  /// - Parameters:
  ///   - layout: Running text, or one segment a line.
  ///   - colonBreaks: Whether a colon before a capital or a quotation ends a sentence.
  ///   - explains: Whether rows give reasons.
  public init(
    _ pipeline: Pipeline, layout: TextLayout = .text, colonBreaks: Bool = false,
    explains: Bool = false
  ) {
    self.pipeline = pipeline
    self.layout = layout
    self.colonBreaks = colonBreaks
    self.explains = explains
  }

  private func segmented(_ part: TextInputs.Part) throws(InputError) -> Segmenter.Result {
    let segmenter =
      if let known = segmenters[part.language] { known } else {
        Segmenter(
          try pipeline.languages.data(for: part.language),
          vocabulary: pipeline.vocabulary(part.language), breaksAfterColon: colonBreaks)
      }
    segmenters[part.language] = segmenter
    segmenter.explains = explains
    if let structure = part.structure { return segmenter.segment(structure, name: "") }
    return segmenter.segment(
      part.text, name: "", layout: layout, isStart: part.offset == 0)
  }

  /// The offsets of a text's sentences and tokens, as pairs of start and end.
  func segmentation(
    _ part: TextInputs.Part, unit: OffsetUnit
  ) throws(InputError) -> (sentences: [[Int]], tokens: [[Int]]) {
    let result = try segmented(part)
    let counter = OffsetCounter(part.text, unit: unit)
    func pairs(_ ranges: [Range<Int>]) -> [[Int]] {
      counter.ranges(ranges).map { [$0.lowerBound, $0.upperBound] }
    }
    return (pairs(result.document.segments.map(\.range)), pairs(result.tokens.map(\.range)))
  }

  /// The segments of a text.
  public func segments(_ part: TextInputs.Part) throws(InputError) -> [SegmentRow] {
    let result = try segmented(part)
    var decision = 0
    return result.document.segments.map { segment in
      var reasons: [String] = []
      while decision < result.decisions.count,
        result.decisions[decision].offset <= segment.range.upperBound
          || reasons.isEmpty && result.decisions[decision].verdict.ends
      {
        let made = result.decisions[decision]
        decision += 1
        let place = made.verdict.ends ? "ends" : "goes on at \(made.offset + part.offset)"
        reasons.append("\(place): \(made.verdict.reason.rawValue)")
        if made.verdict.ends { break }
      }
      return SegmentRow(
        kind: segment.kind.rawValue, range: Self.moved(segment.range, part.offset),
        text: result.document.string(in: segment.range), reasons: reasons)
    }
  }

  /// The tokens of a text.
  public func tokens(_ part: TextInputs.Part) throws(InputError) -> [TokenRow] {
    let result = try segmented(part)
    return result.document.segments.indices.flatMap { segment in
      let range = Int(result.segmentTokens[segment])..<Int(result.segmentTokens[segment + 1])
      return result.tokens[range].map { token in
        TokenRow(
          segment: part.firstSegment + segment, kind: token.kind.description,
          range: Self.moved(token.range, part.offset),
          text: String(decoding: part.text[token.range], as: UTF8.self),
          shape: token.shape.names)
      }
    }
  }

  /// How many segments and tokens a text has.
  public func counts(_ part: TextInputs.Part) throws(InputError) -> (segments: Int, tokens: Int) {
    let result = try segmented(part)
    return (result.document.segments.count, result.tokens.count)
  }

  private static func moved(_ range: Range<Int>, _ offset: Int) -> Range<Int> {
    range.lowerBound + offset..<range.upperBound + offset
  }

  private func analysed(_ part: TextInputs.Part) throws(InputError) -> AnalysedDocument {
    let analyser =
      if let known = analysers[part.language] { known } else {
        try pipeline.analyser(part.language)
      }
    analysers[part.language] = analyser
    if let structure = part.structure { return analyser.analyse(structure, name: "") }
    return analyser.analyse(part.text, name: "", layout: layout)
  }

  // MARK: - Values

  /// A number, date, amount or the like.
  public struct ValueRow: Hashable, Sendable {
    /// UTF-8 offsets in the whole text.
    public var range: Range<Int>
    /// The text, as it stands there.
    public var text: String
    /// The text: `number`, `date`, `money` ….
    public var kind: String
    /// The most likely reading in words: `2.4 billion NOK`.
    public var value: String
    /// Further readings in words.
    public var others: [String]
    /// Whether it may be no value at all.
    public var isWeak: Bool
    /// How nb, nn and en write it, in this order.
    public var written: [String]
  }

  /// The values of a text, and the number of its segments.
  public func values(_ part: TextInputs.Part) throws(InputError) -> ([ValueRow], Int) {
    let document = try analysed(part)
    let rows = document.values.map { value in
      let first = value.readings[0]
      return ValueRow(
        range: Self.moved(value.range, part.offset),
        text: document.document.string(in: value.range),
        kind: first.kind.description, value: first.inWords,
        others: value.readings.dropFirst().map { "\($0.kind.description) \($0.inWords)" },
        isWeak: value.isWeak,
        written: [.nb, .nn, .en].map { formatter($0).string(first) })
    }
    return (rows, document.count)
  }

  private func formatter(_ language: LanguageTag) -> ValueFormatter {
    let formatter = formatters[language] ?? ValueFormatter(language)
    formatters[language] = formatter
    return formatter
  }

  // MARK: - Names

  /// A name.
  public struct NameRow: Hashable, Sendable {
    /// UTF-8 offsets in the whole text.
    public var range: Range<Int>
    /// The text, as it stands there.
    public var text: String
    /// The name without genitive and the tail of a compound.
    public var base: String
    /// The title before it, or empty.
    public var title: String
    /// `name`, `acronym`, or what CLDR knows it as: `country:LY`.
    public var kind: String
    /// What its spellings have in common, for matching.
    public var key: String
  }

  /// The names of a text, and the number of its segments.
  public func names(_ part: TextInputs.Part) throws(InputError) -> ([NameRow], Int) {
    let document = try analysed(part)
    let rows = document.names.map { name in
      let title = name.title.map {
        document.document.string(
          in: document.tokens[$0.lowerBound].range
            .lowerBound..<document.tokens[$0.upperBound - 1].range.upperBound)
      }
      let base = document.document.string(in: name.baseRange)
      return NameRow(
        range: Self.moved(name.range, part.offset),
        text: document.document.string(in: name.range), base: base, title: title ?? "",
        kind: name.code ?? (name.isAcronym ? "acronym" : "name"),
        key: String(decoding: NameKey.key(Folding.lower(Array(base.utf8))), as: UTF8.self))
    }
    return (rows, document.count)
  }
}
