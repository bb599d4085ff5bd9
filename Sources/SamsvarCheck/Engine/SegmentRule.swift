package import SamsvarModel
import SamsvarText

/// A rule that looks at the segments of a translation one by one.
package protocol SegmentRule: Rule {
  /// The findings of one segment of the target, in order.
  func findings(in segment: TargetSegment) -> [Finding]
}

extension SegmentRule {
  /// The findings of all segments of the target; a summary is left alone.
  package func findings(in context: CheckContext) -> [Finding] {
    context.isSummary ? [] : context.targetSegments.flatMap { findings(in: $0) }
  }
}

extension CheckContext {
  /// The segments of the target in order of the pairings, each with the source beside it.
  var targetSegments: some Sequence<TargetSegment> {
    pairings.lazy.flatMap { pairing in
      pairing.target.lazy.map { TargetSegment(context: self, pairing: pairing, number: $0) }
    }
  }
}

/// A segment of the target with the source beside it.
package struct TargetSegment {
  package let context: CheckContext
  package let pairing: Pairing
  /// Its number in the document.
  package let number: Int

  /// The language it is written in.
  var language: LanguageTag { context.target.language }
  /// Its bytes in the document's text.
  var range: Range<Int> { context.target.document.segments[number].range }
  /// Its tokens, as indices.
  var tokens: Range<Int> { context.target.tokenRange(number) }
  /// What it is: a heading, sentence, cell.
  var kind: SegmentKind { context.target.document.segments[number].kind }

  /// A token of the document.
  func token(_ index: Int) -> Token { context.target.tokens[index] }

  /// A token as written.
  func string(_ index: Int) -> String { context.target.string(token: index) }

  /// A token in lower case.
  func word(_ index: Int) -> [UInt8] {
    context.target.forms.words[Int(context.target.tokens[index].word)]
  }

  /// The text of some bytes of the document.
  func text(_ range: Range<Int>) -> String { context.target.document.string(in: range) }

  /// A byte of the segment, or a blank outside it.
  func byte(_ offset: Int) -> UInt8 {
    range.contains(offset) ? context.target.document.text[offset] : 0x20
  }

  /// Whether the source beside it has a text as it stands.
  func sourceHas(_ text: String) -> Bool {
    pairing.source.contains { context.source.document.string($0).contains(text) }
  }

  /// Whether a token stands right before or after another thing than a blank or a closing mark, as
  /// part of a path, a version, a code.
  func isGlued(_ range: Range<Int>) -> Bool {
    let marks = Array("/_<>=@\\#&+".utf8)
    return marks.contains(byte(range.lowerBound - 1)) || marks.contains(byte(range.upperBound))
  }

  /// A finding at some bytes of the segment, with what is to stand there instead.
  func finding<R: Rule>(
    _ rule: R.Type, at range: Range<Int>, severity: Severity? = nil,
    category: FindingCategory? = nil, message: String, reason: String, replacement: String? = nil
  ) -> Finding {
    let span = context.target.span(number, range)
    return context.finding(
      rule, severity ?? rule.severity, in: pairing, category: category, target: span,
      message: message, reason: reason,
      fix: replacement.map { Fix(span: span, replacement: $0) })
  }
}
