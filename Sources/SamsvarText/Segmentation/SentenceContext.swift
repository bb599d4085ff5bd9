/// The tokens around a possible sentence end, between `next - 1` and `next`.
struct SentenceContext {
  let text: UnsafeBufferPointer<UInt8>
  let tokens: [Token]
  /// The first token of the sentence so far.
  let first: Int
  let next: Int
  /// Whether the sentence so far begins its block.
  let beginsBlock: Bool

  /// The last token that is no closing quotation mark or bracket.
  var lastContent: Int? {
    var index = next - 1
    while index >= first {
      guard let scalar = scalar(index), Characters.isQuote(scalar) || isClosing(scalar) else {
        return index
      }
      index -= 1
    }
    return nil
  }

  /// What closes the last content: a full stop, a question or exclamation mark, an ellipsis.
  enum Stop { case full, mark, ellipsis }

  /// The stop at the end of a token, if there is one.
  func stop(_ index: Int) -> Stop? {
    let token = tokens[index]
    switch UTF8Scalar.decode(text, before: Int(token.end)).scalar {
    case 0x2E:
      let isRun = token.end - token.start >= 2 && text[Int(token.start)] == 0x2E
      return isRun ? .ellipsis : .full
    case 0x21, 0x3F: return .mark
    case 0x2026: return .ellipsis
    default: return nil
    }
  }

  /// Whether a closing quotation mark stands right before `next`.
  var isAfterQuote: Bool { scalar(next - 1).map(Characters.isQuote) ?? false }

  /// Whether what follows is a mark that cannot begin a sentence: a comma, a smiley, a closing mark
  /// with a blank before it.
  var isDetached: Bool {
    guard tokens[next].kind == .punctuation, let scalar = scalar(next) else { return false }
    switch scalar {
    case 0x21, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D, 0xBB: return true
    case 0x22, 0x27, 0x2019, 0x201D:
      return next + 1 == tokens.count || tokens[next + 1].shape.contains(.afterSpace)
    default: return false
    }
  }

  /// Whether `:)` or the like stands right before `next`.
  var isAfterSmiley: Bool {
    guard next - 2 >= first, byte(next - 1) == 0x29 else { return false }
    return byte(next - 2) == 0x3A || byte(next - 2) == 0x3B
      || byte(next - 2) == 0x2D && byte(next - 3) == 0x3A
  }

  var nextIsDash: Bool { scalar(next).map(Characters.isDash) ?? false }
  var nextIsUpper: Bool { firstLetterOfNext.map(Characters.isUpper) ?? false }
  var nextIsLower: Bool { firstLetterOfNext.map(Characters.isLower) ?? false }
  var nextIsDigit: Bool { scalar(next).map(Characters.isDigit) ?? false }

  /// Whether a line break stands before the next token.
  var nextIsOnNewLine: Bool {
    text[Int(tokens[next - 1].end)..<Int(tokens[next].start)].contains(0x0A)
  }

  /// The first character of the next token, an opening quotation mark or bracket skipped.
  private var firstLetterOfNext: UInt32? {
    guard let scalar = scalar(next) else { return nil }
    let isMark = Characters.isQuote(scalar) || scalar == 0x28 || scalar == 0x5B
    return isMark ? self.scalar(next + 1) : scalar
  }

  /// The first character of a token.
  func scalar(_ index: Int) -> UInt32? {
    tokens.indices.contains(index)
      ? UTF8Scalar.decode(text, at: Int(tokens[index].start)).scalar : nil
  }

  /// The byte of a token of one byte.
  func byte(_ index: Int) -> UInt8? {
    tokens.indices.contains(index) && tokens[index].range.count == 1
      ? text[Int(tokens[index].start)] : nil
  }

  func lower(_ index: Int) -> [UInt8] { Folding.lower(text, tokens[index].range) }

  func isLowerWord(_ index: Int) -> Bool {
    tokens.indices.contains(index) && tokens[index].kind == .word
      && Characters.isLower(scalar(index) ?? 0)
  }

  /// Whether the sentence so far opens a quotation that is not closed: an odd number of neutral
  /// marks, or more opening than closing ones.
  var isInsideQuote: Bool {
    var depth = 0
    var neutral = 0
    for index in first..<next {
      switch scalar(index) {
      case 0xAB, 0x201C, 0x201E: depth += 1
      case 0xBB: depth -= 1
      // Scandinavian texts open and close with the same mark.
      case 0x201D: if depth > 0 { depth -= 1 } else { neutral += 1 }
      case 0x22: neutral += 1
      default: break
      }
    }
    return depth > 0 || neutral % 2 == 1
  }

  /// Whether the sentence began with a dialogue dash.
  var isDialogue: Bool { scalar(first).map(Characters.isDash) ?? false }

  private func isClosing(_ scalar: UInt32) -> Bool { scalar == 0x29 || scalar == 0x5D }
}

/// Lines that say who took a picture or where it is from.
enum CreditLine {
  /// Whether a credit begins at an offset: a word of the list in any case, then a colon.
  static func starts(
    _ text: UnsafeBufferPointer<UInt8>, at offset: Int, credits: [[UInt8]]
  ) -> Bool {
    credits.contains { word in
      let end = offset + word.count
      guard end < text.count, text[end] == 0x3A else { return false }
      return Folding.lower(text, offset..<end) == word
    }
  }
}
