/// What a token is.
package enum TokenKind: UInt8, Sendable {
  case word, number, ordinal, abbreviation, url, punctuation, symbol

  /// The name of the kind: `word`.
  package var description: String { String(describing: self) }

  /// Whether it is a punctuation mark or another symbol, not a word or value.
  package var isMark: Bool { self == .punctuation || self == .symbol }
}

/// A word, number or mark of a text.
package struct Token: Hashable, Sendable {
  /// UTF-8 offset of its first byte in the document's text.
  package var start: Int32
  /// UTF-8 offset after its last byte.
  package var end: Int32
  /// What it is.
  package var kind: TokenKind
  /// How it is written.
  package var shape: TokenShape
  /// Its word in the document's `WordTable`; -1 before analysis.
  package var word: Int32 = -1

  /// The token's bytes.
  package var range: Range<Int> { Int(start)..<Int(end) }
}

/// How a token is written.
package struct TokenShape: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The first letter is a capital.
  package static let capitalised = TokenShape(rawValue: 1)
  /// It has two letters or more and all are capitals.
  package static let allCapitals = TokenShape(rawValue: 2)
  /// It holds a digit.
  package static let hasDigit = TokenShape(rawValue: 4)
  /// It holds a hyphen between letters or digits.
  package static let hyphenated = TokenShape(rawValue: 8)
  /// White space stands before it.
  package static let afterSpace = TokenShape(rawValue: 16)
  /// It begins its segment, not counting quotation marks and dashes.
  package static let initial = TokenShape(rawValue: 32)

  /// The names of the shapes.
  package var names: [String] {
    let all: [(TokenShape, String)] = [
      (.capitalised, "capitalised"), (.allCapitals, "all-capitals"), (.hasDigit, "digits"),
      (.hyphenated, "hyphenated"), (.afterSpace, "after-space"),
    ]
    return all.compactMap { contains($0.0) ? $0.1 : nil }
  }
}
