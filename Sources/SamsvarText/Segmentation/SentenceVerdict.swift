/// Whether a sentence ends at a place, and what decided it.
package struct SentenceVerdict: Hashable, Sendable {
  /// What decided it.
  package enum Reason: String, Sendable {
    case stop = "a stop, and what follows begins a sentence"
    case mark = "a question or exclamation mark"
    case ellipsis = "an ellipsis"
    case abbreviation = "an abbreviation or initial with its dot"
    case ordinal = "an ordinal with its dot"
    case label = "a number that labels what follows"
    case number = "a number before the stop"
    case quotation = "a quotation that the sentence goes on after"
    case lowerCase = "lower case follows"
    case dash = "a dash follows"
    case colon = "a colon, and a capital or quotation follows"
    case credit = "a credit line follows"
    case heading = "a heading without a stop"
    case smiley = "a smiley"
    case blankForgotten = "a stop without a blank after it"
    case detachedMark = "a mark follows that begins no sentence"
    case noStop = "no stop"
    case noBlank = "no blank"
  }

  package var ends: Bool
  package var reason: Reason

  init(_ ends: Bool, _ reason: Reason) {
    self.ends = ends
    self.reason = reason
  }

  static func ends(_ reason: Reason) -> SentenceVerdict { SentenceVerdict(true, reason) }
  static func goesOn(_ reason: Reason) -> SentenceVerdict { SentenceVerdict(false, reason) }
}

/// A place where a sentence might have ended, with the verdict.
package struct SentenceDecision: Hashable, Sendable {
  /// UTF-8 offset of what follows.
  package var offset: Int
  package var verdict: SentenceVerdict
}
