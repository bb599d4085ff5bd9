package import SamsvarModel
import SamsvarText

/// A quotation that the source closes and the target leaves open, or the other way round.
package struct QuoteUnbalanced: Rule {
  package static let id = "quote.unbalanced"
  package static let category = FindingCategory.quote
  package static let summary = "A quotation mark of the source has no counterpart in the target."

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    guard !context.isSummary else { return [] }
    return context.pairings.indices.compactMap { index in
      let pairing = context.pairings[index]
      guard !pairing.source.isEmpty, !pairing.target.isEmpty else { return nil }
      return isContinued(context, index) ? nil : finding(context, pairing)
    }
  }

  /// Whether the next paragraph opens the quotation anew: English closes it only at its very end.
  private func isContinued(_ context: CheckContext, _ index: Int) -> Bool {
    let own = QuotationMarks(context.target, context.pairings[index].target)
    guard let mark = own.alone, mark.isOpening, index + 1 < context.pairings.count,
      let next = context.pairings[index + 1].target.first,
      let first = QuotationMarks(context.target, [next]).marks.first,
      endsWithMark(context.source, context.pairings[index].source)
    else { return false }
    return first.isOpening && first.isSingle == mark.isSingle
      && first.range.lowerBound == context.target.document.segments[next].range.lowerBound
  }

  /// Whether the last mark stands after the last word: the quotation fills the end of the bead.
  private func endsWithMark(_ document: AnalysedDocument, _ segments: [Int]) -> Bool {
    guard let segment = segments.last,
      let mark = QuotationMarks(document, [segment]).marks.last,
      let word = document.tokenRange(segment).last(where: {
        !document.tokens[$0].kind.isMark
      })
    else { return false }
    return mark.range.lowerBound >= document.tokens[word].range.upperBound
  }

  private func finding(_ context: CheckContext, _ pairing: Pairing) -> Finding? {
    let source = QuotationMarks(context.source, pairing.source)
    let target = QuotationMarks(context.target, pairing.target)
    // Marks need not pair within a segment: a quotation may run over several. But where the source
    // opens and closes one here, the target has both marks or neither.
    guard source.isBalanced, target.count < source.count, let mark = target.alone else {
      return nil
    }
    let span = context.target.span(mark.segment, mark.range)
    return context.finding(
      Self.self, .error, in: pairing, target: span,
      message: "the quotation mark \(span.text) stands alone",
      reason: "the source opens and closes the quotation here")
  }
}

/// The quotation marks of some segments.
struct QuotationMarks {
  /// A mark and what it does.
  struct Mark {
    var segment: Int
    var range: Range<Int>
    var isOpening: Bool
    var isSingle: Bool
  }

  private(set) var marks: [Mark] = []

  /// The number of marks.
  var count: Int { marks.count }

  /// Whether every opened quotation is closed.
  var isBalanced: Bool { alone == nil }

  /// The last mark without a partner of its kind; single marks count only where one opens a quotation,
  /// since an apostrophe looks like one that closes.
  var alone: Mark? {
    var open: [Mark] = []
    var spare: Mark?
    for mark in marks {
      if mark.isOpening {
        open.append(mark)
      } else if let index = open.lastIndex(where: { $0.isSingle == mark.isSingle }) {
        open.remove(at: index)
      } else if !mark.isSingle {
        spare = mark
      }
    }
    return open.last ?? spare
  }

  init(_ document: AnalysedDocument, _ segments: [Int]) {
    for segment in segments { add(document, segment) }
  }

  private mutating func add(_ document: AnalysedDocument, _ segment: Int) {
    let range = document.document.segments[segment].range
    document.document.text.withUnsafeBufferPointer { text in
      var index = range.lowerBound
      while index < range.upperBound {
        let (scalar, length) = UTF8Scalar.decode(text, at: index)
        let place = index..<index + length
        index += length
        guard let isSingle = Self.kind(scalar) else { continue }
        let before = isLetter(text, before: place.lowerBound, range)
        let after = isLetter(text, at: place.upperBound, range)
        // A mark inside a word is an apostrophe; one with a digit before it may be inches or minutes.
        if isSingle, before, after { continue }
        let isOpening = Self.opens(scalar) ?? (!before && (after || isStart(text, place, range)))
        if isSingle, !isOpening, isApostrophe(text, place, range) { continue }
        marks.append(
          Mark(segment: segment, range: place, isOpening: isOpening, isSingle: isSingle))
      }
    }
  }

  /// Whether a scalar is a single mark, as the typographic apostrophe is; nil where it is none.
  private static func kind(_ scalar: UInt32) -> Bool? {
    switch scalar {
    case 0x22, 0xAB, 0xBB, 0x201C, 0x201D, 0x201E, 0x201F: false
    case 0x27, 0x2018, 0x2019, 0x201A, 0x201B, 0x2039, 0x203A: true
    default: nil
    }
  }

  private static func opens(_ scalar: UInt32) -> Bool? {
    switch scalar {
    case 0xAB, 0x201E, 0x201C, 0x2018, 0x201A, 0x2039: true
    case 0xBB, 0x201D, 0x203A: false
    default: nil
    }
  }

  private func isLetter(
    _ text: UnsafeBufferPointer<UInt8>, at index: Int, _ range: Range<Int>
  ) -> Bool {
    guard index < range.upperBound else { return false }
    let scalar = UTF8Scalar.decode(text, at: index).0
    return Characters.isLetter(scalar) || Characters.isDigit(scalar)
  }

  private func isLetter(
    _ text: UnsafeBufferPointer<UInt8>, before index: Int, _ range: Range<Int>
  ) -> Bool {
    guard index > range.lowerBound else { return false }
    let scalar = UTF8Scalar.decode(text, before: index).scalar
    return Characters.isLetter(scalar) || Characters.isDigit(scalar)
  }

  /// At the start of a segment or after a blank or an opening bracket.
  private func isStart(
    _ text: UnsafeBufferPointer<UInt8>, _ place: Range<Int>, _ range: Range<Int>
  ) -> Bool {
    guard place.lowerBound > range.lowerBound else { return true }
    let scalar = UTF8Scalar.decode(text, before: place.lowerBound).scalar
    let isAfterBlank = Characters.isSpace(scalar) || scalar == 0x28
    guard isAfterBlank, place.upperBound < range.upperBound else { return false }
    return !Characters.isSpace(UTF8Scalar.decode(text, at: place.upperBound).0)
  }

  /// `officers' union`, `Lars' bil`: an s before it and a blank after it, with nothing open.
  private func isApostrophe(
    _ text: UnsafeBufferPointer<UInt8>, _ place: Range<Int>, _ range: Range<Int>
  ) -> Bool {
    guard !marks.contains(where: { $0.isSingle && $0.isOpening }) else { return false }
    return place.lowerBound > range.lowerBound
  }
}

extension QuoteUnbalanced {
  package static let documentation = RuleDocumentation(
    """
    Where the source opens and closes a quotation in a bead, the target has both marks as well. A quotation
    that runs over several segments is balanced in neither language and is left alone, as is one that the next
    paragraph opens anew.
    """,
    examples: [
      .finds(
        "\"", "«Vi trenger en avtale», sa Clark.", "\"We need a deal, Mr Clark said."),
      .leaves("«Vi trenger en avtale», sa Clark.", "'We need a deal,' Mr Clark said."),
      .leaves("Lærernes lønn øker.", "The teachers' pay is rising."),
    ])
}
