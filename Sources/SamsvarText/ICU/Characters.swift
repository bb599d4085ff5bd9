import CICU

/// Character classes: a table for Latin, ICU for the rest.
package enum Characters {
  /// Whether the character is a letter (Alphabetic).
  package static func isLetter(_ c: UInt32) -> Bool {
    c < 0x80 ? (c | 0x20) &- 0x61 < 26 : cicu_is_letter(Int32(bitPattern: c))
  }

  /// Whether the character is an upper-case letter.
  package static func isUpper(_ c: UInt32) -> Bool {
    c < 0x80 ? c &- 0x41 < 26 : cicu_is_upper(Int32(bitPattern: c))
  }

  /// Whether the character is a lower-case letter.
  package static func isLower(_ c: UInt32) -> Bool {
    c < 0x80 ? c &- 0x61 < 26 : cicu_is_lower(Int32(bitPattern: c))
  }

  /// Whether the character is a decimal digit 0-9.
  package static func isDigit(_ c: UInt32) -> Bool { c &- 0x30 < 10 }

  /// Whether the character is a mark that belongs to the one before it, as the ring of a decomposed å.
  package static func isMark(_ c: UInt32) -> Bool {
    c >= 0x300 && cicu_is_mark(Int32(bitPattern: c))
  }

  /// Whether the character is one of the digits below the line, as in CO₂.
  package static func isSubscriptDigit(_ c: UInt32) -> Bool { c &- 0x2080 < 10 }

  /// Whether the character is white space (White_Space), NBSP and thin spaces among them.
  package static func isSpace(_ c: UInt32) -> Bool {
    c < 0x80 ? c == 0x20 || c &- 0x09 < 5 : cicu_is_space(Int32(bitPattern: c))
  }

  /// The simple lower-case form.
  package static func lower(_ c: UInt32) -> UInt32 {
    c < 0x80
      ? (c &- 0x41 < 26 ? c | 0x20 : c) : UInt32(bitPattern: cicu_to_lower(Int32(bitPattern: c)))
  }

  /// Whether the character opens or closes a quotation.
  package static func isQuote(_ c: UInt32) -> Bool {
    switch c {
    case 0x22, 0x27, 0xAB, 0xBB, 0x2018...0x201F, 0x2039, 0x203A: true
    default: false
    }
  }

  /// Whether the character is a hyphen or dash, the minus sign included.
  package static func isDash(_ c: UInt32) -> Bool {
    switch c {
    case 0x2D, 0x2010...0x2015, 0x2212: true
    default: false
    }
  }

  /// The columns a character takes in a terminal: 0, 1 or 2.
  package static func columns(_ c: UInt32) -> Int {
    c &- 0x20 < 0x5F ? 1 : Int(cicu_columns(Int32(bitPattern: c)))
  }
}
