import SamsvarAlign
package import SamsvarModel
import SamsvarText

/// A clause of a summary whose content words nothing in the article explains.
package struct SummaryContent: Rule {
  package static let id = "summary.content"
  package static let category = FindingCategory.invented
  package static let summary = "A clause of the summary has no support in the article."

  /// Content words in a row that must be without support.
  private static let shortestRun = 3
  /// Below this a word counts as not explained.
  private static let threshold: Float = 0.45
  /// From this on a word is explained by some other sentence of the article: a translation, not a
  /// part of a compound.
  private static let elsewhere: Float = 0.7

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    guard context.isSummary else { return [] }
    let all = Array(0..<context.source.count)
    return context.pairings.flatMap { pairing in
      pairing.target.flatMap { segment in
        runs(context, segment, linked: pairing.source, all: all).map { run in
          finding(context, pairing, segment, run)
        }
      }
    }
  }

  private func finding(
    _ context: CheckContext, _ pairing: Pairing, _ segment: Int, _ run: [Int]
  ) -> Finding {
    let first = context.target.tokens[run[0]]
    let last = context.target.tokens[run[run.count - 1]]
    let span = context.target.span(segment, Int(first.start)..<Int(last.end))
    return context.finding(
      Self.self, .error, in: pairing, target: span,
      message: "\"\(span.text)\" is not supported",
      reason:
        "no source sentence explains \(run.map { "\"\(context.target.string(token: $0))\"" }.joined(separator: ", "))"
    )
  }

  /// Runs of content words that neither the linked sentences nor, with few exceptions, the article
  /// explains.
  private func runs(
    _ context: CheckContext, _ segment: Int, linked: [Int], all: [Int]
  ) -> [[Int]] {
    var runs: [[Int]] = []
    var current: [Int] = []
    for token in context.target.tokenRange(segment) where isContent(context, token) {
      if context.evidence.explained(targetToken: token, by: linked) < Self.threshold {
        current.append(token)
      } else {
        runs.append(current)
        current = []
      }
    }
    runs.append(current)
    return runs.filter { run in
      let elsewhere = run.count {
        context.evidence.explained(targetToken: $0, by: all) >= Self.elsewhere
      }
      return run.count - elsewhere >= Self.shortestRun
    }
  }

  private func isContent(_ context: CheckContext, _ token: Int) -> Bool {
    let kind = context.target.tokens[token].kind
    return (kind == .word || kind == .abbreviation)
      && !context.target.isStopWord[Int(context.target.tokens[token].word)]
  }
}
