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
    guard !context.isSummary else { return [] }
    return context.pairings.flatMap { pairing -> [Finding] in
      guard !pairing.source.isEmpty, !pairing.target.isEmpty else { return [] }
      return swapped(context, pairing)
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
    let sources = open(context.source, pairing.source) {
      context.evidence.explained(sourceToken: $0, by: pairing.target)
    }
    let targets = open(context.target, pairing.target) {
      context.evidence.explained(targetToken: $0, by: pairing.source)
    }
    guard sources.count == 1 || sources.count == targets.count else { return [] }
    return zip(sources, targets).map { source, target in
      let left = context.source.span(source.segment, source.range)
      let right = context.target.span(target.segment, target.range)
      return context.finding(
        Self.self, .error, in: pairing, source: left, target: right,
        message: "the name \"\(left.text)\" became \"\(right.text)\"",
        reason: "neither name has a counterpart on the other side")
    }
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
}
