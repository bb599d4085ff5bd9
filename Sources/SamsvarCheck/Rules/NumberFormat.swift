package import SamsvarModel
import SamsvarText

/// A number that English text writes in the Norwegian way: `2,94 million`, `17. May`.
package struct NumberFormat: Rule {
  package static let id = "number.format"
  package static let category = FindingCategory.format
  package static let severity = Severity.warning
  package static let summary = "A number or date is written in the style of the other language."

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    guard !context.isSummary, context.target.language.language == "en" else { return [] }
    return context.pairings.flatMap { pairing in
      pairing.target.flatMap { segment in
        context.target.tokenRange(segment).compactMap { token in
          decimal(context, pairing, segment, token) ?? date(context, pairing, segment, token)
        }
      }
    }
  }

  /// A comma before one or two digits, or more than three: no group of thousands.
  private func decimal(
    _ context: CheckContext, _ pairing: Pairing, _ segment: Int, _ token: Int
  ) -> Finding? {
    guard context.target.tokens[token].kind == .number else { return nil }
    let text = context.target.string(token: token)
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count != 3, !parts[1].isEmpty,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      context.sourceValues(pairing).contains(where: { place in
        context.source.document.string(in: place.value.range).contains(text)
      })
    else { return nil }
    let span = context.target.span(segment, context.target.tokens[token].range)
    let replacement = parts.joined(separator: ".")
    return context.finding(
      Self.self, .warning, in: pairing, target: span,
      message: "\"\(text)\" has a decimal comma",
      reason: "English writes \"\(replacement)\"",
      fix: Fix(span: span, replacement: replacement))
  }

  /// A day with a dot before an English month.
  private func date(
    _ context: CheckContext, _ pairing: Pairing, _ segment: Int, _ token: Int
  ) -> Finding? {
    let tokens = context.target.tokens
    guard tokens[token].kind == .ordinal, token + 1 < context.target.tokenRange(segment).upperBound,
      tokens[token + 1].shape.contains(.capitalised),
      context.targetValues(pairing).contains(where: {
        $0.value.readings[0].kind == .date && $0.value.tokens.contains(token + 1)
          && $0.value.tokens.contains(token)
      })
    else { return nil }
    let text = context.target.string(token: token)
    guard text.hasSuffix(".") else { return nil }
    let span = context.target.span(segment, tokens[token].range)
    let replacement = String(text.dropLast())
    return context.finding(
      Self.self, .warning, in: pairing, target: span,
      message: "\"\(text)\" is written as a Norwegian date",
      reason: "English writes the day without a dot",
      fix: Fix(span: span, replacement: replacement))
  }
}

extension NumberFormat {
  package static let documentation = RuleDocumentation(
    """
    English writes a decimal point and a day without a dot. A comma before three digits is a group of
    thousands and is compared by value instead.
    """,
    examples: [
      .finds("2,94", "NBC hadde 2,94 millioner.", "NBC had 2,94 million."),
      .leaves("NBC hadde 2,94 millioner.", "NBC had 2.94 million."),
    ], hasFix: true)
}
