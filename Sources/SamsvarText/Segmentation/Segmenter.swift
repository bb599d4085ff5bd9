package import SamsvarModel

/// How the lines of an input are to be understood.
public enum TextLayout: Sendable {
  /// Running text: blocks are found and cut into sentences.
  case text
  /// One segment a line, a blank line between paragraphs; nothing is segmented again.
  case lines
}

/// Cuts a text into blocks, segments and tokens.
///
/// A segmenter holds ICU's iterators and buffers; use one for each task.
public final class Segmenter {
  private let data: LanguageData
  private let tokeniser: Tokeniser
  private let sentences: BreakIterator?
  private let rules: SentenceRules
  private var block = UTF16Block()
  private var boundaries: [Int32] = []
  /// Whether results tell why sentences end or go on.
  package var explains = false

  /// A segmenter for a language.
  ///
  /// - Parameters:
  ///   - vocabulary: Known words, which tell a careless sentence end from an unknown abbreviation.
  ///   - breaksAfterColon: Whether a colon before a capital or a quotation ends a sentence.
  public init(
    _ data: LanguageData, vocabulary: Vocabulary = .none, breaksAfterColon: Bool = false
  ) {
    self.data = data
    tokeniser = Tokeniser(data)
    sentences = BreakIterator.sentences(locale: data.language.description)
    rules = SentenceRules(
      data: data, lemmatiser: Lemmatiser(data, vocabulary: vocabulary),
      breaksAfterColon: breaksAfterColon)
  }

  /// A document with its tokens.
  package struct Result {
    package var document: Document
    package var tokens: [Token]
    /// For each segment the index of its first token, and once more for the end.
    package var segmentTokens: [Int32]
    /// Where ICU or the rules saw a possible end, where asked for.
    package var decisions: [SentenceDecision] = []
  }

  /// Segments a text.
  ///
  /// Every byte stands in one segment or between two; segments hold no white space at their ends.
  /// Empty text gives no segments.
  ///
  /// - Parameter isStart: Whether the text begins a file, where a line of metadata may stand.
  /// - Complexity: O(n)
  package func segment(
    _ text: [UInt8], name: String, layout: TextLayout = .text, isStart: Bool = true
  ) -> Result {
    var result = Result(
      document: Document(name: name, language: data.language, text: text), tokens: [],
      segmentTokens: [])
    text.withUnsafeBufferPointer { buffer in
      switch layout {
      case .lines: addLines(buffer, to: &result)
      case .text: addText(buffer, isStart: isStart, to: &result)
      }
    }
    result.segmentTokens.append(Int32(result.tokens.count))
    Ordinals.join(&result.tokens, segments: &result.segmentTokens, in: text)
    return result
  }

  /// Segments a text whose blocks are known: within each block, and never across two.
  ///
  /// - Complexity: O(n)
  package func segment(_ text: StructuredText, name: String) -> Result {
    var result = Result(
      document: Document(name: name, language: data.language, text: text), tokens: [],
      segmentTokens: [])
    text.text.withUnsafeBufferPointer { buffer in
      for block in text.blocks {
        addBlock(buffer, block.range, kind: block.kind, place: block.place, to: &result)
      }
    }
    result.segmentTokens.append(Int32(result.tokens.count))
    Ordinals.join(&result.tokens, segments: &result.segmentTokens, in: text.text)
    return result
  }

  /// Takes each piece as one segment; empty ones are left out.
  package func segment(pieces: [[UInt8]], name: String) -> Result {
    var text: [UInt8] = []
    var ranges: [Range<Int>] = []
    for piece in pieces {
      let start = text.count
      text += piece
      ranges.append(start..<text.count)
      text.append(0x0A)
    }
    var result = Result(
      document: Document(name: name, language: data.language, text: text), tokens: [],
      segmentTokens: [])
    text.withUnsafeBufferPointer { buffer in
      for range in ranges {
        let trimmed = BlockSplitter.trimmed(buffer, range)
        guard !trimmed.isEmpty else { continue }
        let index = result.document.segments.count
        addSegment(buffer, trimmed, to: &result)
        result.document.blocks.append(Block(kind: .paragraph, segments: index..<index + 1))
      }
    }
    result.segmentTokens.append(Int32(result.tokens.count))
    Ordinals.join(&result.tokens, segments: &result.segmentTokens, in: text)
    return result
  }

