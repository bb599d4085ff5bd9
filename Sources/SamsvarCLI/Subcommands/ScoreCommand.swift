import ArgumentParser
import Foundation
import Samsvar

/// `samsvar score`: an alignment against a gold alignment.
struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Scores alignments against gold alignments.",
    discussion: """
      Strict and lax precision, recall and F1 after Thompson & Koehn (2019), and the share of segments
      whose null status is wrong.

        samsvar score gold.tsv test.tsv
        samsvar score --dirs gold-folder test-folder
      """)

  @Argument(help: "The gold alignment, or a folder of NAME.gold.tsv with --dirs.")
  var gold: String

  @Argument(help: "The alignment to score, or a folder of NAME.tsv.")
  var test: String

  @Flag(help: "Score all documents of two folders together.")
  var dirs = false

  @Option(help: "End with 1 when strict F1 is below this.")
  var minimum: Double?

  func run() throws {
    var score = AlignmentScore()
    for (gold, test) in try files() {
      score.add(gold: try beads(gold), test: try beads(test))
    }
    Streams.output(
      """
      strict  P \(shown(score.strictPrecision))  R \(shown(score.strictRecall))  F1 \
      \(shown(score.strictF1))
      lax     P \(shown(score.laxPrecision))  R \(shown(score.laxRecall))  F1 \
      \(shown(score.laxF1))
      null    missed \(shown(score.nullMiss))  false \(shown(score.nullFalseRate))  error \
      \(shown(score.nullError))
      \(try Signature.current())

      """)
    if let minimum, score.strictF1 < minimum {
      Streams.error("samsvar: strict F1 is below \(minimum)\n")
      throw ExitCode(1)
    }
  }

  private func files() throws -> [(String, String)] {
    guard dirs else { return [(gold, test)] }
    let names = try FileManager.default.contentsOfDirectory(atPath: gold)
      .filter { $0.hasSuffix(".gold.tsv") }.map { String($0.dropLast(9)) }.sorted()
    return names.map { ("\(gold)/\($0).gold.tsv", "\(test)/\($0).tsv") }
  }

  private func beads(_ path: String) throws(InputError) -> [AlignmentScore.GoldBead] {
    let text = String(decoding: try FileBytes.read(path), as: UTF8.self)
    return try BeadsFormat.read(text, file: path).map {
      AlignmentScore.GoldBead(source: $0.source, target: $0.target)
    }
  }

  private func shown(_ share: Double) -> String {
    let value = Int((share * 10_000).rounded())
    let digits = String(value % 10_000 + 10_000).dropFirst()
    return "\(value / 10_000).\(digits)"
  }
}
