package import SamsvarModel
import SamsvarText

/// A bracket of the target that is opened or closed only, where the source has both.
package struct BracketUnbalanced: Rule {
  package static let id = "bracket.unbalanced"
  package static let category = FindingCategory.quote
  package static let severity = Severity.warning
  package static let summary = "A bracket of the target has no partner."
  package static let mqm = "linguistic conventions/punctuation"

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    guard !context.isSummary else { return [] }
    let target = Brackets(context.target)
    guard !target.alone.isEmpty else { return [] }
    let source = Brackets(context.source)
    return context.pairings.indices.flatMap { index in
      let pairing = context.pairings[index]
      let mine = target.alone.filter { pairing.target.contains($0.segment) }
      // A text that leaves a bracket open here leaves it open in the translation too.
      let near = context.pairings[max(0, index - 1)...min(index + 1, context.pairings.count - 1)]
      let isAlike = source.alone.contains { mark in
        near.contains { $0.source.contains(mark.segment) }
      }
      return pairing.source.isEmpty || isAlike ? [] : mine.map { finding(context, pairing, $0) }
    }
  }

  private func finding(
    _ context: CheckContext, _ pairing: Pairing, _ mark: Brackets.Mark
  ) -> Finding {
    let span = context.target.span(mark.segment, mark.range)
    return context.finding(
      Self.self, .warning, in: pairing, target: span,
      message: "the bracket \(span.text) stands alone",
      reason: mark.isOpening ? "nothing closes it" : "nothing opens it")
  }
}

/// The brackets of a document that have no partner, over runs of segments.
struct Brackets {
  struct Mark {
    var segment: Int
    var range: Range<Int>
    var kind: UInt8
    var isOpening: Bool
    /// Whether it may be no bracket at all: part of a list mark (`b)`) or a face.
    var isDoubtful: Bool
  }

  /// How far a bracket may reach, in segments.
  private static let reach = 12

  /// The brackets without partner, in order.
  private(set) var alone: [Mark] = []

  init(_ document: AnalysedDocument) {
    var open: [Mark] = []
    for mark in Self.marks(document) {
      if mark.isOpening {
        open.append(mark)
      } else if let index = open.lastIndex(where: {
        $0.kind == mark.kind && mark.segment - $0.segment <= Self.reach
      }) {
        open.remove(at: index)
      } else {
        alone.append(mark)
      }
    }
    alone = (alone + open).filter { !$0.isDoubtful }.sorted {
      $0.range.lowerBound < $1.range.lowerBound
    }
  }

  private static func marks(_ document: AnalysedDocument) -> [Mark] {
    let text = document.document.text
    return document.document.segments.indices.flatMap { segment -> [Mark] in
      let range = document.document.segments[segment].range
      return range.compactMap { place in
        guard let (kind, isOpening) = role(text[place]) else { return nil }
        return Mark(
          segment: segment, range: place..<place + 1, kind: kind, isOpening: isOpening,
          isDoubtful: !isOpening && isListMark(text, place, range) || isFace(text, place, range))
      }
    }
  }

  private static func role(_ byte: UInt8) -> (UInt8, Bool)? {
    switch byte {
    case 0x28: (0x28, true)
    case 0x29: (0x28, false)
    case 0x5B: (0x5B, true)
    case 0x5D: (0x5B, false)
    case 0x7B: (0x7B, true)
    case 0x7D: (0x7B, false)
    default: nil
    }
  }

  /// `1)`, `a)`, `iv)`: a bracket after a few letters or digits and a blank or the beginning.
  private static func isListMark(_ text: [UInt8], _ place: Int, _ range: Range<Int>) -> Bool {
    var start = place
    while start > range.lowerBound, start > place - 4, isAlphanumeric(text[start - 1]) {
      start -= 1
    }
    return start < place && (start == range.lowerBound || text[start - 1] <= 0x20)
  }

  /// `:)`, `;-(`: a bracket after a colon, a semicolon or such a nose.
  private static func isFace(_ text: [UInt8], _ place: Int, _ range: Range<Int>) -> Bool {
    guard place > range.lowerBound else { return false }
    let before = text[place - 1]
    return before == 0x3A || before == 0x3B
      || before == 0x2D && place - 1 > range.lowerBound
        && (text[place - 2] == 0x3A || text[place - 2] == 0x3B)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }
}

extension BracketUnbalanced {
  package static let documentation = RuleDocumentation(
    """
    Brackets are paired over the whole document, so that one opened in a sentence may be closed in a
    later one, up to twelve segments on. What the source leaves open in the bead or beside it is
    left alone, and so are list marks (`1)`, `b)`) and faces.
    """,
    examples: [
      .finds(
        "(", "Styret (seks medlemmer) møtes i dag.", "The board (six members meets today."),
      .leaves(
        "(Han kom sent. Hun kom tidlig.)", "(He came late. She came early.)"),
      .leaves("a) Søknaden sendes inn.", "a) The application is submitted."),
    ])
}
