package import SamsvarModel
import SamsvarText

/// A sentence that ends otherwise than its source: with no mark, or a question as a statement.
package struct EndPunctuation: Rule {
  package static let id = "punctuation.end"
  package static let category = FindingCategory.format
  package static let severity = Severity.note
  package static let summary = "The target ends with another mark than its source."
  package static let mqm = "linguistic conventions/punctuation"

  /// The share of beads from which on missing marks are a habit.
  private static let habit = 0.05
  private static let missing = "the source ends with"

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    guard !context.isSummary else { return [] }
    let found = differences(context)
    let missing = found.count { $0.reason.hasPrefix(Self.missing) }
    // A text that leaves its marks out again and again has a habit of its own: items of a list.
    let hasHabit = missing > 2 && Double(missing) > Self.habit * Double(context.pairings.count)
    return hasHabit ? found.filter { !$0.reason.hasPrefix(Self.missing) } : found
  }

  private func differences(_ context: CheckContext) -> [Finding] {
    context.pairings.compactMap { pairing in
      guard let source = pairing.source.last, let target = pairing.target.last,
        context.source.document.segments[source].kind == .sentence,
        let left = ending(context.source, source), let right = ending(context.target, target),
        left.mark != right.mark, isTold(left.mark, right.mark)
      else { return nil }
      return finding(context, pairing, source, left, target, right)
    }
  }

  private func finding(
    _ context: CheckContext, _ pairing: Pairing, _ source: Int, _ left: Ending, _ target: Int,
    _ right: Ending
  ) -> Finding {
    let span = context.target.span(target, right.range)
    let isMissing = right.mark == nil
    let fix = isMissing && left.mark == .stop && right.isLetter
    let end = right.range.upperBound..<right.range.upperBound
    return context.finding(
      Self.self, .note, in: pairing, source: context.source.span(source, left.range), target: span,
      message: isMissing
        ? "the last mark is missing"
        : "\"\(span.text)\" ends what \"\(left.text)\" ends in the source",
      reason: isMissing ? "\(Self.missing) \"\(left.text)\"" : "the marks differ in kind",
      fix: fix ? Fix(span: context.target.span(target, end), replacement: ".") : nil)
  }

  /// A full stop for a colon or the like is a translator's choice; a question for a statement is
  /// told.
  private func isTold(_ left: Mark?, _ right: Mark?) -> Bool {
    guard let left else { return right == .question }
    return right == nil || left == .question || right == .question
  }

  private enum Mark { case stop, question, exclamation, colon }

  private struct Ending {
    var mark: Mark?
    var range: Range<Int>
    var text: String
    var isLetter: Bool
  }

  /// The last mark of a segment, closing quotation marks and brackets left aside; the last letter
  /// where there is none; nil for an empty segment.
  private func ending(_ document: AnalysedDocument, _ segment: Int) -> Ending? {
    let range = document.document.segments[segment].range
    let closing: Set<Character> = [
      "\"", "'", "”", "’", "»", "“", ")", "]", "*", "_", " ", "\u{A0}",
    ]
    var text = document.document.string(segment)[...]
    while let last = text.last, closing.contains(last) { text.removeLast() }
    guard let last = text.last else { return nil }
    let end = range.lowerBound + text.utf8.count
    let mark: Mark? =
      switch last {
      case ".", "…": .stop
      case "?": .question
      case "!": .exclamation
      case ":", ";", ",", "–", "—", "-": .colon
      default: nil
      }
    return Ending(
      mark: mark, range: end - String(last).utf8.count..<end, text: String(last),
      isLetter: last.isLetter && end == range.upperBound)
  }
}

extension EndPunctuation {
  package static let documentation = RuleDocumentation(
    """
    The last marks of a bead's two sides are compared in kind: a mark and none, a question and
    something else. Headings, cells and captions are left alone, and so are a full stop for a colon
    or an exclamation mark, and a text that leaves its last marks out again and again. The fix adds a
    full stop where the target ends with a letter.
    """,
    examples: [
      .finds("w", "Han kommer i morgen.", "He is coming tomorrow"),
      .finds(".", "Kommer han i morgen?", "He is coming tomorrow."),
      .leaves("Stans!", "Stop."),
      .leaves("Han sa: «Vi kommer.»", "He said, “We are coming.”"),
    ], hasFix: true)
}
