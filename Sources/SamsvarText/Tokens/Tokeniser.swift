import SamsvarModel

/// Cuts a stretch of text into tokens: ICU's word boundaries (UAX #29), joined where Norwegian and
/// English want one token.
///
/// Abbreviations and ordinals keep their dot (`bl.a.`, `17.`), hyphen compounds stay whole
/// (`LNA-milits`, `helse-`), so do URLs, ellipses and fractions (`22/7`). White space is no token.
final class Tokeniser {
  private let words: BreakIterator?
  private let data: LanguageData
  private var pieces: [WordPiece] = []

  init(_ data: LanguageData) {
    self.data = data
    words = BreakIterator.words(locale: data.language.description)
  }

  /// Appends the tokens of a block, in order.
  ///
  /// - Complexity: O(n)
  func tokens(
    of text: UnsafeBufferPointer<UInt8>, block: borrowing UTF16Block, into tokens: inout [Token]
  ) {
    // A local buffer, which the closure may fill without a check at each access.
    var pieces = self.pieces
    self.pieces = []
    findPieces(text, block, into: &pieces)
    pieces.withUnsafeBufferPointer {
      let joiner = TokenJoiner(text: text, pieces: $0, data: data)
      var index = 0
      while index < $0.count {
        let isAlone = joiner.isWordAlone(index)
        let (next, kind) = isAlone ? (index + 1, .word) : joiner.extent(from: index)
        let range = $0[index].start..<$0[next - 1].end
        tokens.append(
          Token(
            start: Int32(range.lowerBound), end: Int32(range.upperBound), kind: kind,
            shape: TokenShape(text, range)))
        index = next
      }
    }
    self.pieces = pieces
  }

  private func findPieces(
    _ text: UnsafeBufferPointer<UInt8>, _ block: borrowing UTF16Block,
    into pieces: inout [WordPiece]
  ) {
    pieces.removeAll(keepingCapacity: true)
    guard let words, let first = block.offsets.first else { return }
    var start = Int(first)
    block.offsets.withUnsafeBufferPointer { offsets in
      words.forEachBoundary(in: block) { boundary, status in
        let end = Int(offsets[boundary])
        defer { start = end }
        // A soft hyphen or accent after a blank clings to it: what is left counts.
        if status < 100 { start = BlockSplitter.skippingSpace(text, start..<end) }
        guard start < end else { return }
        if status >= 200, let dot = URLShape.forgottenBlank(text, start..<end) {
          pieces.append(WordPiece(start: start, end: dot, isNumber: false, isWord: true))
          pieces.append(WordPiece(start: dot, end: dot + 1, isNumber: false, isWord: false))
          pieces.append(WordPiece(start: dot + 1, end: end, isNumber: false, isWord: true))
          return
        }
        pieces.append(
          WordPiece(
            start: start, end: end, isNumber: (100..<200).contains(status), isWord: status >= 200)
        )
      }
    }
  }
}

/// A stretch between two of ICU's word boundaries.
struct WordPiece {
  var start: Int
  var end: Int
  var isNumber: Bool
  var isWord: Bool
}
