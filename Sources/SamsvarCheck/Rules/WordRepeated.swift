package import SamsvarModel
import SamsvarText

/// A word that stands twice in a row: `the the`.
package struct WordRepeated: SegmentRule {
  package static let id = "word.repeated"
  package static let category = FindingCategory.format
  package static let severity = Severity.warning
  package static let summary = "A word stands twice in a row."
  package static let mqm = "linguistic conventions/grammar"

  package init() {}

  package func findings(in segment: TargetSegment) -> [Finding] {
    segment.tokens.dropLast().compactMap { index in
      guard isDoubled(segment, index) else { return nil }
      let range = segment.token(index).range.lowerBound..<segment.token(index + 1).range.upperBound
      let word = segment.string(index)
      return segment.finding(
        Self.self, at: range, message: "\"\(word)\" stands twice",
        reason: "the source does not repeat a word here", replacement: word)
    }
  }

  private func isDoubled(_ segment: TargetSegment, _ index: Int) -> Bool {
    let first = segment.token(index)
    let second = segment.token(index + 1)
    let word = segment.word(index)
    guard first.kind == .word, second.kind == .word, first.word == second.word, word.count >= 2,
      !first.shape.contains(.hasDigit),
      // `Duran Duran`, and the last word of one sentence before the first of the next.
      !second.shape.contains(.capitalised),
      segment.context.targetData.stopWords.contains(word)
        || segment.context.target.isStopWord[Int(first.word)],
      !segment.context.targetData.doubledWords.contains(word), isBlank(segment, first, second)
    else { return false }
    return !repeats(segment.context.source, segment.pairing.source)
  }

  private func isBlank(_ segment: TargetSegment, _ first: Token, _ second: Token) -> Bool {
    let gap = first.range.upperBound..<second.range.lowerBound
    return !gap.isEmpty && gap.allSatisfy { segment.byte($0) <= 0x20 }
  }

  /// Whether the source has a word twice in a row: then the target may too.
  private func repeats(_ document: AnalysedDocument, _ segments: [Int]) -> Bool {
    segments.contains { segment in
      document.tokenRange(segment).dropLast().contains { index in
        document.tokens[index].kind == .word
          && document.tokens[index].word == document.tokens[index + 1].word
      }
    }
  }
}

extension WordRepeated {
  package static let documentation = RuleDocumentation(
    """
    A small word that stands twice with nothing but blanks between, where the source repeats no
    word. Words that may stand twice (`had had`, `that that`, `det det`) are listed with the
    language's data; names and content words may be repeated for effect.
    """,
    examples: [
      .finds("the the", "Han leser den nye boken.", "He is reading the the new book."),
      .leaves("Det hadde gått bra.", "It had had a good start."),
      .leaves("De hørte på Duran Duran.", "They listened to Duran Duran."),
    ], hasFix: true)
}
