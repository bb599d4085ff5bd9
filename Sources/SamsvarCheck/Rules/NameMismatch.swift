import SamsvarAlign
package import SamsvarModel
import SamsvarText

/// A name in the target that the source does not have, where the source has one that the target
/// lacks: swapped, misspelt, or left in its Norwegian form.
package struct NameMismatch: Rule {
  package static let id = "name.mismatch"
  package static let category = FindingCategory.name
  package static let summary = "A name differs from the one in the source."

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    context.pairings.flatMap { pairing -> [Finding] in
      guard !pairing.source.isEmpty, !pairing.target.isEmpty else { return [] }
      return context.isSummary
        ? unsupported(context, pairing) : swapped(context, pairing)
    }
  }

  /// A name token that nothing on the other side explains, with its segment.
  private struct Open: Equatable {
    var segment: Int
    var tokens: Range<Int>
    var range: Range<Int>
    var text: String
  }

  private func swapped(_ context: CheckContext, _ pairing: Pairing) -> [Finding] {
    NameComparison(context, pairing).differences().map { difference in
      let left = span(context.source, difference.source)
      let right = span(context.target, difference.target)
      return context.finding(
        Self.self, .error, in: pairing, source: left, target: right,
        message: "the name \"\(left?.text ?? "")\" became \"\(right?.text ?? "")\"",
        reason: difference.reason)
    }
  }

  private func span(_ document: AnalysedDocument, _ parts: [NameComparison.Part]) -> FindingSpan? {
    guard let first = parts.first, let last = parts.last else { return nil }
    let range = Int(document.tokens[first.token].start)..<Int(document.tokens[last.token].end)
    return document.span(first.segment, range)
  }

  /// A name the article lacks, or one from elsewhere in the article that stands in the place of a
  /// name of the linked sentences.
  ///
  /// Background (`in Libya`) is no error.
  private func unsupported(_ context: CheckContext, _ pairing: Pairing) -> [Finding] {
    let missing = open(context.source, pairing.source) {
      context.evidence.explained(sourceToken: $0, by: pairing.target)
    }
    let names = open(context.target, pairing.target) {
      context.evidence.explained(targetToken: $0, by: pairing.source)
    }
    let elsewhere = names.filter { isExplained($0, context) }
    let pairs = context.evidence.pairs(pairing.source, pairing.target)
    let swaps = missing.compactMap { rival -> (name: Open, rival: Open)? in
      elsewhere.max {
        Neighbours.score(pairs, rival.tokens, $0.tokens)
          < Neighbours.score(pairs, rival.tokens, $1.tokens)
      }.map { ($0, rival) }
    }
    return names.compactMap { name in
      if !elsewhere.contains(name) { return finding(context, pairing, name, nil) }
      return swaps.first { $0.name == name }.map { finding(context, pairing, name, $0.rival) }
    }
  }

  private func finding(
    _ context: CheckContext, _ pairing: Pairing, _ name: Open, _ rival: Open?
  ) -> Finding {
    let span = context.target.span(name.segment, name.range)
    let source = rival.map { context.source.span($0.segment, $0.range) }
    return context.finding(
      Self.self, .error, in: pairing, source: source, target: span,
      message: "\"\(span.text)\" is not in the linked source sentences",
      reason: source.map {
        "the article has the name elsewhere; these sentences have \"\($0.text)\" instead"
      } ?? "the article does not have the name")
  }

  private func open(
    _ document: AnalysedDocument, _ segments: [Int], explained: (Int) -> Float
  ) -> [Open] {
    segments.flatMap { segment in
      document.nameRange(segment).compactMap { number -> Open? in
        let name = document.names[number]
        let unexplained = name.tokens.filter { token in
          document.tokens[token].shape.contains(.capitalised)
            && !document.isStopWord[Int(document.tokens[token].word)] && explained(token) < 0.45
        }
        // A name of several words is open when none of them is explained.
        let capitals = name.tokens.filter { document.tokens[$0].shape.contains(.capitalised) }
        guard unexplained.count == capitals.count, let first = unexplained.first,
          let last = unexplained.last
        else { return nil }
        let range = Int(document.tokens[first].start)..<Int(document.tokens[last].end)
        return Open(
          segment: segment, tokens: first..<last + 1, range: range,
          text: document.document.string(in: range))
      }
    }
  }

  private func isExplained(_ name: Open, _ context: CheckContext) -> Bool {
    let all = Array(0..<context.source.count)
    return context.target.tokenRange(name.segment).contains { token in
      name.range.contains(Int(context.target.tokens[token].start))
        && context.evidence.explained(targetToken: token, by: all) >= 0.45
    }
  }
}

extension NameMismatch {
  package static let documentation = RuleDocumentation(
    """
    Names are compared word by word. A word is explained by the same word or another spelling of it on the other
    side, by a term, by a place that the language calls otherwise, by the words whose initials it is. What is left is
    reported when it is spelt almost like a name of the source, when the rest of its name is the same, or when one
    unexplained name stands where the source has one unexplained name.
    """,
    examples: [
      .finds("Trondheim", "Han reiste til Bergen med båt.", "He travelled to Trondheim by boat."),
      .finds(
        "Coens", "Flake snakket med senator Chris Coons i går.",
        "Flake spoke with Senator Chris Coens yesterday."),
      .leaves("Erdogan møtte Sarraj i Ankara.", "Erdogan met Sarraj in Ankara."),
      .leaves("EUs utenriksministre møtes.", "European Union foreign ministers meet."),
    ])
}