  private func addSegment(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to result: inout Result
  ) {
    result.segmentTokens.append(Int32(result.tokens.count))
    block.load(text, range)
    tokeniser.tokens(of: text, block: block, into: &result.tokens)
    result.document.segments.append(Segment(range: range))
  }

  private func addLines(_ text: UnsafeBufferPointer<UInt8>, to result: inout Result) {
    var isOpen = false
    for line in BlockSplitter.lines(text) {
      guard !line.isEmpty else {
        isOpen = false
        continue
      }
      let index = result.document.segments.count
      addSegment(text, line, to: &result)
      if isOpen, let last = result.document.blocks.last {
        result.document.blocks[result.document.blocks.count - 1].segments =
          last.segments.lowerBound..<index + 1
      } else {
        result.document.blocks.append(Block(kind: .paragraph, segments: index..<index + 1))
        isOpen = true
      }
    }
  }

  private func addText(
    _ text: UnsafeBufferPointer<UInt8>, isStart: Bool, to result: inout Result
  ) {
    let skipped = isStart ? MetadataLine.length(text) : 0
    for range in BlockSplitter.blocks(text) {
      let start = max(range.lowerBound, skipped)
      guard start < range.upperBound else { continue }
      addBlock(text, start..<range.upperBound, to: &result)
    }
    LeadIn.unname(text, in: &result, stopWords: data.stopWords)
  }

  private func addBlock(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, kind: BlockKind? = nil,
    place: BlockPlace? = nil, to result: inout Result
  ) {
    block.load(text, range)
    let first = result.tokens.count
    tokeniser.tokens(of: text, block: block, into: &result.tokens)
    guard result.tokens.count > first else { return }
    findBoundaries()
    let firstSegment = result.document.segments.count
    var start = first
    var boundary = 0
    for next in first + 1..<result.tokens.count + 1 {
      if next < result.tokens.count {
        let offset = result.tokens[next].start
        while boundary < boundaries.count, boundaries[boundary] < offset { boundary += 1 }
        let isBoundary = boundary < boundaries.count && boundaries[boundary] == offset
        if !isBoundary, Self.goesOn(result.tokens[next - 1], result.tokens[next]) { continue }
        let context = SentenceContext(
          text: text, tokens: result.tokens, first: start, next: next, beginsBlock: start == first)
        let verdict = rules.verdict(context, isBoundary: isBoundary)
        if explains, verdict.ends || isBoundary {
          result.decisions.append(SentenceDecision(offset: Int(offset), verdict: verdict))
        }
        guard verdict.ends else { continue }
      }
      result.segmentTokens.append(Int32(start))
      let bytes = Int(result.tokens[start].start)..<Int(result.tokens[next - 1].end)
      result.document.segments.append(Segment(range: bytes, kind: .sentence))
      start = next
    }
    classify(text, from: firstSegment, kind: kind, place: place, in: &result.document)
  }

  /// A word and a word in lower case after it, where ICU sees nothing: most places of a text.
  private static func goesOn(_ before: Token, _ next: Token) -> Bool {
    before.kind == .word && next.kind == .word && next.shape == .afterSpace
  }

  /// ICU's sentence boundaries.
  ///
  /// The rules know `.`, `!`, `?` and `…` themselves: ICU is asked where there may be other ends,
  /// and where the reader wants to see what it would have done.
  private func findBoundaries() {
    boundaries.removeAll(keepingCapacity: true)
    guard explains || block.mayEndOtherwise else { return }
    sentences?.appendBoundaries(in: block, to: &boundaries)
  }

  /// Names the block and its segments: as the file does, or by their looks.
  private func classify(
    _ text: UnsafeBufferPointer<UInt8>, from first: Int, kind: BlockKind?, place: BlockPlace?,
    in document: inout Document
  ) {
    let segments = first..<document.segments.count
    let kind =
      kind ?? BlockShape.kind(text, document.segments[segments].map(\.range), data.credits)
    for index in segments {
      let range = document.segments[index].range
      document.segments[index].kind =
        CreditLine.starts(text, at: range.lowerBound, credits: data.credits)
        ? .credit : BlockShape.segmentKind(kind)
    }
    document.blocks.append(Block(kind: kind, segments: segments, place: place))
  }
}
