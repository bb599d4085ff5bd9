import SamsvarModel
import SamsvarText

/// The words of a bead's translation, by all forms they may stand for.
struct TranslationWords {
  private let document: AnalysedDocument
  private let pairs: [Int: (token: Int, score: Float)]
  private let names: [NameMention]
  private let start: Int
  private let length: Int
  private var tokens: [[UInt8]: [Int]] = [:]

  init(_ document: AnalysedDocument, _ bead: GlossedBead) {
    self.document = document
    pairs = bead.pairs
    names = bead.other.flatMap { document.nameRange($0).map { document.names[$0] } }
    start = bead.other.first.map { document.tokenRange($0).lowerBound } ?? 0
    length = (bead.other.last.map { document.tokenRange($0).upperBound } ?? 0) - start
    for segment in bead.other {
      for token in document.tokenRange(segment) where document.tokens[token].kind == .word {
        for form in document.forms.candidates(Int(document.tokens[token].word)) {
          tokens[form, default: []].append(token)
        }
      }
    }
  }

  /// A translation as it stands here, or nil: `said` for `say`.
  ///
  /// - Parameters:
  ///   - token: The token that is translated; its counterpart is preferred.
  ///   - place: Where it stands in its own text, 0 to 1, for words that stand everywhere: they count
  ///     here only near that place.
  func form(of translation: [UInt8], for token: Int, near place: Double? = nil) -> String? {
    let words = translation.split(separator: 0x20).map { Array($0) }
    guard words.count == 1 else {
      return words.allSatisfy { tokens[$0] != nil }
        ? String(decoding: translation, as: UTF8.self) : nil
    }
    if let pair = pairs[token],
      document.forms.candidates(Int(document.tokens[pair.token].word)).contains(translation)
    {
      return Self.text(document, pair.token..<pair.token + 1)
    }
    let found = tokens[translation]?.first { there in
      place.map { abs(Double(there - start) / Double(max(1, length)) - $0) < 0.15 } ?? true
    }
    return found.map { Self.text(document, $0..<$0 + 1) }
  }

  /// The counterpart of a token that nothing else explains: a learned pair, or a cognate.
  func counterpart(of token: Int) -> String? {
    guard let pair = pairs[token], pair.score >= 0.6 else { return nil }
    return Self.text(document, pair.token..<pair.token + 1)
  }

  /// The name that says the same as a name of the other text.
  func name(of tokens: Range<Int>) -> String? {
    let counterparts = tokens.compactMap { pairs[$0]?.token }
    return names.first { name in counterparts.contains { name.tokens.contains($0) } }
      .map { document.document.string(in: $0.baseRange) }
  }

  /// Tokens as written, but for the capital of a sentence's first word.
  static func text(_ document: AnalysedDocument, _ tokens: Range<Int>) -> String {
    let range =
      Int(
        document.tokens[tokens.lowerBound].start)..<Int(
        document.tokens[tokens.upperBound - 1].end)
    let text = document.document.string(in: range)
    let first = document.tokens[tokens.lowerBound]
    let isMarked = first.shape.contains(.allCapitals) || document.isNameWord[Int(first.word)]
    let isInitial = document.segment(at: Int(first.start)).map {
      document.isInitial(tokens.lowerBound, in: $0)
    }
    // `Prime Minister` and `Red Crescent` keep their capitals.
    let isProper = tokens.dropFirst().first.map {
      document.tokens[$0].shape.contains(.capitalised)
    }
    guard isInitial == true, isProper != true, !isMarked, text != "I" else { return text }
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
